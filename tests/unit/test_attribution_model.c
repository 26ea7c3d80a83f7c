#include "damaged_file.h"

#include <stdlib.h>

#include "base/file.h"
#include "statements/attribution_model.h"
#include "statements/network.h"
#include "tree_document.h"

enum { ROWS = 7, INPUTS = 37, OUTPUTS = 53 };

static float number(uint32_t *seed) {
  *seed = *seed * 1664525U + 1013904223U;
  return (float)(int32_t)*seed / 1.0e9F;
}

static void a_product_adds_its_inputs_in_order(void **state) {
  (void)state;
  uint32_t seed = 1;
  float in[ROWS * INPUTS], weights[INPUTS * OUTPUTS], out[ROWS * OUTPUTS] = {0};
  for (int i = 0; i < ROWS * INPUTS; i++)
    in[i] = i % 3 ? number(&seed) : 0.0F;
  for (int i = 0; i < INPUTS * OUTPUTS; i++)
    weights[i] = number(&seed);
  ro_network_add_product((ro_rows){out, ROWS, OUTPUTS}, (ro_rows){in, ROWS, INPUTS}, weights);
  for (int at = 0; at < ROWS * OUTPUTS; at++) {
    volatile float sum = 0; /* one rounding a step, whatever the compiler would rather do */
    for (int i = 0; i < INPUTS; i++) {
      volatile float product = in[at / OUTPUTS * INPUTS + i] * weights[i * OUTPUTS + at % OUTPUTS];
      sum = sum + product;
    }
    assert_memory_equal(&out[at], (const float *)&sum, sizeof(float));
  }
}

static void a_convolution_stops_at_both_ends(void **state) {
  (void)state;
  float in[] = {1, 10, 100}, out[3];
  const float bias[] = {0}, weights[] = {1, 1, 1}; /* before, here, after: one value wide */
  ro_network_convolve((ro_rows){out, 3, 1}, (ro_rows){in, 3, 1}, 1, weights, bias);
  assert_true(out[0] == 1 + 11 && out[1] == 10 + 111 && out[2] == 100 + 110);
  ro_network_convolve((ro_rows){out, 3, 1}, (ro_rows){in, 3, 1}, 2, weights, bias);
  assert_true(out[0] == 1 + 101 && out[1] == 10 + 10 && out[2] == 100 + 101);
  ro_network_convolve((ro_rows){out, 3, 1}, (ro_rows){in, 3, 1}, 4, weights, bias);
  assert_true(out[0] == 1 + 1 && out[1] == 10 + 10 && out[2] == 100 + 100);
}

static ro_status load(bool *loaded, ro_arena *arena, const char *path, ro_error *error) {
  const ro_attribution_model *model;
  ro_status status = ro_attribution_model_load(&model, arena, path, error);
  *loaded = model != NULL;
  return status;
}

static void a_damaged_file_is_refused(void **state) {
  (void)state;
  assert_refused_when_damaged("statements.model", load, 40, 9);
}

static uint32_t runs(const uint8_t *roles, uint32_t count, ro_role role) {
  uint32_t runs = 0;
  for (uint32_t i = 0; i < count; i++)
    runs += roles[i] == role && (i == 0 || roles[i - 1] != role);
  return runs;
}

static void every_cue_gets_at_most_one_source_and_some_content(void **state) {
  (void)state;
  ro_document *document = tree_document_create("1 Orlova Orlova PROPN NNP _ 2 nsubj _ _\n"
                                               "2 said say VERB VBD _ 0 root _ _\n"
                                               "3 talks talk NOUN NNS _ 4 nsubj _ _\n"
                                               "4 failed fail VERB VBD _ 2 ccomp _ SpaceAfter=No\n"
                                               "5 . . PUNCT . _ 2 punct _ _\n",
                                               "2022-01-18");
  ro_arena *arena = document->arena;
  const ro_attribution_model *model;
  const ro_cue_list *cues;
  const char *data = getenv("READOUT_DATA");
  const char *weights = ro_path_join(arena, data, "statements.model");
  assert_int_equal(ro_attribution_model_load(&model, arena, weights, NULL), RO_OK);
  const char *list = ro_path_join(arena, data, "cues.tsv");
  assert_int_equal(ro_cue_list_load(&cues, arena, list, NULL), RO_OK);
  ro_quotations quotations = ro_quotations_find(document);
  ro_feature_source source = {document, &quotations, cues};
  ro_attribution_scratch *scratch = ro_attribution_scratch_create(model, arena);
  ro_passage passage;
  float scores[RO_PASSAGE_LONGEST];
  uint8_t roles[RO_PASSAGE_LONGEST];
  ro_passage_begin(&passage, document, 0);
  ro_attribution_model_read(model, scratch, &source, &passage, scores);
  for (uint32_t cue = 0; cue < passage.count; cue++) {
    assert_true(ro_attribution_model_decode(model, scratch, &source, &passage, cue, roles));
    assert_int_equal(roles[cue], RO_ROLE_CUE);
    assert_true(runs(roles, passage.count, RO_ROLE_SOURCE_BEGINS) <= 1);
    assert_true(runs(roles, passage.count, RO_ROLE_CONTENT_BEGINS) >= 1);
  }
  tree_document_free(document);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_product_adds_its_inputs_in_order),
      cmocka_unit_test(a_convolution_stops_at_both_ends),
      cmocka_unit_test(a_damaged_file_is_refused),
      cmocka_unit_test(every_cue_gets_at_most_one_source_and_some_content),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
