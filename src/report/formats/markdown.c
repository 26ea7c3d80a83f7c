#include <cmark.h>
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "report/builder/inline_text.h"
#include "report/formats/article_text.h"
#include "report/formats/formats.h"

typedef struct block_builder {
  ro_report_builder *report;
  ro_text_buffer text;       /* what it has room for serves the next block again */
  size_t linked, link_start; /* bytes of link texts */
  size_t bold_start;         /* where the bold text at the block's end begins; SIZE_MAX: none */
  const char *only_url;      /* of an address that is a block by itself */
} block_builder;

static void add(block_builder *block, const char *bytes) {
  ro_add_folded(&block->text, block->report->arena, bytes, strlen(bytes));
}

static void enter_inline(block_builder *block, cmark_node *node) {
  switch (cmark_node_get_type(node)) {
  case CMARK_NODE_TEXT:
  case CMARK_NODE_CODE:
    add(block, cmark_node_get_literal(node));
    break;
  case CMARK_NODE_SOFTBREAK:
  case CMARK_NODE_LINEBREAK:
    add(block, " ");
    break;
  case CMARK_NODE_LINK:
    block->link_start = block->text.size;
    break;
  case CMARK_NODE_STRONG:
    block->bold_start = block->text.size;
    break;
  default:
    break;
  }
}

static void leave_link(block_builder *block, cmark_node *node) {
  const char *url = cmark_node_get_url(node);
  size_t size = block->text.size - block->link_start;
  const char *text = size ? block->text.bytes + block->link_start : "";
  block->linked += size;
  if (strncmp(url, "http", 4) == 0)
    block->only_url = ro_arena_copy_string(block->report->arena, url);
  if (strcmp(url, "#") != 0) ro_report_add_link(block->report, text, size, url, strlen(url));
}

/* Bold text is the block's end only if nothing follows it. */
static bool is_last(cmark_node *node) {
  for (; node; node = cmark_node_next(node))
    if (cmark_node_next(node)) return false;
  return true;
}

static void flatten(block_builder *block, cmark_node *node) {
  cmark_iter *iterator = cmark_iter_new(node);
  *block = (block_builder){.report = block->report, .text = block->text, .bold_start = SIZE_MAX};
  block->text.size = 0;
  for (cmark_event_type event; (event = cmark_iter_next(iterator)) != CMARK_EVENT_DONE;) {
    cmark_node *inside = cmark_iter_get_node(iterator);
    bool leave = event == CMARK_EVENT_EXIT;
    if (!leave)
      enter_inline(block, inside);
    else if (cmark_node_get_type(inside) == CMARK_NODE_LINK)
      leave_link(block, inside);
    else if (cmark_node_get_type(inside) == CMARK_NODE_STRONG && !is_last(inside))
      block->bold_start = SIZE_MAX;
  }
  cmark_iter_free(iterator);
}

static bool holds_image_alone(cmark_node *node) {
  cmark_node *child = cmark_node_first_child(node);
  return child && cmark_node_get_type(child) == CMARK_NODE_IMAGE && !cmark_node_next(child);
}

static void read_block(ro_article_text *article, block_builder *block, cmark_node *node,
                       ro_block_role role) {
  size_t links_before = article->report->link_count;
  flatten(block, node);
  ro_slice text =
      ro_trimmed((ro_slice){block->text.bytes ? block->text.bytes : "", block->text.size});
  ro_article_block found = {.text = text,
                            .role = role,
                            .linked = block->linked,
                            .links_before = links_before,
                            .address = block->only_url};
  if (block->bold_start != SIZE_MAX && block->bold_start < text.size)
    found.bold_start = block->bold_start;
  if (holds_image_alone(node)) found.role = RO_BLOCK_IMAGE;
  ro_article_add_block(article, &found);
}

