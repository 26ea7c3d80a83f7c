#include "report/page_body.h"

#include <string.h>

#include "report/inline_text.h"
#include "report/line_kind.h"

/* first version: paragraphs outside of menus, asides and footers */
void ro_read_page_body(ro_report_builder *builder, const ro_page *page, ro_page_facts *facts) {
  (void)facts;
  for (uint32_t i = 0; i < page->node_count;) {
    const ro_node *node = &page->nodes[i];
    bool out = node->tag == RO_TAG_NAV || node->tag == RO_TAG_ASIDE || node->tag == RO_TAG_FOOTER ||
               node->tag == RO_TAG_FORM || node->tag == RO_TAG_NOSCRIPT;
    if (node->tag == RO_TAG_FIGCAPTION || node->tag == RO_TAG_P) {
      ro_slice text = ro_page_text(page, i);
      if (node->tag == RO_TAG_FIGCAPTION)
        ro_list_add(&builder->captions, builder->arena, text.bytes, text.size);
      else if (ro_count_words(text) > 6 && ro_kind_of_line(text.bytes, text.size) == RO_LINE_TEXT)
        ro_report_add_paragraph(builder, text.bytes, text.size);
      out = true;
    }
    i = out ? node->end : i + 1;
  }
}
