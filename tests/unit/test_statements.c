#include "unit_test.h"

#include <stdlib.h>

#include "base/file.h"
#include "statements/channel_list.h"
#include "statements/circumstances.h"
#include "statements/inner_cue.h"
#include "statements/manner.h"
#include "statements/nesting.h"
#include "statements/speaker.h"
#include "tree_document.h"

/* The lists as they are shipped. */
static ro_arena *arena;
static const ro_cue_list *cues;
static const ro_channel_list *channels;

/* An attribution over a tree written by hand: token ranges, end exclusive. */
typedef struct statement_example {
  ro_document *document;
  ro_quotations quotations;
  ro_feature_source source;
  ro_token_range roles[3]; /* source, cue, content */
  ro_attribution attribution;
} statement_example;

static ro_token_ranges one_range(ro_token_range *range) {
  return (ro_token_ranges){range, range->end > range->start, 1};
}

static void begin(statement_example *example, const char *tree, ro_token_range source,
                  ro_token_range cue, ro_token_range content) {
  example->document = tree_document_create(tree, "2022-01-18");
  example->quotations = ro_quotations_find(example->document);
  example->source = (ro_feature_source){example->document, &example->quotations, cues};
  example->roles[0] = source;
  example->roles[1] = cue;
  example->roles[2] = content;
  example->attribution = (ro_attribution){.cue_token = cue.start,
                                          .source = one_range(&example->roles[0]),
                                          .cue = one_range(&example->roles[1]),
                                          .content = one_range(&example->roles[2])};
}

static ro_circumstances circumstances_of(const statement_example *example) {
  return ro_circumstances_find(&example->source, channels, &example->attribution);
}

static void the_object_of_tell_is_who_was_told(void **state) {
  (void)state;
  statement_example example;
  begin(&example,
        "1 Orlova Orlova PROPN NNP _ 2 nsubj _ Actor=RUS:Orlova\n"
        "2 told tell VERB VBD _ 0 root _ _\n"
        "3 reporters reporter NOUN NNS _ 2 obj _ _\n"
        "4 talks talk NOUN NNS _ 5 nsubj _ _\n"
        "5 failed fail VERB VBD _ 2 ccomp _ _\n",
        (ro_token_range){0, 1}, (ro_token_range){1, 2}, (ro_token_range){3, 5});
  ro_circumstances found = circumstances_of(&example);
  assert_string_equal(found.addressee, "reporters");
  assert_null(found.channel);
  assert_false(found.negated);
  tree_document_free(example.document);
}

static void a_medium_that_is_told_is_a_channel(void **state) {
  (void)state;
  statement_example example;
  begin(&example,
        "1 Orlova Orlova PROPN NNP _ 2 nsubj _ Actor=RUS:Orlova\n"
        "2 told tell VERB VBD _ 0 root _ _\n"
        "3 Interfax Interfax PROPN NNP _ 2 obj _ _\n"
        "4 talks talk NOUN NNS _ 5 nsubj _ _\n"
        "5 failed fail VERB VBD _ 2 ccomp _ _\n",
        (ro_token_range){0, 1}, (ro_token_range){1, 2}, (ro_token_range){3, 5});
  ro_circumstances found = circumstances_of(&example);
  assert_string_equal(found.channel, "Interfax");
  assert_null(found.addressee);
  tree_document_free(example.document);
}

static void a_document_after_in_is_a_channel(void **state) {
  (void)state;
  statement_example example;
  begin(&example,
        "1 They they PRON PRP _ 2 nsubj _ _\n"
        "2 said say VERB VBD _ 0 root _ _\n"
        "3 in in ADP IN _ 6 case _ _\n"
        "4 a a DET DT _ 6 det _ _\n"
        "5 joint joint ADJ JJ _ 6 amod _ _\n"
        "6 statement statement NOUN NN _ 2 obl _ _\n"
        "7 talks talk NOUN NNS _ 8 nsubj _ _\n"
        "8 failed fail VERB VBD _ 2 ccomp _ _\n",
        (ro_token_range){0, 1}, (ro_token_range){1, 2}, (ro_token_range){6, 8});
  assert_string_equal(circumstances_of(&example).channel, "joint statement");
  tree_document_free(example.document);
}

