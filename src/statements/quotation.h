/* Quotations: what stands between quotation marks, curly, straight or guillemets. */
#ifndef RO_STATEMENTS_QUOTATION_H
#define RO_STATEMENTS_QUOTATION_H

#include "base/document.h"

/* A piece of quoted text inside one paragraph. Where a quotation runs over several paragraphs each
 * of them opens with a mark and only the last one closes; its pieces are chained. */
typedef struct ro_quotation {
  ro_span span;                     /* with its marks */
  uint32_t first_token, last_token; /* inclusive */
  uint32_t continues;               /* the piece that this one goes on with; RO_NONE */
  bool closed;
} ro_quotation;

/* How a token stands to the quotations around it. */
typedef enum ro_quotation_state {
  RO_UNQUOTED,
  RO_QUOTATION_OPENS, /* the token is, or begins with, the opening mark */
  RO_QUOTED,
  RO_QUOTATION_CLOSES,
} ro_quotation_state;

typedef struct ro_quotations {
  ro_quotation *items; /* in text order, never nested */
  uint32_t count;
  uint8_t *states;    /* ro_quotation_state of every token */
  uint32_t *of_token; /* index of the quotation that holds a token; RO_NONE */
} ro_quotations;

/* Finds the quotations of all paragraphs, in one pass over the text. */
ro_quotations ro_quotations_find(const ro_document *document);

#endif
