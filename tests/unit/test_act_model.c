#include "damaged_file.h"

#include <stdlib.h>

#include "base/file.h"
#include "records/learned/act_model.h"
#include "tree_document.h"

static const char *shipped_weights(ro_arena *arena) {
  return ro_path_join(arena, getenv("READOUT_DATA"), "acts.model");
}

static ro_status load(bool *loaded, ro_arena *arena, const char *path, ro_error *error) {
  const act_model *model;
  ro_status status = act_model_load(&model, arena, path, error);
  *loaded = model != NULL;
  return status;
}

static void a_damaged_file_is_refused(void **state) {
  (void)state;
  assert_refused_when_damaged("acts.model", load, 40, 9);
}

static void tokens_outside_the_passage_tell_no_act(void **state) {
  (void)state;
  ro_document *document =
      tree_document_create("1 Orlova Orlova PROPN NNP _ 2 nsubj _ _\n"
                           "2 condemned condemn VERB VBD _ 0 root _ _\n"
                           "3 Iceland Iceland PROPN NNP _ 2 obj _ SpaceAfter=No\n"
                           "4 . . PUNCT . _ 2 punct _ _\n",
                           "2022-01-18");
  ro_arena *arena = document->arena;
  const act_model *model;
  act_lexicon lexicon;
  ro_scene scene;
  assert_int_equal(act_model_load(&model, arena, shipped_weights(arena), NULL), RO_OK);
  assert_int_equal(act_lexicon_load(&lexicon, arena, getenv("READOUT_DATA"), NULL, 0, NULL), RO_OK);
  assert_true(scene_build(&scene, &lexicon, document));
  act_marks marks = {ro_arena_alloc(arena, document->token_count),
                     ro_arena_alloc(arena, document->token_count)};
  act_reading *reading = act_reading_create(model, arena);
  ro_passage passage;
  float score;
  assert_true(act_reading_score(reading, 1, RO_ACT_ACCUSATION) < -50); /* nothing read yet */
  ro_passage_begin(&passage, scene.document, 0);
  act_model_read(model, reading, &scene, &marks, &passage);
  ro_act best = act_reading_best(reading, 1, &score);
  assert_true(score > -50 && act_reading_score(reading, 1, best) == score);
  assert_true(act_reading_score(reading, 99, RO_ACT_ACCUSATION) < -50);
  assert_true(act_reading_score(reading, 1, RO_ACT_NONE) < -50);
  tree_document_free(document);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_damaged_file_is_refused),
      cmocka_unit_test(tokens_outside_the_passage_tell_no_act),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
