#include <stdlib.h>
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

struct ro_graph {
  FILE *stream;
  bool with_text;
  ro_arena *arena; /* of the nodes */
  const char **codes;
  size_t count, capacity;
};

ro_graph *ro_graph_create(FILE *stream, bool with_text) {
  ro_graph *graph = ro_allocate(sizeof *graph);
  *graph = (ro_graph){.stream = stream, .with_text = with_text, .arena = ro_arena_create()};
  return graph;
}

void ro_graph_free(ro_graph *graph) {
  ro_arena_free(graph->arena);
  free(graph);
}

static const char *code_of(ro_arena *arena, const char *actor) {
  if (strncmp(actor, "unnamed ", 8) == 0) actor += 8;
  return ro_arena_copy(arena, actor, strcspn(actor, ":"));
}

static bool has_node(const ro_graph *graph, const char *code) {
  for (size_t i = 0; i < graph->count; i++)
    if (strcmp(graph->codes[i], code) == 0) return true;
  return false;
}

static void add_nodes(ro_graph *graph, ro_arena *arena, ro_actors actors) {
  for (uint32_t i = 0; i < actors.count; i++) {
    const char *code = code_of(arena, actors.items[i]);
    if (!has_node(graph, code))
      *RO_ARENA_PUSH(graph->arena, &graph->codes, graph->count, graph->capacity) =
          ro_arena_copy_string(graph->arena, code);
  }
}

void ro_graph_add_nodes(ro_graph *graph, const ro_item *item) {
  ro_arena *arena = ro_arena_create();
  add_nodes(graph, arena, item->who);
  add_nodes(graph, arena, item->whom);
  ro_arena_free(arena);
}

static void put_edge(const ro_graph *graph, ro_arena *arena, const ro_item *item, const char *from,
                     const char *to) {
  FILE *stream = graph->stream;
  char day[RO_INTERVAL_SIZE];
  const char *source = code_of(arena, from), *target = code_of(arena, to);
  if (strcmp(source, target) == 0 || !has_node(graph, source) || !has_node(graph, target)) return;
  fputs("<edge source=\"", stream);
  put_escaped(stream, source);
  fputs("\" target=\"", stream);
  put_escaped(stream, target);
  fprintf(stream, "\" directed=\"%s\">", item->kind == RO_ITEM_MEETING ? "false" : "true");
  put_data(stream, "item", item->id);
  put_data(stream, "kind", ro_item_kind_name(item->kind));
  put_data(stream, "state", ro_item_state_name(item->state));
  put_data(stream, "since", ro_interval_print((ro_interval){item->since, item->since}, day));
  put_data(stream, "what", graph->with_text ? item->what : NULL);
  fprintf(stream, "<data key=\"reports\">%u</data></edge>\n", item->report_count);
}

void ro_graph_add_edges(const ro_graph *graph, const ro_item *item) {
  ro_arena *arena = ro_arena_create();
  bool meeting = item->kind == RO_ITEM_MEETING;
  ro_actors to = meeting ? item->who : item->whom;
  for (uint32_t i = 0; i < item->who.count; i++)
    for (uint32_t k = meeting ? i + 1 : 0; k < to.count; k++)
      put_edge(graph, arena, item, item->who.items[i], to.items[k]);
  ro_arena_free(arena);
}

void ro_graph_begin(const ro_graph *graph) {
  static const char *const keys[] = {"item", "kind", "state", "since", "what"};
  FILE *stream = graph->stream;
  fputs("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n",
        stream);
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
    fprintf(stream, "<key id=\"%s\" for=\"edge\" attr.name=\"%s\" attr.type=\"string\"/>\n",
            keys[i], keys[i]);
  fputs("<key id=\"reports\" for=\"edge\" attr.name=\"reports\" attr.type=\"int\"/>\n"
        "<graph id=\"ledger\" edgedefault=\"directed\">\n",
        stream);
  for (size_t i = 0; i < graph->count; i++) {
    fputs("<node id=\"", stream);
    put_escaped(stream, graph->codes[i]);
    fputs("\"/>\n", stream);
  }
}

void ro_graph_end(const ro_graph *graph) {
  fputs("</graph>\n</graphml>\n", graph->stream);
}
