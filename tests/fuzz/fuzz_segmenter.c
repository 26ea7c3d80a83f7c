/* Any valid UTF-8 falls into tokens and sentences that follow each other inside the text. */
#include "fuzz_target.h"

#include <string.h>

#include "base/unicode.h"
#include "text/segmenter.h"

static void check_tokens(const ro_document *document) {
  uint32_t end = 0;
  for (uint32_t i = 0; i < document->token_count; i++) {
    const ro_token *token = &document->tokens[i];
    uint32_t size = token->span.end - token->span.start;
    FUZZ_CHECK(token->span.start >= end && token->span.start < token->span.end);
    FUZZ_CHECK(token->span.end <= document->text_size);
    FUZZ_CHECK(strlen(token->form) == size);
    FUZZ_CHECK(memcmp(token->form, document->text + token->span.start, size) == 0);
    FUZZ_CHECK(ro_utf8_valid_prefix(token->form, size) == size);
    FUZZ_CHECK(token->multiword != 1 && i + token->multiword <= document->token_count);
    end = token->span.end;
  }
}

static void check_sentences(const ro_document *document) {
  uint32_t first = 0;
  for (uint32_t i = 0; i < document->sentence_count; i++) {
    const ro_sentence *sentence = &document->sentences[i];
    FUZZ_CHECK(sentence->first_token == first && sentence->token_count > 0);
    for (uint32_t t = first; t < first + sentence->token_count; t++) {
      FUZZ_CHECK(document->tokens[t].sentence == i);
      FUZZ_CHECK(t + document->tokens[t].multiword <= first + sentence->token_count);
    }
    first += sentence->token_count;
  }
  FUZZ_CHECK(first == document->token_count);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
  static ro_segmenter *segmenter;
  ro_error error;
  if (!segmenter && ro_segmenter_load(&segmenter, fuzz_data_directory(), &error) != RO_OK) abort();
  if (size == 0) return 0;
  ro_arena *arena = ro_arena_create();
  size_t valid = ro_utf8_valid_prefix((const char *)bytes + 1, size - 1);
  ro_document document = {.arena = arena,
                          .text = ro_arena_copy(arena, (const char *)bytes + 1, valid),
                          .text_size = valid,
                          .one_line_paragraphs = bytes[0] & 1};
  ro_segmenter_annotate(segmenter, &document);
  check_tokens(&document);
  check_sentences(&document);
  ro_arena_free(arena);
  return 0;
}
