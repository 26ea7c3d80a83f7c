/* The ledger says the same whatever the order in which reports come in, and what it says as of a
 * day does not change when later reports are added. */
#include "unit_test.h"

#include "ledger_fixture.h"

enum { REPORTS = 90, RECORDS = 3, DAYS = 90 };

static uint32_t next_random(uint32_t *seed) {
  *seed = *seed * 1664525U + 1013904223U;
  return *seed >> 16;
}

typedef struct report_archive {
  telling tellings[REPORTS * RECORDS];
  ro_arena *arena;
} report_archive;

static const char *pick(uint32_t *seed, const char *const *words, uint32_t count) {
  return words[next_random(seed) % count];
}

static const char *day_after(ro_arena *arena, ro_day day, uint32_t days) {
  char buffer[RO_INTERVAL_SIZE];
  ro_day there = day + (ro_day)days;
  return ro_arena_copy_string(arena, ro_interval_print((ro_interval){there, there}, buffer));
}

/* Parties that demand, refuse, promise, deliver and meet at random over the same few matters, so
 * that the same matter comes up again and again and windows overflow. */
static void make_record(report_archive *archive, uint32_t *seed, telling *told, const char *report,
                        ro_day day) {
  static const char *const parties[] = {"NOR", "ISL", "DNK"};
  static const char *const matters[] = {"the capelin quota",     "the logs of the patrol ships",
                                        "the arrested trawlers", "the catch data",
                                        "the Bergen hatchery",   "the herring ban"};
  static const ro_act acts[] = {RO_ACT_DEMAND,   RO_ACT_REFUSAL, RO_ACT_PROMISE, RO_ACT_DELIVERY,
                                RO_ACT_MEETING,  RO_ACT_MEETING, RO_ACT_DENIAL,  RO_ACT_CONDITION,
                                RO_ACT_PRESSURE, RO_ACT_PROMISE};
  static const ro_record_status statuses[RO_ACT_COUNT] = {
      [RO_ACT_DELIVERY] = RO_STATUS_DONE, [RO_ACT_PROMISE] = RO_STATUS_PENDING};
  static const ro_record_status meetings[] = {RO_STATUS_SCHEDULED, RO_STATUS_HELD,
                                              RO_STATUS_PROPOSED, RO_STATUS_POSTPONED};
  ro_act act = acts[next_random(seed) % (sizeof acts / sizeof *acts)];
  const char *who = pick(seed, parties, 3), *whom = pick(seed, parties, 3);
  bool meeting = act == RO_ACT_MEETING, dated = next_random(seed) % 3 > 0;
  *told = (telling){
      .report = report,
      .published = day_after(archive->arena, day, 0),
      .act = act,
      .status = meeting ? meetings[next_random(seed) % 4] : statuses[act],
      .who = meeting ? ro_arena_print(archive->arena, "%s,%s", who, whom) : who,
      .whom = meeting ? "" : whom,
      .when = !dated    ? NULL
              : meeting ? day_after(archive->arena, day, next_random(seed) % 9)
                        : day_after(archive->arena, day - 6, next_random(seed) % 6),
      .due = act == RO_ACT_PROMISE && dated ? day_after(archive->arena, day, 5) : NULL,
      .sentence = ro_arena_print(archive->arena, "It was about %s and %s, number %u.",
                                 pick(seed, matters, 6), pick(seed, matters, 6), next_random(seed)),
  };
}

static void make_archive(report_archive *archive, uint32_t seed) {
  archive->arena = ro_arena_create();
  ro_day start = ro_day_parse("2023-01-01");
  for (uint32_t i = 0; i < REPORTS; i++) {
    const char *report = ro_arena_print(archive->arena, "report-%u", i);
    ro_day day = start + (ro_day)(next_random(&seed) % DAYS);
    for (uint32_t k = 0; k < RECORDS; k++)
      make_record(archive, &seed, &archive->tellings[i * RECORDS + k], report, day);
  }
}

static void shuffle(report_archive *archive, uint32_t seed) {
  for (uint32_t i = REPORTS - 1; i > 0; i--) {
    uint32_t k = next_random(&seed) % (i + 1);
    for (uint32_t r = 0; r < RECORDS; r++) {
      telling swapped = archive->tellings[i * RECORDS + r];
      archive->tellings[i * RECORDS + r] = archive->tellings[k * RECORDS + r];
      archive->tellings[k * RECORDS + r] = swapped;
    }
  }
}

static const char *const days[] = {"2023-01-20", "2023-02-14", "2023-03-31", "2023-06-30"};

