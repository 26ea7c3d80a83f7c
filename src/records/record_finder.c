#include "records/record_finder.h"

#include <stdlib.h>
#include <string.h>

#include "records/addressees.h"
#include "records/dates.h"
#include "records/discards.h"
#include "records/event_parties.h"
#include "records/evidence.h"
#include "records/judge.h"
#include "records/listed.h"
#include "records/matter.h"
#include "records/merge.h"
#include "records/participants.h"
#include "records/plover.h"
#include "records/related.h"
#include "records/reported.h"
#include "records/speech.h"
#include "syntax/tree.h"

/* A longer run of words is a list or a table, not prose. */
enum { LONGEST_SENTENCE = 512, DAYS_OF_BACKGROUND = 365 };

struct ro_record_finder {
  ro_arena *arena;
  act_lexicon lexicon;
  ro_plover plover;
  ro_discards discards;
};

/* The matches of one report. */
typedef struct match_list {
  act_match *items;
  size_t count, capacity;
} match_list;

ro_status ro_record_finder_load(ro_record_finder **out, const char *data_directory,
                                const char *const *act_files, size_t act_file_count,
                                ro_error *error) {
  ro_record_finder *finder = ro_allocate(sizeof *finder);
  *finder = (ro_record_finder){.arena = ro_arena_create()};
  ro_arena *arena = finder->arena;
  ro_status status =
      act_lexicon_load(&finder->lexicon, arena, data_directory, act_files, act_file_count, error);
  if (status == RO_OK) status = plover_load(&finder->plover, arena, data_directory, error);
  if (status == RO_OK) status = discards_load(&finder->discards, arena, data_directory, error);
  if (status != RO_OK) {
    ro_record_finder_free(finder);
    finder = NULL;
  }
  *out = finder;
  return status;
}

void ro_record_finder_free(ro_record_finder *finder) {
  if (!finder) return;
  ro_arena_free(finder->arena);
  free(finder);
}

static void read_circumstances(act_match *match, const ro_scene *scene) {
  bool noun = match->entry->word_class == ACT_NOUN;
  bool copular = ro_tree_child(scene->document, match->predicate, RO_DEPREL_COP) != RO_NONE;
  if (noun && !copular)
    circumstances_of_noun(&match->circumstances, scene, match->predicate);
  else
    circumstances_of_verb(&match->circumstances, scene, match->predicate);
}

static act_match new_match(const ro_scene *scene, uint32_t token) {
  return (act_match){
      .predicate = token, .matter = RO_NONE, .attack = RO_NONE, .statement = scene->inner[token]};
}

/* Reads the word by the entry that match->entry is; false where it may not be read so here. */
static bool read_entry(act_match *match, const ro_scene *scene) {
  const act_entry *entry = match->entry;
  match->act = entry->act;
  match->event = entry->event;
  match->mode = entry->mode;
  match->cameo = entry->cameo;
  read_circumstances(match, scene);
  matcher_fill_roles(match, scene);
  if (!judge_applies(match, scene)) return false;
  judge_match(match, scene);
  return true;
}

/* What the lexicon has for the word: the first entry that may be read here; the first with an act,
 * where an entry before it tells the event alone. */
static bool match_entry(act_match *match, const ro_scene *scene, uint32_t token) {
  const act_entry *entry = NULL;
  act_match event = {.entry = NULL};
  bool negated = false; /* "gave no answer": no delivery, but it may be an accusation */
  do {
    *match = new_match(scene, token);
    entry = matcher_find(match, scene, token, entry);
    if (!entry || entry->marks & ACT_MARK_NONE) break;
    if (negated && !(entry->marks & ACT_MARK_FAILING)) continue;
    if (!read_entry(match, scene)) continue;
    if (match->dropped && match->circumstances.negated && match->statement != RO_NONE) {
      negated = true;
    } else if (event.entry && !match->dropped && match->act != RO_ACT_NONE) {
      match->event = event.event;
      match->mode = event.mode;
      match->cameo = event.cameo;
      return true;
    } else if (!event.entry && (match->dropped || match->act != RO_ACT_NONE)) {
      return true;
    } else if (!event.entry) {
      event = *match;
    }
  } while (entry);
  if (event.entry) *match = event;
  return event.entry != NULL;
}

