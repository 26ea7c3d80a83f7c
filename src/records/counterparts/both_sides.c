#include "records/counterparts/both_sides.h"

#include <ctype.h>
#include <string.h>

#include "records/counterparts/adversary.h"
#include "records/counterparts/things.h"
#include "syntax/tree.h"

/* "urged THE PARTIES", "appealed to ALL SIDES": where the names know of nobody in particular. */
static bool means_parties(const ro_scene *scene, uint32_t noun, const ro_parties *known) {
  bool loose = known->count == 1 && islower((unsigned char)*known->items[0].actor);
  const char *xpos = scene->document->tokens[noun].xpos;
  return loose && xpos && strcmp(xpos, "NNS") == 0 &&
         (scene_lemma_is(scene, noun, "party") || scene_lemma_is(scene, noun, "side"));
}

/* "voiced the hope that THE TWO SIDES would finish the job": both as the subject of a clause below.
 */
static uint32_t both_who_act_below(const act_match *match, const ro_scene *scene) {
  const ro_document *document = scene->document;
  uint32_t first, last;
  ro_tree_extent(document, match->predicate, &first, &last);
  for (uint32_t i = match->predicate; i <= last; i++)
    if (document->tokens[i].deprel == RO_DEPREL_NSUBJ && scene_in_class(scene, i, "camps") &&
        surroundings_means_both(scene, i))
      return i;
  return RO_NONE;
}

/* "urged both to agree", said by a third party: those two whom the report speaks of most. */
static void settle_both(act_match *match, const ro_scene *scene) {
  ro_parties pair = {.count = 0};
  if (match->act != RO_ACT_DEMAND && match->act != RO_ACT_SUPPORT && match->act != RO_ACT_WARNING)
    return;
  uint32_t both = RO_NONE;
  if (!match->whom.count && match->act != RO_ACT_DEMAND) both = both_who_act_below(match, scene);
  uint32_t subject = match->matter == RO_NONE ? RO_NONE : arguments_subject(scene, match->matter);
  if (subject != RO_NONE &&
      (surroundings_means_both(scene, subject) || means_parties(scene, subject, &match->whom)))
    both = subject;
  for (uint32_t i = 0; i < match->arguments.count && both == RO_NONE; i++) {
    const ro_argument *item = &match->arguments.items[i];
    bool asked = item->role == ACT_OBJECT || item->role == ACT_INDIRECT ||
                 (item->role == ACT_PREPOSITION &&
                  (strcmp(item->preposition, "on") == 0 || strcmp(item->preposition, "upon") == 0 ||
                   strcmp(item->preposition, "to") == 0));
    if (asked && (surroundings_means_both(scene, item->token) ||
                  means_parties(scene, item->token, &match->whom)))
      both = item->token;
  }
  if (both != RO_NONE) adversaries_beside(&pair, scene, &match->who, both);
  ro_parties others = pair;
  parties_remove_sides(&others, &match->whom);
  bool known = match->whom.count == pair.count && !others.count;
  if (pair.count && !known) surroundings_settle(match, &pair, "the two that are at odds");
}

/* "BOTH SIDES promised", resolved to others than two that the report often speaks of: those whose
 * quarrel it is. */
static void find_both_doers(act_match *match, const ro_scene *scene) {
  const ro_parties nobody = {.count = 0};
  ro_parties pair = {.count = 0};
  uint32_t subject = arguments_find(&match->arguments, ACT_SUBJECT, NULL);
  bool verbal = scene->document->tokens[match->predicate].upos == RO_UPOS_VERB;
  if (!verbal || subject == RO_NONE || !surroundings_means_both(scene, subject)) return;
  bool sides = scene_in_class(scene, subject, "camps") || scene_lemma_is(scene, subject, "both");
  if (!sides || adversaries_may_be(scene, &match->who)) return;
  adversaries_for(&pair, scene, &nobody);
  if (pair.count) match->who = pair;
}

/* The state whose opposition does it. */
static void add_state_of_opposition(ro_parties *out, const act_match *match,
                                    const ro_scene *scene) {
  enum { STATE_LENGTH = 3 };
  const char *code = parties_code(scene, &match->who.items[0]);
  if (!code || strlen(code) < STATE_LENGTH || strncmp(code + STATE_LENGTH, "OPP", 3) != 0) return;
  const char *state = ro_arena_copy(scene->document->arena, code, STATE_LENGTH);
  parties_add(out, (ro_party){state, state, {0, 0}, true});
}