static void read_blocks(ro_article_text *article, cmark_node *document) {
  block_builder block = {.report = article->report};
  cmark_iter *iterator = cmark_iter_new(document);
  for (cmark_event_type event; (event = cmark_iter_next(iterator)) != CMARK_EVENT_DONE;) {
    cmark_node *node = cmark_iter_get_node(iterator);
    cmark_node_type type = cmark_node_get_type(node);
    if (event != CMARK_EVENT_ENTER) continue;
    bool heading = type == CMARK_NODE_HEADING;
    if (heading && cmark_node_get_heading_level(node) == 1)
      read_block(article, &block, node, RO_BLOCK_TITLE);
    else if (heading)
      read_block(article, &block, node, RO_BLOCK_HEADING);
    else if (type == CMARK_NODE_PARAGRAPH)
      read_block(article, &block, node, RO_BLOCK_PARAGRAPH);
  }
  cmark_iter_free(iterator);
}

/* "key: value" of the lines between two "---" at the top, as clippers write them. */
static void take_front_field(ro_report_builder *builder, const char *line, size_t size) {
  const char *colon = memchr(line, ':', size);
  if (!colon) return;
  ro_slice value = ro_trimmed((ro_slice){colon + 1, size - (size_t)(colon + 1 - line)});
  if (value.size >= 2 && (value.bytes[0] == '"' || value.bytes[0] == '\'')) {
    value.bytes++;
    value.size -= 2;
  }
  if (value.size) ro_article_take_field(builder, (ro_slice){line, (size_t)(colon - line)}, value);
}

static size_t take_front_matter(ro_report_builder *builder, const char *text, size_t size) {
  if (size < 8 || memcmp(text, "---\n", 4) != 0) return 0;
  const char *end = strstr(text + 4, "\n---");
  if (!end) return 0;
  for (const char *line = text + 4; line < end;) {
    const char *stop = memchr(line, '\n', (size_t)(end - line));
    size_t length = (size_t)((stop ? stop : end) - line);
    take_front_field(builder, line, length);
    line += length + 1;
  }
  return (size_t)(end + 4 - text);
}

/* cmark takes up to 200 bytes for each mark, and for some nestings of brackets time that is
 * quadratic in their number: it is shown this much at once. */
enum { LARGEST_PIECE = 64 * 1024, MOST_BRACKETS = 2000 };

static bool begins_block(const char *text, size_t at) {
  bool after_blank_line = at >= 2 && text[at - 1] == '\n' && text[at - 2] == '\n';
  return after_blank_line && text[at] != ' ' && text[at] != '\t';
}

static bool begins_line(const char *text, size_t at) {
  return text[at - 1] == '\n';
}

static bool begins_character(const char *text, size_t at) {
  return ((unsigned char)text[at] & 0xC0) != 0x80;
}

static size_t longest_piece(const char *text, size_t size) {
  size_t most = size < LARGEST_PIECE ? size : LARGEST_PIECE, brackets = 0;
  for (size_t at = 0; at < most; at++)
    if (text[at] == '[' && ++brackets == MOST_BRACKETS) return at + 1;
  return most;
}

/* The length of the next piece: up to where a paragraph begins that belongs to no list, if there is
 * such a place, else a line, else a character. */
static size_t piece_length(const char *text, size_t size) {
  static bool (*const places[])(const char *text, size_t at) = {begins_block, begins_line,
                                                                begins_character};
  size_t most = longest_piece(text, size);
  if (most == size) return size;
  for (size_t i = 0; i < sizeof places / sizeof *places; i++)
    for (size_t at = most; at > 0; at--)
      if (places[i](text, at)) return at;
  return most;
}

static void read_piece(ro_article_text *article, const char *text, size_t size) {
  cmark_node *document = cmark_parse_document(text, size, CMARK_OPT_DEFAULT);
  read_blocks(article, document);
  cmark_node_free(document);
}

void ro_read_markdown(ro_report_builder *builder, const char *text, size_t size) {
  size_t at = take_front_matter(builder, text, size);
  ro_article_text article;
  ro_article_begin(&article, builder);
  while (at < size) {
    size_t length = piece_length(text + at, size - at);
    read_piece(&article, text + at, length);
    at += length;
  }
  builder->report.one_line_paragraphs = true;
}
