#include "records/learned/dealings.h"

enum {
  NEAR = 12,   /* acts before that are looked at */
  WIDTH = 100, /* acts to either side that are counted */
};

const act_match *question_act(const side_question *question) {
  return &question->matches[question->index];
}

bool question_admits(const side_question *question, uint32_t side) {
  const char *actor = question->sides->items[side].party.actor;
  return !parties_have_side(&question_act(question)->who, actor);
}

static bool is_told(const act_match *match) {
  return !match->dropped && match->act != RO_ACT_NONE;
}

uint32_t dealings_distance(const side_question *question, const act_match *other) {
  const ro_token *tokens = question->scene->document->tokens;
  uint32_t own = tokens[question_act(question)->predicate].sentence;
  uint32_t there = tokens[other->predicate].sentence;
  return own > there ? own - there : there - own;
}

static bool takes_part(const act_match *match, const char *actor) {
  return parties_have_side(&match->who, actor) || parties_have_side(&match->whom, actor);
}

static void count_meeting(dealings *out, const side_question *question, const act_match *meeting,
                          const char *actor) {
  const act_match *own = question_act(question);
  bool ours =
      parties_share_side(&meeting->who, &own->who) || parties_share_side(&meeting->whom, &own->who);
  if (!ours || !takes_part(meeting, actor)) return;
  uint32_t distance = dealings_distance(question, meeting);
  out->meetings++;
  if (distance < out->nearest) out->nearest = distance;
}

dealings dealings_count(const side_question *question, const char *actor) {
  dealings out = {.nearest = DEALINGS_FAR};
  const act_match *own = question_act(question);
  size_t first = question->index > WIDTH ? question->index - WIDTH : 0;
  for (size_t i = first; i < question->count && i < question->index + WIDTH; i++) {
    const act_match *other = &question->matches[i];
    if (i == question->index || !is_told(other)) continue;
    if (other->act == RO_ACT_MEETING) {
      count_meeting(&out, question, other, actor);
      continue;
    }
    out.to += parties_share_side(&other->who, &own->who) && parties_have_side(&other->whom, actor);
    out.from +=
        parties_have_side(&other->who, actor) && parties_share_side(&other->whom, &own->who);
  }
  return out;
}

unsigned dealings_parts(const side_question *question, const act_match *other, const char *actor) {
  const ro_parties *doers = &question_act(question)->who;
  unsigned side = parties_have_side(&other->who, actor)    ? 1
                  : parties_have_side(&other->whom, actor) ? 2
                                                           : 0;
  unsigned own = parties_share_side(&other->who, doers)    ? 1
                 : parties_share_side(&other->whom, doers) ? 2
                                                           : 0;
  return side * 3 + own;
}

const act_match *dealings_last(const side_question *question, const char *actor) {
  for (size_t i = question->index, looked = 0; i-- > 0 && looked < NEAR;) {
    const act_match *other = &question->matches[i];
    if (!is_told(other)) continue;
    looked++;
    unsigned parts = dealings_parts(question, other, actor);
    if (parts >= 3 && parts % 3 != 0) return other;
  }
  return NULL;
}

const act_match *dealings_before(const side_question *question) {
  for (size_t i = question->index; i-- > 0;)
    if (is_told(&question->matches[i]) && question->matches[i].who.count)
      return &question->matches[i];
  return NULL;
}

const act_match *dealings_after(const side_question *question) {
  for (size_t i = question->index + 1; i < question->count; i++)
    if (is_told(&question->matches[i]) && question->matches[i].who.count)
      return &question->matches[i];
  return NULL;
}
