#include "unit_test.h"

#include <stdlib.h>

#include "syntax/lemmatizer.h"

static ro_lemmatizer *lemmatizer;
static ro_arena *arena;

/* The lemma of one word that stands in the middle of a sentence. */
static const char *lemma(const char *form, ro_upos upos, const char *xpos) {
  ro_token tokens[] = {{.form = "and", .xpos = "CC", .upos = RO_UPOS_CCONJ, .head = RO_NONE},
                       {.form = form, .xpos = xpos, .upos = upos, .head = RO_NONE}};
  ro_document document = {.arena = arena, .tokens = tokens, .token_count = 2};
  ro_lemmatizer_annotate(lemmatizer, &document);
  return tokens[1].lemma;
}

static void regular_forms_lose_their_endings(void **state) {
  (void)state;
  assert_string_equal(lemma("talks", RO_UPOS_NOUN, "NNS"), "talk");
  assert_string_equal(lemma("negotiating", RO_UPOS_VERB, "VBG"), "negotiate");
  assert_string_equal(lemma("planned", RO_UPOS_VERB, "VBN"), "plan");
  assert_string_equal(lemma("countries", RO_UPOS_NOUN, "NNS"), "country");
}

static void rare_verbs_that_tell_acts_are_known(void **state) {
  (void)state;
  assert_string_equal(lemma("severed", RO_UPOS_VERB, "VBD"), "sever");
  assert_string_equal(lemma("rebuked", RO_UPOS_VERB, "VBD"), "rebuke");
  assert_string_equal(lemma("deploring", RO_UPOS_VERB, "VBG"), "deplore");
}

static void irregular_forms_are_known(void **state) {
  (void)state;
  assert_string_equal(lemma("said", RO_UPOS_VERB, "VBD"), "say");
  assert_string_equal(lemma("withdrew", RO_UPOS_VERB, "VBD"), "withdraw");
  assert_string_equal(lemma("spokesmen", RO_UPOS_NOUN, "NNS"), "spokesman");
  assert_string_equal(lemma("were", RO_UPOS_AUX, "VBD"), "be");
}

static void tags_tell_like_words_apart(void **state) {
  (void)state;
  assert_string_equal(lemma("meeting", RO_UPOS_NOUN, "NN"), "meeting");
  assert_string_equal(lemma("meeting", RO_UPOS_VERB, "VBG"), "meet");
  assert_string_equal(lemma("saw", RO_UPOS_VERB, "VBD"), "see");
}

static void names_keep_their_capitals_and_other_words_do_not(void **state) {
  (void)state;
  assert_string_equal(lemma("Lavrov", RO_UPOS_PROPN, "NNP"), "Lavrov");
  assert_string_equal(lemma("States", RO_UPOS_PROPN, "NNPS"), "State");
  assert_string_equal(lemma("SAID", RO_UPOS_VERB, "VBD"), "say");
}

static void words_of_unknown_shape_are_their_own_lemmas(void **state) {
  (void)state;
  assert_string_equal(lemma("a@b.example", RO_UPOS_X, "ADD"), "a@b.example");
  assert_string_equal(lemma("\xe5\x8c\x97\xe4\xba\xac", RO_UPOS_X, "FW"),
                      "\xe5\x8c\x97\xe4\xba\xac");
  assert_string_equal(lemma("word", RO_UPOS_X, "no such tag, and a long one too"), "word");
}

static void numbers_lose_their_commas(void **state) {
  (void)state;
  assert_string_equal(lemma("1,200,000", RO_UPOS_NUM, "CD"), "1200000");
}

static void short_have_and_be_are_told_apart_by_the_tree(void **state) {
  (void)state;
  ro_token tokens[] = {
      {.form = "it", .xpos = "PRP", .upos = RO_UPOS_PRON, .head = 2},
      {.form = "'s", .xpos = "VBZ", .upos = RO_UPOS_AUX, .head = 2, .deprel = RO_DEPREL_AUX},
      {.form = "failed", .xpos = "VBN", .upos = RO_UPOS_VERB, .head = RO_NONE}};
  ro_document document = {.arena = arena, .tokens = tokens, .token_count = 3};
  ro_lemmatizer_annotate(lemmatizer, &document);
  assert_string_equal(tokens[1].lemma, "have");
  tokens[1].deprel = RO_DEPREL_AUX_PASS;
  ro_lemmatizer_annotate(lemmatizer, &document);
  assert_string_equal(tokens[1].lemma, "be");
}

static void a_broken_table_is_refused(void **state) {
  (void)state;
  ro_lemmatizer *none;
  ro_error error;
  assert_int_equal(ro_lemmatizer_load(&none, "no-such-folder", &error), RO_ERROR_IO);
  assert_null(none);
}

static int load(void **state) {
  (void)state;
  ro_error error;
  arena = ro_arena_create();
  return ro_lemmatizer_load(&lemmatizer, getenv("READOUT_DATA"), &error) == RO_OK ? 0 : -1;
}

static int unload(void **state) {
  (void)state;
  ro_lemmatizer_free(lemmatizer);
  ro_arena_free(arena);
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(regular_forms_lose_their_endings),
      cmocka_unit_test(rare_verbs_that_tell_acts_are_known),
      cmocka_unit_test(irregular_forms_are_known),
      cmocka_unit_test(tags_tell_like_words_apart),
      cmocka_unit_test(names_keep_their_capitals_and_other_words_do_not),
      cmocka_unit_test(words_of_unknown_shape_are_their_own_lemmas),
      cmocka_unit_test(numbers_lose_their_commas),
      cmocka_unit_test(short_have_and_be_are_told_apart_by_the_tree),
      cmocka_unit_test(a_broken_table_is_refused),
  };
  return cmocka_run_group_tests(tests, load, unload);
}
