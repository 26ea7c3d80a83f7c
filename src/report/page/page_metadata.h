/* What a page says of itself in its head: JSON-LD, Open Graph and other `meta` elements, links. */
#ifndef RO_REPORT_PAGE_PAGE_METADATA_H
#define RO_REPORT_PAGE_PAGE_METADATA_H

#include <stdbool.h>

#include "report/builder/report_builder.h"
#include "report/html/page_tree.h"

/* The same fact from several places, best first; NULL or RO_NO_DAY where the page does not tell. */
typedef struct ro_page_facts {
  const char *og_title, *meta_title, *json_title, *title_element;
  const char *description;
  const char *canonical, *og_url, *base;
  const char *site_name, *json_publisher;
  const char *json_body; /* articleBody */
  size_t json_body_size;
  ro_live_entry *live_entries; /* with a text each */
  size_t live_count, live_capacity;
  bool is_index; /* a page of links to articles, by its own words */
  bool is_article;
  ro_day json_published, meta_published, json_modified, meta_modified;
  ro_string_list json_authors, meta_authors;
  int json_hour, meta_hour;   /* of a day told in UTC, which is not the paper's own; else -1 */
  bool day_first;             /* how to read 3/4/2022 */
  const char *visible_title;  /* found by the body reader: the heading above the text */
  bool visible_title_certain; /* the head repeats it */
  ro_day visible_published, visible_updated;
  const char *visible_published_from;
  ro_string_list visible_authors;
} ro_page_facts;

void ro_read_page_metadata(ro_page_facts *facts, ro_report_builder *builder, const ro_page *page);

/* Chooses among what head and page tell and fills in the report. */
void ro_settle_page_facts(ro_report_builder *builder, ro_page_facts *facts);

#endif
