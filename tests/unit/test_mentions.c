/* Mentions of actors: whose, and with which code. */
#include <stdlib.h>
#include <string.h>

#include "names/name_finder.h"
#include "tree_document.h"
#include "unit_test.h"

static ro_name_finder *finder;

static int load_dictionary(void **state) {
  (void)state;
  ro_error error;
  return ro_name_finder_load(&finder, getenv("READOUT_DATA"), NULL, 0, &error) == RO_OK ? 0 : -1;
}

static int free_dictionary(void **state) {
  (void)state;
  ro_name_finder_free(finder);
  return 0;
}

static const ro_actor_mention *mention_of(const ro_document *document, const char *words) {
  for (uint32_t i = 0; i < document->actor_count; i++) {
    const ro_actor_mention *mention = &document->actors[i];
    if (strlen(words) == mention->span.end - mention->span.start &&
        strncmp(document->text + mention->span.start, words, strlen(words)) == 0)
      return mention;
  }
  return NULL;
}

static void assert_same(const char *found, const char *wanted) {
  if (wanted)
    assert_string_equal(found ? found : "nobody", wanted);
  else
    assert_null(found);
}

static void assert_mention(const char *conllu, const char *words, const char *actor,
                           const char *code) {
  ro_document *document = tree_document_create(conllu, "2023-03-10");
  ro_name_finder_annotate(finder, document);
  const ro_actor_mention *mention = mention_of(document, words);
  assert_non_null(mention);
  assert_same(mention->actor, actor);
  assert_same(mention->code, code);
  tree_document_free(document);
}

static void a_name_is_joined_as_the_tree_joins_it(void **state) {
  (void)state;
  assert_mention("1 Norwegian Norwegian ADJ JJ _ 2 amod _ _\n"
                 "2 President President PROPN NNP _ 3 nmod:desc _ Tag=B-PER\n"
                 "3 Jon Jon PROPN NNP _ 5 nsubj _ _\n"
                 "4 Karlsson Karlsson PROPN NNP _ 3 flat _ Tag=B-PER\n"
                 "5 left leave VERB VBD _ 0 root _ _\n"
                 "6 . . PUNCT . _ 5 punct _ _\n",
                 "Norwegian President Jon Karlsson", "NOR:Karlsson", "NORGOV");
}

static void a_name_is_of_the_body_that_stands_behind_it(void **state) {
  (void)state;
  assert_mention("1 Jon Jon PROPN NNP _ 7 nsubj _ Tag=B-PER\n"
                 "2 Karlsson Karlsson PROPN NNP _ 1 flat _ Tag=I-PER|SpaceAfter=No\n"
                 "3 , , PUNCT , _ 5 punct _ _\n"
                 "4 for for ADP IN _ 5 case _ _\n"
                 "5 Iceland Iceland PROPN NNP _ 1 nmod _ Tag=B-LOC|SpaceAfter=No\n"
                 "6 , , PUNCT , _ 5 punct _ _\n"
                 "7 protested protest VERB VBD _ 0 root _ _\n"
                 "8 . . PUNCT . _ 7 punct _ _\n",
                 "Jon Karlsson", "ISL:Karlsson", "ISLGOV");
}

static void who_advises_a_president_serves_his_state(void **state) {
  (void)state;
  assert_mention("1 Jon Jon PROPN NNP _ 9 nsubj _ Tag=B-PER\n"
                 "2 Karlsson Karlsson PROPN NNP _ 1 flat _ Tag=I-PER|SpaceAfter=No\n"
                 "3 , , PUNCT , _ 5 punct _ _\n"
                 "4 who who PRON WP _ 5 nsubj _ _\n"
                 "5 advises advise VERB VBZ _ 1 acl:relcl _ _\n"
                 "6 the the DET DT _ 8 det _ _\n"
                 "7 Icelandic Icelandic ADJ JJ _ 8 amod _ _\n"
                 "8 president president NOUN NN _ 5 obj _ SpaceAfter=No\n"
                 "9 protested protest VERB VBD _ 0 root _ _\n"
                 "10 . . PUNCT . _ 9 punct _ _\n",
                 "Jon Karlsson", "ISL:Karlsson", "ISLGOV");
}

