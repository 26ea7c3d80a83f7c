/* The part of a page that holds the report's text. */
#ifndef RO_REPORT_PAGE_PAGE_CONTAINER_H
#define RO_REPORT_PAGE_PAGE_CONTAINER_H

#include "report/page/page_blocks.h"
#include "report/page/page_metadata.h"

/* A page's blocks, and what its parts are called. */
typedef struct ro_page_parts {
  const ro_page *page;
  bool lenient; /* only the surest names of parts are believed */
  ro_blocks blocks;
  uint8_t *regions;        /* of each node, inherited */
  uint32_t *region_nodes;  /* where the region starts */
  uint32_t *inside_before; /* as prose_before, of blocks that are in no outside region */
} ro_page_parts;

void ro_find_page_parts(ro_page_parts *parts, const ro_page *page);

/* Does so again for a page whose names misled. */
void ro_trust_sure_names_alone(ro_page_parts *parts);

uint32_t ro_find_container(const ro_page_parts *parts, const ro_page_facts *facts);

#endif
