#include "records/record_maker.h"

#include <string.h>

#include "records/days/dates.h"
#include "records/evidence/evidence.h"
#include "records/evidence/matter.h"
#include "syntax/tree.h"

enum { DAYS_OF_BACKGROUND = 365 };

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
  bool past = match->circumstances.tense == TENSE_PAST;
  if (record->act == RO_ACT_MEETING && record->status == RO_STATUS_HELD && !past && ahead) {
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

void record_make(ro_record *record, const ro_plover *plover, const ro_scene *scene,
                 const time_line *line, act_match *match, const bool *anchors) {
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
  plover_code(plover, scene, match, record);
  record->reason = reason_of(scene, match);
}