static void a_senator_is_of_the_state_where_his_region_lies(void **state) {
  (void)state;
  assert_mention("1 Senator Senator PROPN NNP _ 2 nmod:desc _ _\n"
                 "2 Jon Jon PROPN NNP _ 7 nsubj _ Tag=B-PER\n"
                 "3 Karlsson Karlsson PROPN NNP _ 2 flat _ Tag=I-PER\n"
                 "4 of of ADP IN _ 6 case _ _\n"
                 "5 North North PROPN NNP _ 6 compound _ Tag=B-LOC\n"
                 "6 Dakota Dakota PROPN NNP _ 2 nmod _ Tag=I-LOC\n"
                 "7 protested protest VERB VBD _ 0 root _ _\n"
                 "8 . . PUNCT . _ 7 punct _ _\n",
                 "Senator Jon Karlsson", "USA:Karlsson", "USALEG");
}

static void an_apposition_describes_the_name_right_before_it(void **state) {
  (void)state;
  static const char two[] = "1 Orla Orla PROPN NNP _ 9 nsubj _ Tag=B-PER\n"
                            "2 Brennan Brennan PROPN NNP _ 1 flat _ Tag=I-PER\n"
                            "3 and and CCONJ CC _ 4 cc _ _\n"
                            "4 Jon Jon PROPN NNP _ 1 conj _ Tag=B-PER\n"
                            "5 Karlsson Karlsson PROPN NNP _ 4 flat _ Tag=I-PER|SpaceAfter=No\n"
                            "6 , , PUNCT , _ 8 punct _ _\n"
                            "7 Icelandic Icelandic ADJ JJ _ 8 amod _ _\n"
                            "8 minister minister NOUN NN _ 1 appos _ _\n"
                            "9 left leave VERB VBD _ 0 root _ _\n"
                            "10 . . PUNCT . _ 9 punct _ _\n";
  assert_mention(two, "Jon Karlsson", "ISL:Karlsson", "ISLGOV");
  assert_mention(two, "Orla Brennan", NULL, NULL);
}

static void fighters_make_an_acronym_an_armed_body(void **state) {
  (void)state;
  assert_mention("1 Fighters fighter NOUN NNS Number=Plur 4 nsubj _ _\n"
                 "2 of of ADP IN _ 3 case _ _\n"
                 "3 HFU HFU PROPN NNP _ 1 nmod _ Tag=B-ORG\n"
                 "4 left leave VERB VBD _ 0 root _ _\n"
                 "5 . . PUNCT . _ 4 punct _ _\n",
                 "HFU", "HFU", NULL);
}

static void a_title_of_two_words_is_no_part_of_the_name(void **state) {
  (void)state;
  assert_mention("1 Prime Prime ADJ NNP _ 2 amod _ Tag=B-PER\n"
                 "2 Minister Minister PROPN NNP _ 3 nmod:desc _ Tag=I-PER\n"
                 "3 Orla Orla PROPN NNP _ 5 nsubj _ Tag=I-PER\n"
                 "4 Brennan Brennan PROPN NNP _ 3 flat _ Tag=I-PER\n"
                 "5 left leave VERB VBD _ 0 root _ _\n"
                 "6 . . PUNCT . _ 5 punct _ _\n",
                 "Prime Minister Orla Brennan", NULL, NULL);
}

static void an_organ_has_its_own_sector(void **state) {
  (void)state;
  assert_mention("1 Norway Norway PROPN NNP _ 4 nmod:poss _ Tag=B-LOC|SpaceAfter=No\n"
                 "2 's 's PART POS _ 1 case _ _\n"
                 "3 Supreme Supreme ADJ NNP _ 4 amod _ _\n"
                 "4 Court Court PROPN NNP _ 5 nsubj _ _\n"
                 "5 agreed agree VERB VBD _ 0 root _ _\n"
                 "6 . . PUNCT . _ 5 punct _ _\n",
                 "Norway's Supreme Court", "NOR", "NORJUD");
}

static void leaders_of_the_opposition_do_not_speak_for_the_state(void **state) {
  (void)state;
  assert_mention("1 Norwegian Norwegian ADJ JJ _ 3 amod _ _\n"
                 "2 opposition opposition NOUN NN _ 3 compound _ _\n"
                 "3 politicians politician NOUN NNS _ 4 nsubj _ _\n"
                 "4 agreed agree VERB VBD _ 0 root _ _\n"
                 "5 . . PUNCT . _ 4 punct _ _\n",
                 "Norwegian opposition politicians", "NOR-OPP", "NOROPP");
}

