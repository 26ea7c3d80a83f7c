#include "report/page/page_container.h"

#include "report/page/page_labels.h"

/* Parts per hundred of the page's prose that a part may hold and still be taken for what its name
 * says. */
enum { MOST_OUTSIDE = 50, MOST_COMMENTS = 85, MOST_LABEL_WORDS = 60, MOST_SUMMARY_WORDS = 120 };

/* In parts per hundred of the prose: what a part must hold to be gone into, what may stand before
 * it, what a part that calls itself the body must hold. Then the least words of a body that stands
 * out, and of an article. */
enum {
  DESCEND_SHARE = 70,
  MOST_BEFORE = 10,
  BODY_SHARE = 45,
  LEAST_BODY_WORDS = 80,
  LEAST_ARTICLE_WORDS = 40
};

static bool holds_title(const ro_page *page, uint32_t node) {
  for (uint32_t i = node; i < page->nodes[node].end; i++)
    if (page->nodes[i].tag == RO_TAG_H1) return true;
  return false;
}

/* A name that would rule out most of the page is about something else. */
static bool is_believable(const ro_page_parts *parts, uint32_t node, ro_region region) {
  bool sure = region == RO_REGION_COMMENT || region == RO_REGION_CONSENT ||
              region == RO_REGION_FOOTER || region == RO_REGION_MENU;
  if (parts->lenient && !sure) return false;
  uint32_t prose = ro_prose_in(&parts->blocks, parts->page, node),
           all = ro_prose_in(&parts->blocks, parts->page, 0);
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
    return !holds_title(parts->page, node);
  case RO_REGION_CONSENT:
  case RO_REGION_COMMENT:
    return (uint64_t)prose * 100 <= (uint64_t)all * MOST_COMMENTS;
  default:
    return (uint64_t)prose * 100 <= (uint64_t)all * MOST_OUTSIDE;
  }
}

static void find_regions(ro_page_parts *parts) {
  size_t count = parts->page->node_count;
  parts->regions = ro_arena_alloc(parts->page->arena, count);
  parts->region_nodes =
      ro_arena_alloc_array(parts->page->arena, count, sizeof *parts->region_nodes);
  for (uint32_t i = 1; i < count; i++) {
    uint32_t parent = parts->page->nodes[i].parent;
    parts->regions[i] = parts->regions[parent];
    parts->region_nodes[i] = parts->region_nodes[parent];
    if (ro_region_is_outside((ro_region)parts->regions[parent])) continue;
    ro_region own = (ro_region)parts->blocks.own_regions[i];
    if (own == RO_REGION_NONE || !is_believable(parts, i, own)) continue;
    parts->regions[i] = (uint8_t)own;
    parts->region_nodes[i] = i;
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

static void sum_inside(ro_page_parts *parts) {
  size_t count = parts->page->node_count;
  parts->inside_before =
      ro_arena_alloc_array(parts->page->arena, count + 1, sizeof *parts->inside_before);
  for (size_t i = 0; i < parts->blocks.count; i++) {
    ro_block *block = &parts->blocks.items[i];
    uint32_t around = element_around(parts->page, block);
    block->region = parts->regions[around];
    block->region_node = parts->region_nodes[around];
    if (block->prose && !ro_region_is_outside((ro_region)block->region))
      parts->inside_before[block->first + 1] += block->words - block->linked_words;
  }
  for (size_t i = 1; i <= count; i++)
    parts->inside_before[i] += parts->inside_before[i - 1];
}

static uint32_t inside(const ro_page_parts *parts, uint32_t node) {
  return parts->inside_before[parts->page->nodes[node].end] - parts->inside_before[node];
}

/* The part that calls itself the body, where it holds enough or far more than others that do; 0 for
 * none. */
static uint32_t named_body(const ro_page_parts *parts) {
  uint32_t best = 0, best_prose = 0, second_prose = 0, all = inside(parts, 0);
  for (uint32_t i = 1; i < parts->page->node_count; i++) {
    if (parts->regions[i] != RO_REGION_BODY || parts->region_nodes[i] != i) continue;
    uint32_t prose = inside(parts, i);
    bool nested = best && i < parts->page->nodes[best].end;
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
static uint32_t fullest_child(const ro_page_parts *parts, uint32_t node) {
  uint32_t best = 0, best_prose = 0, end = parts->page->nodes[node].end;
  for (uint32_t child = node + 1; child < end; child = parts->page->nodes[child].end) {
    uint32_t prose = inside(parts, child);
    if (prose <= best_prose) continue;
    best = child;
    best_prose = prose;
  }
  return best;
}

/* From the whole page down to the smallest part that still holds nearly all of the prose. What
 * stands before it is likely the text's beginning, what stands behind it is likely something else.
 */
static uint32_t densest_part(const ro_page_parts *parts, uint32_t node) {
  for (;;) {
    uint32_t best = fullest_child(parts, node);
    uint64_t all = inside(parts, node), share = best ? inside(parts, best) : 0;
    uint64_t before = best ? parts->inside_before[best] - parts->inside_before[node] : 0;
    ro_tag tag = (ro_tag)parts->page->nodes[best].tag;
    if (share * 100 < all * DESCEND_SHARE || before * 100 > all * MOST_BEFORE) return node;
    if (!best || !ro_tag_is_block(tag) || tag == RO_TAG_P) return node;
    node = best;
  }
}

static bool holds_page_title(const ro_page_parts *parts, uint32_t node,
                             const ro_page_facts *facts) {
  for (size_t i = 0; i < parts->blocks.count; i++) {
    const ro_block *block = &parts->blocks.items[i];
    if (block->first < node || !block->heading) continue;
    if (block->first >= parts->page->nodes[node].end) return false;
    if (block->words >= 3 && ro_agrees_with_head(facts, block->text)) return true;
  }
  return false;
}

/* Pages that go on with other articles: the one that carries the page's title is meant. */
static uint32_t narrow_to_article(const ro_page_parts *parts, uint32_t container,
                                  const ro_page_facts *facts) {
  uint32_t found = 0, end = parts->page->nodes[container].end;
  size_t articles = 0;
  for (uint32_t i = container + 1; i < end; i++) {
    if (parts->page->nodes[i].tag != RO_TAG_ARTICLE) continue;
    if (inside(parts, i) >= LEAST_ARTICLE_WORDS) {
      articles++;
      if (!found && holds_page_title(parts, i, facts)) found = i;
    }
    i = parts->page->nodes[i].end - 1;
  }
  return found && articles > 1 ? found : container;
}

void ro_find_page_parts(ro_page_parts *parts, const ro_page *page) {
  *parts = (ro_page_parts){.page = page};
  ro_cut_into_blocks(&parts->blocks, page);
  find_regions(parts);
  sum_inside(parts);
}

void ro_trust_sure_names_alone(ro_page_parts *parts) {
  parts->lenient = true;
  find_regions(parts);
  sum_inside(parts);
}

uint32_t ro_find_container(const ro_page_parts *parts, const ro_page_facts *facts) {
  uint32_t container = named_body(parts);
  return container ? container : narrow_to_article(parts, densest_part(parts, 0), facts);
}
