/* What the sentence model sees at a place where a sentence may end. */
#ifndef RO_TEXT_BOUNDARY_FEATURES_H
#define RO_TEXT_BOUNDARY_FEATURES_H

#include "base/document.h"
#include "text/word_list.h"

/* Number of features of one place; each is a number below 1 << RO_BOUNDARY_FEATURE_BITS. */
enum { RO_BOUNDARY_FEATURE_COUNT = 44, RO_BOUNDARY_FEATURE_BITS = 15 };

/* One token as the features see it. */
typedef struct ro_boundary_token {
  uint32_t word;   /* hash of its form in lower case, digits made alike */
  uint32_t suffix; /* hash of its last letters */
  uint8_t shape;   /* of ro_token_shape */
  uint8_t kinds;   /* what the word list says of it, as an abbreviation */
} ro_boundary_token;

/* The tokens of a paragraph, and what was seen since the last sentence ended. */
typedef struct ro_boundary_context {
  const ro_document *document;
  const ro_boundary_token *tokens;  /* of the paragraph */
  uint32_t first, count;            /* the paragraph's first token and their number */
  uint32_t sentence;                /* the sentence's first token, counted in the paragraph */
  uint32_t seen;                    /* tokens that are counted below, in the paragraph */
  uint32_t lower, capitals, common; /* words of the sentence so far, by shape */
  int open_brackets;
  bool open_quote; /* an odd number of straight quotation marks since the paragraph began */
} ro_boundary_context;

/* Reads the tokens of the document from `first` to before `end`, which are one paragraph. Memory is
 * the arena's. */
void ro_boundary_begin(ro_boundary_context *context, ro_arena *arena, const ro_word_list *words,
                       const ro_document *document, uint32_t first, uint32_t end);

/* Whether the model is asked at all whether a sentence ends with token `at` of the paragraph, which
 * is not its last. */
bool ro_boundary_is_candidate(const ro_boundary_context *context, uint32_t at);

/* Takes in the tokens up to `at`; begins a new sentence behind it. */
void ro_boundary_advance(ro_boundary_context *context, uint32_t at);
void ro_boundary_end_sentence(ro_boundary_context *context, uint32_t at);

/* Fills the features of the place behind token `at`, after ro_boundary_advance(at). */
void ro_boundary_features(const ro_boundary_context *context, uint32_t at,
                          uint32_t features[RO_BOUNDARY_FEATURE_COUNT]);

#endif
