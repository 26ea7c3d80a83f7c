/* Parties and matters that a sentence leaves out and its report, or the ledger, tells. */
#include "unit_test.h"

#include "ledger_fixture.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

static void a_promise_to_nobody_is_made_to_the_one_its_maker_deals_with(void **state) {
  (void)state;
  static const telling report[] = {
      {"a", "2023-03-10", RO_ACT_DEMAND, RO_STATUS_MADE, "EU", "DNK", "2023-03-10", NULL,
       "The European Union asked Denmark for its landing figures."},
      {"a", "2023-03-10", RO_ACT_PROMISE, RO_STATUS_PENDING, "NOR:Dahl", "", "2023-03-10", NULL,
       "The patrol ships would stay in port, Dahl said."},
      {"a", "2023-03-10", RO_ACT_DEMAND, RO_STATUS_MADE, "ISL", "NOR", "2023-03-10", NULL,
       "Iceland wants the capelin quota cut by a third."},
  };
  ro_ledger *ledger = ledger_of(report, COUNT(report));
  size_t count;
  ro_answer *answer = ask(ledger, "2023-03-10", RO_ASK_OPEN_PROMISES);
  const ro_item *items = ro_answer_items(answer, &count);
  assert_int_equal(count, 1);
  assert_int_equal(items[0].whom.count, 1);
  assert_string_equal(items[0].whom.items[0], "ISL");
  assert_true(items[0].whom_from_context);
  assert_int_equal(items[0].entries[0].whom.count, 0);
  ro_answer_free(answer);
  ro_ledger_free(ledger);
}

static void of_two_in_the_report_the_one_dealt_with_most_before_is_addressed(void **state) {
  (void)state;
  static const telling reports[] = {
      {"a", "2023-03-01", RO_ACT_DEMAND, RO_STATUS_MADE, "NOR", "ISL", "2023-03-01", NULL,
       "Norway asked Iceland for the logs."},
      {"b", "2023-03-02", RO_ACT_REFUSAL, RO_STATUS_MADE, "ISL", "NOR", "2023-03-02", NULL,
       "Iceland turned Norway down."},
      {"c", "2023-03-10", RO_ACT_MEETING, RO_STATUS_HELD, "EU:Berg,NOR:Dahl,ISL:Arnadottir", "",
       "2023-03-10", NULL, "Berg had Dahl and Arnadottir at one table."},
      {"c", "2023-03-10", RO_ACT_PROMISE, RO_STATUS_PENDING, "NOR", "", "2023-03-10", NULL,
       "The trawlers would be released, Oslo said."},
  };
  ro_ledger *ledger = ledger_of(reports, COUNT(reports));
  size_t count;
  ro_answer *answer = ask(ledger, "2023-03-10", RO_ASK_OPEN_PROMISES);
  const ro_item *items = ro_answer_items(answer, &count);
  assert_int_equal(count, 1);
  assert_int_equal(items[0].whom.count, 1);
  assert_string_equal(items[0].whom.items[0], "ISL");
  ro_answer_free(answer);
  ro_ledger_free(ledger);
}

static void a_person_who_meets_alone_met_the_parties_of_the_report(void **state) {
  (void)state;
  static const telling report[] = {
      {"a", "2023-03-10", RO_ACT_PROMISE, RO_STATUS_PENDING, "NOR,ISL", "", "2023-03-10", NULL,
       "Norway and Iceland agreed to go on with the count."},
      {"a", "2023-03-10", RO_ACT_MEETING, RO_STATUS_HELD, "EU:Berg", "", "2023-03-10", NULL,
       "The closing session was chaired by Berg."},
      {"a", "2023-03-10", RO_ACT_DEMAND, RO_STATUS_MADE, "NOR", "ISL", "2023-03-10", NULL,
       "Norway asked Iceland for the logs."},
      {"b", "2023-03-11", RO_ACT_MEETING, RO_STATUS_HELD, "DNK:Holm", "", "2023-03-11", NULL,
       "Holm spoke at a conference."},
  };
  ro_ledger *ledger = ledger_of(report, COUNT(report));
  size_t count;
  ro_answer *answer = ask(ledger, "2023-03-11", RO_ASK_MEETINGS_HELD);
  const ro_item *items = ro_answer_items(answer, &count);
  assert_int_equal(count, 2);
  assert_int_equal(items[0].who.count, 3);
  assert_string_equal(items[0].who.items[0], "EU:Berg");
  assert_true(items[0].who_from_context);
  assert_int_equal(items[1].who.count, 1);
  assert_false(items[1].who_from_context);
  ro_answer_free(answer);
  ro_ledger_free(ledger);
}

