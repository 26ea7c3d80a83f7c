#include <stdlib.h>

#include "records/record_finder.h"
#include "tree_document.h"
#include "unit_test.h"

static ro_record_finder *finder;

static int load_lexicon(void **state) {
  (void)state;
  ro_error error;
  return ro_record_finder_load(&finder, getenv("READOUT_DATA"), NULL, 0, false, &error) == RO_OK
             ? 0
             : -1;
}

static int free_lexicon(void **state) {
  (void)state;
  ro_record_finder_free(finder);
  return 0;
}

static void assert_event(const char *conllu, const char *event, const char *source,
                         const char *target) {
  ro_document *document = tree_document_create(conllu, "2023-03-10");
  ro_record_finder_annotate(finder, NULL, document);
  assert_int_equal(document->record_count, 1);
  const ro_record *record = &document->records[0];
  assert_string_equal(record->event, event);
  assert_int_equal(record->source_code_count, 1);
  assert_string_equal(record->source_codes[0], source);
  assert_int_equal(record->target_code_count, 1);
  assert_string_equal(record->target_codes[0], target);
  tree_document_free(document);
}

static void those_whom_police_arrest_are_of_the_same_state(void **state) {
  (void)state;
  assert_event("1 Icelandic Icelandic ADJ JJ _ 2 amod _ Place=ISL|Use=adjective\n"
               "2 police police NOUN NN _ 3 nsubj _ Actor=ISL|Code=ISLCOP\n"
               "3 arrested arrest VERB VBD _ 0 root _ _\n"
               "4 two two NUM CD _ 5 nummod _ _\n"
               "5 protesters protester NOUN NNS _ 3 obj _ Sector=CVL\n"
               "6 . . PUNCT . _ 3 punct _ _\n",
               "COERCE", "ISLCOP", "ISLCVL");
}

static void demonstrators_are_of_the_place_where_they_stand(void **state) {
  (void)state;
  assert_event("1 Demonstrators demonstrator NOUN NNS _ 4 nsubj _ Sector=CVL\n"
               "2 in in ADP IN _ 3 case _ _\n"
               "3 Oslo Oslo PROPN NNP _ 1 nmod _ Place=NOR\n"
               "4 denounced denounce VERB VBD _ 0 root _ _\n"
               "5 Iceland Iceland PROPN NNP _ 4 obj _ Actor=ISL|Code=ISL\n"
               "6 . . PUNCT . _ 4 punct _ _\n",
               "ACCUSE", "NORCVL", "ISL");
}

static void who_marches_marches_against_his_government(void **state) {
  (void)state;
  assert_event("1 Norwegian Norwegian ADJ JJ _ 2 amod _ Place=NOR|Use=adjective\n"
               "2 students student NOUN NNS _ 3 nsubj _ Actor=NOR-CIV|Code=NOREDU\n"
               "3 demonstrated demonstrate VERB VBD _ 0 root _ _\n"
               "4 . . PUNCT . _ 3 punct _ _\n",
               "PROTEST", "NOREDU", "NORGOV");
}

static void an_arrest_by_nobody_named_is_the_states_where_it_happens(void **state) {
  (void)state;
  assert_event("1 A a DET DT _ 3 det _ _\n"
               "2 Norwegian Norwegian ADJ JJ _ 3 amod _ Place=NOR|Use=adjective\n"
               "3 diplomat diplomat NOUN NN _ 5 nsubj:pass _ Actor=NOR|Code=NORGOV\n"
               "4 was be AUX VBD _ 5 aux:pass _ _\n"
               "5 arrested arrest VERB VBN _ 0 root _ _\n"
               "6 in in ADP IN _ 7 case _ _\n"
               "7 Reykjavik Reykjavik PROPN NNP _ 5 obl _ Place=ISL\n"
               "8 . . PUNCT . _ 5 punct _ _\n",
               "COERCE", "ISL", "NORGOV");
}

static void a_verb_of_the_reader_is_no_event(void **state) {
  (void)state;
  ro_document *document =
      tree_document_create("1 Visit visit VERB VB _ 0 root _ _\n"
                           "2 Norway Norway PROPN NNP _ 1 obj _ Actor=NOR|Code=NOR|Place=NOR\n"
                           "3 . . PUNCT . _ 1 punct _ _\n",
                           "2023-03-10");
  ro_record_finder_annotate(finder, NULL, document);
  assert_int_equal(document->record_count, 0);
  tree_document_free(document);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(those_whom_police_arrest_are_of_the_same_state),
      cmocka_unit_test(demonstrators_are_of_the_place_where_they_stand),
      cmocka_unit_test(who_marches_marches_against_his_government),
      cmocka_unit_test(an_arrest_by_nobody_named_is_the_states_where_it_happens),
      cmocka_unit_test(a_verb_of_the_reader_is_no_event),
  };
  return cmocka_run_group_tests_name("event parties", tests, load_lexicon, free_lexicon);
}