/* "We will return AS SOON AS our part is done": the promise sets a condition beside it. */
static void add_condition(match_list *matches, const ro_scene *scene, const act_match *promise) {
  if (promise->act != RO_ACT_PROMISE || promise->status != RO_STATUS_CONDITIONAL) return;
  if (promise->circumstances.condition_kind != CONDITION_PROVIDED) return;
  act_match match = *promise;
  match.entry = NULL;
  match.rule = match.decision = "provided that: a condition";
  match.act = RO_ACT_CONDITION;
  match.status = RO_STATUS_MADE;
  match.event = match.mode = match.cameo = NULL;
  match.predicate = match.matter = match.circumstances.clause = promise->circumstances.condition;
  match.circumstances.condition = RO_NONE;
  *RO_ARENA_PUSH(scene->document->arena, &matches->items, matches->count, matches->capacity) =
      match;
}

/* The lexicon and, where it has nothing to say, the rules for what is said; else what is learned.
 */
static void match_token(match_list *matches, const ro_scene *scene, const ro_relation_model *model,
                        uint32_t token) {
  ro_arena *arena = scene->document->arena;
  act_match match = new_match(scene, token);
  if (listed_match(&match, scene, token)) {
    *RO_ARENA_PUSH(arena, &matches->items, matches->count, matches->capacity) = match;
    return;
  }
  bool found = match_entry(&match, scene, token), known = match.entry != NULL;
  if (found) *RO_ARENA_PUSH(arena, &matches->items, matches->count, matches->capacity) = match;
  if (!found || match.dropped) {
    match = new_match(scene, token);
    bool said = speech_match(&match, scene, token);
    if (!said && known) return;
    if (!said) match = new_match(scene, token);
    if (!said && !related_match(&match, scene, model, token)) return;
    *RO_ARENA_PUSH(arena, &matches->items, matches->count, matches->capacity) = match;
  }
  add_condition(matches, scene, &match);
}

static void match_sentence(match_list *matches, const ro_record_finder *finder,
                           const ro_relation_model *model, const ro_scene *scene,
                           const ro_sentence *sentence) {
  if (sentence->token_count > LONGEST_SENTENCE) return;
  if (discards_find(&finder->discards, scene->document, sentence)) return;
  size_t first = matches->count;
  for (uint32_t i = 0; i < sentence->token_count; i++)
    match_token(matches, scene, model, sentence->first_token + i);
  merge_sentence(scene, matches->items + first, matches->count - first);
}

static ro_actors words_of(const ro_scene *scene, const ro_parties *parties) {
  const ro_document *document = scene->document;
  const char **words = ro_arena_alloc_array(document->arena, parties->count, sizeof *words);
  for (uint32_t i = 0; i < parties->count; i++) {
    ro_span span = parties->items[i].words;
    words[i] = ro_arena_copy(document->arena, document->text + span.start, span.end - span.start);
  }
  return (ro_actors){words, parties->count};
}

/* Meetings name all their participants as who; some act must have a party on a side. */
static void settle_parties(ro_record *record, const ro_scene *scene, const act_match *match) {
  ro_arena *arena = scene->document->arena;
  ro_parties who = match->who, whom = match->whom;
  plover_actor_codes(scene, &match->source, &record->source_codes, &record->source_code_count);
  plover_actor_codes(scene, &match->target, &record->target_codes, &record->target_code_count);
  record->source_words = words_of(scene, &match->source);
  record->target_words = words_of(scene, &match->target);
  for (uint32_t i = 0; record->act == RO_ACT_MEETING && i < whom.count; i++)
    parties_add(&who, whom.items[i]);
  if (record->act == RO_ACT_MEETING) whom.count = 0;
  const char **names = ro_arena_alloc_array(arena, who.count + whom.count, sizeof *names);
  for (uint32_t i = 0; i < who.count; i++)
    names[i] = who.items[i].actor;
  for (uint32_t i = 0; i < whom.count; i++)
    names[who.count + i] = whom.items[i].actor;
  record->who = (ro_actors){names, who.count};
  record->whom = (ro_actors){names + who.count, whom.count};
}

