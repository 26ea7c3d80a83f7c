#include "report/page/page_blocks.h"

#include <string.h>

#include "report/builder/inline_text.h"

enum { LEAST_PROSE_WORDS = 10, SURELY_PROSE_WORDS = 25 };

typedef struct cutter {
  const ro_page *page;
  ro_blocks *blocks;
  ro_text_buffer text;
  size_t taken; /* bytes of the buffer that closed blocks own */
  uint32_t first, last;
  uint32_t linked_bytes, bold_bytes;
  bool open, line_broken;
  /* the elements around the text */
  uint32_t link_end, bold_end, item_end, cell_end, quote_end, pre_end, heading_end;
  uint8_t heading;
} cutter;

static bool ends_sentence(ro_slice text) {
  static const char *const ends[] = {".", "!", "?", "”", "\"", "’", ":", "…", ")"};
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
    size_t length = strlen(ends[i]);
    if (text.size > length && memcmp(text.bytes + text.size - length, ends[i], length) == 0)
      return true;
  }
  return false;
}

static bool is_prose(const ro_block *block) {
  if (block->heading || block->linked_words * 2 > block->words) return false;
  if (block->words >= SURELY_PROSE_WORDS) return true;
  return block->words >= LEAST_PROSE_WORDS && ends_sentence(block->text);
}

static uint32_t share_of_words(uint32_t bytes, const ro_block *block) {
  if (!bytes || !block->text.size) return 0;
  uint64_t share = (uint64_t)block->words * bytes / block->text.size;
  return share > block->words ? block->words : (uint32_t)share;
}

/* The block element around a node. */
static uint32_t block_element(const ro_page *page, uint32_t node) {
  while (node && !ro_tag_is_block((ro_tag)page->nodes[node].tag))
    node = page->nodes[node].parent;
  return node;
}

static void close_block(cutter *c) {
  if (!c->open) return;
  ro_slice text = ro_trimmed((ro_slice){c->text.bytes, c->text.size});
  if (text.size) {
    ro_blocks *blocks = c->blocks;
    ro_block *block =
        RO_ARENA_PUSH(c->page->arena, &blocks->items, blocks->count, blocks->capacity);
    char *copy = ro_arena_copy(c->page->arena, text.bytes, text.size);
    *block = (ro_block){.text = {copy, text.size}, .first = c->first, .end = c->last + 1};
    block->node = block_element(c->page, c->first);
    block->words = (uint32_t)ro_count_words(block->text);
    block->linked_words = share_of_words(c->linked_bytes, block);
    block->bold_words = share_of_words(c->bold_bytes, block);
    block->heading = c->first < c->heading_end ? c->heading : 0;
    block->item = c->first < c->item_end;
    block->cell = c->first < c->cell_end;
    block->quote = c->first < c->quote_end;
    block->preformatted = c->first < c->pre_end;
    block->prose = is_prose(block);
  }
  c->text.size = 0;
  c->linked_bytes = c->bold_bytes = 0;
  c->open = false;
}

static void add_text(cutter *c, uint32_t node) {
  const ro_node *text = &c->page->nodes[node];
  size_t before = c->text.size;
  ro_add_folded(&c->text, c->page->arena, text->text, text->size);
  uint32_t added = (uint32_t)(c->text.size - before);
  if (!c->open && ro_trimmed((ro_slice){c->text.bytes, c->text.size}).size) {
    c->open = true;
    c->first = node;
  }
  if (!c->open) c->text.size = 0;
  if (added > 1 || (added == 1 && c->text.size && c->text.bytes[c->text.size - 1] != ' ')) {
    c->last = node;
    c->line_broken = false;
  }
  if (node < c->link_end) c->linked_bytes += added;
  if (node < c->bold_end) c->bold_bytes += added;
}

/* One line break is a space, two in a row end the paragraph. */
static void break_line(cutter *c) {
  if (c->line_broken)
    close_block(c);
  else if (c->open)
    ro_add_folded(&c->text, c->page->arena, " ", 1);
  c->line_broken = true;
}

