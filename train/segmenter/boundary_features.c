/* Prints what the sentence model sees, for train_segmenter.py.
 *
 * usage: boundary-features DATA-DIRECTORY TEXT ENDS >FEATURES
 *
 * TEXT is plain text with blank lines between paragraphs, ENDS the byte offsets in it at which
 * sentences end, one a line. For each place where a sentence may end: one byte (1: it does), the
 * byte offset (4 bytes), then the features (2 bytes each), all little-endian. */
#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "text/boundary_features.h"
#include "text/segmenter.h"

static ro_arena *arena;

static unsigned char *read_ends(const char *path, size_t text_size) {
  unsigned char *is_end = ro_arena_alloc(arena, text_size + 1);
  FILE *file = fopen(path, "r");
  if (!file) exit(2);
  for (unsigned long offset; fscanf(file, "%lu", &offset) == 1;)
    if (offset <= text_size) is_end[offset] = 1;
  fclose(file);
  return is_end;
}

static void put(uint32_t value, int bytes) {
  for (int i = 0; i < bytes; i++, value >>= 8)
    putchar((int)(value & 255));
}

static void print_place(const ro_boundary_context *context, uint32_t at, bool ends,
                        uint32_t offset) {
  uint32_t features[RO_BOUNDARY_FEATURE_COUNT];
  ro_boundary_features(context, at, features);
  put(ends, 1);
  put(offset, 4);
  for (int i = 0; i < RO_BOUNDARY_FEATURE_COUNT; i++)
    put(features[i], 2);
}

static void print_paragraph(const ro_document *document, const ro_word_list *words, uint32_t first,
                            uint32_t end, const unsigned char *is_end) {
  ro_boundary_context context;
  ro_boundary_begin(&context, arena, words, document, first, end);
  for (uint32_t i = 0; i + 1 < context.count; i++) {
    uint32_t offset = document->tokens[first + i].span.end;
    bool ends = is_end[offset];
    ro_boundary_advance(&context, i);
    if (ro_boundary_is_candidate(&context, i)) print_place(&context, i, ends, offset);
    if (ends) ro_boundary_end_sentence(&context, i);
  }
}

int main(int argc, char **argv) {
  if (argc != 4) return 2;
  arena = ro_arena_create();
  ro_error error;
  ro_mapped_file text;
  ro_segmenter *segmenter;
  const ro_word_list *words;
  const char *table = ro_path_join(arena, argv[1], "tokens.tsv");
  if (ro_segmenter_load(&segmenter, argv[1], &error) != RO_OK ||
      ro_word_list_load(&words, arena, table, &error) != RO_OK ||
      ro_mapped_file_open(&text, argv[2], &error) != RO_OK) {
    fprintf(stderr, "boundary-features: %s: %s\n", error.file, error.message);
    return 1;
  }
  ro_document document = {.arena = arena,
                          .text = ro_arena_copy(arena, (const char *)text.bytes, text.size),
                          .text_size = text.size};
  unsigned char *is_end = read_ends(argv[3], text.size);
  ro_segmenter_annotate(segmenter, &document);
  for (uint32_t i = 0, first = 0; i < document.sentence_count; i++) {
    const ro_sentence *sentence = &document.sentences[i];
    uint32_t end = sentence->first_token + sentence->token_count;
    bool is_last = i + 1 == document.sentence_count ||
                   document.sentences[i + 1].paragraph != sentence->paragraph;
    if (!is_last) continue;
    print_paragraph(&document, words, first, end, is_end);
    first = end;
  }
  ro_segmenter_free(segmenter);
  ro_mapped_file_close(&text);
  ro_arena_free(arena);
  return 0;
}
