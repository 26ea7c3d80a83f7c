#include "names/name_key.h"

#include <string.h>

#include "base/hash.h"
#include "base/unicode.h"

ro_name_key ro_name_key_begin(ro_name_space space) {
  unsigned char mark = (unsigned char)space;
  return (ro_name_key){.hash = ro_hash_add(RO_HASH_START, &mark, 1)};
}

void ro_name_key_add(ro_name_key *key, const char *text, size_t size) {
  for (size_t at = 0; at < size;) {
    uint32_t codepoint = ro_unicode_base_letter(ro_unicode_lower(ro_utf8_next(text, size, &at)));
    if (!ro_unicode_is_letter(codepoint) && !ro_unicode_is_digit(codepoint)) continue;
    char bytes[4];
    key->hash = ro_hash_add(key->hash, bytes, ro_utf8_put(codepoint, bytes));
    key->letters++;
  }
}

uint64_t ro_name_key_finish(const ro_name_key *key) {
  uint64_t hash = ro_hash_finish(key->hash);
  return hash ? hash : 1;
}

uint64_t ro_name_key_of(ro_name_space space, const char *name) {
  ro_name_key key = ro_name_key_begin(space);
  ro_name_key_add(&key, name, strlen(name));
  return ro_name_key_finish(&key);
}
