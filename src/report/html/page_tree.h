/* The elements and texts of an HTML page, in document order.
 *
 * Why not libxml2's parser: for a news page of usual size (220 kB, most of it scripts) it takes 1.5
 * ms or more, twice the budget for all of reading, before anything is done with what it finds
 * (bench/html_parsers.c). This one makes no copies, passes over scripts with one search, and mends
 * what browsers mend (unclosed paragraphs, cells and items, stray end tags). */
#ifndef RO_REPORT_HTML_PAGE_TREE_H
#define RO_REPORT_HTML_PAGE_TREE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "report/builder/slice.h"

typedef enum ro_tag {
  RO_TAG_TEXT,  /* a run of text */
  RO_TAG_OTHER, /* an element without an entry here: it stands in the line */
  RO_TAG_A,
  RO_TAG_ABBR,
  RO_TAG_ADDRESS,
  RO_TAG_ARTICLE,
  RO_TAG_ASIDE,
  RO_TAG_AUDIO,
  RO_TAG_B,
  RO_TAG_BASE,
  RO_TAG_BLOCKQUOTE,
  RO_TAG_BODY,
  RO_TAG_BR,
  RO_TAG_BUTTON,
  RO_TAG_CANVAS,
  RO_TAG_CAPTION,
  RO_TAG_CENTER,
  RO_TAG_CITE,
  RO_TAG_CODE,
  RO_TAG_COL,
  RO_TAG_DD,
  RO_TAG_DETAILS,
  RO_TAG_DIALOG,
  RO_TAG_DIV,
  RO_TAG_DL,
  RO_TAG_DT,
  RO_TAG_EM,
  RO_TAG_EMBED,
  RO_TAG_FIELDSET,
  RO_TAG_FIGCAPTION,
  RO_TAG_FIGURE,
  RO_TAG_FONT,
  RO_TAG_FOOTER,
  RO_TAG_FORM,
  RO_TAG_FRAME,
  RO_TAG_H1,
  RO_TAG_H2,
  RO_TAG_H3,
  RO_TAG_H4,
  RO_TAG_H5,
  RO_TAG_H6,
  RO_TAG_HEAD,
  RO_TAG_HEADER,
  RO_TAG_HGROUP,
  RO_TAG_HR,
  RO_TAG_HTML,
  RO_TAG_I,
  RO_TAG_IFRAME,
  RO_TAG_IMG,
  RO_TAG_INPUT,
  RO_TAG_LABEL,
  RO_TAG_LEGEND,
  RO_TAG_LI,
  RO_TAG_LINK,
  RO_TAG_MAIN,
  RO_TAG_MENU,
  RO_TAG_META,
  RO_TAG_NAV,
  RO_TAG_NOFRAMES,
  RO_TAG_NOSCRIPT,
  RO_TAG_OBJECT,
  RO_TAG_OL,
  RO_TAG_OPTGROUP,
  RO_TAG_OPTION,
  RO_TAG_P,
  RO_TAG_PARAM,
  RO_TAG_PRE,
  RO_TAG_Q,
  RO_TAG_S,
  RO_TAG_SCRIPT,
  RO_TAG_SECTION,
  RO_TAG_SELECT,
  RO_TAG_SMALL,
  RO_TAG_SOURCE,
  RO_TAG_SPAN,
  RO_TAG_STRONG,
  RO_TAG_STYLE,
  RO_TAG_SUB,
  RO_TAG_SUMMARY,
  RO_TAG_SUP,
  RO_TAG_SVG,
  RO_TAG_TABLE,
  RO_TAG_TBODY,
  RO_TAG_TD,
  RO_TAG_TEMPLATE,
  RO_TAG_TEXTAREA,
  RO_TAG_TFOOT,
  RO_TAG_TH,
  RO_TAG_THEAD,
  RO_TAG_TIME,
  RO_TAG_TITLE,
  RO_TAG_TR,
  RO_TAG_TRACK,
  RO_TAG_U,
  RO_TAG_UL,
  RO_TAG_VIDEO,
  RO_TAG_WBR,
  RO_TAG_COUNT,
} ro_tag;

/* The attributes that tell something of a report; others are not kept. */
typedef enum ro_attribute_name {
  RO_ATTRIBUTE_OTHER,
  RO_ATTRIBUTE_ALT,
  RO_ATTRIBUTE_ARIA_HIDDEN,
  RO_ATTRIBUTE_CLASS,
  RO_ATTRIBUTE_CONTENT,
  RO_ATTRIBUTE_DATA_COMPONENT,
  RO_ATTRIBUTE_DATETIME,
  RO_ATTRIBUTE_HIDDEN,
  RO_ATTRIBUTE_HREF,
  RO_ATTRIBUTE_ID,
  RO_ATTRIBUTE_ITEMPROP,
  RO_ATTRIBUTE_LANG,
  RO_ATTRIBUTE_NAME,
  RO_ATTRIBUTE_PROPERTY,
  RO_ATTRIBUTE_REL,
  RO_ATTRIBUTE_ROLE,
  RO_ATTRIBUTE_STYLE,
  RO_ATTRIBUTE_TITLE,
  RO_ATTRIBUTE_TYPE,
  RO_ATTRIBUTE_COUNT,
} ro_attribute_name;

typedef struct ro_attribute {
  ro_slice value; /* character references not yet resolved */
  uint32_t name;
} ro_attribute;

/* One element or text. The ones inside it follow it up to `end`; its next sibling, if it has one,
 * stands at `end`. */
typedef struct ro_node {
  const char *text; /* of a text, with character references resolved; raw content of a script */
  uint32_t size;
  uint32_t parent, end;
  uint32_t first_attribute;
  uint16_t attribute_count;
  uint8_t tag;
} ro_node;

typedef struct ro_page {
  ro_arena *arena;
  ro_node *nodes; /* [0] is the root, which stands for the page itself */
  ro_attribute *attributes;
  size_t node_count, node_capacity, attribute_count, attribute_capacity;
} ro_page;

/* Reads a page of valid UTF-8, which must outlive it. Never fails. */
ro_page *ro_page_parse(ro_arena *arena, const char *html, size_t size);

/* The attribute's value as written; size 0 where there is none. `present` may be NULL. */
ro_slice ro_page_attribute(const ro_page *page, uint32_t node, ro_attribute_name name,
                           bool *present);

/* The same with character references resolved, in the arena; NULL where there is none. */
const char *ro_page_attribute_string(const ro_page *page, uint32_t node, ro_attribute_name name);

/* All text inside a node, white space folded, in the arena; "" for none. */
ro_slice ro_page_text(const ro_page *page, uint32_t node);

/* Whether an element stands as a block of its own; the others run in the line. */
bool ro_tag_is_block(ro_tag tag);

ro_tag ro_tag_named(const char *name, size_t length);
const char *ro_tag_name(ro_tag tag);

/* Resolves character references; gives the slice itself where there are none. */
ro_slice ro_resolve_references(ro_arena *arena, ro_slice text);

#endif
