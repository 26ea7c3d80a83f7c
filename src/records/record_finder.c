#include "records/record_finder.h"

#include <stdlib.h>

struct ro_record_finder {
  ro_arena *arena;
};

ro_status ro_record_finder_load(ro_record_finder **out, const char *data_directory,
                                ro_error *error) {
  (void)data_directory;
  (void)error;
  ro_record_finder *finder = ro_allocate(sizeof *finder);
  finder->arena = ro_arena_create();
  *out = finder;
  return RO_OK;
}

void ro_record_finder_free(ro_record_finder *finder) {
  if (!finder) return;
  ro_arena_free(finder->arena);
  free(finder);
}

void ro_record_finder_annotate(const ro_record_finder *finder, ro_document *document) {
  (void)finder;
  (void)document;
}
