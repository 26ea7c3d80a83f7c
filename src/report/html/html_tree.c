#include <string.h>

#include "report/html/html_parser.h"

static uint32_t add_node(ro_tree_builder *builder, ro_tag tag) {
  ro_page *page = builder->page;
  if (page->node_count == page->node_capacity) {
    size_t capacity = page->node_capacity ? page->node_capacity * 2 : 1024;
    page->nodes = ro_reallocate(page->nodes, capacity * sizeof *page->nodes);
    page->node_capacity = capacity;
  }
  uint32_t index = (uint32_t)page->node_count++;
  uint32_t parent = builder->depth ? builder->open[builder->depth - 1] : 0;
  page->nodes[index] = (ro_node){.parent = parent, .end = index + 1, .tag = (uint8_t)tag};
  return index;
}

static ro_tag open_tag(const ro_tree_builder *builder, size_t level) {
  return (ro_tag)builder->page->nodes[builder->open[level]].tag;
}

/* Closes all open elements from `level` on. */
static void close_from(ro_tree_builder *builder, size_t level) {
  while (builder->depth > level && builder->depth > 1) {
    ro_node *node = &builder->page->nodes[builder->open[--builder->depth]];
    node->end = (uint32_t)builder->page->node_count;
  }
}

/* The level of the nearest open `tag` with no element of `barrier` facts above it; 0 for none. */
static size_t find_open(const ro_tree_builder *builder, ro_tag tag, unsigned barrier) {
  for (size_t level = builder->depth; level-- > 1;) {
    ro_tag open = open_tag(builder, level);
    if (open == tag) return level;
    if (ro_tag_facts(open) & barrier) return 0;
  }
  return 0;
}

static void close_open(ro_tree_builder *builder, ro_tag tag, unsigned barrier) {
  size_t level = find_open(builder, tag, barrier);
  if (level) close_from(builder, level);
}

/* An item ends the item before it, but not the one that its own list stands in. */
static void close_item(ro_tree_builder *builder, ro_tag first, ro_tag second) {
  for (size_t level = builder->depth; level-- > 1;) {
    ro_tag open = open_tag(builder, level);
    if (open == first || open == second) {
      close_from(builder, level);
      return;
    }
    bool passable =
        !ro_tag_is_block(open) || open == RO_TAG_DIV || open == RO_TAG_P || open == RO_TAG_ADDRESS;
    if (!passable) return;
  }
}

/* A cell or row ends the cells and rows before it in the same table. */
static void close_table_parts(ro_tree_builder *builder, ro_tag tag) {
  for (size_t level = builder->depth; level-- > 1;) {
    ro_tag open = open_tag(builder, level);
    if (open == RO_TAG_TABLE || open == RO_TAG_TEMPLATE) return;
    bool cell = open == RO_TAG_TD || open == RO_TAG_TH;
    bool part = open == RO_TAG_TBODY || open == RO_TAG_THEAD || open == RO_TAG_TFOOT;
    bool closes = tag == RO_TAG_TD || tag == RO_TAG_TH ? cell
                  : tag == RO_TAG_TR                   ? cell || open == RO_TAG_TR
                                                       : cell || open == RO_TAG_TR || part;
    if (closes) close_from(builder, level);
  }
}

/* A link cannot hold a link; one that was left open ends here. */
static void close_link(ro_tree_builder *builder) {
  for (size_t level = builder->depth; level-- > 1;) {
    ro_tag open = open_tag(builder, level);
    if (open == RO_TAG_A) {
      close_from(builder, level);
      return;
    }
    if (ro_tag_facts(open) & RO_HTML_SCOPE) return;
  }
}

static void leave_head(ro_tree_builder *builder, ro_tag tag) {
  size_t head = find_open(builder, RO_TAG_HEAD, 0);
  if (head && !(ro_tag_facts(tag) & RO_HTML_IN_HEAD)) close_from(builder, head);
}

static bool is_heading(ro_tag tag) {
  return tag >= RO_TAG_H1 && tag <= RO_TAG_H6;
}

