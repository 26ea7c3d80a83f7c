#include "output/json_writer.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

static char *room_for(ro_json_writer *to, size_t size) {
  if (to->capacity - to->size < size) {
    to->capacity = 2 * to->capacity + size + 4096;
    to->bytes = ro_reallocate(to->bytes, to->capacity);
  }
  return to->bytes + to->size;
}

static void put(ro_json_writer *to, const char *bytes, size_t size) {
  memcpy(room_for(to, size), bytes, size);
  to->size += size;
}

static void put_byte(ro_json_writer *to, char byte) {
  *room_for(to, 1) = byte;
  to->size++;
}

/* A comma stands between a value and whatever is not a bracket or a name's colon before it. */
static void separate(ro_json_writer *to) {
  char last = to->size ? to->bytes[to->size - 1] : ':';
  if (last != ':' && last != '{' && last != '[') put_byte(to, ',');
}

static bool is_plain(unsigned char byte) {
  return byte >= 0x20 && byte != '"' && byte != '\\';
}

enum { WORD = sizeof(uint64_t) };

/* Are all bytes of a word plain? Each is told by the bit that a subtraction borrows; one that
 * follows upon such a byte may be taken for another, which only costs time. */
static bool are_plain(const char *bytes) {
  const uint64_t ones = UINT64_C(0x0101010101010101), tops = UINT64_C(0x8080808080808080);
  uint64_t word;
  memcpy(&word, bytes, sizeof word);
  uint64_t quotes = word ^ ones * '"', strokes = word ^ ones * '\\';
  uint64_t low = (word - ones * 0x20) & ~word;
  return !((low | ((quotes - ones) & ~quotes) | ((strokes - ones) & ~strokes)) & tops);
}

static char *put_escaped(char *at, unsigned char byte) {
  static const char signs[] = "\"\\\b\f\n\r\t", letters[] = "\"\\bfnrt",
                    digits[] = "0123456789ABCDEF";
  const char *sign = byte ? strchr(signs, byte) : NULL;
  *at++ = '\\';
  if (sign) {
    *at++ = letters[sign - signs];
    return at;
  }
  *at++ = 'u';
  *at++ = '0';
  *at++ = '0';
  *at++ = digits[byte >> 4];
  *at++ = digits[byte & 15];
  return at;
}

/* Strings are long and seldom have anything to escape: they are copied a word at a time. */
static void put_quoted(ro_json_writer *to, const char *string, size_t length) {
  enum { LONGEST_ESCAPE = 6 };
  char *at = room_for(to, length * LONGEST_ESCAPE + 2);
  size_t i = 0;
  *at++ = '"';
  while (i < length) {
    for (; i + WORD <= length && are_plain(string + i); i += WORD, at += WORD)
      memcpy(at, string + i, WORD);
    for (size_t end = i + WORD < length ? i + WORD : length; i < end; i++)
      if (is_plain((unsigned char)string[i]))
        *at++ = string[i];
      else
        at = put_escaped(at, (unsigned char)string[i]);
  }
  *at++ = '"';
  to->size = (size_t)(at - to->bytes);
}

void ro_json_name(ro_json_writer *to, const char *name) {
  separate(to);
  put_byte(to, '"');
  put(to, name, strlen(name));
  put_byte(to, '"');
  put_byte(to, ':');
}

void ro_json_open(ro_json_writer *to, char bracket) {
  separate(to);
  put_byte(to, bracket);
}

void ro_json_close(ro_json_writer *to, char bracket) {
  put_byte(to, bracket);
}

static void put_word(ro_json_writer *to, const char *word) {
  separate(to);
  put(to, word, strlen(word));
}

void ro_json_put_string(ro_json_writer *to, const char *string) {
  if (!string) {
    put_word(to, "null");
    return;
  }
  separate(to);
  put_quoted(to, string, strlen(string));
}

void ro_json_put_strings(ro_json_writer *to, const char *const *strings, size_t count) {
  ro_json_open(to, '[');
  for (size_t i = 0; i < count; i++)
    ro_json_put_string(to, strings[i]);
  ro_json_close(to, ']');
}

void ro_json_put_number(ro_json_writer *to, long long number) {
  char digits[24], *first = digits + sizeof digits - 1;
  unsigned long long rest =
      number < 0 ? 0ULL - (unsigned long long)number : (unsigned long long)number;
  *first = '\0';
  do {
    *--first = (char)('0' + rest % 10);
  } while (rest /= 10);
  if (number < 0) *--first = '-';
  put_word(to, first);
}

void ro_json_put_bool(ro_json_writer *to, bool value) {
  put_word(to, value ? "true" : "false");
}

void ro_json_put_days(ro_json_writer *to, ro_interval days) {
  char buffer[RO_INTERVAL_SIZE];
  ro_json_put_string(to, ro_interval_print(days, buffer));
}

void ro_json_end_line(ro_json_writer *to, FILE *stream) {
  put(to, "\n", 1);
  fwrite(to->bytes, 1, to->size, stream);
  to->size = 0;
}

void ro_json_writer_free(ro_json_writer *writer) {
  free(writer->bytes);
  *writer = (ro_json_writer){0};
}