static void enter(cutter *c, const ro_node *node) {
  ro_tag tag = (ro_tag)node->tag;
  switch (tag) {
  case RO_TAG_A:
    c->link_end = node->end;
    break;
  case RO_TAG_B:
  case RO_TAG_STRONG:
    c->bold_end = node->end;
    break;
  case RO_TAG_LI:
  case RO_TAG_DD:
  case RO_TAG_DT:
    c->item_end = node->end;
    break;
  case RO_TAG_TD:
  case RO_TAG_TH:
    c->cell_end = node->end;
    break;
  case RO_TAG_BLOCKQUOTE:
    c->quote_end = node->end;
    break;
  case RO_TAG_PRE:
    c->pre_end = node->end;
    break;
  default:
    break;
  }
  if (tag >= RO_TAG_H1 && tag <= RO_TAG_H6) {
    c->heading_end = node->end;
    c->heading = (uint8_t)(tag - RO_TAG_H1 + 1);
  }
}

/* A large first letter often has an element of its own before its paragraph. */
static void join_initials(ro_blocks *blocks, const ro_page *page) {
  for (size_t i = 0; i + 1 < blocks->count; i++) {
    ro_block *initial = &blocks->items[i], *next = &blocks->items[i + 1];
    bool capital =
        initial->text.size == 1 && initial->text.bytes[0] >= 'A' && initial->text.bytes[0] <= 'Z';
    bool goes_on = next->text.bytes[0] >= 'a' && next->text.bytes[0] <= 'z';
    if (!capital || !goes_on || next->words < LEAST_PROSE_WORDS) continue;
    next->text.bytes = ro_arena_print(page->arena, "%c%.*s", initial->text.bytes[0],
                                      (int)next->text.size, next->text.bytes);
    next->text.size++;
    initial->text.size = 0;
  }
}

static void sum_prose(ro_blocks *blocks, const ro_page *page) {
  uint32_t *sums = ro_arena_alloc_array(page->arena, page->node_count + 1, sizeof *sums);
  for (size_t i = 0; i < blocks->count; i++)
    if (blocks->items[i].prose)
      sums[blocks->items[i].first + 1] += blocks->items[i].words - blocks->items[i].linked_words;
  for (size_t i = 1; i <= page->node_count; i++)
    sums[i] += sums[i - 1];
  blocks->prose_before = sums;
}

void ro_cut_into_blocks(ro_blocks *blocks, const ro_page *page) {
  *blocks = (ro_blocks){.own_regions = ro_arena_alloc(page->arena, page->node_count)};
  cutter c = {.page = page, .blocks = blocks};
  ro_region_cache cache = {0};
  uint32_t parent_block = 0;
  for (uint32_t i = 0; i < page->node_count;) {
    const ro_node *node = &page->nodes[i];
    ro_tag tag = (ro_tag)node->tag;
    ro_region region = tag == RO_TAG_TEXT ? RO_REGION_NONE : ro_region_of(page, i, &cache);
    blocks->own_regions[i] = (uint8_t)region;
    /* what hides in the line would come to stand in the middle of a sentence */
    bool hidden = region == RO_REGION_HIDDEN && !ro_tag_is_block(tag);
    if (ro_is_mute(tag) || hidden) {
      i = node->end;
      continue;
    }
    if (tag == RO_TAG_TEXT) {
      uint32_t around = block_element(page, i);
      if (around != parent_block) close_block(&c);
      parent_block = around;
      add_text(&c, i);
    } else if (tag == RO_TAG_BR) {
      break_line(&c);
    } else if (ro_tag_is_block(tag)) {
      close_block(&c);
      enter(&c, node);
    } else {
      enter(&c, node);
    }
    i++;
  }
  close_block(&c);
  join_initials(blocks, page);
  sum_prose(blocks, page);
}

uint32_t ro_prose_in(const ro_blocks *blocks, const ro_page *page, uint32_t node) {
  return blocks->prose_before[page->nodes[node].end] - blocks->prose_before[node];
}
