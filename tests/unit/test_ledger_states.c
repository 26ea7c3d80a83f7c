/* What becomes of demands, promises and meetings as one report follows another. */
#include "unit_test.h"

#include "ledger_fixture.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

static const telling promise[] = {
    {"a", "2023-03-08", RO_ACT_PROMISE, RO_STATUS_PENDING, "NOR:Dahl", "ISL", "2023-03-07",
     "2023-03-15", "Norway has promised to hand over its catch data to Iceland by 15 March."},
    {"b", "2023-03-10", RO_ACT_PROMISE, RO_STATUS_PENDING, "NOR", "ISL", NULL, "2023-03-15",
     "Oslo pledged to deliver the catch data by the middle of the month."},
    {"c", "2023-03-21", RO_ACT_DELIVERY, RO_STATUS_DONE, "NOR", "ISL", "2023-03-20", NULL,
     "Norway handed over its catch data on Monday, five days late."},
};

static void a_promise_is_pending_until_it_is_due_and_kept_when_it_is_delivered(void **state) {
  (void)state;
  ro_ledger *ledger = ledger_of(promise, COUNT(promise));
  assert_string_equal(state_on(ledger, "2023-03-07"), "no item");
  assert_string_equal(state_on(ledger, "2023-03-15"), "pending");
  assert_string_equal(state_on(ledger, "2023-03-16"), "overdue");
  assert_string_equal(state_on(ledger, "2023-03-20"), "overdue"); /* not yet reported */
  assert_string_equal(state_on(ledger, "2023-03-21"), "kept");
  ro_ledger_free(ledger);
}

static void two_reports_of_one_promise_make_one_item(void **state) {
  (void)state;
  ro_ledger *ledger = ledger_of(promise, COUNT(promise));
  size_t count;
  ro_answer *answer = ask(ledger, "2023-03-11", RO_ASK_OPEN_PROMISES);
  const ro_item *items = ro_answer_items(answer, &count);
  assert_int_equal(count, 1);
  assert_int_equal(items[0].report_count, 2);
  assert_int_equal(items[0].independent_count, 2);
  assert_string_equal(items[0].who.items[0], "NOR");
  assert_int_equal(items[0].since, ro_day_parse("2023-03-07"));
  assert_string_equal(items[0].entries[1].text, promise[1].sentence);
  ro_answer_free(answer);
  ro_ledger_free(ledger);
}

static void a_promise_to_go_on_is_not_kept_by_a_deed(void **state) {
  (void)state;
  static const telling fishing[] = {
      {"a", "2023-03-02", RO_ACT_PROMISE, RO_STATUS_PENDING, "NOR:Dahl", NULL, "2023-03-02", NULL,
       "We will go on fishing there."},
      {"b", "2023-03-08", RO_ACT_PROMISE, RO_STATUS_PENDING, "NOR", "ISL", "2023-03-07",
       "2023-03-15", "Norway has promised to hand over its catch data to Iceland by 15 March."},
      {"c", "2023-03-14", RO_ACT_DELIVERY, RO_STATUS_DONE, "NOR", "ISL", "2023-03-13", NULL,
       "Norway handed over its catch data to Iceland."},
  };
  ro_ledger *ledger = ledger_of(fishing, COUNT(fishing));
  size_t count;
  ro_answer *answer = ask(ledger, "2023-03-20", RO_ASK_OPEN_PROMISES);
  const ro_item *items = ro_answer_items(answer, &count);
  assert_int_equal(count, 1);
  assert_string_equal(items[0].entries[0].text, fishing[0].sentence);
  ro_answer_free(answer);
  ro_ledger_free(ledger);
}

