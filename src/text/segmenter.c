#include "text/segmenter.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "text/sentence_splitter.h"
#include "text/tokenizer.h"

struct ro_segmenter {
  ro_arena *arena;
  const ro_word_list *words;
  ro_boundary_model *model;
};

ro_status ro_segmenter_load(ro_segmenter **out, const char *data_directory, ro_error *error) {
  ro_segmenter *segmenter = ro_allocate(sizeof *segmenter);
  *segmenter = (ro_segmenter){.arena = ro_arena_create()};
  const char *path = ro_path_join(segmenter->arena, data_directory, "tokens.tsv");
  ro_status status = ro_word_list_load(&segmenter->words, segmenter->arena, path, error);
  path = ro_path_join(segmenter->arena, data_directory, "segmenter.model");
  if (status == RO_OK)
    status = ro_boundary_model_open(&segmenter->model, segmenter->arena, path, error);
  if (status != RO_OK) {
    ro_segmenter_free(segmenter);
    segmenter = NULL;
  }
  *out = segmenter;
  return status;
}

void ro_segmenter_free(ro_segmenter *segmenter) {
  if (!segmenter) return;
  ro_boundary_model_close(segmenter->model);
  ro_arena_free(segmenter->arena);
  free(segmenter);
}

static bool is_blank(char byte) {
  return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\f' || byte == '\v';
}

/* The end of the paragraph that starts at `start`: a line break where paragraphs have one line,
 * else a blank line. */
static size_t paragraph_end(const ro_document *document, size_t start) {
  const char *text = document->text, *end = text + document->text_size, *at = text + start;
  while ((at = memchr(at, '\n', (size_t)(end - at))) != NULL) {
    if (document->one_line_paragraphs) return (size_t)(at - text);
    const char *behind = at + 1;
    while (behind < end && is_blank(*behind))
      behind++;
    if (behind == end || *behind == '\n') return (size_t)(at - text);
    at = behind;
  }
  return document->text_size;
}

/* The length of the dateline that the text opens with: no part of the first sentence. */
static size_t dateline_size(const ro_document *document) {
  if (!document->dateline) return 0;
  size_t size = strlen(document->dateline);
  bool opens = size < document->text_size && strncmp(document->text, document->dateline, size) == 0;
  return opens ? size : 0;
}

/* All forms in one block, since each alone would be padded. */
static void copy_forms(ro_document *document) {
  size_t size = 0;
  for (uint32_t i = 0; i < document->token_count; i++)
    size += document->tokens[i].span.end - document->tokens[i].span.start + 1;
  char *at = ro_arena_alloc(document->arena, size);
  for (uint32_t i = 0; i < document->token_count; i++) {
    ro_token *token = &document->tokens[i];
    size_t length = token->span.end - token->span.start;
    memcpy(at, document->text + token->span.start, length);
    token->form = at;
    at += length + 1;
  }
}

void ro_segmenter_annotate(const ro_segmenter *segmenter, ro_document *document) {
  ro_tokenizer *tokenizer = ro_arena_alloc(document->arena, sizeof *tokenizer);
  ro_sentence_splitter splitter = {
      .words = segmenter->words, .model = segmenter->model, .document = document};
  ro_tokenizer_begin(tokenizer, segmenter->words, document);
  size_t dateline = dateline_size(document);
  for (size_t at = 0; at < document->text_size;) {
    bool opens = at < dateline;
    size_t end = opens ? dateline : paragraph_end(document, at);
    uint32_t first = document->token_count;
    ro_tokenizer_paragraph(tokenizer, at, end);
    ro_sentence_splitter_paragraph(&splitter, first);
    at = opens ? end : end + 1;
  }
  copy_forms(document);
  ro_document_set_defaults(document);
}
