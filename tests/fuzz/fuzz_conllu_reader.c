/* Any bytes are read as CoNLL-U or refused with a message; what was read lies inside the text. */
#include "fuzz_target.h"

#include <string.h>

#include "text/conllu_reader.h"

static void check(const ro_document *document) {
  uint32_t first = 0;
  for (uint32_t i = 0; i < document->sentence_count; i++) {
    const ro_sentence *sentence = &document->sentences[i];
    FUZZ_CHECK(sentence->first_token == first && sentence->token_count > 0);
    FUZZ_CHECK(strlen(document->sentence_comments[i]) < 1u << 30);
    first += sentence->token_count;
  }
  FUZZ_CHECK(first == document->token_count);
  for (uint32_t i = 0; i < document->token_count; i++) {
    const ro_token *token = &document->tokens[i];
    FUZZ_CHECK(token->span.start < token->span.end && token->span.end <= document->text_size);
    FUZZ_CHECK(*token->form && i + token->multiword <= document->token_count);
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
  ro_document document = {.arena = ro_arena_create()};
  ro_error error = {.message = ""};
  if (ro_conllu_read(&document, (const char *)bytes, size, "fuzz", 1, &error) == RO_OK)
    check(&document);
  else
    FUZZ_CHECK(error.message[0] && error.line > 0);
  ro_arena_free(document.arena);
  return 0;
}
