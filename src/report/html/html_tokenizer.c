#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "report/html/html_parser.h"

typedef struct tokenizer {
  ro_page *page;
  ro_tree_builder tree;
  const char *at, *end;
  bool unclosed[RO_TAG_COUNT]; /* no end tag of this raw element is left in the page */
} tokenizer;

static bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

static const char *find(const char *at, const char *end, const char *what) {
  size_t length = strlen(what);
  while ((size_t)(end - at) >= length) {
    const char *found = memchr(at, what[0], (size_t)(end - at) - length + 1);
    if (!found) return NULL;
    if (memcmp(found, what, length) == 0) return found;
    at = found + 1;
  }
  return NULL;
}

/* "<!-- … -->", "<!doctype …>", "<![CDATA[ … ]]>", "<? … >": all passed over. */
static void pass_declaration(tokenizer *t) {
  bool comment = t->end - t->at >= 4 && memcmp(t->at, "<!--", 4) == 0;
  if (comment && t->end - t->at >= 5 && t->at[4] == '>') {
    t->at += 5;
    return;
  }
  const char *close = comment ? find(t->at + 4, t->end, "-->") : find(t->at, t->end, ">");
  t->at = close ? close + (comment ? 3 : 1) : t->end;
}

static void add_attribute(ro_page *page, ro_attribute_name name, ro_slice value) {
  if (page->attribute_count == page->attribute_capacity) {
    size_t capacity = page->attribute_capacity ? page->attribute_capacity * 2 : 1024;
    page->attributes = ro_reallocate(page->attributes, capacity * sizeof *page->attributes);
    page->attribute_capacity = capacity;
  }
  page->attributes[page->attribute_count++] = (ro_attribute){value, (uint32_t)name};
}

static ro_slice read_value(tokenizer *t) {
  while (t->at < t->end && is_blank(*t->at))
    t->at++;
  if (t->at == t->end) return (ro_slice){t->at, 0};
  const char *start = t->at;
  if (*start == '"' || *start == '\'') {
    const char *close = memchr(start + 1, *start, (size_t)(t->end - start - 1));
    t->at = close ? close + 1 : t->end;
    return (ro_slice){start + 1, (size_t)((close ? close : t->end) - start - 1)};
  }
  while (t->at < t->end && !is_blank(*t->at) && *t->at != '>')
    t->at++;
  return (ro_slice){start, (size_t)(t->at - start)};
}

enum { MOST_ATTRIBUTES = 100 };

/* Reads one attribute; false at the end of the tag. */
static bool read_attribute(tokenizer *t, size_t first) {
  while (t->at < t->end && (is_blank(*t->at) || *t->at == '/'))
    t->at++;
  if (t->at == t->end || *t->at == '>') return false;
  const char *start = t->at++;
  while (t->at < t->end && !is_blank(*t->at) && *t->at != '=' && *t->at != '>' && *t->at != '/')
    t->at++;
  ro_attribute_name name = ro_attribute_named(start, (size_t)(t->at - start));
  while (t->at < t->end && is_blank(*t->at))
    t->at++;
  ro_slice value = {"", 0};
  if (t->at < t->end && *t->at == '=') {
    t->at++;
    value = read_value(t);
  }
  if (name != RO_ATTRIBUTE_OTHER && t->page->attribute_count - first < MOST_ATTRIBUTES)
    add_attribute(t->page, name, value);
  return true;
}

static const char *tag_name_end(const tokenizer *t, const char *at) {
  while (at < t->end && !is_blank(*at) && *at != '>' && *at != '/')
    at++;
  return at;
}

/* Where "</name" stands next, or NULL. */
static const char *find_end_tag(const char *at, const char *end, const char *name) {
  size_t length = strlen(name);
  while ((size_t)(end - at) >= length + 2) {
    const char *found = memchr(at, '<', (size_t)(end - at) - length - 1);
    if (!found) return NULL;
    if (found[1] == '/' && strncasecmp(found + 2, name, length) == 0) return found;
    at = found + 1;
  }
  return NULL;
}

