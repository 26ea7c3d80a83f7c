#include "records/judgement/worth.h"

#include <string.h>

#include "syntax/tree.h"

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
static bool is_rally_of_rulers(const act_match *match, const ro_scene *scene) {
  if (!match->event || strcmp(match->event, "PROTEST") != 0) return false;
  uint32_t subject = arguments_find(&match->arguments, ACT_SUBJECT, NULL);
  uint32_t index = subject == RO_NONE ? RO_NONE : scene->mentions[subject];
  bool person = index != RO_NONE && scene->document->actors[index].kind == RO_MENTION_NAME &&
                scene->document->actors[index].type == RO_ACTOR_PERSON;
  uint32_t object = arguments_find(&match->arguments, ACT_OBJECT, NULL);
  bool rally = scene_lemma_is(scene, match->predicate, "rally") ||
               (object != RO_NONE && scene_lemma_is(scene, object, "rally"));
  if (person && rally) return true; /* a candidate's */
  for (uint32_t i = 0; i < match->source.count; i++) {
    const char *code = match->source.items[i].code;
    if (strlen(code) < 6 || strcmp(code + 3, "GOV") != 0) return false;
  }
  return match->source.count > 0;
}

/* "spoke at a CEREMONY"; but what is signed there is signed with others. */
static bool is_mere_ceremony(const act_match *match, const ro_scene *scene) {
  uint32_t head = scene->document->tokens[match->predicate].head;
  bool signs = head != RO_NONE && scene_lemma_is(scene, head, "sign");
  return scene_lemma_is(scene, match->predicate, "ceremony") && !signs;
}

/* "visited his home town": a visit needs somebody who is visited. */
static bool is_visit_at_home(const act_match *match, const ro_scene *scene) {
  bool visit =
      match->act == RO_ACT_MEETING &&
      ((match->mode && strcmp(match->mode, "visit") == 0) || is_mere_ceremony(match, scene));
  if (!visit || match->whom.count) return false;
  for (uint32_t i = 1; i < match->who.count; i++)
    if (!parties_same_side(match->who.items[0].actor, match->who.items[i].actor)) return false;
  return true;
}

/* "told Reuters by telephone": an interview. */
static bool is_interview(const act_match *match) {
  ro_parties all = match->who;
  uint32_t media = 0;
  for (uint32_t i = 0; i < match->whom.count; i++)
    parties_add(&all, match->whom.items[i]);
  for (uint32_t i = 0; i < all.count; i++)
    media += strstr(all.items[i].actor, "-MED") ||
             (all.items[i].code &&
              (strstr(all.items[i].code, "MED") || strstr(all.items[i].code, "JRN")));
  return match->act == RO_ACT_MEETING && media > 0 && all.count - media < 2;
}

/* "THE UNIONS demand that the paper be torn up": what a state's people ask and do in a quarrel is
 * meant for those who govern, named or not. */
static bool is_act_of_people(const act_match *match) {
  static const char *const sectors[] = {"LAB", "AGR", "CVL"};
  bool act = match->act == RO_ACT_DEMAND || match->act == RO_ACT_REFUSAL ||
             match->act == RO_ACT_PRESSURE || match->act == RO_ACT_ACCUSATION;
  if (!act || match->who.count != 1 || match->whom.count || !match->who.items[0].code) return false;
  const ro_party *people = &match->who.items[0];
  if (strlen(people->code) < 6 || !strstr(people->actor, "-CIV")) return false;
  for (size_t i = 0; i < sizeof sectors / sizeof *sectors; i++)
    if (strcmp(people->code + 3, sectors[i]) == 0) return true;
  return false;
}

/* An act needs a state, a body of states, a party or an armed group on one side at least; an event
 * somebody with a code on both. */
bool worth_keeping(const act_match *match, const ro_scene *scene) {
  if (match->dropped || lacks_doer(match, scene) || is_done_by_reader_or_writer(match, scene) ||
      is_interview(match) || is_rally_of_rulers(match, scene) || is_visit_at_home(match, scene))
    return false;
  if (is_commercial(&match->source) && !parties_any_political(&match->source) &&
      !parties_any_political(&match->who))
    return false;
  bool political = parties_any_political(&match->source) ||
                   (parties_any_political(&match->target) && !is_commercial(&match->source));
  if (match->source.count && match->target.count && political) return true;
  if (match->entry && match->entry->marks & ACT_MARK_STRICT)
    return parties_any_political(&match->who) && parties_any_political(&match->whom);
  return parties_any_political(&match->who) || parties_any_political(&match->whom) ||
         is_act_of_people(match);
}
