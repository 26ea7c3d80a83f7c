/* Passages: the stretches of text in which the model looks for attributions. A paragraph is one;
 * long ones are cut, between sentences where that is possible. Also what the tree says of each of
 * its tokens, so that questions about pairs of tokens are cheap. */
#ifndef RO_STATEMENTS_PASSAGE_H
#define RO_STATEMENTS_PASSAGE_H

#include "base/document.h"

enum {
  RO_PASSAGE_ENOUGH = 100,  /* tokens after which the next sentence begins a new passage */
  RO_PASSAGE_LONGEST = 256, /* tokens */
  RO_PASSAGE_DEEPEST = 63,  /* steps up a tree that are looked at */
};

typedef struct ro_passage {
  uint32_t first, count; /* tokens */
  /* of each token, counted from the passage's first: */
  uint16_t head[RO_PASSAGE_LONGEST];     /* RO_PASSAGE_LONGEST: root, or outside */
  uint8_t depth[RO_PASSAGE_LONGEST];     /* steps to the root, at most RO_PASSAGE_DEEPEST */
  uint16_t leftmost[RO_PASSAGE_LONGEST]; /* first and last token of the subtree */
  uint16_t rightmost[RO_PASSAGE_LONGEST];
} ro_passage;

/* The passage that begins at token `first`; the next one begins at first + count. */
void ro_passage_begin(ro_passage *passage, const ro_document *document, uint32_t first);

#endif
