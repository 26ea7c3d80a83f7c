#include "report/page_body.h"

#include <string.h>

#include "report/block_context.h"
#include "report/block_rules.h"
#include "report/inline_text.h"
#include "report/line_kind.h"
#include "report/page_blocks.h"
#include "report/page_labels.h"

/* Parts per hundred of the page's prose that a part may hold and still be taken for what its name
 * says. */
enum { MOST_OUTSIDE = 50, MOST_COMMENTS = 85, MOST_LABEL_WORDS = 60, MOST_SUMMARY_WORDS = 120 };

/* A container is left for a part of it that holds at least so much of its prose. */
enum { DESCEND_SHARE = 80, BODY_SHARE = 45, LEAST_BODY_WORDS = 80 };

typedef struct body_finder {
  const ro_page *page;
  ro_blocks blocks;
  uint8_t *regions;        /* of each node, inherited */
  uint32_t *region_nodes;  /* where the region starts */
  uint32_t *inside_before; /* as prose_before, of blocks that are in no outside region */
} body_finder;

/* A name that would rule out most of the page is about something else. */
static bool is_believable(const body_finder *f, uint32_t node, ro_region region) {
  uint32_t prose = ro_prose_in(&f->blocks, f->page, node),
           all = ro_prose_in(&f->blocks, f->page, 0);
  switch (region) {
  case RO_REGION_BODY:
    return true;
  case RO_REGION_TITLE:
  case RO_REGION_BYLINE:
  case RO_REGION_DATE:
    return prose <= MOST_LABEL_WORDS;
  case RO_REGION_CAPTION:
  case RO_REGION_SUMMARY:
    return prose <= MOST_SUMMARY_WORDS;
  case RO_REGION_COMMENT:
    return (uint64_t)prose * 100 <= (uint64_t)all * MOST_COMMENTS;
  default:
    return (uint64_t)prose * 100 <= (uint64_t)all * MOST_OUTSIDE;
  }
}

static void find_regions(body_finder *f) {
  size_t count = f->page->node_count;
  f->regions = ro_arena_alloc(f->page->arena, count);
  f->region_nodes = ro_arena_alloc_array(f->page->arena, count, sizeof *f->region_nodes);
  for (uint32_t i = 1; i < count; i++) {
    uint32_t parent = f->page->nodes[i].parent;
    f->regions[i] = f->regions[parent];
    f->region_nodes[i] = f->region_nodes[parent];
    if (ro_region_is_outside((ro_region)f->regions[parent])) continue;
    ro_region own = (ro_region)f->blocks.own_regions[i];
    if (own == RO_REGION_NONE || !is_believable(f, i, own)) continue;
    f->regions[i] = (uint8_t)own;
    f->region_nodes[i] = i;
  }
}

static void sum_inside(body_finder *f) {
  size_t count = f->page->node_count;
  f->inside_before = ro_arena_alloc_array(f->page->arena, count + 1, sizeof *f->inside_before);
  for (size_t i = 0; i < f->blocks.count; i++) {
    ro_block *block = &f->blocks.items[i];
    block->region = f->regions[block->first];
    block->region_node = f->region_nodes[block->first];
    if (block->prose && !ro_region_is_outside((ro_region)block->region))
      f->inside_before[block->first + 1] += block->words - block->linked_words;
  }
  for (size_t i = 1; i <= count; i++)
    f->inside_before[i] += f->inside_before[i - 1];
}

static uint32_t inside(const body_finder *f, uint32_t node) {
  return f->inside_before[f->page->nodes[node].end] - f->inside_before[node];
}

/* The part that calls itself the body, where it holds enough or far more than others that do; 0 for
 * none. */
