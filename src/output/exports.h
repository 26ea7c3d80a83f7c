/* A ledger's items and reports in the formats of other programs. */
#ifndef RO_OUTPUT_EXPORTS_H
#define RO_OUTPUT_EXPORTS_H

#include <stdio.h>

#include "output/json_writer.h"
#include "output/page.h"
#include "readout/ledger.h"

/* An item as `readout ledger` prints it: a JSON object on one line. */
void ro_item_to_jsonl(ro_json_writer *writer, FILE *stream, const ro_item *item, bool with_text);

/* Comma-separated, one line an entry, with a header (RFC 4180). A cell that a spreadsheet would
 * take for a formula begins with an apostrophe. Without text, the wording is left out. */
void ro_csv_header(FILE *stream);
void ro_item_to_csv(FILE *stream, const ro_item *item, bool with_text);

/* The meetings that have a day, as iCalendar (RFC 5545). */
void ro_calendar_begin(FILE *stream);
void ro_item_to_calendar(FILE *stream, const ro_item *item, bool with_text);
void ro_calendar_end(FILE *stream);

/* Who stands to whom in what, as GraphML: an edge an item, from each `who` to each `whom`, or
 * between the participants of a meeting. The items are gone through twice: nodes come first. */
typedef struct ro_graph ro_graph;
ro_graph *ro_graph_create(FILE *stream, bool with_text);
void ro_graph_free(ro_graph *graph);
void ro_graph_add_nodes(ro_graph *graph, const ro_item *item);
void ro_graph_begin(const ro_graph *graph);
void ro_graph_add_edges(const ro_graph *graph, const ro_item *item);
void ro_graph_end(const ro_graph *graph);

/* The ledger by party and issue. */
void ro_items_to_page(const ro_page *page, const ro_item *items, size_t count, ro_day as_of);

void ro_sources_to_csl(FILE *stream, const ro_source *sources, size_t count);
void ro_sources_to_bibtex(FILE *stream, const ro_source *sources, size_t count);

#endif
