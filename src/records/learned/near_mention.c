#include "records/learned/near_mention.h"

#include "syntax/tree.h"

static uint32_t sentence_of(const ro_document *document, uint32_t token) {
  return document->tokens[token].sentence;
}

/* In the predicate's sentence rather than before, before rather than after. */
static uint32_t cost_of(const ro_document *document, uint32_t predicate, uint32_t token) {
  enum { BEFORE = 500, AFTER = 1000 };
  uint32_t own = sentence_of(document, predicate), other = sentence_of(document, token);
  uint32_t distance = token < predicate ? predicate - token : token - predicate;
  if (other > own) return AFTER + distance * 3;
  if (other < own) return BEFORE + distance;
  bool governed = token > predicate && ro_tree_is_below(document, token, predicate);
  return governed ? distance / 2 : distance;
}

uint32_t near_mention_find(const ro_document *document, const report_side *side,
                           uint32_t predicate) {
  uint32_t best = side->tokens[0], least = cost_of(document, predicate, best);
  for (uint32_t i = 1; i < side->count; i++) {
    uint32_t cost = cost_of(document, predicate, side->tokens[i]);
    if (cost >= least) continue;
    best = side->tokens[i];
    least = cost;
  }
  return best;
}

unsigned near_mention_place(const ro_document *document, uint32_t predicate, uint32_t token) {
  uint32_t own = sentence_of(document, predicate), other = sentence_of(document, token);
  if (own == other) {
    bool below = ro_tree_is_below(document, token, predicate);
    if (token > predicate) return below ? 1 : 2;
    return below ? 3 : 4;
  }
  if (other > own) return other - own == 1 ? 9 : 10;
  uint32_t back = own - other;
  return back <= 2 ? 4 + back : back <= 4 ? 7 : 8;
}
