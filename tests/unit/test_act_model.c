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

/* "Orlova condemned Iceland." as a model reads it. */
typedef struct reading_example {
  ro_document *document;
  act_lexicon lexicon;
  ro_scene scene;
  ro_passage passage;
  act_reading *reading;
} reading_example;

static void begin(reading_example *out) {
  out->document = tree_document_create("1 Orlova Orlova PROPN NNP _ 2 nsubj _ _\n"
                                       "2 condemned condemn VERB VBD _ 0 root _ _\n"
                                       "3 Iceland Iceland PROPN NNP _ 2 obj _ SpaceAfter=No\n"
                                       "4 . . PUNCT . _ 2 punct _ _\n",
                                       "2022-01-18");
  ro_arena *arena = out->document->arena;
  const char *data = getenv("READOUT_DATA");
  assert_int_equal(act_lexicon_load(&out->lexicon, arena, data, NULL, 0, NULL), RO_OK);
  assert_true(scene_build(&out->scene, &out->lexicon, out->document));
}

static const act_model *load_weights(const reading_example *example, const char *path) {
  const act_model *model;
  assert_int_equal(act_model_load(&model, example->document->arena, path, NULL), RO_OK);
  return model;
}

static void read_with(reading_example *example, const act_model *model) {
  ro_arena *arena = example->document->arena;
  act_marks marks = {ro_arena_alloc(arena, example->document->token_count),
                     ro_arena_alloc(arena, example->document->token_count)};
  example->reading = act_reading_create(model, arena);
  ro_passage_begin(&example->passage, example->scene.document, 0);
  act_model_read(model, example->reading, &example->scene, &marks, &example->passage);
}

static void tokens_outside_the_passage_tell_no_act(void **state) {
  (void)state;
  reading_example own;
  begin(&own);
  const act_model *model = load_weights(&own, shipped_weights(own.document->arena));
  own.reading = act_reading_create(model, own.document->arena);
  assert_true(act_reading_score(own.reading, 1, RO_ACT_ACCUSATION) < -50); /* nothing read yet */
  read_with(&own, model);
  float score;
  ro_act best = act_reading_best(own.reading, 1, &score);
  assert_true(score > -50 && act_reading_score(own.reading, 1, best) == score);
  assert_true(act_reading_score(own.reading, 99, RO_ACT_ACCUSATION) < -50);
  assert_true(act_reading_score(own.reading, 1, RO_ACT_NONE) < -50);
  tree_document_free(own.document);
}

/* The shipped weights, `times` one behind another, in a file to remove. */
static void repeat_weights(ro_arena *arena, char *path, int times) {
  ro_mapped_file shipped;
  int descriptor = mkstemp(path);
  assert_true(descriptor >= 0);
  FILE *file = fdopen(descriptor, "wb");
  assert_int_equal(ro_mapped_file_open(&shipped, shipped_weights(arena), NULL), RO_OK);
  for (int i = 0; i < times; i++)
    assert_int_equal(fwrite(shipped.bytes, 1, shipped.size, file), shipped.size);
  ro_mapped_file_close(&shipped);
  fclose(file);
}

static void several_networks_tell_the_mean_of_what_each_tells(void **state) {
  (void)state;
  char path[] = "/tmp/test-acts-XXXXXX";
  reading_example own;
  begin(&own);
  repeat_weights(own.document->arena, path, 2);
  const act_model *once = load_weights(&own, shipped_weights(own.document->arena));
  const act_model *twice = load_weights(&own, path);
  remove(path);
  read_with(&own, once);
  float score = act_reading_score(own.reading, 1, RO_ACT_ACCUSATION);
  act_role_scores roles = act_model_roles(once, own.reading, &own.scene, RO_ACT_ACCUSATION, 1, 2);
  read_with(&own, twice);
  act_role_scores mean = act_model_roles(twice, own.reading, &own.scene, RO_ACT_ACCUSATION, 1, 2);
  assert_float_equal(act_reading_score(own.reading, 1, RO_ACT_ACCUSATION), score, 1e-3);
  assert_float_equal(mean.who, roles.who, 1e-3);
  assert_float_equal(mean.whom, roles.whom, 1e-3);
  tree_document_free(own.document);
}

static void a_file_of_too_many_networks_is_refused(void **state) {
  (void)state;
  char path[] = "/tmp/test-acts-XXXXXX";
  ro_arena *arena = ro_arena_create();
  const act_model *model;
  ro_error error;
  repeat_weights(arena, path, 5);
  assert_int_equal(act_model_load(&model, arena, path, &error), RO_ERROR_FORMAT);
  assert_null(model);
  remove(path);
  ro_arena_free(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_damaged_file_is_refused),
      cmocka_unit_test(tokens_outside_the_passage_tell_no_act),
      cmocka_unit_test(several_networks_tell_the_mean_of_what_each_tells),
      cmocka_unit_test(a_file_of_too_many_networks_is_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
