#include "report/page/block_context.h"

#include <string.h>
#include <strings.h>

#include "report/builder/inline_text.h"
#include "report/facts/line_kind.h"

enum {
  LONGEST_TEASER = 45, /* words */
  LONGEST_TEASER_BOX = 110,
  LONGEST_CAPTION = 30,
  LONGEST_BIOGRAPHY = 90,
  LONGEST_ABOUT = 260,
  LAST_BLOCKS = 4,
};

typedef struct context {
  const ro_blocks *blocks;
  const ro_page *page;
  const ro_page_facts *facts;
  ro_verdict *verdicts;
  uint32_t main_parent; /* the element whose children hold most of the text */
  size_t first, last;   /* blocks of the text; SIZE_MAX: there is none */
} context;

static const ro_block *block_at(const context *c, size_t i) {
  return &c->blocks->items[i];
}

static uint32_t parent_of(const context *c, const ro_block *block) {
  return c->page->nodes[block->node].parent;
}

static void drop(context *c, size_t i, const char *kind) {
  c->verdicts[i] = (ro_verdict){.kind = kind};
}

static bool is_text(const context *c, size_t i) {
  return c->verdicts[i].keep && block_at(c, i)->prose;
}

/* The parent that most words of the text have, by counting off one against the other. */
static void find_main_parent(context *c) {
  uint64_t lead = 0;
  c->first = c->last = SIZE_MAX;
  for (size_t i = 0; i < c->blocks->count; i++) {
    if (!is_text(c, i)) continue;
    if (c->first == SIZE_MAX) c->first = i;
    c->last = i;
    uint32_t parent = parent_of(c, block_at(c, i)), words = block_at(c, i)->words;
    if (parent == c->main_parent) {
      lead += words;
    } else if (words > lead) {
      c->main_parent = parent;
      lead = words - lead;
    } else {
      lead -= words;
    }
  }
}

static bool is_main(const context *c, const ro_block *block) {
  return parent_of(c, block) == c->main_parent || block->node == c->main_parent;
}

static bool is_linked_headline(const ro_block *block) {
  return block->words >= 3 && block->words <= 30 && block->linked_words * 10 >= block->words * 9;
}

/* The smallest element around two neighbours. */
static uint32_t common_parent(const ro_page *page, const ro_block *a, const ro_block *b) {
  uint32_t node = a->node;
  while (node && page->nodes[node].end < b->end)
    node = page->nodes[node].parent;
  return node;
}

static uint32_t words_in(const context *c, uint32_t node, size_t from) {
  uint32_t words = 0;
  for (size_t i = from; i < c->blocks->count; i++) {
    const ro_block *block = block_at(c, i);
    if (block->first >= c->page->nodes[node].end || words > LONGEST_TEASER_BOX) break;
    if (block->first >= node) words += block->words;
  }
  return words;
}

static bool is_teaser(const context *c, size_t i, uint32_t *box) {
  const ro_block *headline = block_at(c, i), *text = block_at(c, i + 1);
  if (!is_linked_headline(headline) || !text->prose || text->words > LONGEST_TEASER) return false;
  *box = common_parent(c->page, headline, text);
  return *box != c->main_parent && words_in(c, *box, i) <= LONGEST_TEASER_BOX;
}

/* A linked headline with a sentence or two, in a box of its own, and another such box near. */
static void drop_teasers(context *c) {
  size_t before = SIZE_MAX;
  for (size_t i = 0; i + 1 < c->blocks->count; i++) {
    uint32_t box;
    if (!is_teaser(c, i, &box)) continue;
    if (before != SIZE_MAX && i - before <= 6) {
      drop(c, before + 1, "related");
      drop(c, i + 1, "related");
    }
    before = i;
  }
}

static uint32_t list_around(const context *c, const ro_block *block) {
  uint32_t node = block->node;
  while (node && c->page->nodes[node].tag != RO_TAG_UL && c->page->nodes[node].tag != RO_TAG_OL &&
         c->page->nodes[node].tag != RO_TAG_DL)
    node = c->page->nodes[node].parent;
  return node;
}

/* A list that is links for the most part is one of other pages. */
static void drop_link_lists(context *c) {
  for (size_t i = 0; i < c->blocks->count; i++) {
    if (!block_at(c, i)->item) continue;
    uint32_t list = list_around(c, block_at(c, i)), words = 0, linked = 0;
    size_t end = i;
    if (!list) continue;
    for (; end < c->blocks->count && block_at(c, end)->first < c->page->nodes[list].end; end++) {
      words += block_at(c, end)->words;
      linked += block_at(c, end)->linked_words;
    }
    for (size_t k = i; linked * 2 > words && k < end; k++)
      if (c->verdicts[k].keep) drop(c, k, "related");
    if (end > i) i = end - 1;
  }
}