static void a_demand_is_refused_by_its_addressee_and_opens_again_when_repeated(void **state) {
  (void)state;
  static const telling demand[] = {
      {"a", "2023-03-02", RO_ACT_DEMAND, RO_STATUS_MADE, "ISL", "NOR", "2023-03-02", NULL,
       "Iceland demanded that Norway cut its capelin quota by a third."},
      {"b", "2023-03-04", RO_ACT_REFUSAL, RO_STATUS_MADE, "NOR:Dahl", "ISL", "2023-03-04", NULL,
       "Dahl rejected the demand for a smaller quota."},
      {"c", "2023-03-21", RO_ACT_DEMAND, RO_STATUS_MADE, "ISL:Karlsson", "NOR", "2023-03-21", NULL,
       "Karlsson urged Norway once more to accept a capelin quota cut by a third."},
  };
  ro_ledger *ledger = ledger_of(demand, COUNT(demand));
  assert_string_equal(state_on(ledger, "2023-03-03"), "open");
  assert_string_equal(state_on(ledger, "2023-03-20"), "refused");
  assert_string_equal(state_on(ledger, "2023-03-21"), "open");
  ro_ledger_free(ledger);
}

static void a_refusal_by_a_bystander_leaves_the_demand_open(void **state) {
  (void)state;
  static const telling demand[] = {
      {"a", "2023-03-02", RO_ACT_DEMAND, RO_STATUS_MADE, "ISL", "NOR", "2023-03-02", NULL,
       "Iceland demanded that Norway cut its capelin quota by a third."},
      {"b", "2023-03-04", RO_ACT_REFUSAL, RO_STATUS_MADE, "DNK", "SWE", "2023-03-04", NULL,
       "Denmark refused to let Swedish herring boats into the Sound."},
  };
  ro_ledger *ledger = ledger_of(demand, COUNT(demand));
  assert_string_equal(state_on(ledger, "2023-03-05"), "open");
  ro_ledger_free(ledger);
}

static void a_demand_on_two_is_met_once_both_comply(void **state) {
  (void)state;
  static const telling demand[] = {
      {"a", "2023-03-02", RO_ACT_DEMAND, RO_STATUS_MADE, "EU", "NOR,ISL", "2023-03-02", NULL,
       "The European Union asked both to open the logs of their patrol ships."},
      {"b", "2023-03-05", RO_ACT_DELIVERY, RO_STATUS_DONE, "NOR", "EU", "2023-03-05", NULL,
       "Norway opened the logs of its patrol ships to the EU."},
      {"c", "2023-03-09", RO_ACT_DELIVERY, RO_STATUS_DONE, "ISL", "EU", "2023-03-09", NULL,
       "Iceland opened the logs of its patrol ships too."},
  };
  ro_ledger *ledger = ledger_of(demand, COUNT(demand));
  assert_string_equal(state_on(ledger, "2023-03-02"), "open");
  assert_string_equal(state_on(ledger, "2023-03-06"), "partly met");
  assert_string_equal(state_on(ledger, "2023-03-09"), "met");
  ro_ledger_free(ledger);
}

static void a_demand_that_is_only_planned_is_not_open_until_it_is_made(void **state) {
  (void)state;
  static const telling demand[] = {
      {"a", "2023-03-10", RO_ACT_DEMAND, RO_STATUS_PLANNED, "ISL", "EU", "2023-03-10", NULL,
       "Iceland will ask the EU tomorrow to send inspectors."},
      {"b", "2023-03-12", RO_ACT_DEMAND, RO_STATUS_MADE, "ISL", "EU", "2023-03-11", NULL,
       "Iceland asked the EU to send inspectors."},
  };
  ro_ledger *ledger = ledger_of(demand, COUNT(demand));
  assert_string_equal(state_on(ledger, "2023-03-11"), "no item");
  assert_string_equal(state_on(ledger, "2023-03-12"), "open");
  ro_ledger_free(ledger);
}

static void different_demands_of_one_party_stay_apart(void **state) {
  (void)state;
  static const telling demands[] = {
      {"a", "2023-03-02", RO_ACT_DEMAND, RO_STATUS_MADE, "ISL", "NOR", "2023-03-02", NULL,
       "Iceland demanded that Norway cut its capelin quota by a third."},
      {"a", "2023-03-02", RO_ACT_DEMAND, RO_STATUS_MADE, "ISL", "NOR", "2023-03-02", NULL,
       "It also wants the logs of the Norwegian patrol ships opened."},
      {"b", "2023-03-05", RO_ACT_DEMAND, RO_STATUS_MADE, "ISL", "NOR", "2023-03-05", NULL,
       "Norway must open its patrol logs, Reykjavik insisted."},
  };
  ro_ledger *ledger = ledger_of(demands, COUNT(demands));
  assert_int_equal(how_many(ledger, "2023-03-06", RO_ASK_OPEN_DEMANDS), 2);
  ro_ledger_free(ledger);
}

