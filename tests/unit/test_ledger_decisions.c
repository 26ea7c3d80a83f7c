/* What a person decides on a record holds for every question and is shown. */
#include "unit_test.h"

#include "ledger_fixture.h"

static const telling tellings[] = {
    {"a", "2023-03-08", RO_ACT_PROMISE, RO_STATUS_PENDING, "NOR", "ISL", "2023-03-07", "2023-03-15",
     "Norway has promised to hand over its catch data by 15 March."},
    {"b", "2023-03-12", RO_ACT_PROMISE, RO_STATUS_PENDING, "NOR", "ISL", NULL, NULL,
     "Oslo repeated its pledge to deliver the catch data."},
};

typedef struct reviewed_ledger {
  ro_ledger *ledger;
  ro_decision decision;
  char path[32];
} reviewed_ledger;

/* Opens the ledger of the tellings, ready for a decision on record `index` of its only item. */
static reviewed_ledger review(uint32_t index) {
  reviewed_ledger work = {.ledger = ledger_of(tellings, 2), .path = "readout-review-XXXXXX"};
  ro_error error;
  size_t count;
  int file = mkstemp(work.path);
  assert_true(file >= 0);
  close(file);
  unlink(work.path);
  ro_answer *answer = ask(work.ledger, "2023-03-20", RO_ASK_EVERYTHING);
  const ro_item *items = ro_answer_items(answer, &count);
  assert_int_equal(count, 1);
  assert_int_equal(
      ro_ledger_name_record(work.ledger, items[0].entries[index].id, &work.decision, &error),
      RO_OK);
  ro_answer_free(answer);
  work.decision.by = "Ana";
  work.decision.on = ro_day_parse("2023-04-01");
  return work;
}

static void decide(reviewed_ledger *work, ro_verdict verdict, const char *corrections) {
  ro_error error;
  work->decision.verdict = verdict;
  work->decision.corrections = corrections;
  assert_int_equal(ro_decision_write(work->path, &work->decision, &error), RO_OK);
  assert_int_equal(ro_ledger_read_decisions(work->ledger, work->path, &error), RO_OK);
}

static void finish(reviewed_ledger *work) {
  unlink(work->path);
  ro_ledger_free(work->ledger);
}

static void a_rejected_record_counts_for_nothing(void **state) {
  (void)state;
  reviewed_ledger work = review(0);
  assert_int_equal(how_many(work.ledger, "2023-03-20", RO_ASK_OVERDUE_PROMISES), 1);
  decide(&work, RO_VERDICT_REJECT, NULL);
  assert_int_equal(how_many(work.ledger, "2023-03-20", RO_ASK_OVERDUE_PROMISES), 0);
  assert_int_equal(how_many(work.ledger, "2023-03-20", RO_ASK_OPEN_PROMISES), 1);
  finish(&work);
}

static void a_corrected_day_counts_and_is_shown_as_corrected(void **state) {
  (void)state;
  reviewed_ledger work = review(0);
  size_t count;
  decide(&work, RO_VERDICT_CORRECT, "due=2023-03-25");
  ro_answer *answer = ask(work.ledger, "2023-03-20", RO_ASK_OPEN_PROMISES);
  const ro_item *items = ro_answer_items(answer, &count);
  assert_int_equal(count, 1);
  assert_int_equal(items[0].due.last, ro_day_parse("2023-03-25"));
  assert_string_equal(items[0].entries[0].decision, "corrected");
  assert_string_equal(items[0].entries[0].decided_by, "Ana");
  assert_null(items[0].entries[1].decision);
  ro_answer_free(answer);
  finish(&work);
}

static void a_detached_record_makes_an_item_of_its_own(void **state) {
  (void)state;
  reviewed_ledger work = review(1);
  assert_int_equal(how_many(work.ledger, "2023-03-13", RO_ASK_OPEN_PROMISES), 1);
  decide(&work, RO_VERDICT_DETACH, NULL);
  assert_int_equal(how_many(work.ledger, "2023-03-13", RO_ASK_OPEN_PROMISES), 2);
  finish(&work);
}

static void the_latest_decision_holds(void **state) {
  (void)state;
  reviewed_ledger work = review(0);
  decide(&work, RO_VERDICT_REJECT, NULL);
  decide(&work, RO_VERDICT_ACCEPT, NULL);
  assert_int_equal(how_many(work.ledger, "2023-03-20", RO_ASK_OVERDUE_PROMISES), 1);
  work.decision.on = ro_day_parse("2023-03-30"); /* decided earlier, joined later */
  decide(&work, RO_VERDICT_REJECT, NULL);
  assert_int_equal(how_many(work.ledger, "2023-03-20", RO_ASK_OVERDUE_PROMISES), 1);
  finish(&work);
}

static void a_decision_finds_its_record_where_the_id_has_changed(void **state) {
  (void)state;
  reviewed_ledger work = review(0);
  work.decision.record = "0123456789abcdef"; /* as an older engine named it */
  work.decision.start += 5;
  decide(&work, RO_VERDICT_REJECT, NULL);
  assert_int_equal(how_many(work.ledger, "2023-03-20", RO_ASK_OVERDUE_PROMISES), 0);
  finish(&work);
}

static void what_makes_no_sense_is_told_with_its_line(void **state) {
  (void)state;
  reviewed_ledger work = review(0);
  ro_error error;
  FILE *file = fopen(work.path, "w");
  assert_non_null(file);
  fputs("# decisions\nabc\tadmire\n", file);
  fclose(file);
  assert_int_equal(ro_ledger_read_decisions(work.ledger, work.path, &error), RO_ERROR_FORMAT);
  assert_int_equal(error.line, 2);
  assert_non_null(strstr(error.message, "admire"));
  finish(&work);
}

static void items_come_one_by_one_as_decided(void **state) {
  (void)state;
  static const struct {
    ro_verdict verdict;
    const char *corrections;
  } decided[] = {{RO_VERDICT_REJECT, NULL},
                 {RO_VERDICT_DETACH, NULL},
                 {RO_VERDICT_CORRECT, "when=2023-03-01;due=2023-05-01;whom=SWE"}};
  for (size_t i = 0; i < sizeof decided / sizeof *decided; i++) {
    reviewed_ledger work = review(1);
    decide(&work, decided[i].verdict, decided[i].corrections);
    char *whole = print_answer(work.ledger, "2023-03-20");
    char *each = print_each(work.ledger, "2023-03-20");
    assert_string_equal(whole, each);
    assert_true(*whole);
    free(whole);
    free(each);
    finish(&work);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_rejected_record_counts_for_nothing),
      cmocka_unit_test(a_corrected_day_counts_and_is_shown_as_corrected),
      cmocka_unit_test(a_detached_record_makes_an_item_of_its_own),
      cmocka_unit_test(the_latest_decision_holds),
      cmocka_unit_test(a_decision_finds_its_record_where_the_id_has_changed),
      cmocka_unit_test(what_makes_no_sense_is_told_with_its_line),
      cmocka_unit_test(items_come_one_by_one_as_decided),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
