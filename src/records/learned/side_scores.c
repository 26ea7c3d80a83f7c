#include "records/learned/side_scores.h"

static const float no_score = -50.0F;

static unsigned step_of(float score) {
  enum { MIDDLE = SIDE_SCORE_STEPS / 2, LAST = SIDE_SCORE_STEPS - 1 };
  if (score <= no_score) return 0;
  float step = 2 * score + MIDDLE;
  return step < 1 ? 1 : step > LAST ? LAST : (unsigned)step;
}

/* The scores of the mention that is likeliest in each role; both lists are in text order. */
static party_score best_of(const act_match *act, const report_side *side) {
  party_score best = {.who = no_score, .whom = no_score};
  for (uint32_t i = 0, k = 0; i < act->scored_count && k < side->count; i++) {
    const party_score *scored = &act->scored[i];
    while (k < side->count && side->tokens[k] < scored->token)
      k++;
    if (k == side->count || side->tokens[k] != scored->token) continue;
    if (scored->who > best.who) best.who = scored->who;
    if (scored->whom > best.whom) best.whom = scored->whom;
  }
  return best;
}

static unsigned rank_of(const side_question *question, uint32_t side, float score) {
  enum { ALONE = 1, GAPS = 8, MOST = 3 };
  float other = no_score;
  unsigned likelier = 0;
  if (score <= no_score) return 0;
  for (uint32_t i = 0; i < question->sides->count; i++) {
    if (i == side || !question_admits(question, i)) continue;
    float theirs = best_of(question_act(question), &question->sides->items[i]).whom;
    likelier += theirs > score;
    if (theirs > other) other = theirs;
  }
  if (other <= no_score) return ALONE;
  float gap = score > other ? score - other : other - score;
  unsigned step = gap < GAPS - 1 ? (unsigned)gap : GAPS - 1;
  return ALONE + 1 + (likelier < MOST ? likelier : MOST) * GAPS + step;
}

side_score side_score_find(const side_question *question, uint32_t side) {
  party_score best = best_of(question_act(question), &question->sides->items[side]);
  return (side_score){step_of(best.who), step_of(best.whom), rank_of(question, side, best.whom)};
}
