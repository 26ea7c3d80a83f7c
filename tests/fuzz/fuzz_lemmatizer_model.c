/* Any bytes are refused as a table of endings, or every search in them ends. */
#include "fuzz_model_file.h"

#include <string.h>

#include "syntax/ending_table.h"

static void search(const ro_ending_table *table) {
  static const char *const words[] = {"", "a", "talks", "negotiated", "Z\u00fcrich"};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    int32_t found = ro_ending_table_find(table, "EVERB VBD", 9, words[i], strlen(words[i]));
    ro_edit edit = ro_ending_table_edit(table, found);
    char *copy = malloc(edit.put_size + 1u);
    memcpy(copy, edit.put, edit.put_size); /* the sanitizer watches */
    free(copy);
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
  ro_arena *arena = ro_arena_create();
  ro_ending_table *table;
  ro_error error;
  if (ro_ending_table_open(&table, arena, fuzz_file_path(bytes, size), &error) == RO_OK)
    search(table);
  ro_ending_table_close(table);
  ro_arena_free(arena);
  return 0;
}