static void who_rejects_the_statement_of_a_side_refuses_what_it_demands(void **state) {
  (void)state;
  static const telling report[] = {
      {"a", "2023-03-10", RO_ACT_DEMAND, RO_STATUS_MADE, "NOR", "ISL", "2023-03-10", NULL,
       "The logs of the patrol ships should be opened before the season, Norway wrote."},
      {"a", "2023-03-10", RO_ACT_DEMAND, RO_STATUS_MADE, "DNK", "ISL", "2023-03-10", NULL,
       "Denmark urged Iceland to release the arrested fishermen."},
      {"a", "2023-03-10", RO_ACT_ACCUSATION, RO_STATUS_MADE, "ISL", "NOR", "2023-03-10", NULL,
       "Iceland found harsh words."},
      {"a", "2023-03-10", RO_ACT_REFUSAL, RO_STATUS_MADE, "ISL", "NOR", "2023-03-10", NULL,
       "Reykjavik rejected the Norwegian foreign ministry's statement as an insult."},
  };
  ro_ledger *ledger = ledger_of(report, COUNT(report));
  size_t count;
  ro_answer *answer = ask(ledger, "2023-03-10", RO_ASK_REFUSED_DEMANDS);
  const ro_item *items = ro_answer_items(answer, &count);
  assert_int_equal(count, 1);
  assert_string_equal(items[0].who.items[0], "NOR");
  ro_answer_free(answer);
  assert_int_equal(how_many(ledger, "2023-03-10", RO_ASK_OPEN_DEMANDS), 1);
  ro_ledger_free(ledger);
}

static void a_matter_without_an_addressee_is_another_one_a_year_later(void **state) {
  (void)state;
  static const telling reports[] = {
      {"a", "2022-03-10", RO_ACT_DEMAND, RO_STATUS_MADE, "NOR", "", "2022-03-10", NULL,
       "Norway called for an end of the fishing ban."},
      {"b", "2022-06-10", RO_ACT_DEMAND, RO_STATUS_MADE, "NOR", "", "2022-06-10", NULL,
       "Norway repeated its call for an end of the fishing ban."},
      {"c", "2023-04-10", RO_ACT_DEMAND, RO_STATUS_MADE, "NOR", "CAN", "2023-04-10", NULL,
       "Norway called for an end of the fishing ban off Newfoundland."},
      {"d", "2023-05-10", RO_ACT_REFUSAL, RO_STATUS_MADE, "CAN", "", "2023-05-10", NULL,
       "Canada will not end the fishing ban."},
  };
  ro_ledger *ledger = ledger_of(reports, COUNT(reports));
  size_t count;
  ro_answer *answer = ask(ledger, "2023-05-10", RO_ASK_EVERYTHING);
  const ro_item *items = ro_answer_items(answer, &count);
  assert_int_equal(count, 2);
  assert_int_equal(items[0].report_count, 2);
  assert_int_equal(items[0].state, RO_ITEM_OPEN);
  assert_int_equal(items[1].state, RO_ITEM_REFUSED);
  ro_answer_free(answer);
  ro_ledger_free(ledger);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_promise_to_nobody_is_made_to_the_one_its_maker_deals_with),
      cmocka_unit_test(of_two_in_the_report_the_one_dealt_with_most_before_is_addressed),
      cmocka_unit_test(a_person_who_meets_alone_met_the_parties_of_the_report),
      cmocka_unit_test(a_matter_without_an_addressee_is_another_one_a_year_later),
      cmocka_unit_test(who_rejects_the_statement_of_a_side_refuses_what_it_demands),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
