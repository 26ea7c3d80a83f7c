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

static ro_document *read_trees(const char *conllu) {
  ro_document *document = tree_document_create(conllu, "2023-03-10");
  ro_record_finder_annotate(finder, NULL, document);
  return document;
}

static const ro_record *only_record(const ro_document *document) {
  assert_int_equal(document->record_count, 1);
  return &document->records[0];
}

static void assert_evidence(const ro_document *document, const ro_record *record,
                            const char *expected) {
  size_t length = record->evidence.end - record->evidence.start;
  assert_int_equal(length, strlen(expected));
  assert_memory_equal(document->text + record->evidence.start, expected, length);
}

static void a_rejected_call_is_a_refusal_of_whose_call_it_was(void **state) {
  (void)state;
  ro_document *document =
      read_trees("1 Iceland Iceland PROPN NNP _ 2 nsubj _ Actor=ISL|Code=ISL\n"
                 "2 rejected reject VERB VBD _ 0 root _ _\n"
                 "3 Norway Norway PROPN NNP _ 5 nmod:poss _ Actor=NOR|Code=NOR|SpaceAfter=No\n"
                 "4 's 's PART POS _ 3 case _ _\n"
                 "5 plan plan NOUN NN _ 2 obj _ _\n"
                 "6 on on ADP IN _ 7 case _ _\n"
                 "7 Friday Friday PROPN NNP _ 2 obl _ Day=2023-03-10|SpaceAfter=No\n"
                 "8 . . PUNCT . _ 2 punct _ _\n");
  const ro_record *record = only_record(document);
  assert_int_equal(record->act, RO_ACT_REFUSAL);
  assert_string_equal(record->who.items[0], "ISL");
  assert_string_equal(record->whom.items[0], "NOR");
  assert_string_equal(record->event, "REJECT");
  assert_int_equal(record->when.first, ro_day_parse("2023-03-10"));
  assert_evidence(document, record, "Iceland rejected Norway's plan on Friday");
  tree_document_free(document);
}

static void a_passive_names_the_doer_with_by(void **state) {
  (void)state;
  ro_document *document =
      read_trees("1 The the DET DT _ 2 det _ _\n"
                 "2 offer offer NOUN NN _ 4 nsubj:pass _ _\n"
                 "3 was be AUX VBD _ 4 aux:pass _ _\n"
                 "4 rejected reject VERB VBN _ 0 root _ _\n"
                 "5 by by ADP IN _ 6 case _ _\n"
                 "6 Iceland Iceland PROPN NNP _ 4 obl:agent _ Actor=ISL|SpaceAfter=No\n"
                 "7 . . PUNCT . _ 4 punct _ _\n");
  const ro_record *record = only_record(document);
  assert_int_equal(record->act, RO_ACT_REFUSAL);
  assert_string_equal(record->who.items[0], "ISL");
  tree_document_free(document);
}

static void a_refused_meeting_is_no_meeting(void **state) {
  (void)state;
  ro_document *document = read_trees("1 Iceland Iceland PROPN NNP _ 2 nsubj _ Actor=ISL\n"
                                     "2 refused refuse VERB VBD _ 0 root _ _\n"
                                     "3 to to PART TO _ 4 mark _ _\n"
                                     "4 meet meet VERB VB _ 2 xcomp _ _\n"
                                     "5 Norway Norway PROPN NNP _ 4 obj _ Actor=NOR|SpaceAfter=No\n"
                                     "6 . . PUNCT . _ 2 punct _ _\n");
  const ro_record *record = only_record(document);
  assert_int_equal(record->act, RO_ACT_REFUSAL);
  tree_document_free(document);
}

static void an_agreed_meeting_is_scheduled(void **state) {
  (void)state;
  ro_document *document = read_trees("1 Iceland Iceland PROPN NNP _ 2 nsubj _ Actor=ISL\n"
                                     "2 agreed agree VERB VBD _ 0 root _ _\n"
                                     "3 to to PART TO _ 4 mark _ _\n"
                                     "4 meet meet VERB VB _ 2 xcomp _ _\n"
                                     "5 Norway Norway PROPN NNP _ 4 obj _ Actor=NOR|SpaceAfter=No\n"
                                     "6 . . PUNCT . _ 2 punct _ _\n");
  const ro_record *record = only_record(document);
  assert_int_equal(record->act, RO_ACT_MEETING);
  assert_int_equal(record->status, RO_STATUS_SCHEDULED);
  assert_int_equal(record->who.count, 2);
  assert_int_equal(record->whom.count, 0);
  assert_string_equal(record->event, "AGREE");
  tree_document_free(document);
}

