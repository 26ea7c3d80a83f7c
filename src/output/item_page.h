/* An item on a page: what it is about, its state, and the sentences that tell of it. */
#ifndef RO_OUTPUT_ITEM_PAGE_H
#define RO_OUTPUT_ITEM_PAGE_H

#include "output/citation.h"
#include "output/page.h"
#include "readout/ledger.h"

typedef struct ro_item_page {
  const ro_page *page;
  ro_arena *arena;
  ro_citations *citations;
  uint32_t most_quotes; /* 0: every sentence; else those that the state rests on, so many */
} ro_item_page;

void ro_item_page_print(ro_item_page *page, const ro_item *item);
void ro_item_page_print_entry(ro_item_page *page, const ro_entry *entry, const char *label);

/* "NOR to ISL: hand over the catch data"; "pending since 7 March 2023; due 15 March 2023". In the
 * page's arena. */
const char *ro_item_page_head(ro_item_page *page, const ro_item *item);
const char *ro_item_page_state(ro_item_page *page, const ro_item *item);

#endif
