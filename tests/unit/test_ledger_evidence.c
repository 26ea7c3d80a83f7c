/* What the ledger keeps of a record for its answers reads back as it was, and nothing else does. */
#include "unit_test.h"

#include <string.h>

#include "ledger/items/evidence_bytes.h"

static const char *const who[] = {"RUS:Lavrov", "unnamed RUS"}, *const says[] = {"USA"};
static uint64_t signs[] = {UINT64_MAX, 7};
static ro_party parties[] = {{5, 0}, {UINT32_MAX, 9}};
static ro_term terms[] = {{UINT32_MAX, 9}, {12, 4}};

static const ro_report_head report = {
    .key = INT64_C(1) << 40,
    .id = "https://example.org/a",
    .publisher = "Harbour Post",
    .signs = signs,
    .sign_count = 2,
    .hash_count = 3,
    .hashes = {1, 300, UINT32_MAX},
    .digest = {.shingles = 200, .count = 3, .halves = {0, 0, UINT16_MAX}}};

static const ro_features features = {
    .rank = {-3, UINT64_MAX / 3, 70000},
    .act = RO_ACT_PROMISE,
    .status = RO_STATUS_PENDING,
    .flags = 513,
    .sentence = 11,
    .when = {RO_NO_DAY, RO_NO_DAY},
    .due = {19431, 19500},
    .place = 77,
    .who = {parties, 2},
    .terms = {terms, 2},
};

static ro_entry_row row_with(const char *sentence, const char *text) {
  return (ro_entry_row){
      .key = 4711,
      .report_key = report.key,
      .features = &features,
      .report = &report,
      .entry = {.id = "0011223344556677",
                .act = RO_ACT_PROMISE,
                .status = RO_STATUS_KEPT,
                .relation = RO_RELATION_DELIVERS,
                .who = {who, 2},
                .says = {says, 1},
                .when = features.when,
                .due = features.due,
                .where = "",
                .start = 100,
                .end = 128,
                .text = text,
                .sentence = sentence,
                .event = "YIELD"},
  };
}

static void expect_text(const char *read, const char *written) {
  if (written)
    assert_string_equal(read, written);
  else
    assert_null(read);
}

static void expect_entry(const ro_entry *read, const ro_entry *written) {
  expect_text(read->id, written->id);
  expect_text(read->text, written->text);
  expect_text(read->sentence, written->sentence ? written->sentence : written->text);
  expect_text(read->where, written->where);
  expect_text(read->what, NULL);
  expect_text(read->event, written->event);
  assert_int_equal(read->who.count, 2);
  expect_text(read->who.items[1], who[1]);
  assert_int_equal(read->whom.count, 0);
  expect_text(read->says.items[0], says[0]);
  assert_int_equal(read->act, written->act);
  assert_int_equal(read->status, written->status);
  assert_int_equal(read->relation, written->relation);
  assert_int_equal(read->when.first, RO_NO_DAY);
  assert_int_equal(read->due.last, written->due.last);
  assert_int_equal(read->end, written->end);
}

static void expect_rest(const ro_entry_row *read) {
  const ro_features *f = read->features;
  assert_int_equal(read->key, 4711);
  assert_int_equal(read->report_key, report.key);
  expect_text(read->report->id, report.id);
  expect_text(read->report->publisher, report.publisher);
  assert_memory_equal(read->report->signs, signs, sizeof signs);
  assert_memory_equal(read->report->hashes, report.hashes, sizeof report.hashes);
  assert_int_equal(read->report->digest.shingles, report.digest.shingles);
  assert_int_equal(read->report->digest.count, report.digest.count);
  assert_memory_equal(read->report->digest.halves, report.digest.halves,
                      sizeof report.digest.halves);
  assert_int_equal(f->rank.day, features.rank.day);
  assert_true(f->rank.report == features.rank.report);
  assert_int_equal(f->rank.position, features.rank.position);
  assert_int_equal(f->status, features.status);
  assert_int_equal(f->flags, features.flags);
  assert_int_equal(f->place, features.place);
  assert_memory_equal(f->who.items, parties, sizeof parties);
  assert_memory_equal(f->terms.items, terms, sizeof terms);
}

static void evidence_reads_back_as_it_was(void **state) {
  (void)state;
  static const char *const sentences[] = {"Oslo kept its word on the catch.", "Other words.", NULL};
  ro_arena *arena = ro_arena_create();
  for (size_t i = 0; i < 3; i++) {
    size_t size;
    ro_entry_row row = row_with(sentences[i], "its word"), read;
    const unsigned char *bytes = ro_evidence_pack(arena, &row, &size);
    assert_true(ro_evidence_unpack(&read, arena, arena, bytes, size));
    assert_int_equal(ro_evidence_day(bytes, size), features.rank.day);
    expect_entry(&read.entry, &row.entry);
    expect_rest(&read);
  }
  ro_arena_free(arena);
}

static void broken_evidence_is_told(void **state) {
  (void)state;
  ro_arena *arena = ro_arena_create();
  size_t size;
  ro_entry_row row = row_with("Oslo kept its word.", "its word"), read;
  unsigned char *bytes = ro_evidence_pack(arena, &row, &size);
  for (size_t i = 0; i < size; i++) {
    unsigned char *part = ro_arena_alloc(arena, i + 1);
    memcpy(part, bytes, i);
    assert_false(ro_evidence_unpack(&read, arena, arena, part, i));
  }
  for (size_t i = 0; i < size; i++)
    for (unsigned bit = 0; bit < 8; bit++) {
      bytes[i] ^= (unsigned char)(1U << bit);
      if (ro_evidence_unpack(&read, arena, arena, bytes, size)) assert_non_null(read.entry.text);
      bytes[i] ^= (unsigned char)(1U << bit);
    }
  ro_arena_free(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(evidence_reads_back_as_it_was),
      cmocka_unit_test(broken_evidence_is_told),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