/* "shelled ARMY positions": the word before the noun that tells whose it is; else the noun. */
static uint32_t owner_described(const ro_scene *scene, uint32_t noun) {
  const ro_document *document = scene->document;
  for (uint32_t child = ro_tree_child(document, noun, RO_DEPREL_COMPOUND); child != RO_NONE;
       child = ro_tree_next_child(document, child, RO_DEPREL_COMPOUND))
    if (scene_in_class(scene, child, "state-organs") || scene_in_class(scene, child, "rebels"))
      return child;
  return noun;
}

/* "accused THE REBELS", "urged THE ARMY": a side that is only described, though nobody knows it. */
void sides_described(act_match *match, const surroundings *around) {
  const ro_scene *scene = around->scene;
  ro_parties found = {.count = 0};
  bool known = match->whom.count && !islower((unsigned char)*match->whom.items[0].actor);
  bool asks = match->act == RO_ACT_DEMAND || match->act == RO_ACT_ACCUSATION ||
              match->act == RO_ACT_PRESSURE;
  bool own_troops = match->entry && strcmp(match->entry->frame->name, "deploy") == 0;
  if (known || !asks || own_troops || !match->who.count) return;
  uint32_t noun = arguments_find(&match->arguments, ACT_OBJECT, NULL);
  if (noun == RO_NONE) noun = arguments_find(&match->arguments, ACT_PREPOSITION, "on");
  if (noun == RO_NONE) return;
  if (match->act == RO_ACT_PRESSURE) noun = owner_described(scene, noun);
  if (things_names_another(scene, noun)) return;
  if (scene_in_class(scene, noun, "rebels"))
    adversaries_rebels(&found, scene);
  else if (scene_in_class(scene, noun, "state-organs"))
    adversary_of(&found, scene, around->matches, around->count, &match->who);
  else if (scene_lemma_is(scene, noun, "neighbour") || scene_lemma_is(scene, noun, "neighbor"))
    adversaries_state(&found, scene, &match->who);
  else if (scene_lemma_is(scene, noun, "government") && match->who.count == 1)
    add_state_of_opposition(&found, match, scene);
  surroundings_settle(match, &found, "the side that is described");
}

void both_sides_find(act_match *match, const ro_scene *scene) {
  find_both_doers(match, scene);
  settle_both(match, scene);
}

/* "threatened to LEAVE THE COALITION", "walked out of THE GOVERNMENT": of one's own state. */
static bool is_on_own_government(const act_match *match, const ro_scene *scene) {
  const ro_document *document = scene->document;
  uint32_t first, last;
  if (match->act != RO_ACT_WARNING && match->act != RO_ACT_REFUSAL) return false;
  bool minister = strchr(match->who.items[0].actor, ':') != NULL; /* states form coalitions, too */
  ro_tree_extent(document, match->predicate, &first, &last);
  for (uint32_t i = match->predicate + 1; i <= last; i++) {
    bool body = scene_lemma_is(scene, i, "government") ||
                (minister && scene_lemma_is(scene, i, "coalition")) ||
                scene_lemma_is(scene, i, "cabinet");
    uint32_t verb = document->tokens[i].head;
    if (body && verb != RO_NONE && document->tokens[verb].upos == RO_UPOS_VERB &&
        (scene_in_class(scene, verb, "leaving-office") || scene_lemma_is(scene, verb, "walk")))
      return true;
  }
  return false;
}

bool sides_of_own_government(act_match *match, const ro_scene *scene) {
  if (!match->who.count || match->whom.count || !is_on_own_government(match, scene)) return false;
  size_t length;
  const char *side = parties_side(match->who.items[0].actor, &length);
  enum { STATE_LENGTH = 3 };
  if (parties_many_sides(&match->who) || length != STATE_LENGTH) return false;
  side = ro_arena_copy(scene->document->arena, side, length);
  parties_add(&match->whom, (ro_party){side, side, {0, 0}, true});
  match->whom_found = "the government that they are of";
  return true;
}

bool sides_of_opposition(act_match *match, const surroundings *around) {
  ro_parties found = {.count = 0};
  switch (match->act) {
  case RO_ACT_DEMAND:
  case RO_ACT_REFUSAL:
  case RO_ACT_WARNING:
  case RO_ACT_CONDITION:
  case RO_ACT_ACCUSATION:
  case RO_ACT_SUPPORT:
    break;
  default:
    return false;
  }
  if (match->who.count != 1) return false;
  add_state_of_opposition(&found, match, around->scene);
  return surroundings_settle(match, &found, "the government that it opposes");
}
