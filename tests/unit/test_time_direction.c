#include "unit_test.h"

#include <stdio.h>
#include <stdlib.h>

#include "readout/syntax.h"
#include "syntax/tree.h"
#include "times/time_direction.h"

static ro_time_grammar *grammar;

static int load_rules(void **state) {
  (void)state;
  ro_error error;
  const char *data = getenv("READOUT_DATA");
  return data && ro_time_grammar_load(&grammar, data, &error) == RO_OK ? 0 : -1;
}

static int free_rules(void **state) {
  (void)state;
  ro_time_grammar_free(grammar);
  return 0;
}

static ro_deprel deprel_named(const char *name) {
  int deprel = 0;
  while (deprel < RO_DEPREL_COUNT && strcmp(ro_deprel_name((ro_deprel)deprel), name) != 0)
    deprel++;
  assert_true(deprel < RO_DEPREL_COUNT);
  return (ro_deprel)deprel;
}

static ro_upos upos_of(const char *tag) {
  if (strcmp(tag, "MD") == 0 || strcmp(tag, "AUX") == 0) return RO_UPOS_AUX;
  if (tag[0] == 'V') return RO_UPOS_VERB;
  return strcmp(tag, "NNP") == 0 ? RO_UPOS_PROPN : RO_UPOS_NOUN;
}

/* Words as "form lemma tag head relation" (heads from 1, 0 for the root); the expression is the
 * word "Friday". */
static ro_time_tense tense_of(const char *const *lines) {
  ro_arena *arena = ro_arena_create();
  ro_document document = {.arena = arena};
  uint32_t friday = 0, count = 0;
  document.tokens = ro_arena_alloc_array(arena, 32, sizeof(ro_token));
  for (; lines[count]; count++) {
    char form[32], lemma[32], tag[8], relation[16];
    unsigned head;
    assert_int_equal(
        sscanf(lines[count], "%31s %31s %7s %u %15s", form, lemma, tag, &head, relation), 5);
    document.tokens[count] = (ro_token){.form = ro_arena_copy_string(arena, form),
                                        .lemma = ro_arena_copy_string(arena, lemma),
                                        .xpos = ro_arena_copy_string(arena, tag),
                                        .upos = upos_of(tag),
                                        .head = head ? head - 1 : RO_NONE,
                                        .deprel = deprel_named(relation)};
    if (strcmp(form, "Friday") == 0) friday = count;
  }
  ro_sentence sentence = {.token_count = count};
  document.token_count = count;
  document.sentences = &sentence;
  document.sentence_count = 1;
  ro_tree_link(&document);
  ro_time_tense tense = ro_time_direction_find(&document, grammar, friday, friday);
  ro_arena_free(arena);
  return tense;
}

static void the_auxiliary_of_the_verb_above_decides(void **state) {
  (void)state;
  const char *const will[] = {"Envoys envoy NNS 3 nsubj",
                              "will will MD 3 aux",
                              "meet meet VB 0 root",
                              "there there RB 3 advmod",
                              "Friday Friday NNP 3 obl:unmarked",
                              NULL};
  const char *const did[] = {"Envoys envoy NNS 2 nsubj", "met meet VBD 0 root",
                             "there there RB 2 advmod", "Friday Friday NNP 2 obl:unmarked", NULL};
  assert_int_equal(tense_of(will), RO_TENSE_FUTURE);
  assert_int_equal(tense_of(did), RO_TENSE_PAST);
}

static void an_infinitive_looks_where_its_governor_looks(void **state) {
  (void)state;
  const char *const plan[] = {"Envoys envoy NNS 2 nsubj",
                              "plan plan VBP 0 root",
                              "to to TO 4 mark",
                              "meet meet VB 2 xcomp",
                              "there there RB 4 advmod",
                              "Friday Friday NNP 4 obl:unmarked",
                              NULL};
  const char *const failed[] = {"Envoys envoy NNS 2 nsubj",
                                "failed fail VBD 0 root",
                                "to to TO 4 mark",
                                "meet meet VB 2 xcomp",
                                "there there RB 4 advmod",
                                "Friday Friday NNP 4 obl:unmarked",
                                NULL};
  assert_int_equal(tense_of(plan), RO_TENSE_FUTURE);
  assert_int_equal(tense_of(failed), RO_TENSE_PAST);
}

