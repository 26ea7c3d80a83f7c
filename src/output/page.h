/* Pages for people: headings, entries and quotations as plain text or as Markdown. */
#ifndef RO_OUTPUT_PAGE_H
#define RO_OUTPUT_PAGE_H

#include <stdbool.h>
#include <stdio.h>

#include "base/arena.h"
#include "readout/day.h"
#include "readout/records.h"

typedef enum ro_page_style { RO_PAGE_TEXT, RO_PAGE_MARKDOWN } ro_page_style;

typedef struct ro_page {
  FILE *stream;
  ro_page_style style;
  bool colour;  /* marks by terminal codes; text style alone */
  size_t width; /* columns of the text style */
} ro_page;

void ro_page_title(const ro_page *page, const char *text);
void ro_page_heading(const ro_page *page, const char *text);
void ro_page_line(const ro_page *page, const char *text);

/* The head of an entry. */
void ro_page_entry(const ro_page *page, const char *text);

/* A line about the entry before. */
void ro_page_remark(const ro_page *page, const char *text);

/* A sentence of a report, in which `mark` stands out where it occurs, and where it is from. */
void ro_page_quotation(const ro_page *page, const char *label, const char *sentence,
                       const char *mark, const char *source);

/* Another source of the quotation before. */
void ro_page_source(const ro_page *page, const char *text);

/* The text, cut between words to about as many columns, with an ellipsis; in the arena. */
const char *ro_page_cut(ro_arena *arena, const char *text, size_t columns);

/* "18 January 2022", "17 to 19 January 2022", "30 January to 2 February 2022"; in the arena. */
const char *ro_page_days(ro_arena *arena, ro_interval days);

/* "Lavrov (RUS)", "an unnamed source (USA)", "western allies". */
const char *ro_page_actor(ro_arena *arena, const char *actor);

/* "A", "A and B", "A, B and C". */
const char *ro_page_actors(ro_arena *arena, ro_actors actors);

#endif
