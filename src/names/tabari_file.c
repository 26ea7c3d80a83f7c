#include "names/tabari_file.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"
#include "names/actor_code.h"
#include "readout/names.h"

typedef struct term {
  const char *code;
  ro_day from, to;
} term;

enum { MOST_NAMES = 512, MOST_TERMS = 64 };

typedef struct tabari {
  ro_dictionary_builder *builder;
  ro_arena *arena;
  const char *path;
  size_t line;
  ro_error *error;
  const char *names[MOST_NAMES];
  term terms[MOST_TERMS];
  size_t name_count, term_count;
} tabari;

static ro_status wrong(const tabari *t, const char *what, const char *value) {
  return ro_fail(t->error, RO_ERROR_FORMAT, t->path, t->line, "%s '%s'", what, value);
}

/* "860101", "20140101", "000101". */
static ro_day read_date(const char *digits) {
  size_t length = strspn(digits, "0123456789");
  int year = 0, month = 1, day = 1;
  const char *format = length == 8 ? "%4d%2d%2d" : length == 6 ? "%2d%2d%2d" : "%4d";
  if (length != 8 && length != 6 && length != 4) return RO_NO_DAY;
  int parts = sscanf(digits, format, &year, &month, &day);
  if (parts < 1) return RO_NO_DAY;
  if (length == 6) year += year < 50 ? 2000 : 1900;
  return ro_day_from_date(year, month ? month : 1, day ? day : 1);
}

