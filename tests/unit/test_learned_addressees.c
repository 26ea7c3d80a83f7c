#include "damaged_file.h"

#include "records/learned/learned_addressees.h"
#include "records/learned/side_scores.h"
#include "tree_document.h"

enum { WIDTH = 16 };

static ro_status load(bool *loaded, ro_arena *arena, const char *path, ro_error *error) {
  const addressee_model *model;
  ro_status status = addressee_model_load(&model, arena, path, error);
  *loaded = model != NULL;
  return status;
}

static void a_damaged_file_is_refused(void **state) {
  (void)state;
  assert_refused_when_damaged("addressees.model", load, 8 + 4 * (2 + SIDE_FEATURES), SIZE_MAX);
}

static void put(FILE *file, const void *bytes, size_t size) {
  assert_int_equal(fwrite(bytes, 1, size, file), size);
}

static void put_zeros(FILE *file, size_t count) {
  for (size_t i = 0; i < count; i++)
    fputc(0, file);
}

/* Weights that give every side the same odds. */
static const addressee_model *model_of(ro_arena *arena, float odds) {
  char path[] = "/tmp/test-addressees-XXXXXX";
  const uint32_t head[] = {WIDTH, SIDE_FEATURES};
  int descriptor = mkstemp(path);
  assert_true(descriptor >= 0);
  FILE *file = fdopen(descriptor, "wb");
  put(file, "ROWHOM1", 8);
  put(file, head, sizeof head);
  put(file, side_feature_rows, sizeof side_feature_rows);
  for (int i = 0; i < SIDE_FEATURES; i++)
    put_zeros(file, 4 + side_feature_rows[i] * WIDTH);
  put_zeros(file, 4 * (WIDTH + WIDTH * WIDTH + WIDTH + WIDTH));
  put(file, &odds, sizeof odds);
  fclose(file);
  const addressee_model *model;
  assert_int_equal(addressee_model_load(&model, arena, path, NULL), RO_OK);
  remove(path);
  return model;
}

typedef struct example {
  ro_document *document;
  act_lexicon lexicon;
  ro_scene scene;
  act_match match; /* "demanded", by Norway, of Iceland's Orlova as the rules have it */
} example;

static void begin(example *out) {
  out->document = tree_document_create(
      "1 Norway Norway PROPN NNP _ 2 nsubj _ Actor=NOR|Code=NOR\n"
      "2 demanded demand VERB VBD _ 0 root _ _\n"
      "3 that that SCONJ IN _ 5 mark _ _\n"
      "4 Orlova Orlova PROPN NNP _ 5 nsubj _ Actor=ISL:Orlova|Code=ISLGOV\n"
      "5 drop drop VERB VB _ 2 ccomp _ _\n"
      "6 Denmark Denmark PROPN NNP _ 5 obj _ Actor=DNK|Code=DNK|SpaceAfter=No\n"
      "7 . . PUNCT . _ 2 punct _ _\n",
      "2023-03-02");
  assert_int_equal(
      act_lexicon_load(&out->lexicon, out->document->arena, getenv("READOUT_DATA"), NULL, 0, NULL),
      RO_OK);
  assert_true(scene_build(&out->scene, &out->lexicon, out->document));
  out->match =
      (act_match){.act = RO_ACT_DEMAND, .predicate = 1, .matter = RO_NONE, .statement = RO_NONE};
  parties_named(&out->match.who, &out->scene, 0);
  parties_named(&out->match.whom, &out->scene, 3);
}

static void whom_an_act_is_done_to_is_never_on_its_doers_side(void **state) {
  (void)state;
  example own;
  begin(&own);
  learned_addressees_find(model_of(own.document->arena, 2.0F), &own.scene, &own.match, 1);
  assert_int_equal(own.match.whom.count, 2);
  assert_false(parties_share_side(&own.match.whom, &own.match.who));
  assert_true(parties_have_side(&own.match.whom, "DNK"));
  tree_document_free(own.document);
}

static void a_person_whom_the_rules_found_stays_named(void **state) {
  (void)state;
  example own;
  begin(&own);
  learned_addressees_find(model_of(own.document->arena, 2.0F), &own.scene, &own.match, 1);
  bool named = false;
  for (uint32_t i = 0; i < own.match.whom.count; i++)
    named = named || strcmp(own.match.whom.items[i].actor, "ISL:Orlova") == 0;
  assert_true(named);
  tree_document_free(own.document);
}