/* A source that the report does not name: its side alone. */
static ro_actors unnamed_of(ro_arena *arena, const char *speaker) {
  const char **names = ro_arena_alloc_array(arena, 1, sizeof *names);
  size_t length;
  const char *side = parties_side(speaker, &length);
  names[0] = ro_arena_print(arena, "unnamed %.*s", (int)length, side);
  return (ro_actors){names, 1};
}

/* On whose word the report has it. */
static void settle_source(ro_record *record, const ro_scene *scene, const act_match *match) {
  ro_document *document = scene->document;
  record->statement = scene->outer[match->predicate];
  if (record->statement == RO_NONE) return;
  const ro_statement *said = &scene->statements[record->statement];
  bool answered = match->listed && said->cue_token < document->token_count &&
                  !scene_in_class(scene, said->cue_token, "speech-verbs");
  if (answered) record->statement = RO_NONE; /* "rejected its demands, which include …" */
  if (!said->speaker || answered) return;
  record->says = parties_in_speaker(document->arena, said->speaker);
  if (said->unnamed) record->says = unnamed_of(document->arena, said->speaker);
  if (record->statement >= document->statement_count) record->statement = RO_NONE;
}

static void settle_dates(ro_record *record, act_match *match, const time_line *line) {
  act_dates dates = dates_find(match, line);
  ro_day published = line->scene->document->published;
  record->when = dates.when;
  record->due = dates.due;
  record->when_precision = dates.precision;
  bool ahead = published != RO_NO_DAY && dates.when.first != RO_NO_DAY &&
               dates.when.first > published; /* "his visit, due in late September" */
  if (record->act == RO_ACT_MEETING && record->status == RO_STATUS_HELD && ahead) {
    record->status = RO_STATUS_SCHEDULED;
    match->status = RO_STATUS_SCHEDULED;
    match->event = match->mode = match->cameo = NULL;
  }
  if (published != RO_NO_DAY && dates.when.last != RO_NO_DAY)
    record->background = dates.when.last < published - DAYS_OF_BACKGROUND;
}

/* Behind "in", "at", "near"; not "invited Norway", "towards Norway". */
static bool is_locative(const ro_scene *scene, uint32_t token) {
  static const char *const prepositions[] = {"in",   "at",     "near",    "on",
                                             "to",   "into",   "outside", "inside",
                                             "over", "around", "off",     "across"};
  const ro_document *document = scene->document;
  for (uint32_t at = token; at != RO_NONE; at = document->tokens[at].head) {
    const char *preposition = arguments_preposition(document, at);
    for (size_t i = 0; preposition && i < sizeof prepositions / sizeof *prepositions; i++)
      if (strcmp(preposition, prepositions[i]) == 0) return true;
    ro_upos upos = document->tokens[at].upos;
    if (preposition || upos == RO_UPOS_VERB) return false;
  }
  return false;
}

static void settle_place(ro_record *record, const ro_scene *scene, uint32_t anchor) {
  const ro_document *document = scene->document;
  record->place = RO_NONE;
  for (uint32_t i = 0; i < document->place_count; i++) {
    const ro_place *place = &document->places[i];
    if (place->span.start >= record->evidence.end) return;
    if (place->use != RO_PLACE_LOCATION || place->span.start < record->evidence.start) continue;
    if (!ro_tree_is_below(document, place->first_token, anchor)) continue;
    if (!is_locative(scene, place->first_token + place->token_count - 1)) continue;
    record->place = i;
    record->where = place->name;
    return;
  }
}