static void not_and_will_are_told(void **state) {
  (void)state;
  statement_example example;
  begin(&example,
        "1 They they PRON PRP _ 4 nsubj _ _\n"
        "2 will will AUX MD _ 4 aux _ _\n"
        "3 not not PART RB _ 4 advmod _ _\n"
        "4 say say VERB VB _ 0 root _ _\n"
        "5 why why ADV WRB _ 4 ccomp _ _\n",
        (ro_token_range){0, 1}, (ro_token_range){3, 4}, (ro_token_range){4, 5});
  ro_circumstances found = circumstances_of(&example);
  assert_true(found.negated);
  assert_true(found.future);
  assert_false(found.questioned);
  tree_document_free(example.document);
}

static ro_manner manner_of(const statement_example *example) {
  ro_directness directness = ro_directness_of(&example->source, &example->attribution);
  return ro_manner_of(&example->source, &example->attribution, directness);
}

static void no_longer_is_a_denial(void **state) {
  (void)state;
  statement_example example;
  begin(&example,
        "1 It it PRON PRP _ 4 nsubj _ _\n"
        "2 no no ADV RB _ 3 advmod _ _\n"
        "3 longer longer ADV RBR _ 4 advmod _ _\n"
        "4 insists insist VERB VBZ _ 0 root _ _\n"
        "5 so so ADV RB _ 4 advmod _ _\n",
        (ro_token_range){0, 1}, (ro_token_range){3, 4}, (ro_token_range){4, 5});
  assert_true(circumstances_of(&example).negated);
  tree_document_free(example.document);
}

static void manner_tells_speech_thought_and_act_apart(void **state) {
  (void)state;
  statement_example example;
  begin(&example,
        "1 Kyiv Kyiv PROPN NNP _ 2 nsubj _ _\n"
        "2 rejected reject VERB VBD _ 0 root _ _\n"
        "3 the the DET DT _ 4 det _ _\n"
        "4 letter letter NOUN NN _ 2 obj _ _\n",
        (ro_token_range){0, 1}, (ro_token_range){1, 2}, (ro_token_range){2, 4});
  assert_int_equal(manner_of(&example), RO_MANNER_ACT);
  tree_document_free(example.document);
  begin(&example,
        "1 Kyiv Kyiv PROPN NNP _ 2 nsubj _ _\n"
        "2 believes believe VERB VBZ _ 0 root _ _\n"
        "3 talks talk NOUN NNS _ 4 nsubj _ _\n"
        "4 failed fail VERB VBD _ 2 ccomp _ _\n",
        (ro_token_range){0, 1}, (ro_token_range){1, 2}, (ro_token_range){2, 4});
  assert_int_equal(manner_of(&example), RO_MANNER_THOUGHT);
  tree_document_free(example.document);
}

static void what_was_agreed_was_done_and_not_said(void **state) {
  (void)state;
  statement_example example;
  begin(&example,
        "1 They they PRON PRP _ 2 nsubj _ _\n"
        "2 agreed agree VERB VBD _ 0 root _ _\n"
        "3 talks talk NOUN NNS _ 4 nsubj _ _\n"
        "4 resume resume VERB VBP _ 2 ccomp _ _\n",
        (ro_token_range){0, 1}, (ro_token_range){1, 2}, (ro_token_range){2, 4});
  assert_int_equal(manner_of(&example), RO_MANNER_ACT);
  tree_document_free(example.document);
}

static void a_judgement_with_as_is_speech(void **state) {
  (void)state;
  statement_example example;
  begin(&example,
        "1 Kyiv Kyiv PROPN NNP _ 2 nsubj _ _\n"
        "2 condemned condemn VERB VBD _ 0 root _ _\n"
        "3 it it PRON PRP _ 2 obj _ _\n"
        "4 on on ADP IN _ 5 case _ _\n"
        "5 Friday Friday PROPN NNP _ 2 obl _ _\n"
        "6 at at ADP IN _ 7 case _ _\n"
        "7 noon noon NOUN NN _ 2 obl _ _\n"
        "8 as as ADP IN _ 9 case _ _\n"
        "9 theft theft NOUN NN _ 2 obl _ _\n",
        (ro_token_range){0, 1}, (ro_token_range){1, 2}, (ro_token_range){2, 9});
  assert_int_equal(manner_of(&example), RO_MANNER_SPEECH);
  tree_document_free(example.document);
}