static const telling meetings[] = {
    {"a", "2023-03-02", RO_ACT_MEETING, RO_STATUS_SCHEDULED, "NOR:Dahl,ISL:Arnadottir", "",
     "2023-03-07", NULL, "Dahl will meet Arnadottir on Tuesday in Torshavn."},
    {"b", "2023-03-08", RO_ACT_MEETING, RO_STATUS_HELD, "NOR,ISL", "", "2023-03-07", NULL,
     "The two foreign ministers talked for four hours on Tuesday."},
    {"c", "2023-03-21", RO_ACT_MEETING, RO_STATUS_SCHEDULED, "NOR,ISL", "", "2023-03-28", NULL,
     "The two countries agreed to meet again in Bergen on 28 March."},
    {"d", "2023-03-27", RO_ACT_MEETING, RO_STATUS_POSTPONED, "NOR,ISL", "", "2023-04-04", NULL,
     "Norway and Iceland have postponed their meeting in Bergen to 4 April."},
};

static void a_meeting_is_ahead_until_its_day_and_held_once_told(void **state) {
  (void)state;
  ro_ledger *ledger = ledger_of(meetings, 2);
  assert_int_equal(how_many(ledger, "2023-03-07", RO_ASK_MEETINGS_AHEAD), 1);
  assert_int_equal(how_many(ledger, "2023-03-07", RO_ASK_MEETINGS_HELD), 0);
  assert_int_equal(how_many(ledger, "2023-03-08", RO_ASK_MEETINGS_AHEAD), 0);
  assert_int_equal(how_many(ledger, "2023-03-08", RO_ASK_MEETINGS_HELD), 1);
  ro_ledger_free(ledger);
}

static void a_meeting_put_off_to_another_day_is_scheduled_for_that_day(void **state) {
  (void)state;
  ro_ledger *ledger = ledger_of(meetings, COUNT(meetings));
  size_t count;
  ro_answer *answer = ask(ledger, "2023-03-30", RO_ASK_MEETINGS_AHEAD);
  const ro_item *items = ro_answer_items(answer, &count);
  assert_int_equal(count, 1);
  assert_int_equal(items[0].state, RO_ITEM_SCHEDULED);
  assert_int_equal(items[0].due.first, ro_day_parse("2023-04-04"));
  assert_int_equal(items[0].report_count, 2);
  ro_answer_free(answer);
  assert_int_equal(how_many(ledger, "2023-03-30", RO_ASK_MEETINGS_HELD), 1);
  assert_int_equal(how_many(ledger, "2023-04-05", RO_ASK_MEETINGS_AHEAD), 0);
  ro_ledger_free(ledger);
}

static void a_meeting_without_a_day_counts_as_ahead_for_thirty_days(void **state) {
  (void)state;
  static const telling talks[] = {
      {"a", "2023-03-10", RO_ACT_MEETING, RO_STATUS_PROPOSED, "EU,NOR,ISL", "", NULL, NULL,
       "The European Union offered to host a second round in Brussels."},
  };
  ro_ledger *ledger = ledger_of(talks, COUNT(talks));
  assert_int_equal(how_many(ledger, "2023-04-09", RO_ASK_MEETINGS_AHEAD), 1);
  assert_int_equal(how_many(ledger, "2023-04-10", RO_ASK_MEETINGS_AHEAD), 0);
  ro_ledger_free(ledger);
}

static void a_promise_that_somebody_denies_is_disputed(void **state) {
  (void)state;
  static const telling accounts[] = {
      {"a", "2023-03-10", RO_ACT_PROMISE, RO_STATUS_PENDING, "NOR", "ISL", "2023-03-10", NULL,
       "Norway has promised to stop fishing north of the 68th parallel, Iceland said."},
      {"a", "2023-03-10", RO_ACT_DENIAL, RO_STATUS_MADE, "NOR", "", "2023-03-10", NULL,
       "Oslo denied having promised to stop fishing anywhere."},
  };
  ro_ledger *ledger = ledger_of(accounts, COUNT(accounts));
  size_t count;
  ro_answer *answer = ask(ledger, "2023-03-11", RO_ASK_OPEN_PROMISES);
  const ro_item *items = ro_answer_items(answer, &count);
  assert_int_equal(count, 1);
  assert_true(items[0].disputed);
  assert_int_equal(items[0].entry_count, 2);
  ro_answer_free(answer);
  ro_ledger_free(ledger);
}