static uint32_t named_body(const body_finder *f) {
  uint32_t best = 0, best_prose = 0, second_prose = 0, all = inside(f, 0);
  for (uint32_t i = 1; i < f->page->node_count; i++) {
    if (f->regions[i] != RO_REGION_BODY || f->region_nodes[i] != i) continue;
    uint32_t prose = inside(f, i);
    bool nested = best && i < f->page->nodes[best].end;
    if (prose > best_prose) {
      if (!nested) second_prose = best_prose;
      best = i;
      best_prose = prose;
    } else if (!nested && prose > second_prose) {
      second_prose = prose;
    }
  }
  bool most = (uint64_t)best_prose * 100 >= (uint64_t)all * BODY_SHARE;
  bool outstanding = best_prose >= LEAST_BODY_WORDS && best_prose / 4 >= second_prose;
  return most || outstanding ? best : 0;
}

/* From the whole page down to the smallest part that still holds nearly all of the prose. */
static uint32_t densest_part(const body_finder *f, uint32_t node) {
  for (;;) {
    uint32_t best = 0, best_prose = 0, end = f->page->nodes[node].end;
    for (uint32_t child = node + 1; child < end; child = f->page->nodes[child].end) {
      uint32_t prose = inside(f, child);
      if (prose > best_prose) {
        best = child;
        best_prose = prose;
      }
    }
    if (!best || (uint64_t)best_prose * 100 < (uint64_t)inside(f, node) * DESCEND_SHARE)
      return node;
    if (!ro_tag_is_block((ro_tag)f->page->nodes[best].tag) || f->page->nodes[best].tag == RO_TAG_P)
      return node;
    node = best;
  }
}

static void add_links(ro_report_builder *builder, const ro_page *page, const ro_block *block) {
  for (uint32_t i = block->first; i < block->end; i++) {
    uint32_t link = page->nodes[i].parent;
    while (link > block->node && page->nodes[link].tag != RO_TAG_A)
      link = page->nodes[link].parent;
    if (page->nodes[i].tag != RO_TAG_TEXT || page->nodes[link].tag != RO_TAG_A) continue;
    const char *url = ro_page_attribute_string(page, link, RO_ATTRIBUTE_HREF);
    ro_slice text = ro_page_text(page, link);
    if (url && *url && *url != '#')
      ro_report_add_link(builder, text.bytes, text.size, url, strlen(url));
    uint32_t link_end = page->nodes[link].end;
    i = link_end > i ? link_end - 1 : i;
  }
}

static void emit(ro_report_builder *builder, const body_finder *f, const ro_block *block,
                 ro_verdict verdict) {
  ro_slice text = block->text;
  if (verdict.keep) {
    ro_report_add_paragraph(builder, text.bytes, text.size);
    add_links(builder, f->page, block);
  } else if (verdict.caption) {
    ro_list_add(&builder->captions, builder->arena, text.bytes, text.size);
  } else if (verdict.kind) {
    ro_report_drop(builder, verdict.kind, text.bytes, text.size);
  }
}

static void emit_all(ro_report_builder *builder, const body_finder *f, const ro_verdict *verdicts) {
  for (size_t i = 0; i < f->blocks.count; i++)
    emit(builder, f, &f->blocks.items[i], verdicts[i]);
}

static void prepare(body_finder *f, const ro_page *page) {
  *f = (body_finder){.page = page};
  ro_cut_into_blocks(&f->blocks, page);
  find_regions(f);
  sum_inside(f);
}

void ro_read_page_body(ro_report_builder *builder, const ro_page *page, ro_page_facts *facts) {
  body_finder f;
  prepare(&f, page);
  uint32_t container = named_body(&f);
  if (!container) container = densest_part(&f, 0);
  ro_verdict *verdicts = ro_judge_blocks(&f.blocks, page, facts, container);
  ro_read_page_labels(facts, &f.blocks, page, verdicts);
  ro_apply_context(&f.blocks, page, facts, verdicts);
  emit_all(builder, &f, verdicts);
}

void ro_read_fragment_body(ro_report_builder *builder, const ro_page *page) {
  body_finder f;
  prepare(&f, page);
  emit_all(builder, &f, ro_judge_fragment(&f.blocks, page));
}
