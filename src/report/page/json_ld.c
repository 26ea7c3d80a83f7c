#include "report/page/json_ld.h"

#include <jansson.h>
#include <string.h>
#include <strings.h>

#include "report/builder/inline_text.h"
#include "report/facts/written_date.h"

enum { DEEPEST = 6, MOST_ENTRIES = 2000 };

typedef struct reading {
  ro_page_facts *facts;
  ro_arena *arena;
  const json_t *graph; /* where references lead; NULL */
} reading;

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

/* Whether one of the object's types ends in one of the names; the list of them ends with NULL. */
static bool is_one_of(const json_t *object, const char *const *types) {
  const json_t *type = json_object_get(object, "@type");
  for (; *types; types++) {
    if (type_ends_in(type, *types)) return true;
    for (size_t k = 0; k < json_array_size(type); k++)
      if (type_ends_in(json_array_get(type, k), *types)) return true;
  }
  return false;
}

static bool is_article(const json_t *object) {
  static const char *const types[] = {"Article", "Posting", "Report", "Review", "Blog", NULL};
  return is_one_of(object, types);
}

static bool is_index(const json_t *object) {
  static const char *const types[] = {"CollectionPage", "SearchResultsPage", NULL};
  return is_one_of(object, types);
}

/* The object of a graph that has this "@id". */
static const json_t *object_with_id(const json_t *graph, const char *id) {
  for (size_t i = 0; id && i < json_array_size(graph); i++) {
    const char *other = json_string_value(json_object_get(json_array_get(graph, i), "@id"));
    if (other && strcmp(other, id) == 0) return json_array_get(graph, i);
  }
  return NULL;
}

/* A name, an object with a name or a reference to one, or a list of them. */
static void add_authors(reading *r, const json_t *value, int depth) {
  ro_page_facts *facts = r->facts;
  ro_arena *arena = r->arena;
  const char *name = json_string_value(value);
  char *copy = name ? (char *)plain(arena, name) : NULL;
  if (copy) ro_list_add(&facts->json_authors, arena, copy, strlen(copy));
  if (json_is_object(value) && !type_ends_in(json_object_get(value, "@type"), "Organization") &&
      depth < DEEPEST) {
    const json_t *named = json_object_get(value, "name");
    const char *id = json_string_value(json_object_get(value, "@id"));
    if (named)
      add_authors(r, named, depth + 1);
    else
      add_authors(r, object_with_id(r->graph, id), depth + 1);
  }
  for (size_t i = 0; i < json_array_size(value) && depth < DEEPEST; i++)
    add_authors(r, json_array_get(value, i), depth + 1);
}

static void take_article(reading *r, const json_t *object) {
  ro_page_facts *facts = r->facts;
  ro_arena *arena = r->arena;
  if (!facts->json_title) facts->json_title = string_in(arena, object, "headline");
  if (facts->json_published == RO_NO_DAY) {
    facts->json_published = day_in(object, "datePublished");
    const char *stamp = json_string_value(json_object_get(object, "datePublished"));
    facts->json_hour = stamp ? ro_utc_hour(stamp) : -1;
  }
  if (facts->json_modified == RO_NO_DAY) facts->json_modified = day_in(object, "dateModified");
  if (!facts->json_authors.count) add_authors(r, json_object_get(object, "author"), 0);
  if (!facts->json_authors.count) add_authors(r, json_object_get(object, "creator"), 0);
  if (!facts->json_publisher)
    facts->json_publisher = string_in(arena, json_object_get(object, "publisher"), "name");
  const json_t *body = json_object_get(object, "articleBody");
  if (json_is_string(body) && json_string_length(body) > facts->json_body_size) {
    facts->json_body_size = json_string_length(body);
    facts->json_body = ro_arena_copy(arena, json_string_value(body), facts->json_body_size);
  }
}

/* A text of JSON-LD with its paragraphs, which line breaks part. */
static const char *paragraphs_in(ro_arena *arena, const json_t *object, const char *key) {
  const char *at = json_string_value(json_object_get(object, key));
  ro_text_buffer text = {0};
  while (at && *at) {
    size_t length = strcspn(at, "\n");
    const char *paragraph = plain(arena, ro_arena_copy(arena, at, length));
    if (paragraph && text.size) ro_text_add(&text, arena, "\n\n", 2);
    if (paragraph) ro_text_add(&text, arena, paragraph, strlen(paragraph));
    at += length + (at[length] == '\n');
  }
  return text.bytes;
}

static void take_live_entry(reading *r, const json_t *entry) {
  ro_page_facts *facts = r->facts;
  const char *text = paragraphs_in(r->arena, entry, "articleBody");
  ro_day published = day_in(entry, "datePublished");
  if (!text || published == RO_NO_DAY || facts->live_count == MOST_ENTRIES) return;
  const json_t *author = json_object_get(entry, "author");
  if (json_is_array(author)) author = json_array_get(author, 0);
  *RO_ARENA_PUSH(r->arena, &facts->live_entries, facts->live_count, facts->live_capacity) =
      (ro_live_entry){.title = string_in(r->arena, entry, "headline"),
                      .url = string_in(r->arena, entry, "url"),
                      .text = text,
                      .published = published,
                      .author = string_in(r->arena, author, "name")};
}

static void take_live_blog(reading *r, const json_t *object) {
  const json_t *entries = json_object_get(object, "liveBlogUpdate");
  for (size_t i = 0; i < json_array_size(entries); i++)
    take_live_entry(r, json_array_get(entries, i));
}

static void visit(reading *r, const json_t *value, int depth) {
  if (depth > DEEPEST) return;
  for (size_t i = 0; i < json_array_size(value); i++)
    visit(r, json_array_get(value, i), depth + 1);
  if (!json_is_object(value)) return;
  const json_t *graph = json_object_get(value, "@graph");
  if (graph) r->graph = graph;
  if (is_article(value)) {
    r->facts->is_article = true;
    take_article(r, value);
    take_live_blog(r, value);
  }
  if (is_index(value)) r->facts->is_index = true;
  visit(r, graph, depth + 1);
  visit(r, json_object_get(value, "mainEntity"), depth + 1);
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
  reading r = {facts, arena, json_is_array(value) ? value : NULL};
  visit(&r, value, 0);
  json_decref(value);
}
