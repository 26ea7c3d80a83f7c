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
enum { LITTLE_TEXT = 60 };
enum {
  DESCEND_SHARE = 70,
  MOST_BEFORE = 10,
  BODY_SHARE = 45,
  LEAST_BODY_WORDS = 80,
  LEAST_ARTICLE_WORDS = 40
};

typedef struct body_finder {
  const ro_page *page;
  bool lenient; /* only the surest names of parts are believed */
  ro_blocks blocks;
  uint8_t *regions;        /* of each node, inherited */
  uint32_t *region_nodes;  /* where the region starts */
  uint32_t *inside_before; /* as prose_before, of blocks that are in no outside region */
} body_finder;

static bool holds_title(const ro_page *page, uint32_t node) {
  for (uint32_t i = node; i < page->nodes[node].end; i++)
    if (page->nodes[i].tag == RO_TAG_H1) return true;
  return false;
}

/* A name that would rule out most of the page is about something else. */
static bool is_believable(const body_finder *f, uint32_t node, ro_region region) {
  bool sure = region == RO_REGION_COMMENT || region == RO_REGION_CONSENT ||
              region == RO_REGION_FOOTER || region == RO_REGION_MENU;
  if (f->lenient && !sure) return false;
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
  case RO_REGION_FOOTER:
  case RO_REGION_MENU:
    return !holds_title(f->page, node);
  case RO_REGION_CONSENT:
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

/* The innermost element that holds all of a block: what only part of it lies in (a dateline's span)
 * says nothing of the rest. */
static uint32_t element_around(const ro_page *page, const ro_block *block) {
  uint32_t node = page->nodes[block->first].parent;
  while (node && page->nodes[node].end < block->end)
    node = page->nodes[node].parent;
  return node;
}

static void sum_inside(body_finder *f) {
  size_t count = f->page->node_count;
  f->inside_before = ro_arena_alloc_array(f->page->arena, count + 1, sizeof *f->inside_before);
  for (size_t i = 0; i < f->blocks.count; i++) {
    ro_block *block = &f->blocks.items[i];
    uint32_t around = element_around(f->page, block);
    block->region = f->regions[around];
    block->region_node = f->region_nodes[around];
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

/* The child with most prose; 0 for none. */
static uint32_t fullest_child(const body_finder *f, uint32_t node) {
  uint32_t best = 0, best_prose = 0, end = f->page->nodes[node].end;
  for (uint32_t child = node + 1; child < end; child = f->page->nodes[child].end) {
    uint32_t prose = inside(f, child);
    if (prose <= best_prose) continue;
    best = child;
    best_prose = prose;
  }
  return best;
}

/* From the whole page down to the smallest part that still holds nearly all of the prose. What
 * stands before it is likely the text's beginning, what stands behind it is likely something else.
 */
static uint32_t densest_part(const body_finder *f, uint32_t node) {
  for (;;) {
    uint32_t best = fullest_child(f, node);
    uint64_t all = inside(f, node), share = best ? inside(f, best) : 0;
    uint64_t before = best ? f->inside_before[best] - f->inside_before[node] : 0;
    ro_tag tag = (ro_tag)f->page->nodes[best].tag;
    if (share * 100 < all * DESCEND_SHARE || before * 100 > all * MOST_BEFORE) return node;
    if (!best || !ro_tag_is_block(tag) || tag == RO_TAG_P) return node;
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

static uint32_t words_kept(const body_finder *f, const ro_verdict *verdicts) {
  uint32_t words = 0;
  for (size_t i = 0; i < f->blocks.count; i++)
    words += verdicts[i].keep ? f->blocks.items[i].words : 0;
  return words;
}

/* The text as JSON-LD has it, one paragraph a line: for pages that show it by script alone. */
static void add_json_body(ro_report_builder *builder, const ro_page_facts *facts) {
  const char *at = facts->json_body, *end = at + facts->json_body_size;
  while (at < end) {
    const char *stop = memchr(at, '\n', (size_t)(end - at));
    size_t length = (size_t)((stop ? stop : end) - at);
    ro_slice line = ro_resolve_references(builder->arena, (ro_slice){at, length});
    ro_text_buffer folded = {0};
    ro_add_folded(&folded, builder->arena, line.bytes, line.size);
    line = ro_trimmed((ro_slice){folded.bytes ? folded.bytes : "", folded.size});
    ro_report_add_paragraph(builder, line.bytes, line.size);
    at += length + 1;
  }
}

static bool json_tells_more(const body_finder *f, const ro_page_facts *facts,
                            const ro_verdict *verdicts) {
  if (!facts->json_body) return false;
  size_t words = ro_count_words((ro_slice){facts->json_body, facts->json_body_size});
  return words >= LEAST_BODY_WORDS && words / 2 > words_kept(f, verdicts);
}

static bool holds_page_title(const body_finder *f, uint32_t node, const ro_page_facts *facts) {
  for (size_t i = 0; i < f->blocks.count; i++) {
    const ro_block *block = &f->blocks.items[i];
    if (block->first < node || !block->heading) continue;
    if (block->first >= f->page->nodes[node].end) return false;
    if (block->words >= 3 && ro_agrees_with_head(facts, block->text)) return true;
  }
  return false;
}

/* Pages that go on with other articles: the one that carries the page's title is meant. */
static uint32_t narrow_to_article(const body_finder *f, uint32_t container,
                                  const ro_page_facts *facts) {
  uint32_t found = 0, end = f->page->nodes[container].end;
  size_t articles = 0;
  for (uint32_t i = container + 1; i < end; i++) {
    if (f->page->nodes[i].tag != RO_TAG_ARTICLE) continue;
    if (inside(f, i) >= LEAST_ARTICLE_WORDS) {
      articles++;
      if (!found && holds_page_title(f, i, facts)) found = i;
    }
    i = f->page->nodes[i].end - 1;
  }
  return found && articles > 1 ? found : container;
}

static ro_verdict *judge(body_finder *f, ro_page_facts *facts) {
  uint32_t container = named_body(f);
  if (!container) container = narrow_to_article(f, densest_part(f, 0), facts);
  return ro_judge_blocks(&f->blocks, f->page, facts, container);
}

/* Where nearly nothing is left of a page with text, some name misled. */
static bool is_too_little(const body_finder *f, const ro_verdict *verdicts) {
  return words_kept(f, verdicts) < LITTLE_TEXT &&
         ro_prose_in(&f->blocks, f->page, 0) >= 2 * LITTLE_TEXT;
}

void ro_read_page_body(ro_report_builder *builder, const ro_page *page, ro_page_facts *facts) {
  body_finder f;
  prepare(&f, page);
  ro_verdict *verdicts = judge(&f, facts);
  if (is_too_little(&f, verdicts)) {
    f.lenient = true;
    find_regions(&f);
    sum_inside(&f);
    verdicts = judge(&f, facts);
  }
  ro_read_page_labels(facts, &f.blocks, page, verdicts);
  ro_apply_context(&f.blocks, page, facts, verdicts);
  if (json_tells_more(&f, facts, verdicts))
    add_json_body(builder, facts);
  else
    emit_all(builder, &f, verdicts);
}

void ro_read_fragment_body(ro_report_builder *builder, const ro_page *page) {
  body_finder f;
  prepare(&f, page);
  emit_all(builder, &f, ro_judge_fragment(&f.blocks, page));
}