static void a_participle_before_the_day_decides(void **state) {
  (void)state;
  const char *const due[] = {"Talks talk NNS 4 nsubj", "scheduled schedule VBN 1 acl",
                             "Friday Friday NNP 2 obl:unmarked", "mattered matter VBD 0 root",
                             NULL};
  const char *const held[] = {"Talks talk NNS 4 nsubj", "held hold VBN 1 acl",
                              "Friday Friday NNP 2 obl:unmarked", "matter matter VBP 0 root", NULL};
  assert_int_equal(tense_of(due), RO_TENSE_FUTURE);
  assert_int_equal(tense_of(held), RO_TENSE_PAST);
}

static void a_plan_looks_ahead_unless_it_came_to_nothing(void **state) {
  (void)state;
  const char *const was_to[] = {"Talks talk NNS 4 nsubj",
                                "were be AUX 4 aux",
                                "to to TO 4 mark",
                                "begin begin VB 0 root",
                                "there there RB 4 advmod",
                                "Friday Friday NNP 4 obl:unmarked",
                                NULL};
  const char *const planned[] = {"Envoys envoy NNS 2 nsubj", "planned plan VBD 0 root",
                                 "talks talk NNS 2 obj",     "on on IN 5 case",
                                 "Friday Friday NNP 2 obl",  NULL};
  const char *const had_planned[] = {"Envoys envoy NNS 3 nsubj",
                                     "had have AUX 3 aux",
                                     "planned plan VBN 0 root",
                                     "to to TO 5 mark",
                                     "meet meet VB 3 xcomp",
                                     "there there RB 5 advmod",
                                     "Friday Friday NNP 5 obl:unmarked",
                                     NULL};
  assert_int_equal(tense_of(was_to), RO_TENSE_FUTURE);
  assert_int_equal(tense_of(planned), RO_TENSE_FUTURE);
  assert_int_equal(tense_of(had_planned), RO_TENSE_PAST);
}

static void what_is_arranged_for_a_day_is_to_come(void **state) {
  (void)state;
  const char *const set_for[] = {"Talks talk NNS 3 nsubj:pass", "were be AUX 3 aux:pass",
                                 "set set VBN 0 root",          "for for IN 5 case",
                                 "Friday Friday NNP 3 obl",     NULL};
  const char *const set_on[] = {"A a DT 2 det",
                                "record record NN 6 nsubj:pass",
                                "set set VBN 2 acl",
                                "on on IN 5 case",
                                "Friday Friday NNP 3 obl",
                                "fell fall VBD 0 root",
                                NULL};
  assert_int_equal(tense_of(set_for), RO_TENSE_FUTURE);
  assert_int_equal(tense_of(set_on), RO_TENSE_PAST);
}

static void could_looks_ahead_unless_negated(void **state) {
  (void)state;
  const char *const could[] = {"Envoys envoy NNS 3 nsubj", "could could MD 3 aux",
                               "vote vote VB 0 root",      "on on IN 5 case",
                               "Friday Friday NNP 3 obl",  NULL};
  const char *const could_not[] = {"Envoys envoy NNS 4 nsubj",
                                   "could could MD 4 aux",
                                   "not not RB 4 advmod",
                                   "agree agree VB 0 root",
                                   "on on IN 6 case",
                                   "Friday Friday NNP 4 obl",
                                   NULL};
  assert_int_equal(tense_of(could), RO_TENSE_FUTURE);
  assert_int_equal(tense_of(could_not), RO_TENSE_UNKNOWN);
}