static const char *reason_of(const ro_scene *scene, const act_match *match) {
  const ro_document *document = scene->document;
  const char *word = document->tokens[match->predicate].lemma;
  const char *decision = match->decision ? match->decision : "as it stands";
  const char *found = match->whom_found ? match->whom_found : "";
  const char *link = match->whom_found ? ", whom: " : "";
  if (!match->entry)
    return ro_arena_print(document->arena, "predicate '%s', rule '%s'%s%s", word, match->rule, link,
                          found);
  return ro_arena_print(document->arena, "predicate '%s', %s line %zu, frame '%s', %s%s%s", word,
                        match->entry->file, match->entry->line, match->entry->frame->name, decision,
                        link, found);
}

static void make_record(const ro_record_finder *finder, const ro_scene *scene,
                        const time_line *line, act_match *match, const bool *anchors,
                        ro_record *record) {
  *record = (ro_record){.act = match->act,
                        .status = match->status,
                        .sentence = scene->document->tokens[match->predicate].sentence,
                        .predicate_token = match->predicate,
                        .score = match->entry        ? 0.8F
                                 : match->score != 0 ? match->score
                                                     : 0.6F};
  record->evidence = evidence_find(match, scene, anchors);
  record->negated = match->circumstances.negated;
  record->hypothetical = match->circumstances.hypothetical;
  record->questioned = match->circumstances.questioned;
  settle_parties(record, scene, match);
  settle_source(record, scene, match);
  settle_dates(record, match, line);
  settle_place(record, scene, evidence_anchor(match, scene));
  record->what = matter_wording(scene, match, record->evidence);
  plover_code(&finder->plover, scene, match, record);
  record->reason = reason_of(scene, match);
}

/* "when I took over", "visit us": nobody of whom a report tells. */
static bool is_done_by_reader_or_writer(const act_match *match, const ro_scene *scene) {
  const ro_document *document = scene->document;
  uint32_t verb = match->predicate;
  uint32_t subject = arguments_find(&match->arguments, ACT_SUBJECT, NULL);
  const ro_token *token = &document->tokens[verb];
  if (match->who.count) return false;
  if (subject != RO_NONE)
    return scene_in_class(scene, subject, "first-person") || scene_lemma_is(scene, subject, "you");
  bool bare = token->xpos && strcmp(token->xpos, "VB") == 0 && token->deprel == RO_DEPREL_ROOT;
  return bare && ro_tree_child(document, verb, RO_DEPREL_AUX) == RO_NONE;
}

/* An event needs a doer, or a passive or a noun that leaves him out. */
static bool lacks_doer(const act_match *match, const ro_scene *scene) {
  const ro_token *tokens = scene->document->tokens;
  bool verb = tokens[match->predicate].upos == RO_UPOS_VERB;
  uint32_t subject = arguments_find(&match->arguments, ACT_SUBJECT, NULL);
  if (subject != RO_NONE && tokens[subject].upos == RO_UPOS_PROPN && match->target.count)
    return false; /* somebody of whom no list knows */
  if (match->act == RO_ACT_MEETING || match->who.count || match->source.count) return false;
  return !match->target.count || (verb && !match->arguments.passive);
}

/* Companies and media: what they do to a state as to a customer is no event. */
static bool is_commercial(const ro_parties *parties) {
  for (uint32_t i = 0; i < parties->count; i++)
    if (strstr(parties->items[i].code, "BUS") || strstr(parties->items[i].code, "MED") ||
        strstr(parties->items[i].code, "JRN"))
      return true;
  return false;
}

/* Governments do not demonstrate: a president's rally is held before an election. */
static bool is_rally_of_rulers(const act_match *match) {
  if (!match->event || strcmp(match->event, "PROTEST") != 0) return false;
  for (uint32_t i = 0; i < match->source.count; i++) {
    const char *code = match->source.items[i].code;
    if (strlen(code) < 6 || strcmp(code + 3, "GOV") != 0) return false;
  }
  return match->source.count > 0;
}