static bool is_label(const ro_block *block) {
  return block->heading || (block->words <= 6 && !block->linked_words) ||
         (block->bold_words * 10 >= block->words * 9 && block->words <= 12);
}

/* What stands under "More stories" up to the next paragraph of the text. */
static void drop_related_sections(context *c) {
  for (size_t i = c->first; i < c->blocks->count; i++) {
    const char *kind = c->verdicts[i].kind;
    bool opens = kind && is_label(block_at(c, i)) &&
                 (strcmp(kind, "related") == 0 || strcmp(kind, "newsletter") == 0 ||
                  strcmp(kind, "comment") == 0 || strcmp(kind, "share") == 0);
    if (!opens) continue;
    for (size_t k = i + 1; k < c->blocks->count; k++) {
      const ro_block *block = block_at(c, k);
      bool unlinked = block->linked_words * 3 < block->words && !block->item;
      bool paragraph = c->page->nodes[block->node].tag == RO_TAG_P && is_main(c, block);
      if (unlinked && (block->prose || paragraph)) break;
      if (block->heading && block->heading <= block_at(c, i)->heading && c->verdicts[k].keep) break;
      if (c->verdicts[k].keep) drop(c, k, kind);
    }
  }
}

static bool starts_with(ro_slice text, const char *prefix) {
  size_t length = strlen(prefix);
  return text.size >= length && strncasecmp(text.bytes, prefix, length) == 0;
}

/* "About Ascom" and what follows to the end: a company or author on itself. */
static void drop_about(context *c) {
  uint32_t words = 0;
  for (size_t i = c->blocks->count; i-- > 0;) {
    if (!c->verdicts[i].keep) continue;
    const ro_block *block = block_at(c, i);
    if (words > LONGEST_ABOUT) return;
    bool opens = is_label(block) && block->words <= 8 && starts_with(block->text, "about ");
    words += block->words;
    if (!opens || i <= c->first) continue;
    for (size_t k = i; k < c->blocks->count; k++)
      if (c->verdicts[k].keep) drop(c, k, "about");
    return;
  }
}

static bool names_author(const context *c, ro_slice text) {
  const ro_string_list *lists[] = {&c->facts->json_authors, &c->facts->visible_authors,
                                   &c->facts->meta_authors};
  for (size_t i = 0; i < 3; i++)
    for (size_t k = 0; k < lists[i]->count; k++) {
      const char *name = lists[i]->items[k];
      if (strncasecmp(name, "by ", 3) == 0) name += 3;
      if (strlen(name) >= 5 && starts_with(text, name)) return true;
    }
  return false;
}

static bool holds(ro_slice text, const char *what) {
  size_t length = strlen(what);
  for (size_t i = 0; i + length <= text.size; i++)
    if (strncasecmp(text.bytes + i, what, length) == 0) return true;
  return false;
}

/* "Jane Doe is a reporter …", "The writer is …" at the end. */
static bool is_biography(const context *c, const ro_block *block) {
  if (block->words > LONGEST_BIOGRAPHY) return false;
  if (starts_with(block->text, "the writer is ") || starts_with(block->text, "the author is ") ||
      starts_with(block->text, "the writer, ") || starts_with(block->text, "the author, "))
    return true;
  if (!names_author(c, block->text)) return false;
  return holds(block->text, " is a") || holds(block->text, " is the ") ||
         holds(block->text, " covers ") || holds(block->text, " writes ") ||
         holds(block->text, " is IGN") || holds(block->text, "'s ") || holds(block->text, "’s ") ||
         holds(block->text, " reports ") || holds(block->text, " can be ") ||
         holds(block->text, " joined ") || holds(block->text, " has ");
}

static void drop_biographies(context *c) {
  int seen = 0;
  for (size_t i = c->blocks->count; i-- > 0 && seen < LAST_BLOCKS;) {
    if (!c->verdicts[i].keep) continue;
    seen++;
    if (i > c->first && is_biography(c, block_at(c, i))) drop(c, i, "biography");
  }
}

static bool ends_in_stop(ro_slice text) {
  return text.size && strchr(".!?:\"", text.bytes[text.size - 1]) != NULL;
}

static bool ends_in_quotation(ro_slice text) {
  return text.size > 3 && memcmp(text.bytes + text.size - 3, "”", 3) == 0;
}

/* A picture between the block before and this one. */
static bool follows_image(const context *c, size_t i) {
  uint32_t from = i ? block_at(c, i - 1)->end : 0;
  for (uint32_t k = from; k < block_at(c, i)->first; k++)
    if (c->page->nodes[k].tag == RO_TAG_IMG) return true;
  return false;
}

