#include "report/page/page_labels.h"

#include <string.h>
#include <strings.h>

#include "report/builder/inline_text.h"
#include "report/facts/byline.h"
#include "report/facts/written_date.h"

/* How far from title and text their labels stand, in blocks. */
enum {
  BEFORE_TITLE = 8,
  INTO_TEXT = 3,
  BEHIND_TEXT = 8,
  LONGEST_LABEL = 200,
  MOST_LABEL_WORDS = 14,
  LONGEST_TITLE = 300
};

typedef struct label_finder {
  const ro_blocks *blocks;
  const ro_page *page;
  ro_page_facts *facts;
  ro_verdict *verdicts;
  size_t title, first, last; /* blocks: the title, first and last of the text; SIZE_MAX: none */
} label_finder;

static bool is_alphanumeric(unsigned char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c >= 0x80;
}

/* Whether `part` stands in `whole`, letters and digits alone compared, as a beginning or an end. */
static bool agrees(ro_slice part, const char *whole) {
  if (!whole) return false;
  size_t at = 0;
  const char *w = whole;
  while (at < part.size) {
    unsigned char c = (unsigned char)part.bytes[at];
    if (!is_alphanumeric(c)) {
      at++;
      continue;
    }
    while (*w && !is_alphanumeric((unsigned char)*w))
      w++;
    if (!*w || strncasecmp(w, part.bytes + at, 1) != 0) return false;
    w++;
    at++;
  }
  return true;
}

bool ro_agrees_with_head(const ro_page_facts *facts, ro_slice text) {
  return agrees(text, facts->og_title) || agrees(text, facts->title_element) ||
         agrees(text, facts->json_title) || agrees(text, facts->meta_title);
}

/* The heading that the page's head repeats, else the last one of the first order above the text. */
static size_t find_title(const label_finder *f) {
  size_t best = SIZE_MAX;
  for (size_t i = 0; i < f->blocks->count; i++) {
    const ro_block *block = &f->blocks->items[i];
    bool titled = block->heading || block->region == RO_REGION_TITLE;
    if (!titled || block->text.size > LONGEST_TITLE || block->words < 2) continue;
    if (block->words >= 3 && ro_agrees_with_head(f->facts, block->text)) return i;
    bool outside = ro_region_is_outside((ro_region)block->region);
    if (block->heading == 1 && !outside && (best == SIZE_MAX || i <= f->first)) best = i;
  }
  return best;
}

static void take_title(label_finder *f) {
  f->title = find_title(f);
  if (f->title == SIZE_MAX) return;
  const ro_block *block = &f->blocks->items[f->title];
  f->facts->visible_title = block->text.bytes;
  f->facts->visible_title_certain = ro_agrees_with_head(f->facts, block->text);
  for (size_t i = 0; i < f->blocks->count; i++) {
    const ro_block *other = &f->blocks->items[i];
    bool same = other->text.size == block->text.size &&
                memcmp(other->text.bytes, block->text.bytes, block->text.size) == 0;
    if (same && f->verdicts[i].keep) f->verdicts[i] = (ro_verdict){.kind = "title"};
  }
}

static bool is_label_place(const label_finder *f, size_t i) {
  size_t from = f->title != SIZE_MAX && f->title < f->first ? f->title : f->first;
  size_t start = from == SIZE_MAX ? 0 : from > BEFORE_TITLE ? from - BEFORE_TITLE : 0;
  size_t end = f->first == SIZE_MAX ? f->blocks->count : f->first + INTO_TEXT;
  return i >= start && i < end;
}

static void note_day(label_finder *f, ro_day day, const char *from) {
  if (f->facts->visible_published != RO_NO_DAY || day == RO_NO_DAY) return;
  f->facts->visible_published = day;
  f->facts->visible_published_from = from;
}

/* A block that tells a date: in a part that is called so, or nothing else than a date. */
static void read_date_block(label_finder *f, size_t i, bool anywhere) {
  const ro_block *block = &f->blocks->items[i];
  if (block->text.size > LONGEST_LABEL) return;
  ro_written_date date = ro_find_date(block->text.bytes, block->text.size, f->facts->day_first);
  if (date.day == RO_NO_DAY) return;
  bool line = ro_is_date_line(block->text.bytes, block->text.size, date);
  bool labelled = block->region == RO_REGION_DATE || block->region == RO_REGION_BYLINE ||
                  block->region == RO_REGION_TAGS;
  bool beside_byline = block->words <= 20 && strncasecmp(block->text.bytes, "by ", 3) == 0;
  /* a short line with a date above the text tells agency or author beside it */
  bool above = i < f->first && block->words <= MOST_LABEL_WORDS && !block->heading &&
               i + BEFORE_TITLE >= f->first && !anywhere;
  if (!line && !(labelled && !anywhere) && !beside_byline && !above) return;
  if (ro_is_update_line(block->text.bytes, block->text.size)) {
    if (f->facts->visible_updated == RO_NO_DAY) f->facts->visible_updated = date.day;
  } else {
    note_day(f, date.day, "page");
  }
  if (line || above) f->verdicts[i] = (ro_verdict){.kind = "date"};
}

/* "datetime" of a `time` element that lies in or near a label. */
static void read_time_elements(label_finder *f) {
  for (uint32_t i = 0; i < f->page->node_count; i++) {
    if (f->page->nodes[i].tag != RO_TAG_TIME) continue;
    ro_slice property = ro_page_attribute(f->page, i, RO_ATTRIBUTE_ITEMPROP, NULL);
    bool published = property.size == 13 && memcmp(property.bytes, "datePublished", 13) == 0;
    const char *value = ro_page_attribute_string(f->page, i, RO_ATTRIBUTE_DATETIME);
    if (!published || !value) continue;
    note_day(f, ro_find_date(value, strlen(value), false).day, "time element");
    return;
  }
}

