#include "records/record_finder.h"

#include <stdlib.h>
#include <string.h>

#include "records/counterparts/addressees.h"
#include "records/counterparts/doers.h"
#include "records/counterparts/participants.h"
#include "records/events/event_parties.h"
#include "records/events/plover.h"
#include "records/evidence/evidence.h"
#include "records/evidence/listed.h"
#include "records/judgement/judge.h"
#include "records/judgement/worth.h"
#include "records/lexicon/discards.h"
#include "records/matching/gapped.h"
#include "records/matching/speech.h"
#include "records/matching/whereabouts.h"
#include "records/merge.h"
#include "records/parties/reported.h"
#include "records/record_maker.h"
#include "records/relation/related.h"
#include "syntax/tree.h"

/* A longer run of words is a list or a table, not prose. */
enum { LONGEST_SENTENCE = 512 };

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
  bool phrase = match->entry->word_class == ACT_PHRASE &&
                strcmp(match->entry->frame->name, "meeting noun") == 0;
  bool noun = match->entry->word_class == ACT_NOUN || phrase;
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

/* "only if NORWAY sets a deadline": of whom the one thing depends may be whom it concerns. */
static void find_in_condition(act_match *match, const ro_scene *scene) {
  ro_parties below = {.count = 0};
  parties_below(&below, scene, match->circumstances.condition);
  parties_remove_sides(&below, &match->who);
  if (!match->whom.count && !match->mentioned.count && below.count)
    parties_add(&match->mentioned, below.items[0]);
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
  if (match->act == RO_ACT_CONDITION && match->circumstances.condition != RO_NONE)
    find_in_condition(match, scene);
  return true;
}

/* What the lexicon has for the word: the first entry that may be read here; the first with an act,
 * where an entry before it tells the event alone. */
static bool match_entry(act_match *match, const ro_scene *scene, uint32_t token) {
  const act_entry *entry = NULL;
  act_match event = {.entry = NULL}, dropped = {.entry = NULL};
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
    } else if (!event.entry && match->dropped && match->entry->act == RO_ACT_NONE) {
      if (!dropped.entry) dropped = *match; /* an event alone that has not happened */
    } else if (!event.entry && (match->dropped || match->act != RO_ACT_NONE)) {
      return true;
    } else if (!event.entry) {
      event = *match;
    }
  } while (entry);
  if (!event.entry) event = dropped;
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

/* "will leave none of the heights, UNLESS Norway leaves, too": a refusal, and a condition beside
 * it. */
static void part_unless(match_list *matches, const ro_scene *scene) {
  act_match *refused = &matches->items[matches->count - 1];
  uint32_t condition = refused->circumstances.condition;
  if (refused->dropped || refused->act != RO_ACT_CONDITION || !refused->circumstances.negated)
    return;
  if (condition == RO_NONE || condition <= refused->predicate) return;
  uint32_t mark = ro_tree_child(scene->document, condition, RO_DEPREL_MARK);
  if (mark == RO_NONE || !scene_lemma_is(scene, mark, "unless")) return;
  act_match match = *refused;
  match.entry = NULL;
  match.rule = match.decision = "unless: a condition";
  match.predicate = match.matter = match.circumstances.clause = condition;
  match.circumstances.condition = refused->circumstances.condition = RO_NONE;
  refused->act = RO_ACT_REFUSAL;
  refused->decision = "will not, unless: a refusal";
  *RO_ARENA_PUSH(scene->document->arena, &matches->items, matches->count, matches->capacity) =
      match;
}

/* "urged Iceland to stay and NORWAY TO LEAVE": what the same verb asks of others. */
static void add_gapped(match_list *matches, const ro_scene *scene, const act_match *asked) {
  act_match other;
  uint32_t from = 0;
  while (gapped_next(&other, scene, asked, &from))
    *RO_ARENA_PUSH(scene->document->arena, &matches->items, matches->count, matches->capacity) =
        other;
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
    bool said = whereabouts_match(&match, scene, token) || speech_match(&match, scene, token);
    if (!said && known) return;
    if (!said) match = new_match(scene, token);
    if (!said && !related_match(&match, scene, model, token)) return;
    *RO_ARENA_PUSH(arena, &matches->items, matches->count, matches->capacity) = match;
  }
  part_unless(matches, scene);
  add_condition(matches, scene, &match);
  add_gapped(matches, scene, &match);
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

static uint32_t merge_and_sort(ro_record *records, uint32_t count) {
  count = merge_records(records, count);
  qsort(records, count, sizeof *records, by_evidence);
  return count;
}

/* Records, and apart from them what is told as background. */
static void list_records(const ro_record_finder *finder, const ro_scene *scene,
                         const time_line *line, const match_list *matches, const bool *anchors) {
  ro_document *document = scene->document;
  size_t most = matches->count;
  document->records = ro_arena_alloc_array(document->arena, most, sizeof *document->records);
  document->background = ro_arena_alloc_array(document->arena, most, sizeof *document->background);
  for (size_t i = 0; i < matches->count; i++) {
    ro_record record;
    if (!worth_keeping(&matches->items[i], scene)) continue;
    record_make(&record, &finder->plover, scene, line, &matches->items[i], anchors);
    if (!record.who.count) record.act = RO_ACT_NONE; /* by whom is not stated */
    if (!record.act && !record.event) continue;
    if (record.background)
      document->background[document->background_count++] = record;
    else
      document->records[document->record_count++] = record;
  }
  document->record_count = merge_and_sort(document->records, document->record_count);
  document->background_count = merge_and_sort(document->background, document->background_count);
}

static void make_records(const ro_record_finder *finder, const ro_scene *scene,
                         const match_list *matches) {
  ro_document *document = scene->document;
  time_line line;
  time_line_build(&line, scene);
  bool *anchors = ro_arena_alloc_array(document->arena, document->token_count, sizeof *anchors);
  doers_find(scene, matches->items, matches->count);
  addressees_find(scene, matches->items, matches->count);
  participants_find(scene, matches->items, matches->count);
  doers_of_put_off_find(scene, matches->items, matches->count);
  for (size_t i = 0; i < matches->count; i++)
    if (!matches->items[i].dropped)
      event_parties_fill(&matches->items[i], scene,
                         plover_event(&finder->plover, scene, &matches->items[i]));
  for (size_t i = 0; i < matches->count; i++)
    if (worth_keeping(&matches->items[i], scene) && !is_learned(&matches->items[i]))
      anchors[evidence_anchor(&matches->items[i], scene)] = true;
  list_records(finder, scene, &line, matches, anchors);
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
  document->background = scene.document->background;
  document->background_count = scene.document->background_count;
}
