/* Any bytes as a compiled dictionary: what opens is asked for every slot's key. */
#include "fuzz_model_file.h"
#include "names/dictionary.h"

static void ask(const ro_dictionary *dictionary, uint64_t key) {
  const ro_posting *postings;
  uint32_t count;
  if (!ro_dictionary_find(dictionary, key, &postings, &count)) return;
  for (uint32_t i = 0; i < count; i++) {
    const ro_entry *entry = ro_dictionary_entry(dictionary, &postings[i]);
    if (entry) FUZZ_CHECK(ro_dictionary_string(dictionary, entry->name) != NULL);
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
  ro_dictionary dictionary;
  ro_error error;
  if (ro_dictionary_open(&dictionary, fuzz_file_path(bytes, size), &error) != RO_OK) return 0;
  for (uint32_t i = 0; i < dictionary.slot_count; i++)
    ask(&dictionary, dictionary.slots[i].key);
  ask(&dictionary, 12345);
  ro_dictionary_close(&dictionary);
  return 0;
}
