/* What is looked up while reports are added is the same however much the ledger holds. */
#include "unit_test.h"

#include "ledger/storage/copies.h"
#include "ledger/storage/feature_store.h"
#include "ledger_fixture.h"

enum { MANY_RECORDS = 40000, MANY_REPORTS = 400, SETTLE = 500 };

static ro_database *new_database(void) {
  char path[] = "readout-test-XXXXXX";
  ro_database *database = NULL;
  ro_error error;
  int file = mkstemp(path);
  assert_true(file >= 0);
  close(file);
  assert_int_equal(ro_database_open(&database, path, RO_LEDGER_CREATE, &error), RO_OK);
  ro_database_execute(database, "PRAGMA foreign_keys = OFF; BEGIN");
  remove_ledger(path);
  return database;
}

static ro_features features_of_key(int64_t key, ro_party *party, ro_term *term) {
  *party = (ro_party){(uint32_t)key + 2, 0};
  *term = (ro_term){(uint32_t)key, 8};
  return (ro_features){.act = RO_ACT_PROMISE,
                       .sentence = (uint32_t)key,
                       .who = {party, 1},
                       .terms = {term, 1},
                       .when = {RO_NO_DAY, RO_NO_DAY},
                       .due = {RO_NO_DAY, RO_NO_DAY}};
}

static void expect_features(ro_feature_store *store, int64_t key) {
  const ro_features *features = ro_feature_store_get(store, key);
  assert_non_null(features);
  assert_int_equal(features->sentence, key);
  assert_int_equal(features->who.items[0].code, key + 2);
  assert_int_equal(features->terms.items[0].concept, key);
}

static void test_features_are_the_same_after_they_were_let_go(void **state) {
  (void)state;
  ro_database *database = new_database();
  ro_feature_store *store = ro_feature_store_create(database);
  for (int64_t key = 1; key <= MANY_RECORDS; key++) {
    ro_party party;
    ro_term term;
    ro_features features = features_of_key(key, &party, &term);
    ro_feature_store_write(store, key, &features);
  }
  for (int64_t key = 1; key <= MANY_RECORDS; key++) {
    expect_features(store, key);
    expect_features(store, 1 + (key * 7919) % 3000); /* asked for again and again */
    if (key % SETTLE == 0) ro_feature_store_settle(store);
  }
  assert_null(ro_feature_store_get(store, MANY_RECORDS + 1));
  ro_feature_store_free(store);
  ro_database_execute(database, "ROLLBACK");
  ro_database_free(database);
}

static ro_fingerprint print_of(const char *text) {
  return ro_fingerprint_of(text, strlen(text));
}

/* A report between the same standing phrases as all the others. */
static const char *report_about(ro_arena *arena, unsigned number) {
  const char *text = "Reporting from the capital by our own staff and agencies in the region.";
  for (unsigned i = 0; i < 60; i++)
    text = ro_arena_print(arena, "%s Point %u of paper %u is item %u.", text, i, number,
                          number * 31 + i * i);
  return ro_arena_print(arena, "%s Additional reporting and editing by the news desk of the paper.",
                        text);
}

static void test_a_copy_is_found_among_reports_with_the_same_standing_phrases(void **state) {
  (void)state;
  ro_arena *arena = ro_arena_create();
  ro_database *database = new_database();
  for (unsigned i = 0; i < MANY_REPORTS; i++) {
    ro_fingerprint print = print_of(report_about(arena, i));
    assert_false(ro_copies_has_another(database, &print));
    ro_copies_store(database, i + 1, &print);
  }
  for (unsigned i = 0; i < MANY_REPORTS; i += 20) {
    const char *copied = ro_arena_print(arena, "LONDON - %s", report_about(arena, i));
    ro_fingerprint copy = print_of(copied);
    assert_true(ro_copies_has_another(database, &copy));
  }
  ro_database_execute(database, "ROLLBACK");
  ro_database_free(database);
  ro_arena_free(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_features_are_the_same_after_they_were_let_go),
      cmocka_unit_test(test_a_copy_is_found_among_reports_with_the_same_standing_phrases),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
