#include <jansson.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "report/builder/inline_text.h"
#include "report/builder/tables.h"
#include "report/facts/written_date.h"
#include "report/formats/formats.h"
#include "report/formats/json_report.h"

/* A string in the arena; NUL characters in it become U+FFFD. NULL for another value. */
static const char *string_of(ro_report_builder *builder, const json_t *value, size_t *size) {
  *size = 0;
  if (!json_is_string(value)) return NULL;
  const char *bytes = json_string_value(value);
  size_t length = json_string_length(value);
  if (!memchr(bytes, '\0', length)) {
    *size = length;
    return ro_arena_copy(builder->arena, bytes, length);
  }
  ro_text_buffer buffer = {0};
  for (size_t at = 0; at < length;) {
    size_t good = strlen(bytes + at);
    ro_text_add(&buffer, builder->arena, bytes + at, good);
    at += good;
    if (at < length) ro_text_add(&buffer, builder->arena, "\xEF\xBF\xBD", 3);
    at++;
  }
  static const char note[] = "holds NUL characters; each became U+FFFD";
  ro_list_add(&builder->notes, builder->arena, note, sizeof note - 1);
  *size = buffer.size;
  return buffer.bytes;
}

/* The value of a report's field, by the name that readout gives it or by one that others do; NULL.
 */
static const json_t *value_of(const json_t *object, const char *field) {
  const json_t *found = json_object_get(object, field);
  int best = INT_MAX;
  if (found && !json_is_null(found)) return found;
  found = NULL;
  for (size_t i = 0; i < ro_json_fields_table.count; i++) {
    const char *const *cells = ro_json_fields_table.rows[i].cells;
    if (strcmp(cells[1], field) != 0 || atoi(cells[2]) >= best) continue;
    const json_t *value = json_object_get(object, cells[0]);
    if (!json_is_string(value) && !json_is_array(value) && !json_is_integer(value)) continue;
    found = value;
    best = atoi(cells[2]);
  }
  return found;
}

static void add_names(ro_report_builder *builder, const json_t *value) {
  if (json_is_string(value))
    ro_list_add(&builder->byline, builder->arena, json_string_value(value),
                strlen(json_string_value(value)));
  size_t index;
  const json_t *item;
  if (json_is_array(value))
    json_array_foreach(value, index, item) if (json_is_string(item)) add_names(builder, item);
}

ro_status ro_read_json_report(ro_report_builder *builder, const json_t *object, ro_error *error) {
  if (!json_is_object(object)) return ro_fail(error, RO_ERROR_FORMAT, NULL, 0, "not a JSON object");
  ro_report *report = &builder->report;
  size_t size;
  report->text = string_of(builder, value_of(object, "text"), &report->text_size);
  if (!report->text)
    return ro_fail(error, RO_ERROR_FORMAT, NULL, 0, "the object has no string \"text\"");
  const json_t *id = value_of(object, "id");
  report->id = string_of(builder, id, &size);
  if (json_is_integer(id))
    report->id = ro_arena_print(builder->arena, "%lld", (long long)json_integer_value(id));
  report->url = string_of(builder, value_of(object, "url"), &size);
  report->publisher = string_of(builder, value_of(object, "publisher"), &size);
  report->title = string_of(builder, value_of(object, "title"), &size);
  report->language = string_of(builder, value_of(object, "language"), &size);
  const char *published = string_of(builder, value_of(object, "published"), &size);
  if (published) ro_report_set_published(builder, ro_find_date(published, size, false).day, "json");
  add_names(builder, value_of(object, "byline"));
  report->one_line_paragraphs = true;
  return RO_OK;
}

ro_status ro_read_json(ro_report_builder *builder, const char *json, size_t size, ro_error *error) {
  json_error_t problem;
  json_t *object = json_loadb(json, size, JSON_ALLOW_NUL, &problem);
  if (!object) return ro_fail(error, RO_ERROR_FORMAT, NULL, 0, "not JSON: %s", problem.text);
  ro_status status = ro_read_json_report(builder, object, error);
  json_decref(object);
  return status;
}
