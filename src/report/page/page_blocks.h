/* A page cut into blocks: runs of text that no element or blank line breaks. */
#ifndef RO_REPORT_PAGE_PAGE_BLOCKS_H
#define RO_REPORT_PAGE_PAGE_BLOCKS_H

#include "report/page/page_regions.h"

typedef struct ro_block {
  ro_slice text;       /* white space folded */
  uint32_t node;       /* the block element that it stands in */
  uint32_t first, end; /* its nodes */
  uint32_t words, linked_words, bold_words;
  uint8_t heading; /* 1 to 6; 0: none */
  bool item, cell, quote, preformatted;
  bool prose;     /* reads like sentences, is not mostly links */
  uint8_t region; /* of the nearest part that says what it is */
  uint32_t region_node;
} ro_block;

typedef struct ro_blocks {
  ro_block *items;
  size_t count, capacity;
  uint8_t *own_regions;   /* ro_region_of each node */
  uint32_t *prose_before; /* words of prose in the nodes before each node; one more at the end */
} ro_blocks;

/* Cuts the whole page; the blocks live in the page's arena. */
void ro_cut_into_blocks(ro_blocks *blocks, const ro_page *page);

/* Words of prose inside a node. */
uint32_t ro_prose_in(const ro_blocks *blocks, const ro_page *page, uint32_t node);

#endif
