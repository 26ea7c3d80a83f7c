/* The best dependency tree for given scores of heads. */
#ifndef RO_SYNTAX_TREE_DECODER_H
#define RO_SYNTAX_TREE_DECODER_H

#include <stdint.h>

/* Fills heads[i] (0: the root, i + 1: word i) so that they make a tree with exactly one word below
 * the root, and no such tree has a higher sum of scores. scores[word * (count + 1) + head] as of
 * ro_network_score_arcs; a word's score for itself is not looked at. `count` is at least 1. */
void ro_decode_tree(const float *scores, uint32_t count, uint32_t *heads);

#endif
