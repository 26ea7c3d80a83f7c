#include <string.h>

#include "report/facts/publisher.h"
#include "report/formats/formats.h"
#include "report/html/page_tree.h"
#include "report/page/page_body.h"
#include "report/page/page_metadata.h"

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
  builder->report.one_line_paragraphs = true;
}

void ro_read_html_fragment(ro_report_builder *builder, const char *html, size_t size) {
  ro_page *page = ro_page_parse(builder->arena, html, size);
  ro_read_fragment_body(builder, page);
  builder->report.one_line_paragraphs = true;
}