static void any_order_of_adding_gives_the_same_ledger(void **state) {
  (void)state;
  report_archive archive;
  make_archive(&archive, 2);
  ro_ledger *first = ledger_in_batches(archive.tellings, REPORTS * RECORDS, 30);
  assert_true(how_many(first, days[3], RO_ASK_EVERYTHING) > 20);
  for (uint32_t round = 0; round < 3; round++) {
    shuffle(&archive, 7 + round);
    ro_ledger *shuffled = ledger_in_batches(archive.tellings, REPORTS * RECORDS, 4 + 7 * round);
    for (int i = 0; i < 4; i++) {
      char *one = print_answer(first, days[i]), *other = print_answer(shuffled, days[i]);
      assert_string_equal(one, other);
      free(one);
      free(other);
    }
    ro_ledger_free(shuffled);
  }
  ro_ledger_free(first);
  ro_arena_free(archive.arena);
}

static int by_publication(const void *a, const void *b) {
  const telling *x = a, *y = b;
  int order = strcmp(x->published, y->published);
  return order ? order : strcmp(x->report, y->report);
}

static void later_reports_do_not_change_what_was_known_before(void **state) {
  (void)state;
  report_archive archive;
  make_archive(&archive, 2);
  /* all records of a report have one day, so that sorting keeps them together */
  qsort(archive.tellings, REPORTS * RECORDS, sizeof(telling), by_publication);
  size_t known = 0;
  while (known < REPORTS * RECORDS && strcmp(archive.tellings[known].published, days[1]) <= 0)
    known++;
  assert_true(known > 30 && known < REPORTS * RECORDS);
  ro_ledger *then = ledger_in_batches(archive.tellings, known, 10);
  ro_ledger *now = ledger_in_batches(archive.tellings, REPORTS * RECORDS, 15);
  char *said_then = print_answer(then, days[1]), *said_now = print_answer(now, days[1]);
  assert_string_equal(said_then, said_now);
  free(said_then);
  free(said_now);
  ro_ledger_free(then);
  ro_ledger_free(now);
  ro_arena_free(archive.arena);
}

static const ro_item *item_of(const ro_answer *answer, const char *id) {
  size_t count;
  const ro_item *items = ro_answer_items(answer, &count);
  for (size_t i = 0; i < count; i++)
    if (strcmp(items[i].id, id) == 0) return &items[i];
  return NULL;
}

static bool differs(const ro_item *before, const ro_item *after) {
  return !before || before->state != after->state || before->due.last != after->due.last ||
         before->entry_count != after->entry_count;
}

static void what_differs_between_two_days_was_touched_in_between(void **state) {
  (void)state;
  report_archive archive;
  make_archive(&archive, 3);
  ro_ledger *ledger = ledger_in_batches(archive.tellings, REPORTS * RECORDS, 30);
  ro_question question = RO_QUESTION_EVERYTHING;
  question.as_of = question.touched_last = ro_day_parse(days[1]);
  question.touched_first = ro_day_parse(days[0]) + 1;
  ro_answer *before = ask(ledger, days[0], RO_ASK_EVERYTHING), *touched;
  ro_answer *after = ask(ledger, days[1], RO_ASK_EVERYTHING);
  ro_error error;
  size_t count, touched_count, different = 0;
  assert_int_equal(ro_ledger_ask(&touched, ledger, &question, &error), RO_OK);
  const ro_item *items = ro_answer_items(after, &count);
  ro_answer_items(touched, &touched_count);
  for (size_t i = 0; i < count; i++) {
    if (!differs(item_of(before, items[i].id), &items[i])) continue;
    different++;
    assert_non_null(item_of(touched, items[i].id));
  }
  assert_true(different > 10 && touched_count < count);
  ro_answer_free(before);
  ro_answer_free(after);
  ro_answer_free(touched);
  ro_ledger_free(ledger);
  ro_arena_free(archive.arena);
}

static void items_come_one_by_one_in_the_order_of_the_answer(void **state) {
  (void)state;
  report_archive archive;
  make_archive(&archive, 4);
  ro_ledger *ledger = ledger_in_batches(archive.tellings, REPORTS * RECORDS, 7);
  for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
    char *whole = print_answer(ledger, days[i]), *each = print_each(ledger, days[i]);
    assert_string_equal(whole, each);
    free(whole);
    free(each);
  }
  ro_ledger_free(ledger);
  ro_arena_free(archive.arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(any_order_of_adding_gives_the_same_ledger),
      cmocka_unit_test(later_reports_do_not_change_what_was_known_before),
      cmocka_unit_test(what_differs_between_two_days_was_touched_in_between),
      cmocka_unit_test(items_come_one_by_one_in_the_order_of_the_answer),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
