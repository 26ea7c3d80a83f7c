#include "records/counterparts/doer_groups.h"

#include <string.h>

#include "records/counterparts/adversary.h"
#include "records/parties/described.h"
#include "syntax/tree.h"

static uint32_t subject_of(const act_match *match) {
  return arguments_find(&match->arguments, ACT_SUBJECT, NULL);
}

/* The state of a place that the clause is set in: "IN WASHINGTON a senior official warned". */
static const char *state_of_place(const act_match *match, const ro_scene *scene) {
  const ro_document *document = scene->document;
  for (uint32_t child = document->first_child[match->predicate]; child != RO_NONE;
       child = document->next_sibling[child]) {
    uint32_t place = scene->places[child];
    const char *preposition = arguments_preposition(document, child);
    if (place == RO_NONE || document->tokens[child].deprel != RO_DEPREL_OBL || !preposition)
      continue;
    if (strcmp(preposition, "in") == 0) return document->places[place].country;
  }
  return NULL;
}

static bool is_armed_group(const ro_document *document, const char *actor) {
  for (uint32_t i = 0; i < document->actor_count; i++)
    if (document->actors[i].actor && document->actors[i].type == RO_ACTOR_ARMED_GROUP &&
        parties_same_side(document->actors[i].actor, actor))
      return true;
  return false;
}

/* The armed group that the report speaks of most; NULL. */
static const ro_actor_mention *armed_group(const ro_document *document) {
  const ro_actor_mention *most = NULL;
  uint32_t mentions = 0;
  for (uint32_t i = 0; i < document->actor_count; i++) {
    const ro_actor_mention *group = &document->actors[i];
    if (!group->actor || group->type != RO_ACTOR_ARMED_GROUP) continue;
    uint32_t count = 0;
    for (uint32_t k = i; k < document->actor_count; k++)
      count +=
          document->actors[k].actor && parties_same_side(document->actors[k].actor, group->actor);
    if (count > mentions) most = group;
    if (count > mentions) mentions = count;
  }
  return most;
}

/* "The rebels seized the town" */
bool doers_of_rebels(act_match *match, const doer_search *search) {
  const ro_scene *scene = search->scene;
  uint32_t subject = subject_of(match);
  if (subject == RO_NONE || !scene_in_class(scene, subject, "rebels")) return false;
  const ro_actor_mention *group = armed_group(scene->document);
  if (!group) return false;
  size_t length;
  const char *side = parties_side(group->actor, &length);
  side = ro_arena_copy(scene->document->arena, side, length);
  parties_add(&match->who, (ro_party){side, group->code, group->span, true});
  return true;
}

/* Of the two that the report speaks of most, the state that it is not done to; NULL where it may be
 * either. */
static const char *state_at_odds(const ro_parties *whom, const ro_scene *scene) {
  ro_parties pair = {.count = 0}, nobody = {.count = 0};
  adversaries_for(&pair, scene, &nobody);
  parties_remove_sides(&pair, whom);
  const char *state = NULL;
  for (uint32_t i = 0; i < pair.count; i++) {
    if (is_armed_group(scene->document, pair.items[i].actor)) continue;
    if (state) return NULL;
    state = pair.items[i].actor;
  }
  return state;
}

/* "Students shouted slogans outside THE INDIAN EMBASSY" are hardly Indians. */
static bool has_embassy_of(const ro_scene *scene, uint32_t subject, const char *state) {
  static const char *const lemmas[] = {"embassy", "consulate"};
  const ro_document *document = scene->document;
  const ro_sentence *sentence = &document->sentences[document->tokens[subject].sentence];
  for (uint32_t i = 1; i < sentence->token_count; i++) {
    uint32_t token = sentence->first_token + i;
    if (!scene_lemma_is(scene, token, lemmas[0]) && !scene_lemma_is(scene, token, lemmas[1]))
      continue;
    const char *owner = described_state_at(scene, token - 1);
    if (owner && strcmp(owner, state) == 0) return true;
  }
  return false;
}

/* "Police detained eleven", "Interior Minister NYGAARD denied it", "crowds attacked the embassy":
 * of the state that the clause is set in or that the report speaks of most; of crowds its people.
 */
bool doers_of_state(act_match *match, const doer_search *search) {
  const ro_scene *scene = search->scene;
  ro_document *document = scene->document;
  uint32_t subject = subject_of(match);
  if (subject == RO_NONE) return false;
  bool noun = document->tokens[subject].upos == RO_UPOS_NOUN;
  uint32_t title = ro_tree_child(document, subject, RO_DEPREL_NMOD_DESC);
  bool crowd = noun && scene_in_class(scene, subject, "protesters");
  bool organ = noun ? scene_in_class(scene, subject, "organs")
                    : title != RO_NONE && scene_in_class(scene, title, "organs");
  if (!crowd && !organ) return false;
  const char *state = state_of_place(match, scene);
  if (!state) state = scene->leading_state;
  if (!state) state = state_at_odds(&match->whom, scene);
  if (crowd && state && has_embassy_of(scene, subject, state)) {
    const ro_parties host = {.items = {{.actor = state}}, .count = 1};
    state = state_at_odds(&host, scene);
  }
  if (!state) return false;
  if (crowd) state = ro_arena_print(document->arena, "%s-CIV", state);
  ro_parties found = {.count = 0};
  parties_add(&found, (ro_party){state, NULL, document->tokens[subject].span, true});
  if (parties_share_side(&found, &match->whom)) return false;
  match->who = found;
  return true;
}

/* "The rebels seized the town", "crowds attacked the embassy": people whom no list knows stand for
 * themselves. */
bool doers_loose_group(act_match *match, const doer_search *search) {
  static const char *const classes[] = {"people",     "protesters", "armed", "governing-bodies",
                                        "assemblies", "troops",     "sides", "security-forces"};
  const ro_scene *scene = search->scene;
  uint32_t subject = subject_of(match);
  if (subject == RO_NONE || scene->document->tokens[subject].upos != RO_UPOS_NOUN) return false;
  if (match->act == RO_ACT_DELIVERY && !scene_in_class(scene, subject, "troops")) return false;
  bool people = false;
  for (size_t i = 0; i < sizeof classes / sizeof *classes && !people; i++)
    people = scene_in_class(scene, subject, classes[i]);
  if (!people) return false;
  const char *words = parties_words(scene, subject);
  parties_add(&match->who, (ro_party){words, NULL, scene->document->tokens[subject].span, true});
  return true;
}

/* Somebody: a name that is no place's, or a noun that the report speaks of as of people. */
static bool is_somebody(const ro_scene *scene, uint32_t token) {
  const ro_token *word = &scene->document->tokens[token];
  if (scene->timed[token] || scene->places[token] != RO_NONE) return false;
  if (word->upos == RO_UPOS_PROPN)
    return scene->mentions[token] != RO_NONE || word->name_tag != RO_NAME_TAG_NONE;
  return word->upos == RO_UPOS_NOUN && scene->mentions[token] != RO_NONE;
}

/* "Energy Commissioner Holm urged Norway", "the Patriarch implored both": somebody whose side
 * nothing tells stands for himself. */
bool doers_by_words(act_match *match, const doer_search *search) {
  const ro_scene *scene = search->scene;
  uint32_t subject = subject_of(match);
  if (subject == RO_NONE || !match->entry || !is_somebody(scene, subject)) return false;
  const char *words = parties_words(scene, subject);
  parties_add(&match->who, (ro_party){words, NULL, scene->document->tokens[subject].span, true});
  return true;
}