static void a_number_is_no_part_of_a_group(void **state) {
  (void)state;
  assert_mention("1 At at ADP IN _ 2 case _ _\n"
                 "2 least least ADJ JJS _ 3 nmod _ _\n"
                 "3 23 23 NUM CD _ 5 nummod _ _\n"
                 "4 western western ADJ JJ _ 5 amod _ _\n"
                 "5 soldiers soldier NOUN NNS _ 6 nsubj _ _\n"
                 "6 fled flee VERB VBD _ 0 root _ _\n"
                 "7 . . PUNCT . _ 6 punct _ _\n",
                 "At least 23 western soldiers", "western-soldiers", NULL);
}

static void those_whom_a_state_backs_are_not_its_own(void **state) {
  (void)state;
  assert_mention("1 Norway Norway PROPN NNP _ 3 compound _ SpaceAfter=No\n"
                 "2 - - PUNCT HYPH _ 1 punct _ SpaceAfter=No\n"
                 "3 backed back VERB VBN _ 4 amod _ _\n"
                 "4 rebels rebel NOUN NNS _ 5 nsubj _ _\n"
                 "5 fled flee VERB VBD _ 0 root _ _\n"
                 "6 . . PUNCT . _ 5 punct _ _\n",
                 "Norway-backed rebels", "norway-backed-rebels", NULL);
}

static void a_minority_is_of_the_state_where_it_lives(void **state) {
  (void)state;
  assert_mention("1 Ethnic ethnic ADJ JJ _ 2 amod _ _\n"
                 "2 Finns Finn PROPN NNPS _ 5 nsubj _ _\n"
                 "3 in in ADP IN _ 4 case _ _\n"
                 "4 Oslo Oslo PROPN NNP _ 2 nmod _ Tag=B-LOC\n"
                 "5 protested protest VERB VBD _ 0 root _ _\n"
                 "6 . . PUNCT . _ 5 punct _ _\n",
                 "Ethnic Finns", "NOR-CIV", "NORCVL");
}

static void police_of_a_town_are_of_its_state(void **state) {
  (void)state;
  assert_mention("1 Oslo Oslo PROPN NNP _ 2 compound _ Tag=B-LOC\n"
                 "2 police police NOUN NN _ 3 nsubj _ _\n"
                 "3 left leave VERB VBD _ 0 root _ _\n"
                 "4 . . PUNCT . _ 3 punct _ _\n",
                 "Oslo police", "NOR", "NORCOP");
}

static void the_title_outweighs_the_dictionary(void **state) {
  (void)state;
  assert_mention("1 Finnish Finnish ADJ JJ _ 2 amod _ _\n"
                 "2 President President PROPN NNP _ 3 nmod:desc _ _\n"
                 "3 Sergei Sergei PROPN NNP _ 5 nsubj _ Tag=B-PER\n"
                 "4 Lavrov Lavrov PROPN NNP _ 3 flat _ Tag=I-PER\n"
                 "5 left leave VERB VBD _ 0 root _ _\n"
                 "6 . . PUNCT . _ 5 punct _ _\n",
                 "Finnish President Sergei Lavrov", "FIN:Lavrov", "FINGOV");
}

static void an_office_without_a_state_is_of_the_one_just_spoken_of(void **state) {
  (void)state;
  assert_mention("1 Norway Norway PROPN NNP _ 2 nsubj _ Tag=B-LOC\n"
                 "2 objected object VERB VBD _ 0 root _ _\n"
                 "3 . . PUNCT . _ 2 punct _ _\n"
                 "\n"
                 "1 Foreign foreign ADJ NNP _ 2 amod _ _\n"
                 "2 Minister minister PROPN NNP _ 3 nmod:desc _ _\n"
                 "3 Orla Orla PROPN NNP _ 5 nsubj _ Tag=B-PER\n"
                 "4 Brennan Brennan PROPN NNP _ 3 flat _ Tag=I-PER\n"
                 "5 left leave VERB VBD _ 0 root _ _\n"
                 "6 . . PUNCT . _ 5 punct _ _\n",
                 "Foreign Minister Orla Brennan", "NOR:Brennan", "NORGOV");
}

