/* The columns of the event tables: readout's own and those of GDELT 2.0, Phoenix and POLECAT. */
#ifndef RO_OUTPUT_EVENT_COLUMNS_H
#define RO_OUTPUT_EVENT_COLUMNS_H

#include "base/arena.h"
#include "readout/annotation.h"
#include "readout/report.h"

/* What one row is about. */
typedef struct ro_event_row {
  const ro_report *report;
  const ro_annotation *annotation;
  const ro_record *record;
  const char *id;     /* of the event; pairs carry a number behind it */
  const char *source; /* its actor codes, joined by ';'; of a pair, one code */
  const char *target;
  const char *source_actors, *target_actors, *source_words, *target_words;
  ro_arena *arena; /* for the cells */
} ro_event_row;

typedef enum ro_cell_kind { RO_CELL_TEXT, RO_CELL_LIST, RO_CELL_NUMBER } ro_cell_kind;

typedef struct ro_event_column {
  const char *name;
  const char *(*write)(const ro_event_row *row); /* NULL or "": empty */
  ro_cell_kind kind;
  bool shows_text; /* words of the report: left out where they can't be shared */
} ro_event_column;

typedef enum ro_event_columns {
  RO_EVENT_COLUMNS_READOUT,
  RO_EVENT_COLUMNS_GDELT,
  RO_EVENT_COLUMNS_PHOENIX,
  RO_EVENT_COLUMNS_POLECAT,
} ro_event_columns;

const ro_event_column *ro_event_columns_of(ro_event_columns set, size_t *count);

/* Whether the set has a row for each pair of a source and a target. */
bool ro_event_columns_pair(ro_event_columns set);

#endif
