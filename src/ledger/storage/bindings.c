#include "ledger/storage/bindings.h"

#include <jansson.h>
#include <stdlib.h>

/* The caller frees it. */
static char *list_to_text(const char *const *strings, size_t count) {
  if (!count) return NULL;
  json_t *list = json_array();
  for (size_t i = 0; i < count; i++)
    json_array_append_new(list, json_string_nocheck(strings[i]));
  char *text = json_dumps(list, JSON_COMPACT);
  json_decref(list);
  return text;
}

void ro_bind_list(sqlite3_stmt *statement, int index, const char *const *strings, size_t count) {
  char *text = list_to_text(strings, count);
  ro_bind_text(statement, index, text);
  free(text);
}

void ro_bind_span(sqlite3_stmt *statement, int index, const ro_annotation *annotation,
                  ro_span span) {
  ro_bind_number(statement, index, (int64_t)ro_annotation_codepoint(annotation, span.start));
  ro_bind_number(statement, index + 1, (int64_t)ro_annotation_codepoint(annotation, span.end));
}

void ro_bind_words(sqlite3_stmt *statement, int index, const ro_annotation *annotation,
                   ro_span span) {
  size_t size;
  const char *text = ro_annotation_text(annotation, &size);
  ro_bind_bytes(statement, index, text + span.start, span.end - span.start);
}