static void two_states_spoken_of_together_leave_an_office_open(void **state) {
  (void)state;
  assert_mention("1 Norway Norway PROPN NNP _ 4 nsubj _ Tag=B-LOC\n"
                 "2 and and CCONJ CC _ 3 cc _ _\n"
                 "3 Iceland Iceland PROPN NNP _ 1 conj _ Tag=B-LOC\n"
                 "4 agreed agree VERB VBD _ 0 root _ _\n"
                 "5 . . PUNCT . _ 4 punct _ _\n"
                 "\n"
                 "1 The the DET DT _ 2 det _ _\n"
                 "2 government government NOUN NN _ 3 nsubj _ _\n"
                 "3 fell fall VERB VBD _ 0 root _ _\n"
                 "4 . . PUNCT . _ 3 punct _ _\n",
                 "The government", NULL, NULL);
}

static void an_aide_is_named_behind_the_one_whom_he_serves(void **state) {
  (void)state;
  assert_mention("1 An a DET DT _ 2 det _ _\n"
                 "2 aide aide NOUN NN _ 10 nsubj _ _\n"
                 "3 to to ADP IN _ 5 case _ _\n"
                 "4 Mr Mr PROPN NNP _ 5 nmod:desc _ _\n"
                 "5 Putin Putin PROPN NNP _ 2 nmod _ Tag=B-PER\n"
                 "6 , , PUNCT , _ 7 punct _ _\n"
                 "7 Orla Orla PROPN NNP _ 5 appos _ Tag=B-PER\n"
                 "8 Brennan Brennan PROPN NNP _ 7 flat _ Tag=I-PER\n"
                 "9 , , PUNCT , _ 7 punct _ _\n"
                 "10 left leave VERB VBD _ 0 root _ _\n"
                 "11 . . PUNCT . _ 10 punct _ _\n",
                 "An aide", "RUS:Brennan", "RUSGOV");
}

static void the_president_of_a_company_is_of_no_state(void **state) {
  (void)state;
  assert_mention("1 Norway Norway PROPN NNP _ 2 nsubj _ Tag=B-LOC\n"
                 "2 objected object VERB VBD _ 0 root _ _\n"
                 "3 . . PUNCT . _ 2 punct _ _\n"
                 "\n"
                 "1 The the DET DT _ 2 det _ _\n"
                 "2 president president NOUN NN _ 6 nsubj _ _\n"
                 "3 of of ADP IN _ 5 case _ _\n"
                 "4 the the DET DT _ 5 det _ _\n"
                 "5 guild guild NOUN NN _ 2 nmod _ _\n"
                 "6 left leave VERB VBD _ 0 root _ _\n"
                 "7 . . PUNCT . _ 6 punct _ _\n",
                 "The president", NULL, NULL);
}

static void the_president_of_a_national_association_is_of_no_state(void **state) {
  (void)state;
  assert_mention("1 Orla Orla PROPN NNP _ 10 nsubj _ Tag=B-PER\n"
                 "2 Brennan Brennan PROPN NNP _ 1 flat _ Tag=I-PER\n"
                 "3 , , PUNCT , _ 4 punct _ _\n"
                 "4 president president NOUN NN _ 1 appos _ _\n"
                 "5 of of ADP IN _ 8 case _ _\n"
                 "6 the the DET DT _ 8 det _ _\n"
                 "7 Norwegian Norwegian ADJ NNP _ 8 amod _ Tag=B-ORG\n"
                 "8 Fellowship Fellowship PROPN NNP _ 4 nmod _ Tag=I-ORG\n"
                 "9 , , PUNCT , _ 4 punct _ _\n"
                 "10 left leave VERB VBD _ 0 root _ _\n"
                 "11 . . PUNCT . _ 10 punct _ _\n",
                 "Orla Brennan", NULL, NULL);
}

static void who_runs_for_an_office_does_not_hold_it(void **state) {
  (void)state;
  assert_mention("1 Norway Norway PROPN NNP _ 2 nsubj _ Tag=B-LOC\n"
                 "2 objected object VERB VBD _ 0 root _ _\n"
                 "3 . . PUNCT . _ 2 punct _ _\n"
                 "\n"
                 "1 Brennan Brennan PROPN NNP _ 2 nsubj _ Tag=B-PER\n"
                 "2 ran run VERB VBD _ 0 root _ _\n"
                 "3 for for ADP IN _ 4 case _ _\n"
                 "4 president president NOUN NN _ 2 obl _ _\n"
                 "5 . . PUNCT . _ 2 punct _ _\n",
                 "president", NULL, NULL);
}

