#include "text/segmenter.h"

#include <stdlib.h>

struct ro_segmenter {
  ro_arena *arena;
};

ro_status ro_segmenter_load(ro_segmenter **out, const char *data_directory, ro_error *error) {
  (void)data_directory;
  (void)error;
  ro_segmenter *segmenter = ro_allocate(sizeof *segmenter);
  segmenter->arena = ro_arena_create();
  *out = segmenter;
  return RO_OK;
}

void ro_segmenter_free(ro_segmenter *segmenter) {
  if (!segmenter) return;
  ro_arena_free(segmenter->arena);
  free(segmenter);
}

void ro_segmenter_annotate(const ro_segmenter *segmenter, ro_document *document) {
  (void)segmenter;
  (void)document;
}
