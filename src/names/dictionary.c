#include "names/dictionary.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/file.h"

struct ro_dictionary {
  ro_mapped_file file;
  const ro_dictionary_header *header;
  const ro_dictionary_slot *slots;
  const ro_dictionary_posting *postings;
  const ro_dictionary_entry *entries;
  const char *strings;
};

static bool has_right_size(const ro_dictionary_header *header, size_t size) {
  uint64_t expected = sizeof *header + (uint64_t)header->slot_count * sizeof(ro_dictionary_slot) +
                      (uint64_t)header->posting_count * sizeof(ro_dictionary_posting) +
                      (uint64_t)header->entry_count * sizeof(ro_dictionary_entry) +
                      header->string_size;
  return expected == size && header->slot_count && header->string_size &&
         (header->slot_count & (header->slot_count - 1)) == 0;
}

static bool set_parts(ro_dictionary *dictionary) {
  const ro_mapped_file *file = &dictionary->file;
  const ro_dictionary_header *header = (const void *)file->bytes;
  if (file->size < sizeof *header || memcmp(header->magic, RO_DICTIONARY_MAGIC, 8) != 0 ||
      header->byte_order != 1 || !has_right_size(header, file->size))
    return false;
  dictionary->header = header;
  dictionary->slots = (const void *)(header + 1);
  dictionary->entries = (const void *)(dictionary->slots + header->slot_count);
  dictionary->postings = (const void *)(dictionary->entries + header->entry_count);
  dictionary->strings = (const char *)(dictionary->postings + header->posting_count);
  return dictionary->strings[header->string_size - 1] == '\0';
}

ro_status ro_dictionary_open(ro_dictionary **out, const char *path, ro_error *error) {
  *out = NULL;
  ro_dictionary *dictionary = ro_allocate(sizeof *dictionary);
  *dictionary = (ro_dictionary){0};
  ro_status status = ro_mapped_file_open(&dictionary->file, path, error);
  if (status == RO_OK && !set_parts(dictionary))
    status =
        ro_fail(error, RO_ERROR_FORMAT, path, 0, "not a dictionary of names, or a damaged one");
  if (status == RO_OK)
    *out = dictionary;
  else
    ro_dictionary_free(dictionary);
  return status;
}

void ro_dictionary_free(ro_dictionary *dictionary) {
  if (!dictionary) return;
  if (dictionary->file.bytes) ro_mapped_file_close(&dictionary->file);
  free(dictionary);
}

const ro_dictionary_posting *ro_dictionary_find(const ro_dictionary *dictionary, uint64_t key,
                                                uint32_t *count) {
  const ro_dictionary_header *header = dictionary->header;
  uint32_t mask = header->slot_count - 1;
  *count = 0;
  for (uint32_t i = 0, at = (uint32_t)key & mask; i < header->slot_count;
       i++, at = (at + 1) & mask) {
    const ro_dictionary_slot *slot = &dictionary->slots[at];
    if (!slot->key) return NULL;
    if (slot->key != key) continue;
    if (slot->first > header->posting_count || slot->count > header->posting_count - slot->first)
      return NULL;
    *count = slot->count;
    return dictionary->postings + slot->first;
  }
  return NULL;
}

const ro_dictionary_entry *ro_dictionary_get(const ro_dictionary *dictionary, uint32_t entry) {
  static const ro_dictionary_entry nothing = {.kind = RO_ENTRY_KIND_COUNT};
  return entry < dictionary->header->entry_count ? &dictionary->entries[entry] : &nothing;
}

const char *ro_dictionary_string(const ro_dictionary *dictionary, uint32_t offset) {
  return offset < dictionary->header->string_size ? dictionary->strings + offset : "";
}

const ro_dictionary_entry *ro_dictionary_state(const ro_dictionary *dictionary, const char *code) {
  uint32_t count;
  char name[16] = "state code ";
  strncat(name, code, 4);
  const ro_dictionary_posting *posting =
      ro_dictionary_find(dictionary, ro_name_key_of(RO_SPACE_NOUN, name), &count);
  return posting ? ro_dictionary_get(dictionary, posting->entry) : NULL;
}