static void what_stands_under_if_is_no_act(void **state) {
  (void)state;
  ro_document *document = read_trees("1 If if SCONJ IN _ 3 mark _ _\n"
                                     "2 Iceland Iceland PROPN NNP _ 3 nsubj _ Actor=ISL\n"
                                     "3 attacks attack VERB VBZ _ 6 advcl _ _\n"
                                     "4 Norway Norway PROPN NNP _ 3 obj _ Actor=NOR|SpaceAfter=No\n"
                                     "5 , , PUNCT , _ 3 punct _ _\n"
                                     "6 prices price NOUN NNS _ 0 root _ _\n");
  assert_int_equal(document->record_count, 0);
  tree_document_free(document);
}

static void must_said_of_another_is_a_demand_of_the_speaker(void **state) {
  (void)state;
  ro_document *document =
      read_trees("1 Dahl Dahl PROPN NNP _ 2 nsubj _ Actor=NOR:Dahl|Code=NORGOV\n"
                 "2 said say VERB VBD _ 0 root _ Cue=Yes\n"
                 "3 Iceland Iceland PROPN NNP _ 5 nsubj _ Actor=ISL|Says=NOR:Dahl\n"
                 "4 must must AUX MD _ 5 aux _ Says=NOR:Dahl\n"
                 "5 cut cut VERB VB _ 2 ccomp _ Says=NOR:Dahl\n"
                 "6 its its PRON PRP$ _ 7 nmod:poss _ Says=NOR:Dahl\n"
                 "7 quota quota NOUN NN _ 5 obj _ Says=NOR:Dahl|SpaceAfter=No\n"
                 "8 . . PUNCT . _ 2 punct _ _\n");
  const ro_record *record = only_record(document);
  assert_int_equal(record->act, RO_ACT_DEMAND);
  assert_string_equal(record->who.items[0], "NOR:Dahl");
  assert_string_equal(record->whom.items[0], "ISL");
  assert_string_equal(record->says.items[0], "NOR:Dahl");
  assert_string_equal(record->source_codes[0], "NORGOV");
  assert_evidence(document, record, "Iceland must cut its quota");
  tree_document_free(document);
}

static void will_not_said_of_oneself_is_a_refusal(void **state) {
  (void)state;
  ro_document *document = read_trees("1 Iceland Iceland PROPN NNP _ 2 nsubj _ Actor=ISL\n"
                                     "2 said say VERB VBD _ 0 root _ Cue=Yes\n"
                                     "3 it it PRON PRP _ 6 nsubj _ Actor=ISL|Says=ISL\n"
                                     "4 would would AUX MD _ 6 aux _ Says=ISL\n"
                                     "5 not not PART RB _ 6 advmod _ Says=ISL\n"
                                     "6 share share VERB VB _ 2 ccomp _ Says=ISL\n"
                                     "7 its its PRON PRP$ _ 8 nmod:poss _ Says=ISL\n"
                                     "8 quota quota NOUN NN _ 6 obj _ Says=ISL|SpaceAfter=No\n"
                                     "9 . . PUNCT . _ 2 punct _ _\n");
  const ro_record *record = only_record(document);
  assert_int_equal(record->act, RO_ACT_REFUSAL);
  assert_string_equal(record->who.items[0], "ISL");
  tree_document_free(document);
}

static void two_verbs_share_their_subject(void **state) {
  (void)state;
  ro_document *document = read_trees("1 Iceland Iceland PROPN NNP _ 2 nsubj _ Actor=ISL\n"
                                     "2 rejected reject VERB VBD _ 0 root _ _\n"
                                     "3 the the DET DT _ 4 det _ _\n"
                                     "4 plan plan NOUN NN _ 2 obj _ _\n"
                                     "5 and and CCONJ CC _ 6 cc _ _\n"
                                     "6 accused accuse VERB VBD _ 2 conj _ _\n"
                                     "7 Norway Norway PROPN NNP _ 6 obj _ Actor=NOR\n"
                                     "8 of of SCONJ IN _ 9 mark _ _\n"
                                     "9 cheating cheat VERB VBG _ 6 advcl _ SpaceAfter=No\n"
                                     "10 . . PUNCT . _ 2 punct _ _\n");
  assert_int_equal(document->record_count, 2);
  assert_int_equal(document->records[0].act, RO_ACT_REFUSAL);
  assert_evidence(document, &document->records[0], "Iceland rejected the plan");
  assert_int_equal(document->records[1].act, RO_ACT_ACCUSATION);
  assert_string_equal(document->records[1].who.items[0], "ISL");
  assert_string_equal(document->records[1].whom.items[0], "NOR");
  assert_evidence(document, &document->records[1], "accused Norway of cheating");
  tree_document_free(document);
}