static void an_order_without_its_giver_is_no_speech(void **state) {
  (void)state;
  statement_example example;
  begin(&example,
        "1 London London PROPN NNP _ 3 nsubj:pass _ _\n"
        "2 is be AUX VBZ _ 3 aux:pass _ _\n"
        "3 asked ask VERB VBN _ 0 root _ _\n"
        "4 to to PART TO _ 5 mark _ _\n"
        "5 reply reply VERB VB _ 3 xcomp _ _\n",
        (ro_token_range){0, 0}, (ro_token_range){1, 3}, (ro_token_range){3, 5});
  example.attribution.cue_token = 2;
  assert_int_equal(manner_of(&example), RO_MANNER_ACT);
  tree_document_free(example.document);
}

static void a_wish_not_to_be_named_tells_no_words(void **state) {
  (void)state;
  statement_example example;
  begin(&example,
        "1 Orlova Orlova PROPN NNP _ 2 nsubj _ Actor=RUS:Orlova\n"
        "2 asked ask VERB VBD _ 0 root _ _\n"
        "3 us we PRON PRP _ 2 obj _ _\n"
        "4 not not PART RB _ 6 advmod _ _\n"
        "5 to to PART TO _ 6 mark _ _\n"
        "6 name name VERB VB _ 2 xcomp _ _\n"
        "7 her she PRON PRP _ 6 obj _ _\n",
        (ro_token_range){0, 1}, (ro_token_range){1, 2}, (ro_token_range){2, 7});
  assert_int_equal(manner_of(&example), RO_MANNER_ACT);
  tree_document_free(example.document);
}

static void quotation_marks_make_a_content_direct_or_mixed(void **state) {
  (void)state;
  statement_example example;
  begin(&example,
        "1 He he PRON PRP _ 2 nsubj _ _\n"
        "2 called call VERB VBD _ 0 root _ _\n"
        "3 it it PRON PRP _ 2 obj _ _\n"
        "4 \" \" PUNCT `` _ 5 punct _ SpaceAfter=No\n"
        "5 bad bad ADJ JJ _ 2 xcomp _ SpaceAfter=No\n"
        "6 \" \" PUNCT '' _ 5 punct _ _\n",
        (ro_token_range){0, 1}, (ro_token_range){1, 2}, (ro_token_range){2, 6});
  assert_int_equal(ro_directness_of(&example.source, &example.attribution), RO_MIXED);
  example.roles[2].start = 3;
  assert_int_equal(ro_directness_of(&example.source, &example.attribution), RO_DIRECT);
  example.roles[2].start = 4; /* the quotation around it is another's */
  assert_int_equal(ro_directness_of(&example.source, &example.attribution), RO_INDIRECT);
  tree_document_free(example.document);
}

static const char *const office_and_name =
    "1 The the DET DT _ 2 det _ _\n"
    "2 minister minister NOUN NN _ 6 nsubj _ Actor=RUS\n"
    "3 , , PUNCT , _ 4 punct _ _\n"
    "4 Orlova Orlova PROPN NNP _ 2 appos _ Actor=RUS:Orlova\n"
    "5 , , PUNCT , _ 4 punct _ _\n"
    "6 spoke speak VERB VBD _ 0 root _ _\n";

static void the_name_of_a_source_goes_before_its_office(void **state) {
  (void)state;
  statement_example example;
  begin(&example, office_and_name, (ro_token_range){0, 4}, (ro_token_range){5, 6},
        (ro_token_range){5, 6});
  ro_speaker speaker = ro_speaker_find(example.document, &example.attribution);
  assert_string_equal(speaker.actor, "RUS:Orlova");
  tree_document_free(example.document);
}

static void a_name_set_beside_a_body_is_the_one_who_speaks_for_it(void **state) {
  (void)state;
  statement_example example;
  begin(&example,
        "1 A a DET DT _ 2 det _ _\n"
        "2 spokesman spokesman NOUN NN _ 8 nsubj _ _\n"
        "3 for for ADP IN _ 4 case _ _\n"
        "4 NATO NATO PROPN NNP _ 2 nmod _ Actor=NATO\n"
        "5 , , PUNCT , _ 6 punct _ _\n"
        "6 Lind Lind PROPN NNP _ 4 appos _ Actor=NATO:Lind\n"
        "7 , , PUNCT , _ 6 punct _ _\n"
        "8 spoke speak VERB VBD _ 0 root _ _\n",
        (ro_token_range){0, 6}, (ro_token_range){7, 8}, (ro_token_range){7, 8});
  assert_string_equal(ro_speaker_find(example.document, &example.attribution).actor, "NATO:Lind");
  tree_document_free(example.document);
}