static void until_looks_ahead_but_not_from_a_past_perfect(void **state) {
  (void)state;
  const char *const until[] = {"It it PRP 2 nsubj", "runs run VBZ 0 root", "until until IN 4 case",
                               "Friday Friday NNP 2 obl", NULL};
  const char *const had[] = {"They they PRP 3 nsubj",   "had have AUX 3 aux",
                             "waited wait VBN 0 root",  "until until IN 5 case",
                             "Friday Friday NNP 3 obl", NULL};
  assert_int_equal(tense_of(until), RO_TENSE_FUTURE);
  assert_int_equal(tense_of(had), RO_TENSE_PAST);
}

static void by_looks_back_where_it_is_over(void **state) {
  (void)state;
  const char *const freed[] = {"Three three NNS 3 nsubj:pass", "were be AUX 3 aux:pass",
                               "freed free VBN 0 root",        "by by IN 5 case",
                               "Friday Friday NNP 3 obl",      NULL};
  const char *const before[] = {"By by IN 2 case", "Friday Friday NNP 4 obl",
                                "ports port NNS 4 nsubj", "reopened reopen VBD 0 root", NULL};
  const char *const asked[] = {"They they PRP 2 nsubj",   "demanded demand VBD 0 root",
                               "it it PRP 2 obj",         "by by IN 5 case",
                               "Friday Friday NNP 2 obl", NULL};
  assert_int_equal(tense_of(freed), RO_TENSE_PAST);
  assert_int_equal(tense_of(before), RO_TENSE_PAST);
  assert_int_equal(tense_of(asked), RO_TENSE_FUTURE);
}

static void until_looks_back_from_what_lasted(void **state) {
  (void)state;
  const char *const lasted[] = {"Talks talk NNS 2 nsubj", "lasted last VBD 0 root",
                                "until until IN 4 case", "Friday Friday NNP 2 obl", NULL};
  const char *const closed[] = {"Ports port NNS 3 nsubj:pass", "were be AUX 3 aux:pass",
                                "closed close VBN 0 root",     "until until IN 5 case",
                                "Friday Friday NNP 3 obl",     NULL};
  assert_int_equal(tense_of(lasted), RO_TENSE_PAST);
  assert_int_equal(tense_of(closed), RO_TENSE_FUTURE);
}

static void what_is_prolonged_ends_later(void **state) {
  (void)state;
  const char *const words[] = {"They they PRP 2 nsubj",   "extended extend VBD 0 root",
                               "it it PRP 2 obj",         "to to IN 5 case",
                               "Friday Friday NNP 2 obl", NULL};
  assert_int_equal(tense_of(words), RO_TENSE_FUTURE);
}

static void as_of_looks_back_unless_the_verb_looks_ahead(void **state) {
  (void)state;
  const char *const now[] = {"As as IN 3 case",         "of of IN 1 fixed",
                             "Friday Friday NNP 5 obl", "three three NNS 5 nsubj",
                             "lack lack VBP 0 root",    NULL};
  const char *const will[] = {"As as IN 3 case",
                              "of of IN 1 fixed",
                              "Friday Friday NNP 6 obl",
                              "ports port NNS 6 nsubj",
                              "will will MD 6 aux",
                              "close close VB 0 root",
                              NULL};
  assert_int_equal(tense_of(now), RO_TENSE_PAST);
  assert_int_equal(tense_of(will), RO_TENSE_FUTURE);
}

static void a_subject_can_negate(void **state) {
  (void)state;
  const char *const words[] = {"Nobody nobody NN 4 nsubj:pass",
                               "could could MD 4 aux",
                               "be be AUX 4 aux:pass",
                               "reached reach VBN 0 root",
                               "there there RB 4 advmod",
                               "Friday Friday NNP 4 obl:unmarked",
                               NULL};
  assert_int_equal(tense_of(words), RO_TENSE_PAST);
}

