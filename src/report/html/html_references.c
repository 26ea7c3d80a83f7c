#include <libxml/HTMLparser.h>
#include <string.h>

#include "base/unicode.h"
#include "report/html/page_tree.h"

enum { LONGEST_NAME = 10 };

/* Bytes of Windows-1252 that pages write as numbers: "&#146;". */
static uint32_t windows_character(uint32_t number) {
  static const uint16_t characters[32] = {
      0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
      0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
      0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};
  return characters[number - 0x80];
}

static uint32_t sane_character(uint32_t number) {
  if (number >= 0x80 && number < 0xA0) return windows_character(number);
  bool bad = number == 0 || number > 0x10FFFF || (number >= 0xD800 && number < 0xE000);
  return bad ? 0xFFFD : number;
}

/* "&#8217;" and "&#x2019;": returns the length read, 0 for none. */
static size_t read_number(const char *at, size_t size, uint32_t *character) {
  bool hexadecimal = size > 2 && (at[2] == 'x' || at[2] == 'X');
  size_t start = hexadecimal ? 3 : 2, i = start;
  uint32_t number = 0;
  for (; i < size && i < start + 8; i++) {
    char c = at[i];
    uint32_t digit = c >= '0' && c <= '9'                  ? (uint32_t)(c - '0')
                     : hexadecimal && c >= 'a' && c <= 'f' ? (uint32_t)(c - 'a' + 10)
                     : hexadecimal && c >= 'A' && c <= 'F' ? (uint32_t)(c - 'A' + 10)
                                                           : 99;
    if (digit == 99) break;
    number = number > 0x110000 ? number : number * (hexadecimal ? 16 : 10) + digit;
  }
  if (i == start) return 0;
  *character = sane_character(number);
  return i + (i < size && at[i] == ';');
}

static uint32_t named_character(const char *name) {
  static const struct {
    const char *name;
    uint32_t character;
  } common[] = {{"nbsp", 0xA0},    {"amp", '&'},      {"quot", '"'},     {"apos", '\''},
                {"lt", '<'},       {"gt", '>'},       {"rsquo", 0x2019}, {"lsquo", 0x2018},
                {"ldquo", 0x201C}, {"rdquo", 0x201D}, {"mdash", 0x2014}, {"ndash", 0x2013},
                {"hellip", 0x2026}};
  for (size_t i = 0; i < sizeof common / sizeof *common; i++)
    if (strcmp(common[i].name, name) == 0) return common[i].character;
  const htmlEntityDesc *entity = htmlEntityLookup((const xmlChar *)name);
  return entity ? entity->value : 0;
}

static size_t read_name(const char *at, size_t size, uint32_t *character) {
  char name[LONGEST_NAME + 1];
  size_t length = 0;
  while (length < LONGEST_NAME && length + 1 < size) {
    char c = at[length + 1];
    bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (!letter) break;
    name[length++] = c;
  }
  name[length] = '\0';
  bool closed = length + 1 < size && at[length + 1] == ';';
  /* "&copy=1" in an address is no copyright sign */
  bool in_address = length + 1 < size && at[length + 1] == '=';
  *character = length && !in_address ? named_character(name) : 0;
  return *character ? length + 1 + closed : 0;
}

static size_t read_reference(const char *at, size_t size, uint32_t *character) {
  if (size > 2 && at[1] == '#') return read_number(at, size, character);
  return read_name(at, size, character);
}

ro_slice ro_resolve_references(ro_arena *arena, ro_slice text) {
  const char *ampersand = text.size ? memchr(text.bytes, '&', text.size) : NULL;
  if (!ampersand) return text;
  char *out = ro_arena_alloc(arena, text.size + 1);
  size_t written = 0, at = 0;
  while (at < text.size) {
    ampersand = memchr(text.bytes + at, '&', text.size - at);
    size_t plain = ampersand ? (size_t)(ampersand - text.bytes) - at : text.size - at;
    memcpy(out + written, text.bytes + at, plain);
    written += plain;
    at += plain;
    if (at == text.size) break;
    uint32_t character;
    size_t length = read_reference(text.bytes + at, text.size - at, &character);
    if (length)
      written += ro_utf8_put(character, out + written);
    else
      out[written++] = '&';
    at += length ? length : 1;
  }
  out[written] = '\0';
  return (ro_slice){out, written};
}
