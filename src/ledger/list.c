#include <stdlib.h>
#include <string.h>

#include "ledger/items/actor_lists.h"
#include "ledger/items/entries.h"
#include "ledger/items/ledger_file.h"

struct ro_listing {
  ro_arena *arena;
  ro_entry *entries;
  size_t count, capacity;
};

static bool is_between(const ro_entry *entry, const ro_question *question) {
  size_t found = 0;
  for (size_t i = 0; i < question->party_count; i++)
    found += ro_actors_have(entry->who, question->parties[i]) ||
             ro_actors_have(entry->whom, question->parties[i]);
  bool alone = !entry->whom.count;
  return found >= (question->party_count < 2 || alone ? 1U : 2U);
}

static bool is_about(ro_ledger *ledger, ro_arena *arena, const ro_entry *entry, ro_terms about) {
  ro_span whole = {0, (uint32_t)strlen(entry->sentence)};
  ro_terms terms = ro_terms_of(ledger->vocabulary, arena, entry->sentence, whole, NULL, 0);
  return ro_terms_weight(about) && ro_terms_shared(terms, about) * 2 >= ro_terms_weight(about);
}

static bool fits(ro_ledger *ledger, ro_arena *arena, const ro_entry *entry,
                 const ro_question *question, ro_terms about) {
  if (question->actor && !ro_actors_have(entry->who, question->actor) &&
      !ro_actors_have(entry->whom, question->actor) &&
      !ro_actors_have(entry->says, question->actor))
    return false;
  if (question->party_count && !is_between(entry, question)) return false;
  if (question->report && strcmp(entry->report, question->report) != 0) return false;
  return !question->about || is_about(ledger, arena, entry, about);
}

static bool is_wanted(const char *kind, unsigned acts) {
  for (int act = RO_ACT_NONE + 1; kind && act < RO_ACT_COUNT; act++)
    if (acts & RO_ACTS(act) && strcmp(kind, ro_act_name((ro_act)act)) == 0) return true;
  return false;
}

/* Records in which the actor has a part; of any actor where it is NULL. */
static ro_keys records_of(ro_ledger *ledger, ro_arena *arena, const char *actor) {
  static const char sql[] = "SELECT record_key FROM record_actor WHERE code = ?1";
  ro_keys keys = {0};
  if (!actor) return keys;
  sqlite3_stmt *query = ro_database_prepare(ledger->database, sql);
  ro_bind_bytes(query, 1, actor, strcspn(actor, ":"));
  while (ro_database_step(ledger->database, query))
    ro_keys_add(arena, &keys, sqlite3_column_int64(query, 0));
  ro_keys_sort(&keys);
  return keys;
}

/* The records of the acts and of the question's actor, newest report first. What people decided on
 * may name others now. */
static ro_keys find_keys(ro_ledger *ledger, ro_arena *arena, const ro_question *question,
                         unsigned acts, size_t limit) {
  static const char sql[] =
      "SELECT record_key, kind FROM report CROSS JOIN record USING (report_key) "
      "WHERE (?1 IS NULL OR published <= ?1) AND (?2 IS NULL OR published >= ?2) "
      "AND (?3 IS NULL OR published <= ?3) AND kind IS NOT NULL "
      "ORDER BY published DESC, report.hash, position";
  ro_keys keys = {0}, own = records_of(ledger, arena, question->actor);
  sqlite3_stmt *query = ro_database_prepare(ledger->database, sql);
  ro_bind_day(query, 1, question->as_of);
  ro_bind_day(query, 2, question->since);
  ro_bind_day(query, 3, question->until);
  while (keys.count < limit && ro_database_step(ledger->database, query)) {
    int64_t key = sqlite3_column_int64(query, 0);
    bool of_actor =
        !question->actor || ro_keys_have(&own, key) || ro_decisions_find(ledger->decisions, key);
    if (of_actor && is_wanted(ro_column_text(query, 1), acts)) ro_keys_add(arena, &keys, key);
  }
  sqlite3_reset(query);
  return keys;
}

