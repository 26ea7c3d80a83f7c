#include "report/page/block_rules.h"

#include <string.h>

#include "report/builder/inline_text.h"
#include "report/facts/line_kind.h"

typedef struct judge {
  const ro_blocks *blocks;
  const ro_page *page;
  ro_page_facts *facts;
  uint32_t container;
  bool fragment;
  ro_verdict *verdicts;
} judge;

static ro_verdict dropped(const char *kind) {
  return (ro_verdict){.kind = kind};
}

static const ro_verdict kept = {.keep = true};

/* By itself, without its neighbours. */
static ro_verdict judge_block(const judge *j, const ro_block *block) {
  bool inside = block->first >= j->container && block->first < j->page->nodes[j->container].end;
  ro_region region = (ro_region)block->region;
  if (ro_region_is_outside(region)) return dropped(ro_region_name(region));
  if (!inside) return dropped("outside the body");
  if (region == RO_REGION_CAPTION) return (ro_verdict){.caption = true};
  if (region == RO_REGION_TITLE || region == RO_REGION_BYLINE || region == RO_REGION_DATE)
    return dropped(ro_region_name(region));
  ro_line_kind kind = ro_kind_of_line(block->text.bytes, block->text.size);
  if (kind == RO_LINE_PHOTO) return (ro_verdict){.caption = true};
  if (kind != RO_LINE_TEXT) return dropped(ro_line_kind_name(kind));
  if (block->linked_words * 10 > block->words * 8 && !block->prose) return dropped("links");
  if (block->words < 5 && !block->heading && !block->item && !j->fragment)
    return dropped("fragment");
  return kept;
}

ro_verdict *ro_judge_blocks(const ro_blocks *blocks, const ro_page *page, ro_page_facts *facts,
                            uint32_t container) {
  judge j = {blocks, page, facts, container, false, NULL};
  j.verdicts = ro_arena_alloc_array(page->arena, blocks->count + 1, sizeof *j.verdicts);
  for (size_t i = 0; i < blocks->count; i++)
    j.verdicts[i] = judge_block(&j, &blocks->items[i]);
  return j.verdicts;
}

ro_verdict *ro_judge_fragment(const ro_blocks *blocks, const ro_page *page) {
  judge j = {blocks, page, NULL, 0, true, NULL};
  j.verdicts = ro_arena_alloc_array(page->arena, blocks->count + 1, sizeof *j.verdicts);
  for (size_t i = 0; i < blocks->count; i++)
    j.verdicts[i] = judge_block(&j, &blocks->items[i]);
  return j.verdicts;
}
