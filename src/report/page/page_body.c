#include "report/page/page_body.h"

#include <string.h>

#include "report/builder/inline_text.h"
#include "report/page/block_context.h"
#include "report/page/block_rules.h"
#include "report/page/page_container.h"
#include "report/page/page_labels.h"

/* A page of prose that leaves fewer words than this was misread; a JSON-LD body of fewer is none.
 */
enum { LITTLE_TEXT = 60, LEAST_JSON_WORDS = 80 };

/* A link from the site's root as a full address. */
static const char *full_address(ro_arena *arena, const char *link, const char *page_url) {
  const char *host = page_url ? strstr(page_url, "//") : NULL;
  if (link[0] != '/' || !host) return link;
  if (link[1] == '/')
    return ro_arena_print(arena, "%.*s%s", (int)(host - page_url), page_url, link);
  size_t length = (size_t)(host + 2 - page_url) + strcspn(host + 2, "/?#");
  return ro_arena_print(arena, "%.*s%s", (int)length, page_url, link);
}

static void add_links(ro_report_builder *builder, const ro_page *page, const ro_block *block) {
  for (uint32_t i = block->first; i < block->end; i++) {
    uint32_t link = page->nodes[i].parent;
    while (link > block->node && page->nodes[link].tag != RO_TAG_A)
      link = page->nodes[link].parent;
    if (page->nodes[i].tag != RO_TAG_TEXT || page->nodes[link].tag != RO_TAG_A) continue;
    const char *url = ro_page_attribute_string(page, link, RO_ATTRIBUTE_HREF);
    ro_slice text = ro_page_text(page, link);
    if (url && *url && *url != '#') {
      url = full_address(builder->arena, url, builder->report.url);
      ro_report_add_link(builder, text.bytes, text.size, url, strlen(url));
    }
    uint32_t link_end = page->nodes[link].end;
    i = link_end > i ? link_end - 1 : i;
  }
}

static void emit(ro_report_builder *builder, const ro_page_parts *parts, const ro_block *block,
                 ro_verdict verdict) {
  ro_slice text = block->text;
  if (verdict.keep) {
    ro_report_add_paragraph(builder, text.bytes, text.size);
    add_links(builder, parts->page, block);
  } else if (verdict.caption) {
    ro_list_add(&builder->captions, builder->arena, text.bytes, text.size);
  } else if (verdict.kind) {
    ro_report_drop(builder, verdict.kind, text.bytes, text.size);
  }
}

static void emit_all(ro_report_builder *builder, const ro_page_parts *parts,
                     const ro_verdict *verdicts) {
  for (size_t i = 0; i < parts->blocks.count; i++)
    emit(builder, parts, &parts->blocks.items[i], verdicts[i]);
}

static uint32_t words_kept(const ro_page_parts *parts, const ro_verdict *verdicts) {
  uint32_t words = 0;
  for (size_t i = 0; i < parts->blocks.count; i++)
    words += verdicts[i].keep ? parts->blocks.items[i].words : 0;
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

static bool json_tells_more(const ro_page_parts *parts, const ro_page_facts *facts,
                            const ro_verdict *verdicts) {
  if (!facts->json_body) return false;
  size_t words = ro_count_words((ro_slice){facts->json_body, facts->json_body_size});
  return words >= LEAST_JSON_WORDS && words / 2 > words_kept(parts, verdicts);
}

static ro_verdict *judge(const ro_page_parts *parts, ro_page_facts *facts) {
  return ro_judge_blocks(&parts->blocks, parts->page, facts, ro_find_container(parts, facts));
}

/* Where nearly nothing is left of a page with text, some name misled. */
static bool is_too_little(const ro_page_parts *parts, const ro_verdict *verdicts) {
  return words_kept(parts, verdicts) < LITTLE_TEXT &&
         ro_prose_in(&parts->blocks, parts->page, 0) >= 2 * LITTLE_TEXT;
}

void ro_read_page_body(ro_report_builder *builder, const ro_page *page, ro_page_facts *facts) {
  ro_page_parts parts;
  ro_find_page_parts(&parts, page);
  ro_verdict *verdicts = judge(&parts, facts);
  if (is_too_little(&parts, verdicts)) {
    ro_trust_sure_names_alone(&parts);
    verdicts = judge(&parts, facts);
  }
  ro_read_page_labels(facts, &parts.blocks, page, verdicts);
  ro_apply_context(&parts.blocks, page, facts, verdicts);
  if (json_tells_more(&parts, facts, verdicts))
    add_json_body(builder, facts);
  else
    emit_all(builder, &parts, verdicts);
}

void ro_read_fragment_body(ro_report_builder *builder, const ro_page *page) {
  ro_page_parts parts;
  ro_find_page_parts(&parts, page);
  emit_all(builder, &parts, ro_judge_fragment(&parts.blocks, page));
}