static void an_act_may_be_done_to_nobody_and_says_why(void **state) {
  (void)state;
  example own;
  begin(&own);
  learned_addressees_find(model_of(own.document->arena, -1.0F), &own.scene, &own.match, 1);
  assert_int_equal(own.match.whom.count, 0);
  assert_string_equal(own.match.whom_found, "nobody, as learned");
  tree_document_free(own.document);
}

static void what_a_row_of_the_users_own_tells_stands(void **state) {
  (void)state;
  example own;
  begin(&own);
  const act_entry entry = {.own = true, .act = RO_ACT_DEMAND};
  own.match.entry = &entry;
  learned_addressees_find(model_of(own.document->arena, -1.0F), &own.scene, &own.match, 1);
  assert_int_equal(own.match.whom.count, 1);
  assert_null(own.match.whom_found);
  tree_document_free(own.document);
}

static void meetings_have_nobody_to_whom_they_are_done(void **state) {
  (void)state;
  example own;
  begin(&own);
  own.match.act = RO_ACT_MEETING;
  own.match.whom.count = 0;
  learned_addressees_find(model_of(own.document->arena, 2.0F), &own.scene, &own.match, 1);
  assert_int_equal(own.match.whom.count, 0);
  tree_document_free(own.document);
}

typedef struct scored_sides {
  example own;
  report_sides sides;
  party_score scores[3]; /* of Norway, of Orlova and of Denmark */
} scored_sides;

static side_score score_of(scored_sides *all, const char *actor) {
  all->own.match.scored = all->scores;
  all->own.match.scored_count = 3;
  report_sides_list(&all->sides, &all->own.scene);
  side_question question = {&all->own.scene, &all->sides, &all->own.match, 1, 0};
  for (uint32_t i = 0; i < all->sides.count; i++)
    if (parties_same_side(all->sides.items[i].party.actor, actor))
      return side_score_find(&question, i);
  fail();
  return (side_score){0, 0, 0};
}

static void of_two_sides_the_likelier_addressee_ranks_first(void **state) {
  (void)state;
  scored_sides all = {.scores = {{0, 3, 5}, {3, -4, 1.5F}, {5, -4, -2}}};
  begin(&all.own);
  side_score iceland = score_of(&all, "ISL"), denmark = score_of(&all, "DNK");
  assert_true(iceland.whom > denmark.whom);
  assert_true(iceland.rank < denmark.rank); /* the doer, likelier than both, does not count */
  tree_document_free(all.own.document);
}

static void scores_far_from_even_odds_share_the_last_step(void **state) {
  (void)state;
  scored_sides all = {.scores = {{0, 3, 5}, {3, -40, 30}, {5, -9, 9}}};
  begin(&all.own);
  side_score iceland = score_of(&all, "ISL"), denmark = score_of(&all, "DNK");
  assert_int_equal(iceland.whom, SIDE_SCORE_STEPS - 1);
  assert_int_equal(denmark.whom, SIDE_SCORE_STEPS - 1);
  assert_int_equal(iceland.who, 1);
  assert_true(iceland.rank < SIDE_RANKS && denmark.rank < SIDE_RANKS);
  tree_document_free(all.own.document);
}

static void a_side_that_was_not_weighed_has_no_score(void **state) {
  (void)state;
  scored_sides all = {.scores = {{0, 3, 5}, {3, -4, 1.5F}, {6, 1, 1}}};
  begin(&all.own);
  side_score denmark = score_of(&all, "DNK");
  assert_int_equal(denmark.who, 0);
  assert_int_equal(denmark.whom, 0);
  assert_int_equal(denmark.rank, 0);
  tree_document_free(all.own.document);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_damaged_file_is_refused),
      cmocka_unit_test(whom_an_act_is_done_to_is_never_on_its_doers_side),
      cmocka_unit_test(a_person_whom_the_rules_found_stays_named),
      cmocka_unit_test(an_act_may_be_done_to_nobody_and_says_why),
      cmocka_unit_test(what_a_row_of_the_users_own_tells_stands),
      cmocka_unit_test(meetings_have_nobody_to_whom_they_are_done),
      cmocka_unit_test(of_two_sides_the_likelier_addressee_ranks_first),
      cmocka_unit_test(scores_far_from_even_odds_share_the_last_step),
      cmocka_unit_test(a_side_that_was_not_weighed_has_no_score),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