static void a_meeting_that_one_side_calls_off_and_the_other_awaits_is_disputed(void **state) {
  (void)state;
  static const telling accounts[] = {
      {"a", "2023-03-10", RO_ACT_MEETING, RO_STATUS_SCHEDULED, "NOR:Dahl,ISL:Arnadottir", "",
       "2023-03-14", NULL, "Dahl will receive Arnadottir on Tuesday, Oslo said.", .says = "NOR"},
      {"b", "2023-03-11", RO_ACT_MEETING, RO_STATUS_CANCELLED, "NOR,ISL:Arnadottir", "",
       "2023-03-14", NULL, "Tuesday's meeting is off, Reykjavik said.", .says = "ISL"},
      {"c", "2023-03-12", RO_ACT_DEMAND, RO_STATUS_MADE, "ISL", "NOR", "2023-03-12", NULL,
       "Iceland, its minister said, wants the capelin quota cut.", .says = "ISL"},
      {"d", "2023-03-13", RO_ACT_DEMAND, RO_STATUS_MADE, "ISL", "NOR", "2023-03-13", NULL,
       "Iceland wants the capelin quota cut, Oslo said.", .says = "NOR"},
  };
  ro_ledger *ledger = ledger_of(accounts, COUNT(accounts));
  size_t count;
  ro_answer *answer = ask(ledger, "2023-03-13", RO_ASK_EVERYTHING);
  const ro_item *items = ro_answer_items(answer, &count);
  assert_int_equal(count, 2);
  assert_false(items[0].disputed); /* the same demand on two days */
  assert_true(items[1].disputed);
  ro_answer_free(answer);
  ro_ledger_free(ledger);
}

static void a_demand_that_the_demander_denies_is_disputed(void **state) {
  (void)state;
  static const telling accounts[] = {
      {"a", "2023-03-10", RO_ACT_DEMAND, RO_STATUS_MADE, "ISL", "NOR", "2023-03-10", NULL,
       "Iceland demanded the patrol logs, Oslo said."},
      {"b", "2023-03-11", RO_ACT_DENIAL, RO_STATUS_MADE, "ISL", "", "2023-03-11", NULL,
       "Reykjavik denied having asked for any patrol logs."},
      {"c", "2023-03-11", RO_ACT_DENIAL, RO_STATUS_MADE, "ISL", "", "2023-03-11", NULL,
       "It denied that its boats had cut a net."},
  };
  ro_ledger *ledger = ledger_of(accounts, COUNT(accounts));
  size_t count;
  ro_answer *answer = ask(ledger, "2023-03-11", RO_ASK_OPEN_DEMANDS);
  const ro_item *items = ro_answer_items(answer, &count);
  assert_int_equal(count, 1);
  assert_true(items[0].disputed);
  assert_int_equal(items[0].entry_count, 2);
  ro_answer_free(answer);
  ro_ledger_free(ledger);
}

static void a_promise_to_go_on_until_a_day_is_kept_when_the_day_has_passed(void **state) {
  (void)state;
  static const telling promises[] = {
      {"a", "2023-03-10", RO_ACT_PROMISE, RO_STATUS_PENDING, "NOR", "ISL", "2023-03-10",
       "2023-03-31", "Norway agreed to keep its boats out of the zone until 31 March."},
  };
  ro_ledger *ledger = ledger_of(promises, COUNT(promises));
  assert_string_equal(state_on(ledger, "2023-03-31"), "pending");
  assert_string_equal(state_on(ledger, "2023-04-01"), "kept");
  ro_ledger_free(ledger);
}

