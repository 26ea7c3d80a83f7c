/* The blocks of a saved article, already free of the page around it, sorted into title, date line,
 * byline, captions, credits and body. Markdown comes through here. */
#ifndef RO_REPORT_FORMATS_ARTICLE_TEXT_H
#define RO_REPORT_FORMATS_ARTICLE_TEXT_H

#include "report/builder/report_builder.h"
#include "report/builder/slice.h"

typedef enum ro_block_role {
  RO_BLOCK_PARAGRAPH,
  RO_BLOCK_TITLE,
  RO_BLOCK_HEADING,
  RO_BLOCK_IMAGE,
} ro_block_role;

typedef struct ro_article_block {
  ro_slice text;
  ro_block_role role;
  size_t linked;       /* bytes that are link text */
  size_t bold_start;   /* where bold text starts that runs to the end; 0: there is none */
  size_t links_before; /* links of the report before this block's own */
  const char *address; /* the last absolute address that it links to; NULL */
} ro_article_block;

typedef struct ro_article_text {
  ro_report_builder *report;
  size_t blocks; /* seen so far */
  bool after_source_label, ended;
} ro_article_text;

void ro_article_begin(ro_article_text *article, ro_report_builder *report);
void ro_article_add_block(ro_article_text *article, const ro_article_block *block);

/* A field of the head of a Markdown file: "title", "source", "author", "published" … */
void ro_article_take_field(ro_report_builder *report, ro_slice key, ro_slice value);

#endif