static void close_before(ro_tree_builder *builder, ro_tag tag) {
  leave_head(builder, tag);
  if (ro_tag_facts(tag) & RO_HTML_CLOSES_P)
    close_open(builder, RO_TAG_P, RO_HTML_SCOPE | RO_HTML_SCOPE_OF_P);
  if (is_heading(tag) && is_heading(open_tag(builder, builder->depth - 1)))
    close_from(builder, builder->depth - 1);
  switch (tag) {
  case RO_TAG_A:
    close_link(builder);
    break;
  case RO_TAG_LI:
    close_item(builder, RO_TAG_LI, RO_TAG_LI);
    break;
  case RO_TAG_DD:
  case RO_TAG_DT:
    close_item(builder, RO_TAG_DD, RO_TAG_DT);
    break;
  case RO_TAG_OPTION:
  case RO_TAG_OPTGROUP:
    close_open(builder, RO_TAG_OPTION, RO_HTML_SCOPE);
    break;
  case RO_TAG_BUTTON:
    close_open(builder, RO_TAG_BUTTON, RO_HTML_SCOPE);
    break;
  case RO_TAG_TD:
  case RO_TAG_TH:
  case RO_TAG_TR:
  case RO_TAG_TBODY:
  case RO_TAG_THEAD:
  case RO_TAG_TFOOT:
    close_table_parts(builder, tag);
    break;
  default:
    break;
  }
}

void ro_tree_begin(ro_tree_builder *builder, ro_page *page) {
  builder->page = page;
  builder->depth = builder->flattened = 0;
  builder->open[builder->depth++] = add_node(builder, RO_TAG_HTML);
}

uint32_t ro_tree_start_tag(ro_tree_builder *builder, ro_tag tag, size_t first_attribute) {
  if (tag == RO_TAG_HTML || (tag == RO_TAG_BODY && find_open(builder, tag, 0))) {
    builder->page->attribute_count = first_attribute;
    return 0;
  }
  close_before(builder, tag);
  uint32_t index = add_node(builder, tag);
  ro_node *node = &builder->page->nodes[index];
  size_t count = builder->page->attribute_count - first_attribute;
  node->first_attribute = (uint32_t)first_attribute;
  node->attribute_count = (uint16_t)count;
  if (ro_tag_facts(tag) & (RO_HTML_VOID | RO_HTML_RAW)) return index;
  if (builder->depth < RO_HTML_DEEPEST)
    builder->open[builder->depth++] = index;
  else
    builder->flattened++;
  return index;
}

void ro_tree_end_tag(ro_tree_builder *builder, ro_tag tag) {
  if (builder->flattened && tag != RO_TAG_P) {
    builder->flattened--;
    return;
  }
  if (tag == RO_TAG_BODY || tag == RO_TAG_HTML || tag == RO_TAG_OTHER) {
    if (tag == RO_TAG_OTHER && open_tag(builder, builder->depth - 1) == RO_TAG_OTHER)
      close_from(builder, builder->depth - 1);
    return; /* what comes behind </body> still belongs to it */
  }
  bool block = ro_tag_is_block(tag) || tag == RO_TAG_TEMPLATE || tag == RO_TAG_NOSCRIPT;
  unsigned barrier = block ? RO_HTML_SCOPE : RO_HTML_BLOCK;
  if (tag == RO_TAG_A) barrier = RO_HTML_SCOPE;
  if (tag == RO_TAG_TABLE) barrier = 0;
  if (tag == RO_TAG_TR || tag == RO_TAG_TBODY || tag == RO_TAG_THEAD || tag == RO_TAG_TFOOT)
    barrier = 0;
  size_t level = find_open(builder, tag, barrier);
  if (level) close_from(builder, level);
}

void ro_tree_text(ro_tree_builder *builder, ro_slice text) {
  if (text.size == 0) return;
  size_t blank = 0;
  while (blank < text.size && (unsigned char)text.bytes[blank] <= ' ')
    blank++;
  if (blank < text.size) leave_head(builder, RO_TAG_TEXT);
  uint32_t index = add_node(builder, RO_TAG_TEXT);
  builder->page->nodes[index].text = text.bytes;
  builder->page->nodes[index].size = (uint32_t)text.size;
}

void ro_tree_finish(ro_tree_builder *builder) {
  builder->flattened = 0;
  close_from(builder, 1);
  builder->page->nodes[0].end = (uint32_t)builder->page->node_count;
}
