/* Any bytes as a user's table of predicates: refused with a message, or found word by word. */
#include "fuzz_model_file.h"

#include <string.h>

#include "records/lexicon/act_lexicon.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
  ro_arena *arena = ro_arena_create();
  act_lexicon lexicon;
  ro_error error = {.message = ""};
  const char *path = fuzz_file_path(bytes, size);
  if (act_lexicon_load(&lexicon, arena, fuzz_data_directory(), &path, 1, &error) != RO_OK)
    FUZZ_CHECK(error.message[0] && strcmp(error.file, path) == 0);
  else
    for (const act_entry *entry = act_lexicon_entries(&lexicon, "agree"); entry;
         entry = entry->next)
      FUZZ_CHECK(entry->word_count && strcmp(entry->words[0], "agree") == 0);
  ro_arena_free(arena);
  return 0;
}
