#include "statements/statement_finder.h"

#include <stdlib.h>

struct ro_statement_finder {
  ro_arena *arena;
};

ro_status ro_statement_finder_load(ro_statement_finder **out, const char *data_directory,
                                   ro_error *error) {
  (void)data_directory;
  (void)error;
  ro_statement_finder *finder = ro_allocate(sizeof *finder);
  finder->arena = ro_arena_create();
  *out = finder;
  return RO_OK;
}

void ro_statement_finder_free(ro_statement_finder *finder) {
  if (!finder) return;
  ro_arena_free(finder->arena);
  free(finder);
}

void ro_statement_finder_annotate(const ro_statement_finder *finder, ro_document *document) {
  (void)finder;
  (void)document;
}
