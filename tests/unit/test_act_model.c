#include "unit_test.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "records/learned/act_model.h"
#include "tree_document.h"

static const char *shipped_weights(ro_arena *arena) {
  return ro_path_join(arena, getenv("READOUT_DATA"), "acts.model");
}

/* The shipped weights, cut off or with one byte changed in the header. */
static ro_status load_altered(size_t size, size_t changed) {
  ro_arena *arena = ro_arena_create();
  char path[] = "/tmp/test-act-model-XXXXXX";
  ro_mapped_file file;
  assert_int_equal(ro_mapped_file_open(&file, shipped_weights(arena), NULL), RO_OK);
  int descriptor = mkstemp(path);
  assert_true(descriptor >= 0);
  FILE *out = fdopen(descriptor, "wb");
  for (size_t i = 0; i < size && i < file.size; i++)
    fputc(i == changed ? file.bytes[i] ^ 0x55 : file.bytes[i], out);
  fclose(out);
  const act_model *model;
  ro_error error;
  ro_status status = act_model_load(&model, arena, path, &error);
  assert_true(status == RO_OK || (model == NULL && strcmp(error.file, path) == 0));
  remove(path);
  ro_mapped_file_close(&file);
  ro_arena_free(arena);
  return status;
}

static void a_damaged_file_is_refused(void **state) {
  enum { SPARE = 9 }; /* the header's number that is not used */
  (void)state;
  assert_int_equal(load_altered(SIZE_MAX, SIZE_MAX), RO_OK);
  assert_int_equal(load_altered(0, SIZE_MAX), RO_ERROR_FORMAT);
  assert_int_equal(load_altered(7, SIZE_MAX), RO_ERROR_FORMAT);
  assert_int_equal(load_altered(1000, SIZE_MAX), RO_ERROR_FORMAT);
  for (size_t i = 0; i < 40; i++)
    if (i / 4 != SPARE) assert_int_equal(load_altered(SIZE_MAX, i), RO_ERROR_FORMAT);
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
