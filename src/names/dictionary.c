#include "names/dictionary.h"

#include <stdlib.h>
#include <string.h>

#include "names/dictionary_file.h"

static const char *file_name(const char *path) {
  return path ? path : "the names of the user";
}

static ro_status damaged(ro_error *error, const char *path, const char *what) {
  return ro_fail(error, RO_ERROR_FORMAT, file_name(path), 0, "is no dictionary of names: %s", what);
}

static bool slots_are_sound(const ro_dictionary *d) {
  for (uint32_t i = 0; i < d->slot_count; i++)
    if (d->slots[i].first > d->posting_count ||
        d->slots[i].count > d->posting_count - d->slots[i].first)
      return false;
  return true;
}

/* The sections lie one behind another; all of them are aligned to 8 bytes. */
static ro_status set_up(ro_dictionary *out, const unsigned char *bytes, size_t size,
                        const char *path, ro_error *error) {
  ro_dictionary_header header;
  if (size < sizeof header) return damaged(error, path, "it is too short");
  memcpy(&header, bytes, sizeof header);
  if (header.magic != RO_DICTIONARY_MAGIC) return damaged(error, path, "it begins differently");
  uint64_t entries = sizeof header,
           slots = entries + (uint64_t)header.entry_count * sizeof(ro_entry),
           postings = slots + (uint64_t)header.slot_count * sizeof(ro_slot),
           strings = postings + (uint64_t)header.posting_count * sizeof(ro_posting);
  bool power_of_two = header.slot_count && !(header.slot_count & (header.slot_count - 1));
  if (strings + header.string_size != size || !header.string_size || !power_of_two ||
      bytes[size - 1] != '\0')
    return damaged(error, path, "its parts do not fit");
  out->entries = (const ro_entry *)(const void *)(bytes + entries);
  out->slots = (const ro_slot *)(const void *)(bytes + slots);
  out->postings = (const ro_posting *)(const void *)(bytes + postings);
  out->strings = (const char *)bytes + strings;
  out->entry_count = header.entry_count;
  out->slot_count = header.slot_count;
  out->posting_count = header.posting_count;
  out->string_size = header.string_size;
  return RO_OK;
}

ro_status ro_dictionary_open(ro_dictionary *out, const char *path, ro_error *error) {
  *out = (ro_dictionary){0};
  ro_status status = ro_mapped_file_open(&out->file, path, error);
  if (status == RO_OK) status = set_up(out, out->file.bytes, out->file.size, path, error);
  if (status != RO_OK) ro_dictionary_close(out);
  return status;
}

ro_status ro_dictionary_take(ro_dictionary *out, unsigned char *bytes, size_t size,
                             ro_error *error) {
  *out = (ro_dictionary){.memory = bytes};
  ro_status status = set_up(out, bytes, size, NULL, error);
  if (status == RO_OK && !slots_are_sound(out)) status = damaged(error, NULL, "its slots");
  if (status != RO_OK) ro_dictionary_close(out);
  return status;
}

void ro_dictionary_close(ro_dictionary *dictionary) {
  ro_mapped_file_close(&dictionary->file);
  free((void *)dictionary->memory);
  *dictionary = (ro_dictionary){0};
}

bool ro_dictionary_find(const ro_dictionary *d, uint64_t key, const ro_posting **postings,
                        uint32_t *count) {
  if (!d->slot_count) return false;
  uint32_t mask = d->slot_count - 1;
  for (uint32_t probes = 0, i = (uint32_t)key & mask; probes <= mask;
       probes++, i = (i + 1) & mask) {
    const ro_slot *slot = &d->slots[i];
    if (!slot->key) return false;
    if (slot->key != key) continue;
    if (slot->first > d->posting_count || slot->count > d->posting_count - slot->first)
      return false;
    *postings = d->postings + slot->first;
    *count = slot->count;
    return true;
  }
  return false;
}

const ro_entry *ro_dictionary_entry(const ro_dictionary *d, const ro_posting *posting) {
  return posting->entry < d->entry_count ? &d->entries[posting->entry] : NULL;
}

const char *ro_dictionary_string(const ro_dictionary *d, uint32_t offset) {
  return offset < d->string_size ? d->strings + offset : "";
}
