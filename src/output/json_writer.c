#include "output/json_writer.h"

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

/* A comma stands between a value and whatever is not a bracket or a name's colon before it. */
static void separate(ro_json_writer *to) {
  if (to->size && !strchr("{[:", to->bytes[to->size - 1])) put(to, ",", 1);
}

static bool is_plain(unsigned char byte) {
  return byte >= 0x20 && byte != '"' && byte != '\\';
}

static void put_escaped(ro_json_writer *to, unsigned char byte) {
  static const char signs[] = "\"\\\b\f\n\r\t", letters[] = "\"\\bfnrt";
  char code[8];
  const char *sign = byte ? strchr(signs, byte) : NULL;
  int size = sign ? snprintf(code, sizeof code, "\\%c", letters[sign - signs])
                  : snprintf(code, sizeof code, "\\u%04X", byte);
  put(to, code, (size_t)size);
}

static void put_quoted(ro_json_writer *to, const char *string) {
  put(to, "\"", 1);
  while (*string) {
    size_t size = 0;
    while (string[size] && is_plain((unsigned char)string[size]))
      size++;
    put(to, string, size);
    string += size;
    if (*string) put_escaped(to, (unsigned char)*string++);
  }
  put(to, "\"", 1);
}

void ro_json_name(ro_json_writer *to, const char *name) {
  separate(to);
  put_quoted(to, name);
  put(to, ":", 1);
}

void ro_json_open(ro_json_writer *to, char bracket) {
  separate(to);
  put(to, &bracket, 1);
}

void ro_json_close(ro_json_writer *to, char bracket) {
  put(to, &bracket, 1);
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
  put_quoted(to, string);
}

void ro_json_put_strings(ro_json_writer *to, const char *const *strings, size_t count) {
  ro_json_open(to, '[');
  for (size_t i = 0; i < count; i++)
    ro_json_put_string(to, strings[i]);
  ro_json_close(to, ']');
}

void ro_json_put_number(ro_json_writer *to, long long number) {
  char digits[24];
  snprintf(digits, sizeof digits, "%lld", number);
  put_word(to, digits);
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
