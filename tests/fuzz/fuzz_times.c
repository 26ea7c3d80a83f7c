/* Any text, dated by its first two bytes, through the tokeniser and the shipped time rules. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"
#include "text/segmenter.h"
#include "times/time_finder.h"
#include "times/time_role.h"

static ro_segmenter *segmenter;
static ro_time_finder *finder;

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerInitialize(int *argc, char ***argv) {
  (void)argc;
  (void)argv;
  ro_error error;
  const char *data = getenv("READOUT_DATA");
  if (!data || ro_segmenter_load(&segmenter, data, &error) != RO_OK ||
      ro_time_finder_load(&finder, data, &error) != RO_OK)
    abort();
  return 0;
}

static void check(const ro_document *document) {
  for (uint32_t i = 0; i < document->time_count; i++) {
    const ro_time *time = &document->times[i];
    if (!time->value || time->span.start >= time->span.end ||
        time->span.end > document->text_size ||
        time->first_token + time->token_count > document->token_count ||
        (time->interval.first == RO_NO_DAY) != (time->interval.last == RO_NO_DAY) ||
        time->interval.first > time->interval.last)
      abort();
    (void)ro_time_due(document, time);
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
  if (size < 2) return 0;
  ro_arena *arena = ro_arena_create();
  size_t length = ro_utf8_valid_prefix((const char *)bytes + 2, size - 2);
  ro_document document = {.arena = arena,
                          .text = ro_arena_copy(arena, (const char *)bytes + 2, length),
                          .text_size = length,
                          .published = bytes[0] == 0 ? RO_NO_DAY : bytes[0] * 256 + bytes[1]};
  ro_segmenter_annotate(segmenter, &document);
  ro_time_finder_annotate(finder, &document);
  check(&document);
  ro_arena_free(arena);
  return 0;
}
