#include <string.h>

#include "report/facts/publisher.h"
#include "report/formats/formats.h"
#include "report/html/page_tree.h"
#include "report/page/page_body.h"
#include "report/page/page_metadata.h"

/* Entries of one day make one report, as an article of that day would. */
static bool has_several_days(const ro_page_facts *facts) {
  for (size_t i = 1; i < facts->live_count; i++)
    if (facts->live_entries[i].published != facts->live_entries[0].published) return true;
  return false;
}

static void take_live_entries(ro_report_builder *builder, const ro_page_facts *facts) {
  if (has_several_days(facts)) {
    builder->entries = facts->live_entries;
    builder->entry_count = facts->live_count;
  } else if (facts->live_count > 1) {
    ro_report_note(builder, "is a live blog; its entries, all of one day, are read as one report");
  }
}

void ro_read_html(ro_report_builder *builder, const char *html, size_t size, const char *url) {
  ro_page *page = ro_page_parse(builder->arena, html, size);
  ro_page_facts facts;
  builder->report.url = url;
  ro_read_page_metadata(&facts, builder, page);
  const char *address = facts.canonical ? facts.canonical : facts.og_url ? facts.og_url : url;
  facts.day_first = ro_writes_day_first(address);
  if (address && strncmp(address, "http", 4) == 0) builder->report.url = address;
  ro_read_page_body(builder, page, &facts);
  ro_settle_page_facts(builder, &facts);
  take_live_entries(builder, &facts);
  if (facts.is_index && !facts.is_article)
    ro_report_note(builder, "calls itself an index of pages, not a report");
  builder->report.one_line_paragraphs = true;
}

void ro_read_html_fragment(ro_report_builder *builder, const char *html, size_t size) {
  ro_page *page = ro_page_parse(builder->arena, html, size);
  ro_read_fragment_body(builder, page);
  builder->report.one_line_paragraphs = true;
}
