#include "records/record_finder.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "records/counterparts/addressees.h"
#include "records/counterparts/adversary.h"
#include "records/counterparts/doers.h"
#include "records/counterparts/participants.h"
#include "records/days/time_line.h"
#include "records/events/event_parties.h"
#include "records/events/plover.h"
#include "records/evidence/evidence.h"
#include "records/judgement/worth.h"
#include "records/learned/learned_acts.h"
#include "records/learned/learned_addressees.h"
#include "records/lexicon/discards.h"
#include "records/match_list.h"
#include "records/merge.h"
#include "records/parties/reported.h"
#include "records/record_maker.h"

struct ro_record_finder {
  ro_arena *arena;
  act_lexicon lexicon;
  ro_plover plover;
  ro_discards discards;
  const act_model *acts;
  const addressee_model *addressees;
  bool rules_only;
};

ro_status ro_record_finder_load(ro_record_finder **out, const char *data_directory,
                                const char *const *act_files, size_t act_file_count,
                                bool rules_only, ro_error *error) {
  ro_record_finder *finder = ro_allocate(sizeof *finder);
  *finder = (ro_record_finder){.arena = ro_arena_create(), .rules_only = rules_only};
  ro_arena *arena = finder->arena;
  ro_status status =
      act_lexicon_load(&finder->lexicon, arena, data_directory, act_files, act_file_count, error);
  if (status == RO_OK) status = plover_load(&finder->plover, arena, data_directory, error);
  if (status == RO_OK) status = discards_load(&finder->discards, arena, data_directory, error);
  const char *acts = ro_path_join(arena, data_directory, "acts.model");
  if (status == RO_OK) status = act_model_load(&finder->acts, arena, acts, error);
  const char *addressees = ro_path_join(arena, data_directory, "addressees.model");
  if (status == RO_OK) status = addressee_model_load(&finder->addressees, arena, addressees, error);
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

/* Gives the matches their parties, as the rules have them. */
static void settle_parties(const ro_record_finder *finder, const ro_scene *scene,
                           const match_list *matches) {
  adversary_weigh_bodies(scene, matches->items, matches->count);
  doers_find(scene, matches->items, matches->count);
  addressees_find(scene, matches->items, matches->count);
  participants_find(scene, matches->items, matches->count);
  doers_of_put_off_find(scene, matches->items, matches->count);
  for (size_t i = 0; i < matches->count; i++)
    if (!matches->items[i].dropped)
      event_parties_fill(&matches->items[i], scene,
                         plover_event(&finder->plover, scene, &matches->items[i]));
}

static bool *find_anchors(const ro_scene *scene, const match_list *matches) {
  const ro_document *document = scene->document;
  bool *anchors = ro_arena_alloc_array(document->arena, document->token_count, sizeof *anchors);
  for (size_t i = 0; i < matches->count; i++)
    if (worth_keeping(&matches->items[i], scene) && !is_learned(&matches->items[i]))
      anchors[evidence_anchor(&matches->items[i], scene)] = true;
  return anchors;
}

static void match_rules(match_list *matches, const ro_record_finder *finder,
                        const ro_relation_model *model, const ro_scene *scene) {
  const ro_document *document = scene->document;
  for (uint32_t i = 0; i < document->sentence_count; i++)
    if (!discards_find(&finder->discards, document, &document->sentences[i]))
      match_list_read(matches, scene, model, &document->sentences[i]);
}

static bool is_discarded(const ro_record_finder *finder, const ro_scene *scene,
                         const ro_sentence *sentence) {
  return sentence->token_count > MATCH_LONGEST_SENTENCE ||
         discards_find(&finder->discards, scene->document, sentence);
}

/* The rules' matches of one sentence from *next on, as the model weighs them, and between them what
 * it finds beside them. */
static void join_sentence(match_list *out, const match_list *rules, size_t *next,
                          const ro_record_finder *finder, const ro_scene *scene,
                          const learned_acts *learned, const ro_sentence *sentence) {
  uint32_t end = sentence->first_token + sentence->token_count;
  size_t first = *next, last = first, at = first;
  for (; last < rules->count && rules->items[last].predicate < end; last++) {
    learned_score_parties(&rules->items[last], scene, learned);
    learned_weigh(&rules->items[last], scene, learned, &finder->plover);
  }
  for (uint32_t i = sentence->first_token; i < end; i++) {
    act_match match = match_new(scene, i);
    if (!learned_match(&match, scene, learned, i)) continue;
    bool told = is_discarded(finder, scene, sentence);
    for (size_t k = first; k < last && !told; k++)
      told = learned_is_told(scene, &match, &rules->items[k]) ||
             merge_takes_in(scene, &rules->items[k], &match);
    if (told) continue;
    while (at < last && rules->items[at].predicate < i)
      match_list_add(out, scene, &rules->items[at++]);
    match_list_add(out, scene, &match);
  }
  while (at < last)
    match_list_add(out, scene, &rules->items[at++]);
  *next = last;
}

/* Whether the rules tell enough acts for a report on politics: in others, on sport or trade, what
 * looks like an act to the model is none. Without the syntax network's vectors it knows nothing. */
static bool tells_of_politics(const ro_scene *scene, const match_list *rules) {
  enum { LEAST_ACTS = 2, MOST_SENTENCES = 12 }; /* of each */
  const ro_document *document = scene->document;
  uint32_t acts = 0;
  if (!document->vectors) return false;
  for (size_t i = 0; i < rules->count; i++) {
    const act_match *match = &rules->items[i];
    acts += match->act != RO_ACT_NONE && match->who.count && worth_keeping(match, scene);
  }
  return acts >= LEAST_ACTS && document->sentence_count <= acts * MOST_SENTENCES;
}

static void join_learned(match_list *out, const match_list *rules, const ro_record_finder *finder,
                         const ro_scene *scene) {
  const ro_document *document = scene->document;
  act_marks marks = learned_marks(scene, rules->items, rules->count);
  learned_acts learned = {finder->acts, act_reading_create(finder->acts, document->arena)};
  ro_passage passage;
  uint32_t sentence = 0;
  size_t next = 0;
  for (uint32_t first = 0; first < document->token_count; first += passage.count) {
    ro_passage_begin(&passage, document, first);
    act_model_read(finder->acts, learned.reading, scene, &marks, &passage);
    for (; sentence < document->sentence_count &&
           document->sentences[sentence].first_token < first + passage.count;
         sentence++)
      join_sentence(out, rules, &next, finder, scene, &learned, &document->sentences[sentence]);
  }
}

bool ro_record_finder_prepare(ro_scene *scene, act_marks *marks, const ro_record_finder *finder,
                              const ro_relation_model *model, ro_document *document) {
  match_list matches = {0};
  if (!scene_build(scene, &finder->lexicon, document)) return false;
  reported_add(scene);
  match_rules(&matches, finder, model, scene);
  *marks = learned_marks(scene, matches.items, matches.count);
  return true;
}

/* All that tells an act in the report, in its order; whether the models are asked, as they are of
 * politics. */
static bool match_acts(match_list *out, const ro_record_finder *finder,
                       const ro_relation_model *model, ro_scene *scene) {
  match_list rules = {0};
  reported_add(scene);
  match_rules(&rules, finder, model, scene);
  bool politics = !finder->rules_only && tells_of_politics(scene, &rules);
  if (politics)
    join_learned(out, &rules, finder, scene);
  else
    *out = rules;
  return politics;
}

bool ro_record_finder_settle(ro_scene *scene, ro_settled_acts *acts, const ro_record_finder *finder,
                             const ro_relation_model *model, ro_document *document) {
  match_list matches = {0};
  if (!scene_build(scene, &finder->lexicon, document)) return false;
  if (!match_acts(&matches, finder, model, scene)) return false;
  settle_parties(finder, scene, &matches);
  *acts = (ro_settled_acts){matches.items, matches.count, find_anchors(scene, &matches)};
  return true;
}

void ro_record_finder_annotate(const ro_record_finder *finder, const ro_relation_model *model,
                               ro_document *document) {
  ro_scene scene;
  match_list matches = {0};
  if (!scene_build(&scene, &finder->lexicon, document)) return;
  bool politics = match_acts(&matches, finder, model, &scene);
  time_line line;
  time_line_build(&line, &scene);
  settle_parties(finder, &scene, &matches);
  if (politics) learned_addressees_find(finder->addressees, &scene, matches.items, matches.count);
  list_records(finder, &scene, &line, &matches, find_anchors(&scene, &matches));
  document->records = scene.document->records;
  document->record_count = scene.document->record_count;
  document->background = scene.document->background;
  document->background_count = scene.document->background_count;
}
