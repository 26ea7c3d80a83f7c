#include "statements/passage.h"

#include <string.h>

/* "He went on to say:" before the paragraph that he says. */
static bool introduces(const ro_token *token) {
  return strcmp(token->form, ":") == 0;
}

static uint32_t passage_end(const ro_document *document, uint32_t first) {
  const ro_token *tokens = document->tokens;
  uint32_t paragraph = document->sentences[tokens[first].sentence].paragraph, end = first;
  while (end < document->token_count && end - first < RO_PASSAGE_LONGEST) {
    bool begins_sentence = end > first && tokens[end].sentence != tokens[end - 1].sentence;
    uint32_t own = document->sentences[tokens[end].sentence].paragraph;
    if (begins_sentence && end - first >= RO_PASSAGE_ENOUGH) break;
    if (begins_sentence && own != paragraph && !introduces(&tokens[end - 1])) break;
    paragraph = own;
    end++;
  }
  return end;
}

/* Carries the ends of every token's subtree up to its ancestors, and counts these. */
static void climb(ro_passage *passage, uint16_t token) {
  uint16_t at = token;
  uint8_t depth = 0;
  while (passage->head[at] < RO_PASSAGE_LONGEST && depth < RO_PASSAGE_DEEPEST) {
    at = passage->head[at];
    depth++;
    if (token < passage->leftmost[at]) passage->leftmost[at] = token;
    if (token > passage->rightmost[at]) passage->rightmost[at] = token;
  }
  passage->depth[token] = depth;
}

void ro_passage_begin(ro_passage *passage, const ro_document *document, uint32_t first) {
  passage->first = first;
  passage->count = passage_end(document, first) - first;
  for (uint32_t i = 0; i < passage->count; i++) {
    uint32_t head = document->tokens[first + i].head;
    bool inside = head >= first && head < first + passage->count && head != first + i;
    passage->head[i] = inside ? (uint16_t)(head - first) : RO_PASSAGE_LONGEST;
    passage->leftmost[i] = passage->rightmost[i] = (uint16_t)i;
  }
  for (uint32_t i = 0; i < passage->count; i++)
    climb(passage, (uint16_t)i);
}
