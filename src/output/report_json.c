#include "output/json.h"

json_t *ro_json_string(const char *string) {
  return string ? json_string_nocheck(string) : json_null();
}

json_t *ro_json_strings(const char *const *strings, size_t count) {
  json_t *list = json_array();
  for (size_t i = 0; i < count; i++)
    json_array_append_new(list, ro_json_string(strings[i]));
  return list;
}

json_t *ro_json_interval(ro_interval interval) {
  char buffer[RO_INTERVAL_SIZE];
  return ro_json_string(ro_interval_print(interval, buffer));
}

json_t *ro_json_day(ro_day day) {
  return ro_json_interval((ro_interval){day, day});
}

static json_t *links_to_json(const ro_report *report) {
  json_t *list = json_array();
  for (size_t i = 0; i < report->link_count; i++) {
    json_t *link = json_object();
    json_object_set_new(link, "text", ro_json_string(report->links[i].text));
    json_object_set_new(link, "url", ro_json_string(report->links[i].url));
    json_array_append_new(list, link);
  }
  return list;
}

json_t *ro_report_to_json(const ro_report *report) {
  json_t *object = json_object();
  json_object_set_new(object, "id", ro_json_string(report->id));
  json_object_set_new(object, "url", ro_json_string(report->url));
  json_object_set_new(object, "publisher", ro_json_string(report->publisher));
  json_object_set_new(object, "published", ro_json_day(report->published));
  json_object_set_new(object, "published_from", ro_json_string(report->published_from));
  json_object_set_new(object, "updated", ro_json_day(report->updated));
  json_object_set_new(object, "title", ro_json_string(report->title));
  json_object_set_new(object, "byline", ro_json_strings(report->byline, report->byline_count));
  json_object_set_new(object, "dateline", ro_json_string(report->dateline));
  json_object_set_new(object, "credits", ro_json_strings(report->credits, report->credit_count));
  json_object_set_new(object, "language", ro_json_string(report->language));
  json_object_set_new(object, "text", ro_json_string(report->text));
  json_object_set_new(object, "captions", ro_json_strings(report->captions, report->caption_count));
  json_object_set_new(object, "links", links_to_json(report));
  json_object_set_new(object, "duplicate_of", ro_json_string(report->duplicate_of));
  return object;
}

void ro_json_print_line(json_t *object, FILE *stream) {
  json_dumpf(object, stream, JSON_COMPACT | JSON_PRESERVE_ORDER);
  fputc('\n', stream);
  json_decref(object);
}
