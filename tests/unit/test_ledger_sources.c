/* How many reports tell of an item, and how many of them do so on their own. */
#include "unit_test.h"

#include "ledger_fixture.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

static const char promised[] = "Norway has promised to hand over its catch data to Iceland.";
static const char pledged[] = "Oslo pledged on Tuesday that Iceland would get the catch data.";
static const char in_full[] =
    "Norway has promised to hand over its catch data to Iceland by the middle of March, the two "
    "countries said after four hours of talks between their foreign ministers in Torshavn.";
static const char cut[] =
    "Norway has promised to hand over its catch data to Iceland by the middle of March, the two "
    "countries said after four hours of talks between their foreign ministers.";

static telling promise_of(const char *report, const char *sentence, const char *publisher,
                          const char *credit) {
  return (telling){.report = report,
                   .published = "2023-03-08",
                   .act = RO_ACT_PROMISE,
                   .status = RO_STATUS_PENDING,
                   .who = "NOR",
                   .whom = "ISL",
                   .sentence = sentence,
                   .publisher = publisher,
                   .credit = credit};
}

static void expect(const telling *tellings, size_t count, uint32_t reports, uint32_t independent) {
  size_t item_count;
  ro_ledger *ledger = ledger_of(tellings, count);
  ro_answer *answer = ask(ledger, "2023-03-31", RO_ASK_EVERYTHING);
  const ro_item *items = ro_answer_items(answer, &item_count);
  assert_int_equal(item_count, 1);
  assert_int_equal(items[0].report_count, reports);
  assert_int_equal(items[0].independent_count, independent);
  ro_answer_free(answer);
  ro_ledger_free(ledger);
}

static void two_papers_with_their_own_words_are_independent(void **state) {
  (void)state;
  const telling tellings[] = {promise_of("a", promised, "Harbour Post", NULL),
                              promise_of("b", pledged, "Fjord Tribune", NULL)};
  expect(tellings, COUNT(tellings), 2, 2);
}

static void two_reports_of_one_paper_are_not(void **state) {
  (void)state;
  const telling tellings[] = {promise_of("a", promised, "Harbour Post", NULL),
                              promise_of("b", pledged, "Harbour Post", NULL)};
  expect(tellings, COUNT(tellings), 2, 1);
}

static void a_paper_that_credits_an_agency_is_not_independent_of_it(void **state) {
  (void)state;
  const telling tellings[] = {promise_of("a", promised, "Nordlys", NULL),
                              promise_of("b", pledged, "Fjord Tribune", "Nordlys"),
                              promise_of("c", pledged, "Coast Radio", NULL)};
  expect(tellings, COUNT(tellings), 3, 1); /* c prints the words of b */
}

static void a_shortened_copy_is_not_independent(void **state) {
  (void)state;
  const telling tellings[] = {promise_of("a", in_full, "Harbour Post", NULL),
                              promise_of("b", cut, "Fjord Tribune", NULL)};
  expect(tellings, COUNT(tellings), 2, 1);
}

/* A hundred papers print two agency texts between them: more than a brief reads whole. */
static void a_brief_tells_of_many_reports_how_many_are_independent(void **state) {
  (void)state;
  enum { REPORTS = 100, TEXTS = 2 };
  static char ids[REPORTS][8];
  telling tellings[REPORTS];
  for (int i = 0; i < REPORTS; i++) {
    snprintf(ids[i], sizeof ids[i], "r%02d", i);
    tellings[i] = promise_of(ids[i], i % TEXTS ? promised : pledged, ids[i], NULL);
  }
  ro_ledger *ledger = ledger_of(tellings, REPORTS);
  ro_question question = RO_QUESTION_EVERYTHING;
  question.brief = true;
  ro_answer *answer;
  ro_error error;
  size_t count;
  assert_int_equal(ro_ledger_ask(&answer, ledger, &question, &error), RO_OK);
  const ro_item *items = ro_answer_items(answer, &count);
  assert_int_equal(count, 1);
  assert_true(items[0].entry_count < REPORTS);
  assert_int_equal(items[0].report_count, REPORTS);
  assert_int_equal(items[0].independent_count, TEXTS);
  ro_answer_free(answer);
  ro_ledger_free(ledger);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(two_papers_with_their_own_words_are_independent),
      cmocka_unit_test(two_reports_of_one_paper_are_not),
      cmocka_unit_test(a_paper_that_credits_an_agency_is_not_independent_of_it),
      cmocka_unit_test(a_shortened_copy_is_not_independent),
      cmocka_unit_test(a_brief_tells_of_many_reports_how_many_are_independent),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
