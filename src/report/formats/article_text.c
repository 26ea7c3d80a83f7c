#include "report/formats/article_text.h"

#include <string.h>
#include <strings.h>

#include "report/builder/inline_text.h"
#include "report/facts/byline.h"
#include "report/facts/credits.h"
#include "report/facts/line_kind.h"
#include "report/facts/publisher.h"
#include "report/facts/written_date.h"

enum { LONGEST_TITLE = 220, LONGEST_CAPTION = 400, HEAD_BLOCKS = 6 };

void ro_article_begin(ro_article_text *article, ro_report_builder *report) {
  *article = (ro_article_text){.report = report};
}

static void set_title(ro_report_builder *report, ro_slice text) {
  if (!report->report.title)
    report->report.title = ro_arena_copy(report->arena, text.bytes, text.size);
}

static bool ends_sentence(ro_slice text) {
  return text.size && strchr(".!:;", text.bytes[text.size - 1]) != NULL;
}

/* The first block is the title, with or without a "#". */
static bool take_title(ro_article_text *article, const ro_article_block *block) {
  ro_report *report = &article->report->report;
  bool marked = block->role == RO_BLOCK_TITLE;
  bool first = article->blocks == 0 && block->role != RO_BLOCK_IMAGE &&
               block->text.size <= LONGEST_TITLE && !ends_sentence(block->text);
  if (report->title) {
    size_t length = strlen(report->title);
    return article->blocks < HEAD_BLOCKS && length == block->text.size &&
           memcmp(report->title, block->text.bytes, length) == 0;
  }
  if (!marked && !first) return false;
  if (marked && article->report->body.size) return false;
  set_title(article->report, block->text);
  return true;
}

static bool take_date_line(ro_article_text *article, const ro_article_block *block) {
  if (article->report->body.size) return false;
  bool day_first = ro_writes_day_first(article->report->report.url);
  ro_written_date date = ro_find_date(block->text.bytes, block->text.size, day_first);
  if (!ro_is_date_line(block->text.bytes, block->text.size, date)) return false;
  if (ro_is_update_line(block->text.bytes, block->text.size))
    article->report->report.updated = date.day;
  else
    ro_report_set_published(article->report, date.day, "date line");
  return true;
}

static void add_caption(ro_report_builder *report, ro_slice text) {
  ro_list_add(&report->captions, report->arena, text.bytes, text.size);
}

/* A caption ends in its credit, set in bold, or opens or ends as photo lines do. */
static bool take_caption(ro_article_text *article, const ro_article_block *block,
                         ro_line_kind kind) {
  bool credit = block->bold_start && block->text.size <= LONGEST_CAPTION &&
                block->text.size - block->bold_start < block->bold_start + 40;
  if (!credit && kind != RO_LINE_PHOTO) return false;
  add_caption(article->report, block->text);
  return true;
}

/* "Original url:" and the address, in the same block or the next one. */
static bool take_source_address(ro_article_text *article, const ro_article_block *block,
                                ro_line_kind kind) {
  bool label = kind == RO_LINE_SOURCE_ADDRESS;
  if (!label && !article->after_source_label) return false;
  article->after_source_label = label && !block->address;
  if (!block->address) return label;
  article->report->report.url = block->address;
  article->ended = true;
  return true;
}

static bool take_dropped_line(ro_article_text *article, const ro_article_block *block,
                              ro_line_kind kind) {
  if (kind == RO_LINE_CREDIT)
    ro_take_credit_line(article->report, block->text.bytes, block->text.size);
  bool all_link = block->linked + 2 >= block->text.size && block->linked > 0;
  if (kind == RO_LINE_TEXT && !all_link) return false;
  const char *name = kind == RO_LINE_TEXT ? "related" : ro_line_kind_name(kind);
  ro_report_drop(article->report, name, block->text.bytes, block->text.size);
  return true;
}

static bool take_byline(ro_article_text *article, const ro_article_block *block) {
  if (article->report->body.size || block->role != RO_BLOCK_PARAGRAPH) return false;
  return ro_take_byline(article->report, block->text);
}

void ro_article_add_block(ro_article_text *article, const ro_article_block *block) {
  if (block->text.size == 0 || block->role == RO_BLOCK_IMAGE) return;
  ro_line_kind kind = ro_kind_of_line(block->text.bytes, block->text.size);
  bool taken = take_source_address(article, block, kind) || article->ended ||
               take_title(article, block) || take_date_line(article, block) ||
               take_byline(article, block) || take_caption(article, block, kind) ||
               take_dropped_line(article, block, kind);
  if (taken)
    article->report->link_count = block->links_before; /* none of the body's */
  else
    ro_report_add_paragraph(article->report, block->text.bytes, block->text.size);
  article->blocks++;
}

static bool is_key(ro_slice key, const char *name) {
  return strlen(name) == key.size && strncasecmp(key.bytes, name, key.size) == 0;
}

void ro_article_take_field(ro_report_builder *builder, ro_slice key, ro_slice value) {
  ro_report *report = &builder->report;
  const char *string = ro_arena_copy(builder->arena, value.bytes, value.size);
  if (is_key(key, "title"))
    report->title = string;
  else if (is_key(key, "url") || is_key(key, "source") || is_key(key, "link"))
    report->url = string;
  else if (is_key(key, "publisher") || is_key(key, "site"))
    report->publisher = string;
  else if (is_key(key, "author") || is_key(key, "byline"))
    ro_add_byline_names(builder, value);
  else if (is_key(key, "published") || is_key(key, "date"))
    ro_report_set_published(builder, ro_find_date(value.bytes, value.size, false).day, "head");
}