static void take_row(ro_ledger *ledger, ro_listing *listing, const ro_question *question,
                     ro_terms about, const ro_entry_row *row) {
  ro_arena *arena = listing->arena;
  const ro_decision *decision = ro_decisions_find(ledger->decisions, row->key);
  if (decision && decision->verdict == RO_VERDICT_REJECT) return;
  ro_entry entry = row->entry;
  if (decision) ro_decision_apply(decision, arena, &entry, NULL);
  if (fits(ledger, arena, &entry, question, about))
    *RO_ARENA_PUSH(arena, &listing->entries, listing->count, listing->capacity) = entry;
}

/* Reads the records of a list, as many at once as may be wanted, until there are enough. */
static void read_rows(ro_ledger *ledger, ro_listing *listing, const ro_question *question,
                      ro_terms about, const ro_keys *keys, size_t limit) {
  enum { TOGETHER = 256 };
  ro_reports *reports = ro_reports_create(ledger->database, listing->arena, false);
  for (size_t at = 0; at < keys->count && listing->count < limit;) {
    ro_arena *scratch = ro_arena_create();
    size_t count = keys->count - at < TOGETHER ? keys->count - at : TOGETHER;
    ro_keys sorted = {0};
    for (size_t i = 0; i < count; i++)
      ro_keys_add(scratch, &sorted, keys->items[at + i]);
    ro_keys_sort(&sorted);
    ro_entry_table table =
        ro_entries_read(ledger->database, listing->arena, scratch, &sorted, reports);
    for (size_t i = 0; i < count && listing->count < limit; i++) {
      const ro_entry_row *row = ro_entries_find(&table, keys->items[at + i]);
      if (row) take_row(ledger, listing, question, about, row);
    }
    at += count;
    ro_arena_free(scratch);
  }
  ro_reports_free(reports);
}

static void fill(ro_ledger *ledger, ro_listing *listing, const ro_question *question, unsigned acts,
                 size_t limit) {
  ro_terms about = {0};
  if (question->about) {
    ro_span whole = {0, (uint32_t)strlen(question->about)};
    about = ro_terms_of(ledger->vocabulary, listing->arena, question->about, whole, NULL, 0);
  }
  ro_arena *arena = ro_arena_create();
  bool narrow = question->actor || question->party_count || question->report || question->about;
  ro_keys keys = find_keys(ledger, arena, question, acts, narrow ? SIZE_MAX : limit);
  read_rows(ledger, listing, question, about, &keys, limit);
  ro_arena_free(arena);
}

ro_status ro_ledger_list(ro_listing **out, ro_ledger *ledger, const ro_question *question,
                         unsigned acts, size_t limit, ro_error *error) {
  *out = NULL;
  ro_status status = RO_OK;
  if (question->about) status = ro_ledger_load_vocabulary(ledger, error);
  if (status != RO_OK) return status;
  ro_listing *listing = ro_allocate(sizeof *listing);
  *listing = (ro_listing){.arena = ro_arena_create()};
  fill(ledger, listing, question, acts, limit);
  status = ro_database_result(ledger->database, error);
  if (status == RO_OK)
    *out = listing;
  else
    ro_listing_free(listing);
  return status;
}

const ro_entry *ro_listing_entries(const ro_listing *listing, size_t *count) {
  *count = listing->count;
  return listing->entries;
}

void ro_listing_free(ro_listing *listing) {
  if (!listing) return;
  ro_arena_free(listing->arena);
  free(listing);
}

ro_status ro_ledger_summarise(ro_ledger *ledger, ro_day as_of, ro_ledger_summary *summary,
                              ro_error *error) {
  static const char sql[] =
      "SELECT count(*), count(DISTINCT publisher), min(published), max(published) FROM report "
      "WHERE ?1 IS NULL OR published <= ?1";
  *summary = (ro_ledger_summary){.first = RO_NO_DAY, .last = RO_NO_DAY};
  sqlite3_stmt *query = ro_database_prepare(ledger->database, sql);
  ro_bind_day(query, 1, as_of);
  while (ro_database_step(ledger->database, query)) {
    summary->reports = (size_t)sqlite3_column_int64(query, 0);
    summary->publishers = (size_t)sqlite3_column_int64(query, 1);
    summary->first = ro_column_day(query, 2);
    summary->last = ro_column_day(query, 3);
  }
  return ro_database_result(ledger->database, error);
}
