#include "base/unicode.h"

#include <string.h>
#include <utf8proc.h>

/* Length of the well-formed sequence at `bytes`, 0 where there is none (RFC 3629). */
static size_t sequence_length(const unsigned char *bytes, size_t size) {
  unsigned char lead = bytes[0];
  if (lead < 0x80) return lead != 0;
  size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || size < length) return 0;
  for (size_t i = 1; i < length; i++)
    if ((bytes[i] & 0xC0) != 0x80) return 0;
  if (lead == 0xE0 && bytes[1] < 0xA0) return 0;
  if (lead == 0xED && bytes[1] > 0x9F) return 0;
  if (lead == 0xF0 && bytes[1] < 0x90) return 0;
  if (lead == 0xF4 && bytes[1] > 0x8F) return 0;
  return length;
}

/* Whether eight bytes are all ASCII and none is NUL. */
static bool is_plain_ascii(const char *bytes) {
  uint64_t block;
  memcpy(&block, bytes, sizeof block);
  const uint64_t high = UINT64_C(0x8080808080808080), ones = UINT64_C(0x0101010101010101);
  return !((block | ((block - ones) & ~block)) & high);
}

size_t ro_utf8_valid_prefix(const char *bytes, size_t size) {
  size_t at = 0;
  while (at < size) {
    while (at + 8 <= size && is_plain_ascii(bytes + at))
      at += 8;
    if (at == size) break;
    size_t length = sequence_length((const unsigned char *)bytes + at, size - at);
    if (!length) break;
    at += length;
  }
  return at;
}

uint32_t ro_utf8_next(const char *text, size_t size, size_t *at) {
  const unsigned char *bytes = (const unsigned char *)text + *at;
  size_t left = size - *at;
  if (bytes[0] < 0x80 || left < 2) {
    *at += 1;
    return bytes[0];
  }
  if (bytes[0] < 0xE0) {
    *at += 2;
    return (uint32_t)(bytes[0] & 0x1F) << 6 | (bytes[1] & 0x3F);
  }
  if (bytes[0] < 0xF0 && left >= 3) {
    *at += 3;
    return (uint32_t)(bytes[0] & 0x0F) << 12 | (uint32_t)(bytes[1] & 0x3F) << 6 | (bytes[2] & 0x3F);
  }
  if (left >= 4) {
    *at += 4;
    return (uint32_t)(bytes[0] & 0x07) << 18 | (uint32_t)(bytes[1] & 0x3F) << 12 |
           (uint32_t)(bytes[2] & 0x3F) << 6 | (bytes[3] & 0x3F);
  }
  *at += 1;
  return 0xFFFD;
}

size_t ro_utf8_put(uint32_t codepoint, char *out) {
  return (size_t)utf8proc_encode_char((utf8proc_int32_t)codepoint, (utf8proc_uint8_t *)out);
}

size_t ro_utf8_count(const char *text, size_t size) {
  size_t count = 0;
  for (size_t i = 0; i < size; i++)
    count += ((unsigned char)text[i] & 0xC0) != 0x80;
  return count;
}

static utf8proc_category_t category(uint32_t codepoint) {
  return utf8proc_category((utf8proc_int32_t)codepoint);
}

uint32_t ro_unicode_lower(uint32_t codepoint) {
  if (codepoint < 0x80) return codepoint >= 'A' && codepoint <= 'Z' ? codepoint + 32 : codepoint;
  return (uint32_t)utf8proc_tolower((utf8proc_int32_t)codepoint);
}

bool ro_unicode_is_upper(uint32_t codepoint) {
  if (codepoint < 0x80) return codepoint >= 'A' && codepoint <= 'Z';
  utf8proc_category_t found = category(codepoint);
  return found == UTF8PROC_CATEGORY_LU || found == UTF8PROC_CATEGORY_LT;
}

bool ro_unicode_is_letter(uint32_t codepoint) {
  if (codepoint < 0x80) return (codepoint | 32) >= 'a' && (codepoint | 32) <= 'z';
  utf8proc_category_t found = category(codepoint);
  return found >= UTF8PROC_CATEGORY_LU && found <= UTF8PROC_CATEGORY_LO;
}

bool ro_unicode_is_digit(uint32_t codepoint) {
  if (codepoint < 0x80) return codepoint >= '0' && codepoint <= '9';
  return category(codepoint) == UTF8PROC_CATEGORY_ND;
}

bool ro_unicode_is_space(uint32_t codepoint) {
  if (codepoint < 0x80) return codepoint == ' ' || (codepoint >= '\t' && codepoint <= '\r');
  utf8proc_category_t found = category(codepoint);
  return found == UTF8PROC_CATEGORY_ZS || found == UTF8PROC_CATEGORY_ZL ||
         found == UTF8PROC_CATEGORY_ZP || codepoint == 0x85;
}

uint32_t ro_unicode_base_letter(uint32_t codepoint) {
  if (codepoint < 0x80) return codepoint;
  utf8proc_int32_t parts[8];
  utf8proc_ssize_t count = utf8proc_decompose_char((utf8proc_int32_t)codepoint, parts, 8,
                                                   UTF8PROC_DECOMPOSE | UTF8PROC_STABLE, NULL);
  return count > 0 && count <= 8 ? (uint32_t)parts[0] : codepoint;
}
