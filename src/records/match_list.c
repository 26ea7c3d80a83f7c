#include "records/match_list.h"

#include <string.h>

#include "records/evidence/listed.h"
#include "records/judgement/judge.h"
#include "records/matching/gapped.h"
#include "records/matching/speech.h"
#include "records/matching/whereabouts.h"
#include "records/merge.h"
#include "records/relation/related.h"
#include "syntax/tree.h"

void match_list_add(match_list *matches, const ro_scene *scene, const act_match *match) {
  *RO_ARENA_PUSH(scene->document->arena, &matches->items, matches->count, matches->capacity) =
      *match;
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

act_match match_new(const ro_scene *scene, uint32_t token) {
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
    *match = match_new(scene, token);
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

/* "IF the other side does", "UNLESS they have paid"; not "if needed", "if it must". */
static bool asks_something(const ro_scene *scene, const ro_circumstances *circumstances) {
  uint32_t condition = circumstances->condition;
  uint32_t mark = ro_tree_child(scene->document, condition, RO_DEPREL_MARK);
  bool unless = mark != RO_NONE && scene_lemma_is(scene, mark, "unless");
  if (circumstances->condition_kind == CONDITION_PROVIDED) return true;
  if (circumstances->condition_kind != CONDITION_IF && !unless) return false;
  return ro_tree_child(scene->document, condition, RO_DEPREL_NSUBJ) != RO_NONE ||
         ro_tree_child(scene->document, condition, RO_DEPREL_NSUBJ_PASS) != RO_NONE;
}

/* "We will return AS SOON AS our part is done": the promise sets a condition beside it. */
static void add_condition(match_list *matches, const ro_scene *scene, const act_match *promise) {
  if (promise->act != RO_ACT_PROMISE || promise->status != RO_STATUS_CONDITIONAL) return;
  if (promise->dropped || promise->circumstances.condition == RO_NONE) return;
  if (!asks_something(scene, &promise->circumstances)) return;
  act_match match = *promise;
  match.entry = NULL;
  match.rule = match.decision = "provided that: a condition";
  match.act = RO_ACT_CONDITION;
  match.status = RO_STATUS_MADE;
  match.event = match.mode = match.cameo = NULL;
  match.predicate = match.matter = match.circumstances.clause = promise->circumstances.condition;
  match.circumstances.condition = RO_NONE;
  match_list_add(matches, scene, &match);
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
  match_list_add(matches, scene, &match);
}

/* "urged Iceland to stay and NORWAY TO LEAVE": what the same verb asks of others. */
static void add_gapped(match_list *matches, const ro_scene *scene, const act_match *asked) {
  act_match other;
  uint32_t from = 0;
  while (gapped_next(&other, scene, asked, &from))
    match_list_add(matches, scene, &other);
}

/* "said that elections WOULD BE HELD": what the lexicon has for an event alone may be promised,
 * refused or asked in somebody's words. */
static void tell_what_is_said(act_match *match, const ro_scene *scene) {
  if (match->dropped || match->act != RO_ACT_NONE || match->statement == RO_NONE) return;
  if (match->who.count || scene->document->tokens[match->predicate].upos != RO_UPOS_VERB) return;
  act_match said = match_new(scene, match->predicate);
  if (!speech_match(&said, scene, match->predicate)) return;
  said.event = match->event;
  said.mode = match->mode;
  said.cameo = match->cameo;
  *match = said;
}

/* The lexicon and, where it has nothing to say, the rules for what is said; else what is learned.
 */
static void match_token(match_list *matches, const ro_scene *scene, const ro_relation_model *model,
                        uint32_t token) {
  act_match match = match_new(scene, token);
  if (listed_match(&match, scene, token)) {
    match_list_add(matches, scene, &match);
    return;
  }
  bool found = match_entry(&match, scene, token), known = match.entry != NULL;
  if (found) tell_what_is_said(&match, scene);
  if (found) match_list_add(matches, scene, &match);
  if (!found || match.dropped) {
    match = match_new(scene, token);
    bool said = whereabouts_match(&match, scene, token) || speech_match(&match, scene, token);
    if (!said && known) return;
    if (!said) match = match_new(scene, token);
    if (!said && !related_match(&match, scene, model, token)) return;
    match_list_add(matches, scene, &match);
  }
  part_unless(matches, scene);
  add_condition(matches, scene, &match);
  add_gapped(matches, scene, &match);
}

void match_list_read(match_list *matches, const ro_scene *scene, const ro_relation_model *model,
                     const ro_sentence *sentence) {
  if (sentence->token_count > MATCH_LONGEST_SENTENCE) return;
  size_t first = matches->count;
  for (uint32_t i = 0; i < sentence->token_count; i++)
    match_token(matches, scene, model, sentence->first_token + i);
  merge_sentence(scene, matches->items + first, matches->count - first);
}
