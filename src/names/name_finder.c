#include "names/name_finder.h"

#include <stdlib.h>

#include "base/file.h"
#include "names/mention_finder.h"
#include "names/place_finder.h"

struct ro_name_finder {
  ro_dictionary *dictionary;
};

ro_status ro_name_finder_load(ro_name_finder **out, const char *data_directory, ro_error *error) {
  *out = NULL;
  ro_name_finder *finder = ro_allocate(sizeof *finder);
  ro_arena *arena = ro_arena_create();
  const char *path = ro_path_join(arena, data_directory, "names.dictionary");
  ro_status status = ro_dictionary_open(&finder->dictionary, path, error);
  ro_arena_free(arena);
  if (status == RO_OK)
    *out = finder;
  else
    free(finder);
  return status;
}

void ro_name_finder_free(ro_name_finder *finder) {
  if (!finder) return;
  ro_dictionary_free(finder->dictionary);
  free(finder);
}

void ro_name_finder_annotate(const ro_name_finder *finder, ro_document *document) {
  if (!document->token_count || !document->first_child) return;
  ro_name_scene scene = {.dictionary = finder->dictionary, .document = document};
  scene.names = ro_match_names(finder->dictionary, document);
  scene.agents = ro_match_agents(finder->dictionary, document);
  scene.cast = (ro_cast){.dictionary = finder->dictionary, .document = document};
  ro_find_places(finder->dictionary, document, &scene.names);
  ro_find_mentions(&scene);
}