static void a_promise_for_a_length_of_time_is_kept_when_it_is_over(void **state) {
  (void)state;
  static const struct {
    const char *words, *state;
  } promises[] = {
      {"Norway and its skippers promised to hold their boats back for 24 hours.", "kept"},
      {"Norway agreed to a ceasefire of five days at sea.", "kept"},
      {"Norway promised a two-day pause in the boarding.", "kept"},
      {"Norway promised to hand over its catch data within five days.", "overdue"},
      {"Norway promised to hand over the data of five boats on Monday.", "overdue"},
  };
  for (size_t i = 0; i < COUNT(promises); i++) {
    telling promised = {"a",   "2023-03-10", RO_ACT_PROMISE, RO_STATUS_PENDING, "NOR",
                        "ISL", "2023-03-10", "2023-03-15",   promises[i].words};
    ro_ledger *ledger = ledger_of(&promised, 1);
    assert_string_equal(state_on(ledger, "2023-03-14"), "pending");
    assert_string_equal(state_on(ledger, "2023-03-16"), promises[i].state);
    ro_ledger_free(ledger);
  }
}

static void promises_of_the_same_parties_due_on_one_day_are_one_by_one_word(void **state) {
  (void)state;
  static const telling promises[] = {
      {"a", "2023-03-10", RO_ACT_PROMISE, RO_STATUS_PENDING, "NOR", "ISL", "2023-03-10",
       "2023-03-31", "Norway promised Iceland a list of boats, skippers and harbours."},
      {"b", "2023-04-20", RO_ACT_PROMISE, RO_STATUS_PENDING, "NOR", "ISL", NULL, "2023-03-31",
       "The list that Reykjavik was to hold by then never left Oslo."},
      {"c", "2023-04-21", RO_ACT_PROMISE, RO_STATUS_PENDING, "NOR", "ISL", NULL, "2023-04-30",
       "Another list, of wrecks in the fjords, is to follow by the end of the month."},
  };
  ro_ledger *ledger = ledger_of(promises, COUNT(promises));
  assert_int_equal(how_many(ledger, "2023-04-21", RO_ASK_OVERDUE_PROMISES), 1);
  assert_int_equal(how_many(ledger, "2023-04-21", RO_ASK_OPEN_PROMISES), 1);
  ro_ledger_free(ledger);
}

static void a_meeting_told_as_held_on_a_day_to_come_is_ahead(void **state) {
  (void)state;
  static const telling visit[] = {
      {"a", "2023-03-10", RO_ACT_MEETING, RO_STATUS_HELD, "NOR:Dahl,ISL", "",
       "2023-05-01/2023-05-31", NULL, "The two will settle it when Dahl visits Reykjavik in May."},
  };
  ro_ledger *ledger = ledger_of(visit, COUNT(visit));
  assert_int_equal(how_many(ledger, "2023-03-10", RO_ASK_MEETINGS_AHEAD), 1);
  assert_int_equal(how_many(ledger, "2023-03-10", RO_ASK_MEETINGS_HELD), 0);
  ro_ledger_free(ledger);
}

static void a_meeting_of_which_one_side_alone_is_told_is_the_one_of_that_day(void **state) {
  (void)state;
  static const telling talks[] = {
      {"a", "2023-03-10", RO_ACT_MEETING, RO_STATUS_SCHEDULED, "NOR:Dahl,ISL,DNK,EU", "",
       "2023-03-14", NULL, "Dahl will meet the Icelanders, the Danes and the EU on Tuesday."},
      {"b", "2023-03-15", RO_ACT_MEETING, RO_STATUS_HELD, "NOR:Dahl", "", "2023-03-14", NULL,
       "After Tuesday's session Dahl spoke of progress."},
      {"c", "2023-03-15", RO_ACT_MEETING, RO_STATUS_HELD, "NOR:Berg", "", "2023-03-14", NULL,
       "Berg came back from a visit of one day on Tuesday."},
  };
  ro_ledger *ledger = ledger_of(talks, COUNT(talks));
  size_t count;
  ro_answer *answer = ask(ledger, "2023-03-15", RO_ASK_MEETINGS_HELD);
  const ro_item *items = ro_answer_items(answer, &count);
  assert_int_equal(count, 2);
  assert_int_equal(items[0].report_count + items[1].report_count, 3);
  ro_answer_free(answer);
  ro_ledger_free(ledger);
}

