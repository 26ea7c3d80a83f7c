#include <jansson.h>
#include <string.h>

#include "output/exports.h"
#include "output/json.h"

static json_t *authors_of(const ro_source *source) {
  json_t *names = source->byline ? json_loads(source->byline, 0, NULL) : NULL;
  json_t *authors = json_array();
  for (size_t i = 0; i < json_array_size(names); i++) {
    json_t *author = json_object();
    json_object_set(author, "literal", json_array_get(names, i));
    json_array_append_new(authors, author);
  }
  json_decref(names);
  return authors;
}

static json_t *date_of(ro_day day) {
  int year, month, day_of_month;
  ro_day_to_date(day, &year, &month, &day_of_month);
  return json_pack("{s:[[i,i,i]]}", "date-parts", year, month, day_of_month);
}

void ro_sources_to_csl(FILE *stream, const ro_source *sources, size_t count) {
  json_t *list = json_array();
  for (size_t i = 0; i < count; i++) {
    json_t *object = json_object();
    json_object_set_new(object, "id", ro_json_string(sources[i].id));
    json_object_set_new(object, "type", json_string("article-newspaper"));
    if (sources[i].title) json_object_set_new(object, "title", ro_json_string(sources[i].title));
    if (sources[i].publisher)
      json_object_set_new(object, "container-title", ro_json_string(sources[i].publisher));
    json_t *authors = authors_of(&sources[i]);
    if (json_array_size(authors)) json_object_set(object, "author", authors);
    json_decref(authors);
    json_object_set_new(object, "issued", date_of(sources[i].published));
    if (sources[i].url) json_object_set_new(object, "URL", ro_json_string(sources[i].url));
    json_array_append_new(list, object);
  }
  json_dumpf(list, stream, JSON_INDENT(1) | JSON_PRESERVE_ORDER);
  fputc('\n', stream);
  json_decref(list);
}

/* A field's value; what TeX would read as a command is escaped. */
static void put_field(FILE *stream, const char *name, const char *text) {
  if (!text) return;
  fprintf(stream, ",\n  %s = {", name);
  for (; *text; text++) {
    if (*text == '\\')
      fputs("\\textbackslash{}", stream);
    else if (strchr("{}%&$#_", *text))
      fprintf(stream, "\\%c", *text);
    else if (*text == '~' || *text == '^')
      fprintf(stream, "\\%c{}", *text);
    else
      fputc(*text == '\n' ? ' ' : *text, stream);
  }
  fputc('}', stream);
}

static void put_authors(FILE *stream, const ro_source *source) {
  json_t *names = source->byline ? json_loads(source->byline, 0, NULL) : NULL;
  ro_arena *arena = ro_arena_create();
  const char *list = NULL;
  for (size_t i = 0; i < json_array_size(names); i++) {
    const char *name = json_string_value(json_array_get(names, i));
    if (name) list = list ? ro_arena_print(arena, "%s and %s", list, name) : name;
  }
  put_field(stream, "author", list);
  ro_arena_free(arena);
  json_decref(names);
}

void ro_sources_to_bibtex(FILE *stream, const ro_source *sources, size_t count) {
  for (size_t i = 0; i < count; i++) {
    char day[RO_INTERVAL_SIZE];
    const ro_source *source = &sources[i];
    fprintf(stream, "@misc{readout-%.12s", source->hash);
    put_authors(stream, source);
    put_field(stream, "title", source->title);
    put_field(stream, "howpublished", source->publisher);
    put_field(stream, "date",
              ro_interval_print((ro_interval){source->published, source->published}, day));
    if (source->url) fprintf(stream, ",\n  url = {%s}", source->url);
    put_field(stream, "note", source->id);
    fputs("\n}\n\n", stream);
  }
}