static void what_goes_as_planned_is_not_ahead(void **state) {
  (void)state;
  const char *const words[] = {"They they PRP 2 nsubj",
                               "left leave VBD 0 root",
                               "as as IN 4 mark",
                               "planned plan VBN 2 advcl",
                               "Friday Friday NNP 2 obl:unmarked",
                               NULL};
  assert_int_equal(tense_of(words), RO_TENSE_PAST);
}

static void who_is_to_do_something_will(void **state) {
  (void)state;
  const char *const words[] = {"It it PRP 2 nsubj",
                               "said say VBD 0 root",
                               "envoys envoy NNS 7 nsubj:pass",
                               "are be AUX 7 aux",
                               "to to TO 7 mark",
                               "be be AUX 7 aux:pass",
                               "heard hear VBN 2 ccomp",
                               "on on IN 9 case",
                               "Friday Friday NNP 7 obl",
                               NULL};
  assert_int_equal(tense_of(words), RO_TENSE_FUTURE);
}

static void a_present_tense_dates_no_noun_of_what_is_over(void **state) {
  (void)state;
  const char *const tweet[] = {"Tweets tweet NNS 4 nsubj", "on on IN 3 case",
                               "Friday Friday NNP 1 nmod", "anger anger VBP 0 root",
                               "Kyiv Kyiv NNP 4 obj",      NULL};
  const char *const talks[] = {"Talks talk NNS 4 nsubj",   "on on IN 3 case",
                               "Friday Friday NNP 1 nmod", "decide decide VBP 0 root",
                               "it it PRP 4 obj",          NULL};
  const char *const follows[] = {"It it PRP 2 nsubj",
                                 "follows follow VBZ 0 root",
                                 "a a DT 4 det",
                                 "visit visit NN 2 obj",
                                 "on on IN 6 case",
                                 "Friday Friday NNP 4 nmod",
                                 NULL};
  assert_int_equal(tense_of(follows), RO_TENSE_UNKNOWN);
  assert_int_equal(tense_of(tweet), RO_TENSE_UNKNOWN);
  assert_int_equal(tense_of(talks), RO_TENSE_FUTURE);
}

static void a_possessive_takes_no_tense_from_the_verb(void **state) {
  (void)state;
  const char *const words[] = {"Envoys envoy NNS 3 nsubj",
                               "will will MD 3 aux",
                               "study study VB 0 root",
                               "Friday Friday NNP 6 nmod:poss",
                               "'s 's POS 4 case",
                               "attack attack NN 3 obj",
                               NULL};
  assert_int_equal(tense_of(words), RO_TENSE_UNKNOWN);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_auxiliary_of_the_verb_above_decides),
      cmocka_unit_test(an_infinitive_looks_where_its_governor_looks),
      cmocka_unit_test(a_participle_before_the_day_decides),
      cmocka_unit_test(a_plan_looks_ahead_unless_it_came_to_nothing),
      cmocka_unit_test(what_is_arranged_for_a_day_is_to_come),
      cmocka_unit_test(could_looks_ahead_unless_negated),
      cmocka_unit_test(until_looks_ahead_but_not_from_a_past_perfect),
      cmocka_unit_test(by_looks_back_where_it_is_over),
      cmocka_unit_test(until_looks_back_from_what_lasted),
      cmocka_unit_test(what_is_prolonged_ends_later),
      cmocka_unit_test(as_of_looks_back_unless_the_verb_looks_ahead),
      cmocka_unit_test(a_subject_can_negate),
      cmocka_unit_test(what_goes_as_planned_is_not_ahead),
      cmocka_unit_test(who_is_to_do_something_will),
      cmocka_unit_test(a_present_tense_dates_no_noun_of_what_is_over),
      cmocka_unit_test(a_possessive_takes_no_tense_from_the_verb),
  };
  return cmocka_run_group_tests(tests, load_rules, free_rules);
}
