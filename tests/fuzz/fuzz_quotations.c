/* Any text through the tokeniser and the matcher of quotation marks. */
#include <stdint.h>
#include <stdlib.h>

#include "base/unicode.h"
#include "statements/quotation.h"
#include "text/segmenter.h"

static ro_segmenter *segmenter;

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerInitialize(int *argc, char ***argv) {
  (void)argc;
  (void)argv;
  ro_error error;
  const char *data = getenv("READOUT_DATA");
  if (!data || ro_segmenter_load(&segmenter, data, &error) != RO_OK) abort();
  return 0;
}

static void check(const ro_document *document, const ro_quotations *quotations) {
  for (uint32_t i = 0; i < quotations->count; i++) {
    const ro_quotation *quotation = &quotations->items[i];
    if (quotation->span.start >= quotation->span.end || quotation->span.end > document->text_size ||
        (i > 0 && quotation->span.start < quotations->items[i - 1].span.end) ||
        (quotation->continues != RO_NONE && quotation->continues + 1 != i))
      abort();
  }
  for (uint32_t i = 0; i < document->token_count; i++)
    if (quotations->of_token[i] != RO_NONE && quotations->of_token[i] >= quotations->count) abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
  ro_arena *arena = ro_arena_create();
  size_t length = ro_utf8_valid_prefix((const char *)bytes, size);
  ro_document document = {.arena = arena,
                          .text = ro_arena_copy(arena, (const char *)bytes, length),
                          .text_size = length,
                          .one_line_paragraphs = true};
  ro_segmenter_annotate(segmenter, &document);
  ro_quotations quotations = ro_quotations_find(&document);
  check(&document, &quotations);
  ro_arena_free(arena);
  return 0;
}
