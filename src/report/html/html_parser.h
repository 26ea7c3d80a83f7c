/* Inside the HTML parser: facts about elements, and the tree that tags build. */
#ifndef RO_REPORT_HTML_HTML_PARSER_H
#define RO_REPORT_HTML_HTML_PARSER_H

#include "report/html/page_tree.h"

enum {
  RO_HTML_BLOCK = 1,       /* stands as a block of its own */
  RO_HTML_CLOSES_P = 2,    /* its start tag ends an open paragraph */
  RO_HTML_VOID = 4,        /* has no content and no end tag */
  RO_HTML_RAW = 8,         /* its content holds no tags, up to its end tag */
  RO_HTML_SCOPE = 16,      /* end tags inside it close nothing outside it */
  RO_HTML_SCOPE_OF_P = 32, /* the same for paragraphs alone */
  RO_HTML_IN_HEAD = 64,    /* may stand in the head */
};

unsigned ro_tag_facts(ro_tag tag);
ro_attribute_name ro_attribute_named(const char *name, size_t length);

/* Elements deeper than this are taken for siblings, as browsers do. */
enum { RO_HTML_DEEPEST = 512 };

typedef struct ro_tree_builder {
  ro_page *page;
  uint32_t open[RO_HTML_DEEPEST];
  size_t depth;     /* of open[]; the root is open[0] */
  size_t flattened; /* open elements below the deepest */
} ro_tree_builder;

void ro_tree_begin(ro_tree_builder *builder, ro_page *page);
uint32_t ro_tree_start_tag(ro_tree_builder *builder, ro_tag tag, size_t first_attribute);
void ro_tree_end_tag(ro_tree_builder *builder, ro_tag tag);
void ro_tree_text(ro_tree_builder *builder, ro_slice text);
void ro_tree_finish(ro_tree_builder *builder);

#endif