/* "visited his home town": a visit needs somebody who is visited. */
static bool is_visit_at_home(const act_match *match) {
  bool visit = match->act == RO_ACT_MEETING && match->mode && strcmp(match->mode, "visit") == 0;
  if (!visit || match->whom.count) return false;
  for (uint32_t i = 1; i < match->who.count; i++)
    if (!parties_same_side(match->who.items[0].actor, match->who.items[i].actor)) return false;
  return true;
}

/* An act needs a state, a body of states, a party or an armed group on one side at least; an event
 * somebody with a code on both. */
static bool is_worth_keeping(const act_match *match, const ro_scene *scene) {
  if (match->dropped || lacks_doer(match, scene) || is_done_by_reader_or_writer(match, scene) ||
      is_rally_of_rulers(match) || is_visit_at_home(match))
    return false;
  if (is_commercial(&match->source) && !parties_any_political(&match->source) &&
      !parties_any_political(&match->who))
    return false;
  bool political = parties_any_political(&match->source) ||
                   (parties_any_political(&match->target) && !is_commercial(&match->source));
  if (match->source.count && match->target.count && political) return true;
  if (match->entry && match->entry->marks & ACT_MARK_STRICT)
    return parties_any_political(&match->who) && parties_any_political(&match->whom);
  return parties_any_political(&match->who) || parties_any_political(&match->whom);
}

static int by_evidence(const void *left, const void *right) {
  const ro_record *a = left, *b = right;
  if (a->evidence.start != b->evidence.start) return a->evidence.start < b->evidence.start ? -1 : 1;
  if (a->predicate_token != b->predicate_token)
    return a->predicate_token < b->predicate_token ? -1 : 1;
  return (int)a->act - (int)b->act;
}

/* What is only learned does not bound the words of the acts around it. */
static bool is_learned(const act_match *match) {
  return !match->entry && match->act == RO_ACT_NONE;
}

static void make_records(const ro_record_finder *finder, const ro_scene *scene,
                         const match_list *matches) {
  ro_document *document = scene->document;
  time_line line;
  time_line_build(&line, scene);
  bool *anchors = ro_arena_alloc_array(document->arena, document->token_count, sizeof *anchors);
  addressees_find(scene, matches->items, matches->count);
  participants_find(scene, matches->items, matches->count);
  for (size_t i = 0; i < matches->count; i++)
    if (!matches->items[i].dropped)
      event_parties_fill(&matches->items[i], scene,
                         plover_event(&finder->plover, scene, &matches->items[i]));
  for (size_t i = 0; i < matches->count; i++)
    if (is_worth_keeping(&matches->items[i], scene) && !is_learned(&matches->items[i]))
      anchors[evidence_anchor(&matches->items[i], scene)] = true;
  document->records =
      ro_arena_alloc_array(document->arena, matches->count, sizeof *document->records);
  for (size_t i = 0; i < matches->count; i++) {
    ro_record *record = &document->records[document->record_count];
    if (!is_worth_keeping(&matches->items[i], scene)) continue;
    make_record(finder, scene, &line, &matches->items[i], anchors, record);
    if (!record->who.count) record->act = RO_ACT_NONE; /* by whom is not stated */
    if (!record->background && (record->act || record->event)) document->record_count++;
  }
  document->record_count = merge_records(document->records, document->record_count);
  qsort(document->records, document->record_count, sizeof *document->records, by_evidence);
}

void ro_record_finder_annotate(const ro_record_finder *finder, const ro_relation_model *model,
                               ro_document *document) {
  ro_scene scene;
  match_list matches = {0};
  if (!scene_build(&scene, &finder->lexicon, document)) return;
  reported_add(&scene);
  for (uint32_t i = 0; i < document->sentence_count; i++)
    match_sentence(&matches, finder, model, &scene, &document->sentences[i]);
  make_records(finder, &scene, &matches);
  document->records = scene.document->records;
  document->record_count = scene.document->record_count;
}