static bool is_all_italic(const ro_page *page, const ro_block *block) {
  uint32_t node = page->nodes[block->first].parent;
  while (node > block->node && page->nodes[node].tag != RO_TAG_EM &&
         page->nodes[node].tag != RO_TAG_I)
    node = page->nodes[node].parent;
  return node > block->node && page->nodes[node].end >= block->end;
}

/* A short line in the same element behind a picture. */
static void take_captions(context *c) {
  for (size_t i = 0; i < c->blocks->count; i++) {
    const ro_block *block = block_at(c, i);
    bool candidate = c->verdicts[i].keep && block->words <= LONGEST_CAPTION && !block->heading &&
                     !block->quote && follows_image(c, i);
    if (candidate && (is_all_italic(c->page, block) || !ends_in_stop(block->text)))
      c->verdicts[i] = (ro_verdict){.caption = true};
  }
}

/* Short paragraphs between those of the text, or behind them, belong to it: "“No,” he said." */
static void keep_short_paragraphs(context *c) {
  if (c->first == SIZE_MAX) return;
  size_t end = c->last + 2;
  for (size_t i = c->first; i < c->blocks->count && i <= end; i++) {
    const ro_block *block = block_at(c, i);
    const char *kind = c->verdicts[i].kind;
    bool fragment = kind && strcmp(kind, "fragment") == 0;
    bool paragraph = c->page->nodes[block->node].tag == RO_TAG_P && is_main(c, block);
    /* a word or two behind the text are a credit, unless they make a sentence */
    bool inside = i < c->last || ends_in_stop(block->text) || ends_in_quotation(block->text);
    if (fragment && paragraph && inside && block->linked_words < block->words)
      c->verdicts[i] = (ro_verdict){.keep = true};
  }
}

static bool same_start(ro_slice text, const char *description) {
  if (!description) return false;
  size_t length = strlen(description);
  if (length > 3 && strcmp(description + length - 3, "...") == 0) length -= 3;
  if (length > text.size) length = text.size;
  return length >= 30 && length * 10 >= text.size * 8 &&
         strncasecmp(description, text.bytes, length) == 0;
}

static bool is_label_region(ro_region region) {
  return region == RO_REGION_BYLINE || region == RO_REGION_DATE || region == RO_REGION_SHARE;
}

/* Whether byline, date or picture stand between this block and the next of the text. */
static bool labels_follow(const context *c, size_t i) {
  for (size_t k = i + 1; k < c->blocks->count && !c->verdicts[k].keep; k++) {
    const char *kind = c->verdicts[k].kind;
    if (is_label_region((ro_region)block_at(c, k)->region)) return true;
    if (kind && (strcmp(kind, "byline") == 0 || strcmp(kind, "date") == 0)) return true;
  }
  return false;
}

static uint32_t words_of_text(const context *c) {
  uint32_t words = 0;
  for (size_t i = 0; i < c->blocks->count; i++)
    words += is_text(c, i) ? block_at(c, i)->words : 0;
  return words;
}

/* The lines between title and text that sum it up. */
static void drop_summary(context *c) {
  uint32_t words = words_of_text(c);
  for (size_t i = 0, seen = 0; i < c->blocks->count && seen < 3; i++) {
    if (!c->verdicts[i].keep) continue;
    seen++;
    const ro_block *block = block_at(c, i);
    bool elsewhere = !is_main(c, block);
    bool summary = block->heading || block->region == RO_REGION_SUMMARY ||
                   (elsewhere && (same_start(block->text, c->facts->description) ||
                                  (block->words < 60 && labels_follow(c, i))));
    if (!summary || block->words * 4 > words) return;
    drop(c, i, "summary");
  }
}

/* Headings count only where text follows. */
static void drop_last_headings(context *c) {
  bool text_follows = false;
  for (size_t i = c->blocks->count; i-- > 0;) {
    if (!c->verdicts[i].keep) continue;
    if (!block_at(c, i)->heading)
      text_follows = true;
    else if (!text_follows || block_at(c, i)->heading == 1)
      drop(c, i, "heading");
  }
}

void ro_apply_context(const ro_blocks *blocks, const ro_page *page, const ro_page_facts *facts,
                      ro_verdict *verdicts) {
  context c = {blocks, page, facts, verdicts, 0, SIZE_MAX, SIZE_MAX};
  find_main_parent(&c);
  drop_teasers(&c);
  drop_link_lists(&c);
  drop_related_sections(&c);
  drop_about(&c);
  drop_biographies(&c);
  take_captions(&c);
  find_main_parent(&c);
  keep_short_paragraphs(&c);
  drop_summary(&c);
  drop_last_headings(&c);
}