/* The content of a script, style, title …, which holds no tags. */
static void read_raw(tokenizer *t, uint32_t node, ro_tag tag) {
  if (t->unclosed[tag]) return;
  const char *close = find_end_tag(t->at, t->end, ro_tag_name(tag));
  if (!close) {
    t->unclosed[tag] = true;
    bool swallows = tag == RO_TAG_SCRIPT || tag == RO_TAG_STYLE;
    if (swallows) t->at = t->end;
    return;
  }
  ro_slice content = {t->at, (size_t)(close - t->at)};
  if (tag == RO_TAG_TITLE) content = ro_resolve_references(t->page->arena, content);
  t->page->nodes[node].text = content.bytes;
  t->page->nodes[node].size = (uint32_t)content.size;
  const char *bracket = memchr(close, '>', (size_t)(t->end - close));
  t->at = bracket ? bracket + 1 : t->end;
}

static void read_start_tag(tokenizer *t) {
  const char *name = t->at + 1;
  t->at = tag_name_end(t, name);
  ro_tag tag = ro_tag_named(name, (size_t)(t->at - name));
  size_t first = t->page->attribute_count;
  while (read_attribute(t, first)) {
  }
  bool empty = t->at < t->end && t->at > name && t->at[-1] == '/';
  if (t->at < t->end) t->at++;
  uint32_t node = ro_tree_start_tag(&t->tree, tag, first);
  if ((ro_tag_facts(tag) & RO_HTML_RAW) && !empty) read_raw(t, node, tag);
}

static void read_end_tag(tokenizer *t) {
  const char *name = t->at + 2;
  const char *end = tag_name_end(t, name);
  ro_tag tag = ro_tag_named(name, (size_t)(end - name));
  const char *bracket = memchr(end, '>', (size_t)(t->end - end));
  t->at = bracket ? bracket + 1 : t->end;
  ro_tree_end_tag(&t->tree, tag);
}

static void read_text(tokenizer *t) {
  const char *start = t->at, *search = t->at;
  const char *bracket;
  do {
    bracket = search < t->end ? memchr(search, '<', (size_t)(t->end - search)) : NULL;
    search = bracket ? bracket + 1 : t->end;
  } while (bracket && !(search < t->end && (is_letter(*search) || *search == '/' ||
                                            *search == '!' || *search == '?')));
  t->at = bracket ? bracket : t->end;
  ro_slice text = {start, (size_t)(t->at - start)};
  ro_tree_text(&t->tree, ro_resolve_references(t->page->arena, text));
}

static void read_token(tokenizer *t) {
  char next = *t->at == '<' && t->at + 1 < t->end ? t->at[1] : '\0';
  if (is_letter(next))
    read_start_tag(t);
  else if (next == '/' && t->at + 2 < t->end && is_letter(t->at[2]))
    read_end_tag(t);
  else if (next == '!' || next == '?' || next == '/')
    pass_declaration(t);
  else
    read_text(t);
}

/* Nodes and attributes grow on the heap while they are many and change place; then they move into
 * the arena. */
static void *settle(ro_arena *arena, void *grown, size_t count, size_t size) {
  void *settled = ro_arena_alloc_array(arena, count + 1, size);
  if (count) memcpy(settled, grown, count * size);
  free(grown);
  return settled;
}

ro_page *ro_page_parse(ro_arena *arena, const char *html, size_t size) {
  ro_page *page = ro_arena_alloc(arena, sizeof *page);
  page->arena = arena;
  tokenizer t = {.page = page, .at = html, .end = html + size};
  ro_tree_begin(&t.tree, page);
  while (t.at < t.end)
    read_token(&t);
  ro_tree_finish(&t.tree);
  page->nodes = settle(arena, page->nodes, page->node_count, sizeof *page->nodes);
  page->attributes =
      settle(arena, page->attributes, page->attribute_count, sizeof *page->attributes);
  return page;
}