static void an_official_without_a_name_speaks_for_those_he_serves(void **state) {
  (void)state;
  statement_example example;
  begin(&example,
        "1 An a DET DT _ 2 det _ _\n"
        "2 official official NOUN NN _ 8 nsubj _ Sector=GOV\n"
        "3 in in ADP IN _ 5 case _ _\n"
        "4 the the DET DT _ 5 det _ _\n"
        "5 office office NOUN NN _ 2 nmod _ _\n"
        "6 of of ADP IN _ 7 case _ _\n"
        "7 Orlova Orlova PROPN NNP _ 5 nmod _ Actor=RUS:Orlova\n"
        "8 spoke speak VERB VBD _ 0 root _ _\n",
        (ro_token_range){0, 7}, (ro_token_range){7, 8}, (ro_token_range){7, 8});
  example.document->actors[0].unnamed = true;
  ro_speaker speaker = ro_speaker_find(example.document, &example.attribution);
  assert_string_equal(speaker.actor, "RUS");
  assert_true(speaker.unnamed);
  tree_document_free(example.document);
}

static void an_inner_cue_is_a_verb_of_speech_with_an_actor_and_a_clause(void **state) {
  (void)state;
  statement_example example;
  begin(&example,
        "1 Orlova Orlova PROPN NNP _ 2 nsubj _ Actor=RUS:Orlova\n"
        "2 warned warn VERB VBD _ 0 root _ _\n"
        "3 they they PRON PRP _ 4 nsubj _ _\n"
        "4 say say VERB VBP _ 2 ccomp _ _\n"
        "5 talks talk NOUN NNS _ 6 nsubj _ _\n"
        "6 fail fail VERB VBP _ 4 ccomp _ _\n",
        (ro_token_range){0, 1}, (ro_token_range){1, 2}, (ro_token_range){2, 6});
  assert_true(ro_is_inner_cue(&example.source, 1));
  assert_false(ro_is_inner_cue(&example.source, 3)); /* who "they" are is not told */
  assert_false(ro_is_inner_cue(&example.source, 5));
  tree_document_free(example.document);
}

static void speakers_joined_by_and_are_all_told(void **state) {
  (void)state;
  statement_example example;
  begin(&example,
        "1 Paris Paris PROPN NNP _ 4 nsubj _ Actor=FRA\n"
        "2 and and CCONJ CC _ 3 cc _ _\n"
        "3 Berlin Berlin PROPN NNP _ 1 conj _ Actor=DEU\n"
        "4 agreed agree VERB VBD _ 0 root _ _\n",
        (ro_token_range){0, 3}, (ro_token_range){3, 4}, (ro_token_range){3, 4});
  ro_speaker speaker = ro_speaker_find(example.document, &example.attribution);
  assert_string_equal(speaker.actor, "FRA DEU");
  tree_document_free(example.document);
}

static void who_is_the_one_that_the_clause_describes(void **state) {
  (void)state;
  statement_example example;
  begin(&example,
        "1 Orlova Orlova PROPN NNP _ 4 nsubj _ Actor=RUS:Orlova\n"
        "2 who who PRON WP _ 3 nsubj _ _\n"
        "3 spoke speak VERB VBD _ 1 acl:relcl _ _\n"
        "4 left leave VERB VBD _ 0 root _ _\n",
        (ro_token_range){1, 2}, (ro_token_range){2, 3}, (ro_token_range){3, 4});
  assert_string_equal(ro_speaker_find(example.document, &example.attribution).actor, "RUS:Orlova");
  tree_document_free(example.document);
}

static void a_cue_without_a_source_shares_the_subject_above_it(void **state) {
  (void)state;
  statement_example example;
  begin(&example,
        "1 Orlova Orlova PROPN NNP _ 2 nsubj _ Actor=RUS:Orlova\n"
        "2 left leave VERB VBD _ 0 root _ _\n"
        "3 adding add VERB VBG _ 2 advcl _ _\n"
        "4 more more ADJ JJR _ 3 obj _ _\n",
        (ro_token_range){0, 0}, (ro_token_range){2, 3}, (ro_token_range){3, 4});
  assert_string_equal(ro_speaker_find(example.document, &example.attribution).actor, "RUS:Orlova");
  tree_document_free(example.document);
}

