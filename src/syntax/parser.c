#include "syntax/parser.h"

#include <stdlib.h>

struct ro_parser {
  ro_arena *arena;
};

ro_status ro_parser_load(ro_parser **out, const char *data_directory, ro_error *error) {
  (void)data_directory;
  (void)error;
  ro_parser *parser = ro_allocate(sizeof *parser);
  parser->arena = ro_arena_create();
  *out = parser;
  return RO_OK;
}

void ro_parser_free(ro_parser *parser) {
  if (!parser) return;
  ro_arena_free(parser->arena);
  free(parser);
}

void ro_parser_annotate(const ro_parser *parser, ro_document *document) {
  (void)parser;
  (void)document;
}
