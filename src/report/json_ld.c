#include "report/json_ld.h"

#include <jansson.h>
#include <string.h>
#include <strings.h>

#include "report/inline_text.h"
#include "report/written_date.h"

enum { DEEPEST = 6 };

/* Strings in JSON-LD often hold character references and tags. */
static const char *plain(ro_arena *arena, const char *string) {
  ro_slice text = ro_resolve_references(arena, (ro_slice){string, strlen(string)});
  ro_text_buffer buffer = {0};
  ro_add_folded(&buffer, arena, text.bytes, text.size);
  text = ro_trimmed((ro_slice){buffer.bytes ? buffer.bytes : "", buffer.size});
  return text.size ? ro_arena_copy(arena, text.bytes, text.size) : NULL;
}

static const char *string_in(ro_arena *arena, const json_t *object, const char *key) {
  const char *string = json_string_value(json_object_get(object, key));
  return string ? plain(arena, string) : NULL;
}

static ro_day day_in(const json_t *object, const char *key) {
  const char *string = json_string_value(json_object_get(object, key));
  return string ? ro_find_date(string, strlen(string), false).day : RO_NO_DAY;
}

static bool type_ends_in(const json_t *type, const char *ending) {
  const char *name = json_string_value(type);
  size_t length = name ? strlen(name) : 0, size = strlen(ending);
  return length >= size && strcasecmp(name + length - size, ending) == 0;
}

static bool is_article(const json_t *object) {
  static const char *const types[] = {"Article", "Posting", "Report", "Review", "Blog"};
  const json_t *type = json_object_get(object, "@type");
  for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
    if (type_ends_in(type, types[i])) return true;
    for (size_t k = 0; k < json_array_size(type); k++)
      if (type_ends_in(json_array_get(type, k), types[i])) return true;
  }
  return false;
}

/* A name, an object with a name, or a list of them. */
static void add_authors(ro_page_facts *facts, ro_arena *arena, const json_t *value, int depth) {
  const char *name = json_string_value(value);
  char *copy = name ? (char *)plain(arena, name) : NULL;
  if (copy) ro_list_add(&facts->json_authors, arena, copy, strlen(copy));
  if (json_is_object(value) && !type_ends_in(json_object_get(value, "@type"), "Organization") &&
      depth < DEEPEST)
    add_authors(facts, arena, json_object_get(value, "name"), depth + 1);
  for (size_t i = 0; i < json_array_size(value) && depth < DEEPEST; i++)
    add_authors(facts, arena, json_array_get(value, i), depth + 1);
}

static void take_article(ro_page_facts *facts, ro_arena *arena, const json_t *object) {
  if (!facts->json_title) facts->json_title = string_in(arena, object, "headline");
  if (facts->json_published == RO_NO_DAY) facts->json_published = day_in(object, "datePublished");
  if (facts->json_modified == RO_NO_DAY) facts->json_modified = day_in(object, "dateModified");
  if (!facts->json_authors.count) add_authors(facts, arena, json_object_get(object, "author"), 0);
  if (!facts->json_authors.count) add_authors(facts, arena, json_object_get(object, "creator"), 0);
  if (!facts->json_publisher)
    facts->json_publisher = string_in(arena, json_object_get(object, "publisher"), "name");
  const json_t *body = json_object_get(object, "articleBody");
  if (json_is_string(body) && json_string_length(body) > facts->json_body_size) {
    facts->json_body_size = json_string_length(body);
    facts->json_body = ro_arena_copy(arena, json_string_value(body), facts->json_body_size);
  }
}

static void visit(ro_page_facts *facts, ro_arena *arena, const json_t *value, int depth) {
  if (depth > DEEPEST) return;
  for (size_t i = 0; i < json_array_size(value); i++)
    visit(facts, arena, json_array_get(value, i), depth + 1);
  if (!json_is_object(value)) return;
  if (is_article(value)) take_article(facts, arena, value);
  visit(facts, arena, json_object_get(value, "@graph"), depth + 1);
  visit(facts, arena, json_object_get(value, "mainEntity"), depth + 1);
}

/* Pages put raw line breaks into strings, which JSON forbids. */
static const char *without_controls(ro_arena *arena, ro_slice script) {
  char *copy = ro_arena_copy(arena, script.bytes, script.size);
  for (size_t i = 0; i < script.size; i++)
    if ((unsigned char)copy[i] < ' ') copy[i] = ' ';
  return copy;
}

void ro_read_json_ld(ro_page_facts *facts, ro_arena *arena, ro_slice script) {
  script = ro_trimmed(script);
  json_t *value = json_loadb(script.bytes, script.size, JSON_DISABLE_EOF_CHECK, NULL);
  if (!value)
    value = json_loadb(without_controls(arena, script), script.size, JSON_DISABLE_EOF_CHECK, NULL);
  visit(facts, arena, value, 0);
  json_decref(value);
}