/* "CODE", "CODE 920101-961231", "CODE >20070101", "CODE <881231". */
static ro_status add_term(tabari *t, char *inside) {
  char *code = inside + strspn(inside, " ");
  size_t length = strcspn(code, " ");
  char *rest = code + length + strspn(code + length, " ");
  code[length] = '\0';
  if (!*code || strspn(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789~_-") != length)
    return wrong(t, "no code:", code);
  if (t->term_count == MOST_TERMS) return wrong(t, "too many codes for one actor:", code);
  term added = {ro_arena_copy_string(t->arena, code), RO_NO_DAY, RO_NO_DAY};
  if (*rest == '>') {
    added.from = read_date(rest + 1);
  } else if (*rest == '<') {
    added.to = read_date(rest + 1);
  } else if (*rest) {
    added.from = read_date(rest);
    const char *dash = strchr(rest, '-');
    if (dash) added.to = read_date(dash + 1 + strspn(dash + 1, " "));
  }
  t->terms[t->term_count++] = added;
  return RO_OK;
}

/* "VLADIMIR_PUTIN_" becomes "Vladimir putin": only the first letter must be a
 * capital in the text. A short word alone stays in capitals. */
static const char *readable(tabari *t, const char *name, size_t length) {
  while (length && (name[length - 1] == '_' || name[length - 1] == ' '))
    length--;
  char *out = ro_arena_copy(t->arena, name, length);
  bool abbreviation = length <= 4 && !memchr(name, '_', length);
  for (char *at = out; *at; at++) {
    if (*at == '_') *at = ' ';
    if (at > out && !abbreviation) *at = (char)tolower((unsigned char)*at);
  }
  return out;
}

static void add_entry(tabari *t, const term *of) {
  ro_entry entry = {
      .kind = RO_ENTRY_ACTOR, .type = RO_ACTOR_UNKNOWN, .from = of->from, .to = of->to};
  size_t code_length = strlen(of->code);
  char state[4] = "";
  if (code_length >= 3) memcpy(state, of->code, 3);
  bool body = strcmp(state, "IGO") == 0 || strcmp(state, "NGO") == 0 || strcmp(state, "IMG") == 0;
  entry.name = ro_dictionary_builder_string(t->builder, t->names[0]);
  entry.actor = ro_dictionary_builder_string(t->builder, body ? of->code : state);
  entry.country = ro_dictionary_builder_string(t->builder, body ? "" : state);
  entry.code = ro_dictionary_builder_string(t->builder, of->code);
  uint32_t number = ro_dictionary_builder_entry(t->builder, &entry);
  for (size_t i = 0; i < t->name_count; i++)
    ro_dictionary_builder_name(t->builder, number, t->names[i], 0);
}

static void finish_actor(tabari *t) {
  for (size_t i = 0; i < t->term_count && t->name_count; i++)
    add_entry(t, &t->terms[i]);
  t->name_count = t->term_count = 0;
}

static ro_status take_codes(tabari *t, char *at) {
  while ((at = strchr(at, '['))) {
    char *end = strchr(at, ']');
    if (!end) return wrong(t, "a bracket is not closed:", at);
    *end = '\0';
    ro_status status = add_term(t, at + 1);
    if (status != RO_OK) return status;
    at = end + 1;
  }
  return RO_OK;
}

static ro_status take_line(tabari *t, char *line) {
  line[strcspn(line, "#;")] = '\0';
  size_t blank = strspn(line, " \t");
  line += blank;
  if (!*line) return RO_OK;
  if (*line == '[') return take_codes(t, line);
  bool synonym = *line == '+';
  if (synonym)
    line++;
  else if (blank == 0)
    finish_actor(t);
  size_t length = strcspn(line, "[\t");
  if (synonym && !t->name_count) return wrong(t, "a synonym of nothing:", line);
  if (t->name_count == MOST_NAMES) return wrong(t, "too many names for one actor:", line);
  const char *name = readable(t, line, length);
  if (!*name) return wrong(t, "no name:", line);
  t->names[t->name_count++] = name;
  return take_codes(t, line + length);
}

static ro_status each_line(tabari *t, const ro_mapped_file *file) {
  const char *at = (const char *)file->bytes, *end = at + file->size;
  ro_status status = RO_OK;
  while (at < end && status == RO_OK) {
    const char *stop = memchr(at, '\n', (size_t)(end - at));
    size_t length = (size_t)((stop ? stop : end) - at);
    t->line++;
    if (length && at[length - 1] == '\r') length--;
    if (ro_utf8_valid_prefix(at, length) != length) return wrong(t, "not valid UTF-8 in", t->path);
    status = take_line(t, ro_arena_copy(t->arena, at, length));
    at = stop ? stop + 1 : end;
  }
  if (status == RO_OK) finish_actor(t);
  return status;
}

ro_status ro_tabari_file_read(ro_dictionary_builder *builder, const char *path, ro_error *error) {
  ro_mapped_file file;
  ro_status status = ro_mapped_file_open(&file, path, error);
  if (status != RO_OK) return status;
  tabari *t = ro_allocate(sizeof *t);
  *t = (tabari){.builder = builder, .arena = ro_arena_create(), .path = path, .error = error};
  status = each_line(t, &file);
  ro_arena_free(t->arena);
  free(t);
  ro_mapped_file_close(&file);
  return status;
}

/* Our own tables have tabs between columns; there a bracket stands in the line
 * or before it. */
static bool has_notation(const char *at, const char *end) {
  while (at < end) {
    const char *stop = memchr(at, '\n', (size_t)(end - at));
    if (!stop) stop = end;
    size_t length = (size_t)(stop - at);
    if (length && *at != '#') {
      const char *tab = memchr(at, '\t', length), *bracket = memchr(at, '[', length);
      if (bracket && (!tab || tab < bracket)) return true;
      if (tab && !bracket) return false;
      if (*at == '+') return true;
    }
    at = stop + 1;
  }
  return false;
}

ro_status ro_tabari_file_recognise(bool *out, const char *path, ro_error *error) {
  ro_mapped_file file;
  ro_status status = ro_mapped_file_open(&file, path, error);
  if (status != RO_OK) return status;
  const char *bytes = (const char *)file.bytes;
  *out = has_notation(bytes, bytes + file.size);
  ro_mapped_file_close(&file);
  return RO_OK;
}
