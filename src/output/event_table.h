/* The flat table of events, one a row. */
#ifndef RO_OUTPUT_EVENT_TABLE_H
#define RO_OUTPUT_EVENT_TABLE_H

#include <stdio.h>

#include "output/event_columns.h"

typedef enum ro_table_format { RO_TABLE_TSV, RO_TABLE_CSV, RO_TABLE_JSON_LINES } ro_table_format;

typedef struct ro_event_table_options {
  ro_table_format format;
  ro_event_columns columns;
  bool all;       /* also what did not happen: only planned, or of more than a year ago */
  bool one_a_day; /* one row for the same event between the same actors on the same day */
  bool no_text;   /* without the words of the reports */
} ro_event_table_options;

typedef struct ro_event_table ro_event_table;

/* Writes the header, where the format has one. */
ro_event_table *ro_event_table_create(const ro_event_table_options *options, FILE *stream);

/* Writes the events of one report. */
void ro_event_table_add(ro_event_table *table, const ro_report *report,
                        const ro_annotation *annotation);

/* Writes what waits for repetitions: with one_a_day all rows, each with the number that it joins.
 */
void ro_event_table_finish(ro_event_table *table);
void ro_event_table_free(ro_event_table *table);

#endif
