#include "report/builder/inline_text.h"

#include <stdbool.h>
#include <string.h>

/* Length of a white-space character at `at`; *blank tells whether it separates words (a zero-width
 * one or a soft hyphen does not). 0 for none. */
static size_t space_at(const unsigned char *at, size_t size, bool *blank) {
  *blank = true;
  if (at[0] <= ' ') return 1;
  if (size >= 2 && at[0] == 0xC2 && at[1] == 0xA0) return 2; /* no-break space */
  *blank = false;
  if (size >= 2 && at[0] == 0xC2 && at[1] == 0xAD) return 2; /* soft hyphen */
  if (size < 3) return 0;
  if (at[0] == 0xEF && at[1] == 0xBB && at[2] == 0xBF) return 3; /* byte order mark */
  if (at[0] != 0xE2 || (at[1] != 0x80 && at[1] != 0x81)) return 0;
  if (at[1] == 0x81) return at[2] == 0xA0 ? 3 : 0; /* word joiner */
  if (at[2] >= 0x8B && at[2] <= 0x8F) return 3;    /* zero width, marks of direction */
  *blank = at[2] >= 0x80 && at[2] <= 0x8A;         /* spaces of set widths */
  bool line = at[2] == 0xA8 || at[2] == 0xA9 || at[2] == 0xAF;
  *blank = *blank || line;
  return *blank ? 3 : 0;
}

static bool may_start_space(unsigned char c) {
  return c <= ' ' || c == 0xC2 || c == 0xE2 || c == 0xEF;
}

void ro_add_folded(ro_text_buffer *buffer, ro_arena *arena, const char *bytes, size_t size) {
  size_t at = 0;
  while (at < size) {
    size_t start = at;
    size_t length = 0;
    bool blank = false;
    for (; at < size; at++) {
      unsigned char c = (unsigned char)bytes[at];
      if (!may_start_space(c)) continue;
      length = space_at((const unsigned char *)bytes + at, size - at, &blank);
      if (length) break;
    }
    if (at > start) ro_text_add(buffer, arena, bytes + start, at - start);
    at += length;
    bool needed = buffer->size && buffer->bytes[buffer->size - 1] != ' ';
    if (length && blank && needed) ro_text_add(buffer, arena, " ", 1);
  }
}

ro_slice ro_trimmed(ro_slice text) {
  while (text.size && (unsigned char)text.bytes[0] <= ' ') {
    text.bytes++;
    text.size--;
  }
  while (text.size && (unsigned char)text.bytes[text.size - 1] <= ' ')
    text.size--;
  return text;
}

size_t ro_count_words(ro_slice text) {
  size_t words = 0;
  bool inside = false;
  for (size_t i = 0; i < text.size; i++) {
    bool space = (unsigned char)text.bytes[i] <= ' ';
    words += !space && !inside;
    inside = !space;
  }
  return words;
}