static void read_time_near(label_finder *f) {
  if (f->first == SIZE_MAX) return;
  size_t from = f->title != SIZE_MAX && f->title < f->first ? f->title : f->first;
  from = from > BEFORE_TITLE ? from - BEFORE_TITLE : 0;
  uint32_t start = f->blocks->items[from].first, end = f->blocks->items[f->first].end;
  for (uint32_t i = start; i < end; i++) {
    if (f->page->nodes[i].tag != RO_TAG_TIME) continue;
    const char *value = ro_page_attribute_string(f->page, i, RO_ATTRIBUTE_DATETIME);
    if (value) note_day(f, ro_find_date(value, strlen(value), false).day, "time element");
  }
}

/* "UPDATED 9:14 AM PT — Saturday, January 18, 2020" before the first words. */
static void read_date_in_text(label_finder *f) {
  if (f->first == SIZE_MAX) return;
  const ro_block *block = &f->blocks->items[f->first];
  size_t size = block->text.size < 80 ? block->text.size : 80;
  static const char *const openings[] = {"updated", "published", "posted"};
  for (size_t i = 0; i < 3; i++)
    if (strncasecmp(block->text.bytes, openings[i], strlen(openings[i])) == 0)
      note_day(f, ro_find_date(block->text.bytes, size, f->facts->day_first).day, "text");
}

static void read_dates(label_finder *f) {
  read_time_elements(f);
  for (size_t i = 0; i < f->blocks->count; i++)
    if (is_label_place(f, i)) read_date_block(f, i, false);
  read_time_near(f);
  for (size_t i = f->last;
       i < f->blocks->count && f->last != SIZE_MAX && i <= f->last + BEHIND_TEXT; i++)
    read_date_block(f, i, true);
  read_date_in_text(f);
  if (f->facts->visible_published == RO_NO_DAY)
    f->facts->visible_published = f->facts->visible_updated;
  if (!f->facts->visible_published_from) f->facts->visible_published_from = "page";
}

static void add_author(label_finder *f, ro_slice text) {
  ro_list_add(&f->facts->visible_authors, f->page->arena, text.bytes, text.size);
}

static bool is_author_link(const ro_page *page, uint32_t node) {
  ro_slice rel = ro_page_attribute(page, node, RO_ATTRIBUTE_REL, NULL);
  return rel.size == 6 && memcmp(rel.bytes, "author", 6) == 0;
}

/* Links with rel="author", near title and text. */
static void read_author_links(label_finder *f) {
  if (f->first == SIZE_MAX) return;
  for (uint32_t i = 0; i < f->page->node_count && !f->facts->visible_authors.count; i++)
    if (f->page->nodes[i].tag == RO_TAG_A && is_author_link(f->page, i))
      add_author(f, ro_page_text(f->page, i));
}

/* Names that are links of the line, which may tell offices beside them. */
static size_t add_linked_names(label_finder *f, const ro_block *block) {
  size_t before = f->facts->visible_authors.count;
  for (uint32_t i = block->first; i < block->end; i++) {
    uint32_t parent = f->page->nodes[i].parent;
    if (f->page->nodes[i].tag != RO_TAG_TEXT || f->page->nodes[parent].tag != RO_TAG_A) continue;
    ro_slice name = ro_page_text(f->page, parent);
    if (ro_count_words(name) >= 2 && ro_is_byline_name(name)) add_author(f, name);
  }
  return f->facts->visible_authors.count - before;
}

static void read_byline_block(label_finder *f, size_t i) {
  const ro_block *block = &f->blocks->items[i];
  if (block->text.size > LONGEST_LABEL || block->words > 25) return;
  bool opened = strncasecmp(block->text.bytes, "by ", 3) == 0 ||
                strncasecmp(block->text.bytes, "by: ", 4) == 0;
  bool named = block->region == RO_REGION_BYLINE && block->words <= 12;
  if (!opened && !named) return;
  if (opened) f->facts->visible_authors.count = 0;
  if (!add_linked_names(f, block)) add_author(f, block->text);
  if (f->verdicts[i].keep && opened) f->verdicts[i] = (ro_verdict){.kind = "byline"};
}

static void read_bylines(label_finder *f) {
  for (size_t i = 0; i < f->blocks->count; i++) {
    bool had = f->facts->visible_authors.count > 0;
    const ro_block *block = &f->blocks->items[i];
    bool opened = strncasecmp(block->text.bytes, "by ", 3) == 0;
    if (is_label_place(f, i) && (!had || opened)) read_byline_block(f, i);
    if (opened && f->facts->visible_authors.count) return;
  }
  read_author_links(f);
}

void ro_read_page_labels(ro_page_facts *facts, const ro_blocks *blocks, const ro_page *page,
                         ro_verdict *verdicts) {
  label_finder f = {blocks, page, facts, verdicts, SIZE_MAX, SIZE_MAX, SIZE_MAX};
  for (size_t i = 0; i < blocks->count; i++) {
    if (!verdicts[i].keep || !blocks->items[i].prose) continue;
    if (f.first == SIZE_MAX) f.first = i;
    f.last = i;
  }
  take_title(&f);
  read_dates(&f);
  read_bylines(&f);
}