static void the_matter_is_worded_without_the_preposition_that_ties_it(void **state) {
  (void)state;
  ro_document *document = read_trees("1 Iceland Iceland PROPN NNP _ 2 nsubj _ Actor=ISL|Code=ISL\n"
                                     "2 called call VERB VBD _ 0 root _ _\n"
                                     "3 for for ADP IN _ 5 case _ _\n"
                                     "4 a a DET DT _ 5 det _ _\n"
                                     "5 truce truce NOUN NN _ 2 obl _ SpaceAfter=No\n"
                                     "6 . . PUNCT . _ 2 punct _ _\n");
  assert_string_equal(only_record(document)->what, "a truce");
  tree_document_free(document);
}

static void a_matter_that_is_only_pointed_at_is_told_with_its_sentence(void **state) {
  (void)state;
  ro_document *document = read_trees("1 Iceland Iceland PROPN NNP _ 2 nsubj _ Actor=ISL|Code=ISL\n"
                                     "2 demanded demand VERB VBD _ 0 root _ _\n"
                                     "3 this this PRON DT _ 2 obj _ SpaceAfter=No\n"
                                     "4 . . PUNCT . _ 2 punct _ _\n");
  assert_string_equal(only_record(document)->what, "Iceland demanded this");
  tree_document_free(document);
}

static void a_common_noun_in_capitals_is_known_by_the_lexicon(void **state) {
  (void)state;
  ro_document *document = read_trees("1 Iceland Iceland PROPN NNP _ 2 nsubj _ Actor=ISL|Code=ISL\n"
                                     "2 signed sign VERB VBD _ 0 root _ _\n"
                                     "3 the the DET DT _ 5 det _ _\n"
                                     "4 Arctic Arctic PROPN NNP _ 5 compound _ _\n"
                                     "5 Treaty Treaty PROPN NNP _ 2 obj _ SpaceAfter=No\n"
                                     "6 . . PUNCT . _ 2 punct _ _\n");
  assert_int_equal(only_record(document)->act, RO_ACT_ACCEPTANCE);
  tree_document_free(document);
}

static void a_match_in_sport_is_no_attack(void **state) {
  (void)state;
  ro_document *document = read_trees("1 Iceland Iceland PROPN NNP _ 2 nsubj _ Actor=ISL\n"
                                     "2 attacked attack VERB VBD _ 0 root _ _\n"
                                     "3 Norway Norway PROPN NNP _ 2 obj _ Actor=NOR\n"
                                     "4 in in ADP IN _ 7 case _ _\n"
                                     "5 the the DET DT _ 7 det _ _\n"
                                     "6 world world NOUN NN _ 7 compound _ _\n"
                                     "7 cup cup NOUN NN _ 2 obl _ _\n");
  assert_int_equal(document->record_count, 0);
  tree_document_free(document);
}

static void a_clause_that_reaches_back_to_the_first_word_is_read(void **state) {
  (void)state;
  ro_document *document = read_trees("1 Now now ADV RB _ 3 advmod _ _\n"
                                     "2 says say VERB VBZ _ 0 root _ _\n"
                                     "3 leave leave VERB VB _ 2 parataxis _ _\n"
                                     "4 Iceland Iceland PROPN NNP _ 2 nsubj _ Actor=ISL\n");
  assert_int_equal(document->record_count, 0);
  tree_document_free(document);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_rejected_call_is_a_refusal_of_whose_call_it_was),
      cmocka_unit_test(a_passive_names_the_doer_with_by),
      cmocka_unit_test(a_refused_meeting_is_no_meeting),
      cmocka_unit_test(an_agreed_meeting_is_scheduled),
      cmocka_unit_test(what_stands_under_if_is_no_act),
      cmocka_unit_test(must_said_of_another_is_a_demand_of_the_speaker),
      cmocka_unit_test(will_not_said_of_oneself_is_a_refusal),
      cmocka_unit_test(two_verbs_share_their_subject),
      cmocka_unit_test(the_matter_is_worded_without_the_preposition_that_ties_it),
      cmocka_unit_test(a_matter_that_is_only_pointed_at_is_told_with_its_sentence),
      cmocka_unit_test(a_common_noun_in_capitals_is_known_by_the_lexicon),
      cmocka_unit_test(a_match_in_sport_is_no_attack),
      cmocka_unit_test(a_clause_that_reaches_back_to_the_first_word_is_read),
  };
  return cmocka_run_group_tests_name("records", tests, load_lexicon, free_lexicon);
}