static void one_session_told_with_each_participant_apart_is_one_meeting(void **state) {
  (void)state;
  static const telling ceremony[] = {
      {"a", "2023-03-10", RO_ACT_MEETING, RO_STATUS_HELD, "NOR:Dahl", "", "2023-03-10", NULL,
       "At a ceremony in Torshavn on Friday Dahl put her name to the papers."},
      {"a", "2023-03-10", RO_ACT_PROMISE, RO_STATUS_PENDING, "DNK", "EU", "2023-03-10", NULL,
       "Denmark pledged landing figures."},
      {"a", "2023-03-10", RO_ACT_MEETING, RO_STATUS_HELD, "ISL:Arnadottir", "", "2023-03-10", NULL,
       "Arnadottir spoke at the ceremony."},
      {"a", "2023-03-10", RO_ACT_MEETING, RO_STATUS_HELD, "SWE", "", "2023-03-10", NULL,
       "Swedish and other boats met at sea."},
  };
  ro_ledger *ledger = ledger_of(ceremony, COUNT(ceremony));
  size_t count;
  ro_answer *answer = ask(ledger, "2023-03-10", RO_ASK_MEETINGS_HELD);
  const ro_item *items = ro_answer_items(answer, &count);
  assert_int_equal(count, 2);
  assert_int_equal(items[0].who.count + items[1].who.count, 3);
  ro_answer_free(answer);
  ro_ledger_free(ledger);
}

static void what_two_promise_each_other_has_no_other_addressee(void **state) {
  (void)state;
  static const telling promises[] = {
      {"a", "2023-03-10", RO_ACT_PROMISE, RO_STATUS_PENDING, "NOR", "ISL", NULL, NULL,
       "The ceasefire at sea was to be kept."},
      {"b", "2023-03-11", RO_ACT_PROMISE, RO_STATUS_PENDING, "ISL,NOR", "NOR,ISL,EU", NULL, NULL,
       "The ceasefire at sea is to be kept."},
  };
  ro_ledger *ledger = ledger_of(promises, COUNT(promises));
  size_t count;
  ro_answer *answer = ask(ledger, "2023-03-11", RO_ASK_OPEN_PROMISES);
  const ro_item *items = ro_answer_items(answer, &count);
  assert_int_equal(count, 1);
  assert_int_equal(items[0].who.count, 2);
  assert_int_equal(items[0].whom.count, 1);
  assert_string_equal(items[0].whom.items[0], "EU");
  ro_answer_free(answer);
  ro_ledger_free(ledger);
}

static void a_session_told_with_one_more_participant_is_the_one_of_that_day(void **state) {
  (void)state;
  static const telling session[] = {
      {"a", "2023-03-10", RO_ACT_MEETING, RO_STATUS_SCHEDULED, "EU", "", "2023-03-11", NULL,
       "The EU's emergency session on the catch begins on Saturday."},
      {"b", "2023-03-12", RO_ACT_MEETING, RO_STATUS_HELD, "EU,NOR:Dahl", "", "2023-03-11", NULL,
       "At the emergency session Dahl spoke of the catch."},
      {"c", "2023-03-12", RO_ACT_MEETING, RO_STATUS_HELD, "EU,ISL", "", "2023-03-11", NULL,
       "Icelandic fishermen met inspectors in a harbour."},
  };
  ro_ledger *ledger = ledger_of(session, COUNT(session));
  assert_int_equal(how_many(ledger, "2023-03-12", RO_ASK_MEETINGS_HELD), 2);
  assert_int_equal(how_many(ledger, "2023-03-12", RO_ASK_MEETINGS_AHEAD), 0);
  ro_ledger_free(ledger);
}

