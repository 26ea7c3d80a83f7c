/* A report in the making: lists that grow and text that is put together, all in one arena. */
#ifndef RO_REPORT_BUILDER_REPORT_BUILDER_H
#define RO_REPORT_BUILDER_REPORT_BUILDER_H

#include "base/arena.h"
#include "readout/report.h"

typedef struct ro_string_list {
  const char **items;
  size_t count, capacity;
} ro_string_list;

typedef struct ro_text_buffer {
  char *bytes; /* NUL-terminated once something was put in; else NULL */
  size_t size, capacity;
} ro_text_buffer;

/* An entry of a live blog, as the page's JSON-LD has it. */
typedef struct ro_live_entry {
  const char *title, *url, *text; /* NULL where not told; the text always is */
  ro_day published;
  const char *author;
} ro_live_entry;

typedef struct ro_report_builder {
  ro_arena *arena;
  ro_report report;
  ro_string_list byline, credits, captions, dropped, notes;
  ro_link *links;
  size_t link_count, link_capacity;
  ro_text_buffer body;
  ro_live_entry *entries; /* of a live blog over several days: a report each */
  size_t entry_count, entry_capacity;
} ro_report_builder;

/* An empty report with the options' date for one that has none. */
void ro_report_begin(ro_report_builder *builder, ro_arena *arena);

/* Copies what is given; the same string is not put in twice, nor an empty one. */
void ro_list_add(ro_string_list *list, ro_arena *arena, const char *bytes, size_t size);

void ro_text_add(ro_text_buffer *buffer, ro_arena *arena, const char *bytes, size_t size);

/* A paragraph of the body: a blank line before it where it is not the first. */
void ro_report_add_paragraph(ro_report_builder *builder, const char *bytes, size_t size);

void ro_report_add_link(ro_report_builder *builder, const char *text, size_t text_size,
                        const char *url, size_t url_size);

/* Notes what was left out of the page: "related: Russian Military Starts …". */
void ro_report_drop(ro_report_builder *builder, const char *kind, const char *bytes, size_t size);

/* Sets the publication day where the report has none yet. */
void ro_report_set_published(ro_report_builder *builder, ro_day day, const char *from);

/* Notes what a reader should be told of the report. */
void ro_report_note(ro_report_builder *builder, const char *note);

/* Gives the report the lists, which live in the arena; nothing can be added after that. */
void ro_report_give_lists(ro_report_builder *builder);

#endif
