/* One report on its way through the layers. Each layer reads what the ones before it have put here
 * and fills its own part; everything lives in the document's arena. */
#ifndef RO_BASE_DOCUMENT_H
#define RO_BASE_DOCUMENT_H

#include "base/arena.h"
#include "readout/day.h"
#include "readout/names.h"
#include "readout/records.h"
#include "readout/statements.h"
#include "readout/syntax.h"
#include "readout/times.h"

typedef struct ro_document {
  ro_arena *arena;

  /* report */
  const char *text; /* valid UTF-8, NUL-terminated */
  size_t text_size;
  bool one_line_paragraphs; /* as in ro_report */
  ro_day published;
  const char *title;     /* NULL */
  const char *publisher; /* NULL */
  const char *dateline;  /* NULL */

  /* text and syntax */
  ro_token *tokens;
  uint32_t token_count;
  ro_sentence *sentences;
  uint32_t sentence_count;
  const char **sentence_comments; /* lines that stood before each in CoNLL-U; else NULL */
  /* dependents of each token as linked lists in text order, RO_NONE at the end (syntax/tree.h) */
  uint32_t *first_child, *next_sibling;
  /* what the network knows of each token in its sentence: token_count rows of vector_width values,
   * for the learned parts of later layers; NULL where no network ran */
  const int8_t *vectors;
  uint32_t vector_width;

  /* names and times */
  ro_actor_mention *actors; /* by start, longer first */
  uint32_t actor_count;
  ro_place *places; /* by start */
  uint32_t place_count;
  ro_time *times; /* by start */
  uint32_t time_count;

  ro_statement *statements; /* by start of the first span */
  uint32_t statement_count;

  ro_record *records; /* by start of the evidence */
  uint32_t record_count;
  ro_record *background; /* what lies more than a year before the report; in the same order */
  uint32_t background_count;
} ro_document;

/* Gives every token the values of a word that no tagger has seen. */
void ro_document_set_defaults(ro_document *document);

#endif
