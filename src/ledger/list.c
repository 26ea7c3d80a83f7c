#include <stdlib.h>
#include <string.h>

#include "ledger/actor_lists.h"
#include "ledger/entries.h"

struct ro_listing {
  ro_arena *arena;
  ro_entry *entries;
  size_t count, capacity;
};

typedef struct key_list {
  int64_t *items;
  size_t count, capacity;
} key_list;

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

/* Keys of the records of the acts, newest report first. */
static key_list find_keys(ro_ledger *ledger, ro_arena *arena, const ro_question *question,
                          unsigned acts, size_t limit) {
  static const char sql[] =
      "SELECT record_key, kind FROM report CROSS JOIN record USING (report_key) "
      "WHERE (?1 IS NULL OR published <= ?1) AND (?2 IS NULL OR published >= ?2) "
      "AND (?3 IS NULL OR published <= ?3) AND kind IS NOT NULL "
      "ORDER BY published DESC, report.hash, position";
  key_list keys = {0};
  sqlite3_stmt *query = ro_database_prepare(ledger->database, sql);
  ro_bind_day(query, 1, question->as_of);
  ro_bind_day(query, 2, question->since);
  ro_bind_day(query, 3, question->until);
  while (ro_database_step(ledger->database, query)) {
    const char *kind = ro_column_text(query, 1);
    for (int act = RO_ACT_NONE + 1; act < RO_ACT_COUNT; act++)
      if (acts & RO_ACTS(act) && kind && strcmp(kind, ro_act_name((ro_act)act)) == 0)
        *RO_ARENA_PUSH(arena, &keys.items, keys.count, keys.capacity) =
            sqlite3_column_int64(query, 0);
    if (keys.count >= limit) break;
  }
  sqlite3_reset(query);
  return keys;
}

static void fill(ro_ledger *ledger, ro_listing *listing, const ro_question *question, unsigned acts,
                 size_t limit) {
  ro_terms about = {0};
  if (question->about) {
    ro_span whole = {0, (uint32_t)strlen(question->about)};
    about = ro_terms_of(ledger->vocabulary, listing->arena, question->about, whole, NULL, 0);
  }
  bool narrow = question->actor || question->party_count || question->report || question->about;
  key_list keys = find_keys(ledger, listing->arena, question, acts, narrow ? SIZE_MAX : limit);
  for (size_t i = 0; i < keys.count && listing->count < limit; i++) {
    ro_entry entry;
    int64_t report_key;
    const ro_decision *decision = ro_decisions_find(ledger->decisions, keys.items[i]);
    if (decision && decision->verdict == RO_VERDICT_REJECT) continue;
    if (!ro_entry_read(ledger, listing->arena, keys.items[i], &entry, &report_key)) continue;
    if (decision) ro_decision_apply(decision, listing->arena, &entry, NULL);
    if (fits(ledger, listing->arena, &entry, question, about))
      *RO_ARENA_PUSH(listing->arena, &listing->entries, listing->count, listing->capacity) = entry;
  }
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
