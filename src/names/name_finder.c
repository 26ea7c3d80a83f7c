#include "names/name_finder.h"

#include <stdlib.h>
#include <string.h>

#include "names/chains.h"
#include "names/name_scene.h"
#include "names/name_tables.h"
#include "names/named_actors.h"
#include "names/nominals.h"
#include "names/places.h"

struct ro_name_finder {
  ro_dictionary dictionaries[RO_MOST_DICTIONARIES];
  uint32_t dictionary_count;
};

static ro_status load_user_files(ro_name_finder *finder, const char *const *files, size_t count,
                                 ro_error *error) {
  if (!count) return RO_OK;
  ro_dictionary_builder *builder = ro_dictionary_builder_create();
  ro_status status = RO_OK;
  for (size_t i = 0; i < count && status == RO_OK; i++)
    status = ro_name_tables_read_user_file(builder, files[i], error);
  if (status == RO_OK) {
    size_t size;
    unsigned char *bytes = ro_dictionary_builder_finish(builder, &size);
    status = ro_dictionary_take(&finder->dictionaries[0], bytes, size, error);
    if (status == RO_OK) finder->dictionary_count = 1;
  }
  ro_dictionary_builder_free(builder);
  return status;
}

ro_status ro_name_finder_load(ro_name_finder **out, const char *data_directory,
                              const char *const *actor_files, size_t actor_file_count,
                              ro_error *error) {
  ro_name_finder *finder = ro_allocate(sizeof *finder);
  *finder = (ro_name_finder){.dictionary_count = 0};
  ro_arena *arena = ro_arena_create();
  ro_status status = load_user_files(finder, actor_files, actor_file_count, error);
  if (status == RO_OK) {
    status = ro_dictionary_open(&finder->dictionaries[finder->dictionary_count],
                                ro_path_join(arena, data_directory, "names.dictionary"), error);
    if (status == RO_OK) finder->dictionary_count++;
  }
  ro_arena_free(arena);
  if (status != RO_OK) {
    ro_name_finder_free(finder);
    finder = NULL;
  }
  *out = finder;
  return status;
}

void ro_name_finder_free(ro_name_finder *finder) {
  if (!finder) return;
  for (uint32_t i = 0; i < finder->dictionary_count; i++)
    ro_dictionary_close(&finder->dictionaries[i]);
  free(finder);
}

static int by_start(const void *a, const void *b) {
  const ro_actor_mention *x = a, *y = b;
  if (x->span.start != y->span.start) return x->span.start < y->span.start ? -1 : 1;
  if (x->span.end != y->span.end) return x->span.end > y->span.end ? -1 : 1;
  return x->head_token < y->head_token ? -1 : x->head_token > y->head_token;
}

/* The sector of its noun, or of the title before a name; NULL. */
static const char *sector_of(const ro_name_scene *scene, const ro_mention_draft *draft) {
  if (!draft->sector && draft->same_as != RO_NONE) draft = &scene->drafts[draft->same_as];
  return draft->sector && *draft->sector ? draft->sector : NULL;
}

static void put_mention(const ro_name_scene *scene, const ro_mention_draft *draft,
                        ro_actor_mention *out) {
  const ro_document *d = scene->document;
  *out = (ro_actor_mention){
      .span = {d->tokens[draft->first].span.start,
               d->tokens[draft->first + draft->count - 1].span.end},
      .first_token = draft->first,
      .token_count = draft->count,
      .head_token = draft->head,
      .entity = draft->entity,
      .kind = draft->kind,
      .type = draft->type,
      .actor = draft->actor,
      .code = draft->code && *draft->code ? draft->code : NULL,
      .role = draft->role,
      .sector = sector_of(scene, draft),
      .members = draft->members,
      .member_codes = draft->member_codes,
      .member_count = draft->member_count,
      .unnamed = draft->unnamed,
      .reason = draft->reason,
  };
}

/* "press" in "press secretary" is nobody. */
static bool is_worth_telling(const ro_document *d, const ro_mention_draft *draft) {
  if (draft->dropped || draft->entity == RO_NONE) return false;
  ro_deprel deprel = d->tokens[draft->head].deprel;
  bool modifier =
      deprel == RO_DEPREL_COMPOUND || deprel == RO_DEPREL_NMOD_DESC || deprel == RO_DEPREL_AMOD;
  return !modifier || draft->kind != RO_MENTION_NOMINAL || draft->actor || draft->member_count;
}

static void put_mentions(const ro_name_scene *scene) {
  ro_document *d = scene->document;
  d->actors = ro_arena_alloc_array(d->arena, scene->draft_count + 1, sizeof *d->actors);
  d->actor_count = 0;
  for (size_t i = 0; i < scene->draft_count; i++)
    if (is_worth_telling(d, &scene->drafts[i]))
      put_mention(scene, &scene->drafts[i], &d->actors[d->actor_count++]);
  if (d->actor_count) qsort(d->actors, d->actor_count, sizeof *d->actors, by_start);
}

void ro_name_finder_annotate(const ro_name_finder *finder, ro_document *document) {
  if (!document->token_count) return;
  ro_name_scene scene = {.dictionaries = finder->dictionaries,
                         .dictionary_count = finder->dictionary_count,
                         .document = document,
                         .arena = document->arena};
  ro_name_scene_look_up(&scene);
  ro_named_actors_find(&scene);
  ro_nominals_find(&scene);
  ro_chains_resolve(&scene);
  put_mentions(&scene);
  ro_places_find(&scene);
}