static void a_passive_without_agent_has_no_speaker(void **state) {
  (void)state;
  statement_example example;
  begin(&example,
        "1 Orlova Orlova PROPN NNP _ 3 nsubj:pass _ Actor=RUS:Orlova\n"
        "2 was be AUX VBD _ 3 aux:pass _ _\n"
        "3 blamed blame VERB VBN _ 0 root _ _\n",
        (ro_token_range){0, 0}, (ro_token_range){2, 3}, (ro_token_range){0, 1});
  assert_null(ro_speaker_find(example.document, &example.attribution).actor);
  tree_document_free(example.document);
}

static void a_source_without_an_actor_stays_unresolved(void **state) {
  (void)state;
  statement_example example;
  begin(&example,
        "1 Someone someone PRON NN _ 2 nsubj _ _\n"
        "2 left leave VERB VBD _ 0 root _ _\n",
        (ro_token_range){0, 1}, (ro_token_range){1, 2}, (ro_token_range){1, 2});
  ro_speaker speaker = ro_speaker_find(example.document, &example.attribution);
  assert_null(speaker.actor);
  assert_int_equal(speaker.mention, RO_NONE);
  tree_document_free(example.document);
}

static void a_statement_stands_inside_the_smallest_content_around_its_cue(void **state) {
  (void)state;
  statement_example example;
  begin(&example, office_and_name, (ro_token_range){0, 0}, (ro_token_range){0, 1},
        (ro_token_range){0, 1});
  ro_token_range contents[] = {{1, 6}, {3, 6}, {5, 6}};
  ro_attribution items[3] = {{0}};
  for (uint32_t i = 0; i < 3; i++) {
    items[i].cue_token = 2 * i;
    items[i].content = one_range(&contents[i]);
  }
  const uint32_t *inside = ro_nesting_find(example.document, &(ro_attributions){items, 3, 3});
  assert_int_equal(inside[0], RO_NONE);
  assert_int_equal(inside[1], 0);
  assert_int_equal(inside[2], 1);
  tree_document_free(example.document);
}

static int load(void **state) {
  (void)state;
  const char *data = getenv("READOUT_DATA");
  if (!data) return 1;
  arena = ro_arena_create();
  const char *cue_path = ro_path_join(arena, data, "cues.tsv");
  const char *channel_path = ro_path_join(arena, data, "channels.tsv");
  if (ro_cue_list_load(&cues, arena, cue_path, NULL) != RO_OK) return 1;
  return ro_channel_list_load(&channels, arena, channel_path, NULL) == RO_OK ? 0 : 1;
}

static int unload(void **state) {
  (void)state;
  ro_arena_free(arena);
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_object_of_tell_is_who_was_told),
      cmocka_unit_test(a_medium_that_is_told_is_a_channel),
      cmocka_unit_test(a_document_after_in_is_a_channel),
      cmocka_unit_test(not_and_will_are_told),
      cmocka_unit_test(no_longer_is_a_denial),
      cmocka_unit_test(manner_tells_speech_thought_and_act_apart),
      cmocka_unit_test(what_was_agreed_was_done_and_not_said),
      cmocka_unit_test(a_judgement_with_as_is_speech),
      cmocka_unit_test(an_order_without_its_giver_is_no_speech),
      cmocka_unit_test(a_wish_not_to_be_named_tells_no_words),
      cmocka_unit_test(quotation_marks_make_a_content_direct_or_mixed),
      cmocka_unit_test(the_name_of_a_source_goes_before_its_office),
      cmocka_unit_test(a_name_set_beside_a_body_is_the_one_who_speaks_for_it),
      cmocka_unit_test(an_official_without_a_name_speaks_for_those_he_serves),
      cmocka_unit_test(an_inner_cue_is_a_verb_of_speech_with_an_actor_and_a_clause),
      cmocka_unit_test(speakers_joined_by_and_are_all_told),
      cmocka_unit_test(who_is_the_one_that_the_clause_describes),
      cmocka_unit_test(a_cue_without_a_source_shares_the_subject_above_it),
      cmocka_unit_test(a_passive_without_agent_has_no_speaker),
      cmocka_unit_test(a_source_without_an_actor_stays_unresolved),
      cmocka_unit_test(a_statement_stands_inside_the_smallest_content_around_its_cue),
  };
  return cmocka_run_group_tests(tests, load, unload);
}