static void the_man_of_a_capital_speaks_for_it(void **state) {
  (void)state;
  assert_mention("1 Moscow Moscow PROPN NNP _ 3 nmod:poss _ Tag=B-LOC|SpaceAfter=No\n"
                 "2 's 's PART POS _ 1 case _ _\n"
                 "3 man man NOUN NN _ 4 nsubj _ _\n"
                 "4 left leave VERB VBD _ 0 root _ _\n"
                 "5 . . PUNCT . _ 4 punct _ _\n",
                 "Moscow's man", "RUS", "RUSGOV");
}

static void assert_members(const char *conllu, const char *words, const char *first,
                           const char *second) {
  ro_document *document = tree_document_create(conllu, "2023-03-10");
  ro_name_finder_annotate(finder, document);
  const ro_actor_mention *mention = mention_of(document, words);
  assert_non_null(mention);
  assert_int_equal(mention->member_count, 2);
  assert_string_equal(mention->members[0], first);
  assert_string_equal(mention->members[1], second);
  tree_document_free(document);
}

static void officials_are_those_who_are_named_behind_them(void **state) {
  (void)state;
  assert_members("1 The the DET DT _ 3 det _ _\n"
                 "2 Norwegian Norwegian ADJ JJ _ 3 amod _ _\n"
                 "3 ministers minister NOUN NNS _ 9 nsubj _ _\n"
                 "4 Orla Orla PROPN NNP _ 3 appos _ Tag=B-PER\n"
                 "5 Brennan Brennan PROPN NNP _ 4 flat _ Tag=I-PER\n"
                 "6 and and CCONJ CC _ 7 cc _ _\n"
                 "7 Sergei Sergei PROPN NNP _ 4 conj _ Tag=B-PER\n"
                 "8 Lavrov Lavrov PROPN NNP _ 7 flat _ Tag=I-PER\n"
                 "9 left leave VERB VBD _ 0 root _ _\n"
                 "10 . . PUNCT . _ 9 punct _ _\n",
                 "The Norwegian ministers", "NOR:Brennan", "RUS:Lavrov");
}

static void officers_are_of_all_states_that_are_told(void **state) {
  (void)state;
  assert_members("1 Officers officer NOUN NNS _ 6 nsubj _ _\n"
                 "2 from from ADP IN _ 3 case _ _\n"
                 "3 Norway Norway PROPN NNP _ 1 nmod _ Tag=B-LOC\n"
                 "4 and and CCONJ CC _ 5 cc _ _\n"
                 "5 Iceland Iceland PROPN NNP _ 3 conj _ Tag=B-LOC\n"
                 "6 met meet VERB VBD _ 0 root _ _\n"
                 "7 . . PUNCT . _ 6 punct _ _\n",
                 "Officers", "NOR", "ISL");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_name_is_joined_as_the_tree_joins_it),
      cmocka_unit_test(a_name_is_of_the_body_that_stands_behind_it),
      cmocka_unit_test(who_advises_a_president_serves_his_state),
      cmocka_unit_test(a_senator_is_of_the_state_where_his_region_lies),
      cmocka_unit_test(an_apposition_describes_the_name_right_before_it),
      cmocka_unit_test(fighters_make_an_acronym_an_armed_body),
      cmocka_unit_test(a_title_of_two_words_is_no_part_of_the_name),
      cmocka_unit_test(an_organ_has_its_own_sector),
      cmocka_unit_test(leaders_of_the_opposition_do_not_speak_for_the_state),
      cmocka_unit_test(a_number_is_no_part_of_a_group),
      cmocka_unit_test(those_whom_a_state_backs_are_not_its_own),
      cmocka_unit_test(a_minority_is_of_the_state_where_it_lives),
      cmocka_unit_test(police_of_a_town_are_of_its_state),
      cmocka_unit_test(the_title_outweighs_the_dictionary),
      cmocka_unit_test(an_office_without_a_state_is_of_the_one_just_spoken_of),
      cmocka_unit_test(two_states_spoken_of_together_leave_an_office_open),
      cmocka_unit_test(the_president_of_a_company_is_of_no_state),
      cmocka_unit_test(the_president_of_a_national_association_is_of_no_state),
      cmocka_unit_test(who_runs_for_an_office_does_not_hold_it),
      cmocka_unit_test(the_man_of_a_capital_speaks_for_it),
      cmocka_unit_test(an_aide_is_named_behind_the_one_whom_he_serves),
      cmocka_unit_test(officials_are_those_who_are_named_behind_them),
      cmocka_unit_test(officers_are_of_all_states_that_are_told),
  };
  return cmocka_run_group_tests_name("mentions", tests, load_dictionary, free_dictionary);
}
