#include "text/segmenter.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "text/sentence_splitter.h"
#include "text/tokenizer.h"

struct ro_segmenter {
  ro_arena *arena;
  const ro_word_list *words;
};

ro_status ro_segmenter_load(ro_segmenter **out, const char *data_directory, ro_error *error) {
  ro_segmenter *segmenter = ro_allocate(sizeof *segmenter);
  *segmenter = (ro_segmenter){.arena = ro_arena_create()};
  const char *path = ro_path_join(segmenter->arena, data_directory, "tokens.tsv");
  ro_status status = ro_word_list_load(&segmenter->words, segmenter->arena, path, error);
  if (status != RO_OK) {
    ro_segmenter_free(segmenter);
    segmenter = NULL;
  }
  *out = segmenter;
  return status;
}

void ro_segmenter_free(ro_segmenter *segmenter) {
  if (!segmenter) return;
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

typedef struct sentence_list {
  ro_document *document;
  size_t capacity;
  uint32_t paragraph;
} sentence_list;

static void add_sentence(sentence_list *list, uint32_t first, uint32_t end) {
  ro_document *document = list->document;
  size_t count = document->sentence_count;
  ro_sentence *sentence =
      RO_ARENA_PUSH(document->arena, &document->sentences, count, list->capacity);
  sentence->span.start = document->tokens[first].span.start;
  sentence->span.end = document->tokens[end - 1].span.end;
  sentence->first_token = first;
  sentence->token_count = end - first;
  sentence->root = RO_NONE;
  sentence->paragraph = list->paragraph;
  for (uint32_t i = first; i < end; i++)
    document->tokens[i].sentence = document->sentence_count;
  document->sentence_count = (uint32_t)count;
}

/* Groups the tokens from `first` on, which make one paragraph, into sentences. */
static void split_sentences(const ro_segmenter *segmenter, sentence_list *list, uint32_t first) {
  ro_document *document = list->document;
  uint32_t inside = 0; /* last token of the multiword token that is open */
  for (uint32_t i = first; i < document->token_count; i++) {
    if (document->tokens[i].multiword) inside = i + document->tokens[i].multiword - 1;
    bool is_last = i + 1 == document->token_count;
    if (!is_last && i < inside) continue;
    bool is_full = i + 1 - first >= RO_SENTENCE_LARGEST;
    if (is_last || is_full || ro_sentence_ends(segmenter->words, document, i)) {
      add_sentence(list, first, i + 1);
      first = i + 1;
    }
  }
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
  sentence_list list = {.document = document};
  ro_tokenizer_begin(tokenizer, segmenter->words, document);
  for (size_t at = 0; at < document->text_size;) {
    size_t end = paragraph_end(document, at);
    uint32_t first = document->token_count;
    ro_tokenizer_paragraph(tokenizer, at, end);
    split_sentences(segmenter, &list, first);
    if (document->token_count > first) list.paragraph++;
    at = end + 1;
  }
  copy_forms(document);
  ro_document_set_defaults(document);
}