static void talks_proposed_to_three_are_not_those_that_two_of_them_hold(void **state) {
  (void)state;
  static const telling talks[] = {
      {"a", "2023-03-10", RO_ACT_MEETING, RO_STATUS_PROPOSED, "NOR,ISL,DNK", "", NULL, NULL,
       "Denmark offered to host talks of Norway and Iceland."},
      {"b", "2023-03-13", RO_ACT_MEETING, RO_STATUS_HELD, "DNK:Berg,NOR:Dahl", "", "2023-03-12",
       NULL, "Berg spoke with Dahl for half an hour on Sunday."},
      {"c", "2023-03-14", RO_ACT_MEETING, RO_STATUS_SCHEDULED, "NOR,ISL,DNK,EU", "", "2023-03-20",
       NULL, "Norway and Iceland will hold talks in Denmark on Monday, with the EU at the table."},
  };
  ro_ledger *ledger = ledger_of(talks, COUNT(talks));
  size_t count;
  ro_answer *answer = ask(ledger, "2023-03-14", RO_ASK_MEETINGS_AHEAD);
  const ro_item *items = ro_answer_items(answer, &count);
  assert_int_equal(count, 1);
  assert_int_equal(items[0].report_count, 2);
  assert_int_equal(how_many(ledger, "2023-03-14", RO_ASK_MEETINGS_HELD), 1);
  ro_answer_free(answer);
  ro_ledger_free(ledger);
}

static void a_demand_of_one_empty_word_is_known_by_its_sides_alone(void **state) {
  (void)state;
  static const telling demands[] = {
      {"a", "2023-03-10", RO_ACT_DEMAND, RO_STATUS_MADE, "DNK,EU", "ISL", "2023-03-10", NULL,
       "Both called on Iceland to turn back."},
      {"b", "2023-03-12", RO_ACT_DEMAND, RO_STATUS_MADE, "DNK", "ISL,NOR", "2023-03-12", NULL,
       "Denmark proposed that both return to Torshavn."},
      {"c", "2023-03-13", RO_ACT_DEMAND, RO_STATUS_MADE, "EU,DNK", "ISL", "2023-03-13", NULL,
       "The two urged Iceland once more to turn back."},
  };
  ro_ledger *ledger = ledger_of(demands, COUNT(demands));
  assert_int_equal(how_many(ledger, "2023-03-13", RO_ASK_OPEN_DEMANDS), 2);
  ro_ledger_free(ledger);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_promise_is_pending_until_it_is_due_and_kept_when_it_is_delivered),
      cmocka_unit_test(two_reports_of_one_promise_make_one_item),
      cmocka_unit_test(a_promise_to_go_on_is_not_kept_by_a_deed),
      cmocka_unit_test(a_demand_is_refused_by_its_addressee_and_opens_again_when_repeated),
      cmocka_unit_test(a_refusal_by_a_bystander_leaves_the_demand_open),
      cmocka_unit_test(a_demand_on_two_is_met_once_both_comply),
      cmocka_unit_test(different_demands_of_one_party_stay_apart),
      cmocka_unit_test(a_meeting_is_ahead_until_its_day_and_held_once_told),
      cmocka_unit_test(a_meeting_put_off_to_another_day_is_scheduled_for_that_day),
      cmocka_unit_test(a_meeting_without_a_day_counts_as_ahead_for_thirty_days),
      cmocka_unit_test(a_promise_that_somebody_denies_is_disputed),
      cmocka_unit_test(a_meeting_that_one_side_calls_off_and_the_other_awaits_is_disputed),
      cmocka_unit_test(a_demand_that_the_demander_denies_is_disputed),
      cmocka_unit_test(a_promise_to_go_on_until_a_day_is_kept_when_the_day_has_passed),
      cmocka_unit_test(a_meeting_told_as_held_on_a_day_to_come_is_ahead),
      cmocka_unit_test(a_meeting_of_which_one_side_alone_is_told_is_the_one_of_that_day),
      cmocka_unit_test(one_session_told_with_each_participant_apart_is_one_meeting),
      cmocka_unit_test(a_demand_of_one_empty_word_is_known_by_its_sides_alone),
      cmocka_unit_test(a_promise_for_a_length_of_time_is_kept_when_it_is_over),
      cmocka_unit_test(promises_of_the_same_parties_due_on_one_day_are_one_by_one_word),
      cmocka_unit_test(a_session_told_with_one_more_participant_is_the_one_of_that_day),
      cmocka_unit_test(talks_proposed_to_three_are_not_those_that_two_of_them_hold),
      cmocka_unit_test(what_two_promise_each_other_has_no_other_addressee),
      cmocka_unit_test(a_demand_that_is_only_planned_is_not_open_until_it_is_made),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
