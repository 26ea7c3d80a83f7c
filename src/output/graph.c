#include <string.h>

#include "output/exports.h"

static void put_escaped(FILE *stream, const char *text) {
  for (; *text; text++) {
    unsigned char byte = (unsigned char)*text;
    if (byte == '&')
      fputs("&amp;", stream);
    else if (byte == '<')
      fputs("&lt;", stream);
    else if (byte == '>')
      fputs("&gt;", stream);
    else if (byte == '"')
      fputs("&quot;", stream);
    else if (byte >= ' ' || byte == '\n' || byte == '\t')
      fputc(*text, stream);
  }
}

static void put_data(FILE *stream, const char *key, const char *text) {
  if (!text) return;
  fprintf(stream, "<data key=\"%s\">", key);
  put_escaped(stream, text);
  fputs("</data>", stream);
}

typedef struct node_list {
  const char **codes;
  size_t count, capacity;
} node_list;

static const char *code_of(ro_arena *arena, const char *actor) {
  if (strncmp(actor, "unnamed ", 8) == 0) actor += 8;
  return ro_arena_copy(arena, actor, strcspn(actor, ":"));
}

static void add_nodes(ro_arena *arena, node_list *nodes, ro_actors actors) {
  for (uint32_t i = 0; i < actors.count; i++) {
    const char *code = code_of(arena, actors.items[i]);
    bool known = false;
    for (size_t k = 0; k < nodes->count && !known; k++)
      known = strcmp(nodes->codes[k], code) == 0;
    if (!known) *RO_ARENA_PUSH(arena, &nodes->codes, nodes->count, nodes->capacity) = code;
  }
}

static void put_edge(FILE *stream, ro_arena *arena, const ro_item *item, const char *from,
                     const char *to, bool with_text) {
  char day[RO_INTERVAL_SIZE];
  const char *source = code_of(arena, from), *target = code_of(arena, to);
  if (strcmp(source, target) == 0) return;
  fputs("<edge source=\"", stream);
  put_escaped(stream, source);
  fputs("\" target=\"", stream);
  put_escaped(stream, target);
  fprintf(stream, "\" directed=\"%s\">", item->kind == RO_ITEM_MEETING ? "false" : "true");
  put_data(stream, "item", item->id);
  put_data(stream, "kind", ro_item_kind_name(item->kind));
  put_data(stream, "state", ro_item_state_name(item->state));
  put_data(stream, "since", ro_interval_print((ro_interval){item->since, item->since}, day));
  put_data(stream, "what", with_text ? item->what : NULL);
  fprintf(stream, "<data key=\"reports\">%u</data></edge>\n", item->report_count);
}

static void put_edges(FILE *stream, ro_arena *arena, const ro_item *item, bool with_text) {
  bool meeting = item->kind == RO_ITEM_MEETING;
  ro_actors to = meeting ? item->who : item->whom;
  for (uint32_t i = 0; i < item->who.count; i++)
    for (uint32_t k = meeting ? i + 1 : 0; k < to.count; k++)
      put_edge(stream, arena, item, item->who.items[i], to.items[k], with_text);
}

void ro_items_to_graph(FILE *stream, const ro_item *items, size_t count, bool with_text) {
  static const char *const keys[] = {"item", "kind", "state", "since", "what"};
  ro_arena *arena = ro_arena_create();
  node_list nodes = {0};
  for (size_t i = 0; i < count; i++) {
    add_nodes(arena, &nodes, items[i].who);
    add_nodes(arena, &nodes, items[i].whom);
  }
  fputs("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n",
        stream);
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
    fprintf(stream, "<key id=\"%s\" for=\"edge\" attr.name=\"%s\" attr.type=\"string\"/>\n",
            keys[i], keys[i]);
  fputs("<key id=\"reports\" for=\"edge\" attr.name=\"reports\" attr.type=\"int\"/>\n"
        "<graph id=\"ledger\" edgedefault=\"directed\">\n",
        stream);
  for (size_t i = 0; i < nodes.count; i++) {
    fputs("<node id=\"", stream);
    put_escaped(stream, nodes.codes[i]);
    fputs("\"/>\n", stream);
  }
  for (size_t i = 0; i < count; i++)
    put_edges(stream, arena, &items[i], with_text);
  fputs("</graph>\n</graphml>\n", stream);
  ro_arena_free(arena);
}
