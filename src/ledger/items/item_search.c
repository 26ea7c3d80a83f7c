#include "ledger/items/item_search.h"

#include <stdlib.h>
#include <string.h>

#include "ledger/features/keys.h"
#include "ledger/items/evidence_store.h"
#include "ledger/items/item_store.h"
#include "ledger/matching/match.h"

typedef struct state_filter {
  int kind;
  ro_item_state states[2];
  bool ahead;
} state_filter;

static state_filter filter_of(const ro_question *question) {
  static const state_filter filters[RO_ASK_COUNT] = {
      [RO_ASK_EVERYTHING] = {-1, {0}, false},
      [RO_ASK_OPEN_PROMISES] = {RO_ITEM_PROMISE, {RO_ITEM_PENDING}, false},
      [RO_ASK_OVERDUE_PROMISES] = {RO_ITEM_PROMISE, {RO_ITEM_OVERDUE}, false},
      [RO_ASK_OPEN_DEMANDS] = {RO_ITEM_DEMAND, {RO_ITEM_OPEN}, false},
      [RO_ASK_REFUSED_DEMANDS] = {RO_ITEM_DEMAND, {RO_ITEM_REFUSED}, false},
      [RO_ASK_MEETINGS_AHEAD] = {RO_ITEM_MEETING, {RO_ITEM_PROPOSED, RO_ITEM_SCHEDULED}, true},
      [RO_ASK_MEETINGS_HELD] = {RO_ITEM_MEETING, {RO_ITEM_HELD}, false},
  };
  state_filter filter = filters[question->ask];
  if (filter.kind < 0) filter.kind = question->kind;
  if (!filter.states[0]) filter.states[0] = question->state;
  return filter;
}

static bool began_between(ro_day since, const ro_question *question) {
  return (question->since == RO_NO_DAY || since >= question->since) &&
         (question->until == RO_NO_DAY || since <= question->until);
}

#define COLUMNS "item_key, kind, ahead_until, since, state, began, id"

static void find_by_state(ro_ledger *ledger, ro_arena *arena, const ro_question *question,
                          ro_item_state state, ro_day as_of, ro_finding_list *findings) {
  state_filter found = filter_of(question);
  const state_filter *filter = &found;
  static const char by_state[] = "SELECT " COLUMNS " FROM item_state "
                                 "WHERE kind = ?1 AND state = ?2 AND last >= ?3 AND first <= ?3";
  static const char every_kind[] = "SELECT " COLUMNS " FROM item_state "
                                   "WHERE state = ?2 AND last >= ?3 AND first <= ?3";
  static const char all[] = "SELECT " COLUMNS " FROM item_state "
                            "WHERE first <= ?3 AND last >= ?3 AND (?1 < 0 OR kind = ?1)";
  sqlite3_stmt *query = ro_database_prepare(ledger->database, !state             ? all
                                                              : filter->kind < 0 ? every_kind
                                                                                 : by_state);
  ro_bind_number(query, 1, filter->kind);
  if (state) ro_bind_number(query, 2, state);
  ro_bind_number(query, 3, as_of);
  while (ro_database_step(ledger->database, query)) {
    if (filter->ahead && sqlite3_column_int(query, 2) < as_of) continue;
    if (!began_between((ro_day)sqlite3_column_int(query, 3), question)) continue;
    *RO_ARENA_PUSH(arena, &findings->items, findings->count, findings->capacity) =
        (ro_found_item){.key = sqlite3_column_int64(query, 0),
                        .kind = (ro_item_kind)sqlite3_column_int(query, 1),
                        .since = (ro_day)sqlite3_column_int(query, 3),
                        .state = (ro_item_state)sqlite3_column_int(query, 4),
                        .began = (ro_day)sqlite3_column_int(query, 5),
                        .id = (uint64_t)sqlite3_column_int64(query, 6),
                        .in_brief = question->brief};
  }
}

static void find_one(ro_ledger *ledger, ro_arena *arena, const char *id,
                     ro_finding_list *findings) {
  static const char sql[] =
      "SELECT DISTINCT item_key, item_state.kind FROM record JOIN item_record USING (record_key) "
      "JOIN item_state USING (item_key) WHERE record.id >= ?1 AND record.id < ?1 || 'g'";
  sqlite3_stmt *query = ro_database_prepare(ledger->database, sql);
  ro_bind_text(query, 1, id);
  while (ro_database_step(ledger->database, query))
    *RO_ARENA_PUSH(arena, &findings->items, findings->count, findings->capacity) =
        (ro_found_item){.key = sqlite3_column_int64(query, 0),
                        .kind = (ro_item_kind)sqlite3_column_int(query, 1),
                        .decided = true};
}

static void add_decided(ro_arena *arena, ro_finding_list *findings, ro_found_item added) {
  added.decided = true;
  added.since = INT32_MAX; /* not known yet: no limit shall drop it */
  for (size_t i = 0; i < findings->count; i++)
    if (findings->items[i].key == added.key) {
      findings->items[i] = added;
      return;
    }
  *RO_ARENA_PUSH(arena, &findings->items, findings->count, findings->capacity) = added;
}

/* Items that people decided on, whatever state the index has for them. */
static void find_decided(ro_ledger *ledger, ro_arena *arena, ro_finding_list *findings) {
  size_t record_count, item_count;
  const int64_t *records = ro_decisions_records(ledger->decisions, &record_count);
  for (size_t i = 0; i < record_count; i++) {
    const int64_t *items = ro_item_store_items_of(ledger->database, arena, records[i], &item_count);
    for (size_t k = 0; k < item_count; k++) {
      const ro_features *features = ro_linker_features(ledger->linker, items[k]);
      if (features)
        add_decided(arena, findings,
                    (ro_found_item){.key = items[k], .kind = ro_thread_kind(features->act)});
    }
    const ro_features *features = ro_linker_features(ledger->linker, records[i]);
    const ro_decision *decision = ro_decisions_find(ledger->decisions, records[i]);
    if (decision->verdict == RO_VERDICT_DETACH && features && ro_makes_item(features->act))
      add_decided(arena, findings,
                  (ro_found_item){
                      .key = records[i], .kind = ro_thread_kind(features->act), .detached = true});
  }
}

static void add_items_of_actor(ro_ledger *ledger, ro_arena *arena, const char *actor,
                               ro_keys *keys) {
  static const char sql[] = "SELECT item_key FROM record_actor JOIN item_record USING (record_key) "
                            "WHERE code = ?1 AND role <> 'says'";
  sqlite3_stmt *query = ro_database_prepare(ledger->database, sql);
  ro_bind_bytes(query, 1, actor, strcspn(actor, ":"));
  while (ro_database_step(ledger->database, query))
    ro_keys_add(arena, keys, sqlite3_column_int64(query, 0));
}

/* Drops the items in which none of the actors has a part, so that they need not be read. What
 * people decided on may name others now. */
static void keep_of_actors(ro_ledger *ledger, ro_arena *arena, const ro_question *question,
                           ro_finding_list *findings) {
  ro_keys keys = {0};
  size_t kept = 0;
  if (question->actor) add_items_of_actor(ledger, arena, question->actor, &keys);
  for (size_t i = 0; i < question->party_count; i++)
    add_items_of_actor(ledger, arena, question->parties[i], &keys);
  ro_keys_sort(&keys);
  for (size_t i = 0; i < findings->count; i++) {
    const ro_found_item *found = &findings->items[i];
    if (found->decided || ro_keys_have(&keys, found->key)) findings->items[kept++] = *found;
  }
  findings->count = kept;
}

void ro_items_keep_about(ro_ledger *ledger, ro_finding_list *findings, ro_day as_of,
                         ro_terms about) {
  ro_arena *arena = ro_arena_create();
  size_t kept = 0;
  for (size_t i = 0; i < findings->count; i++) {
    const ro_found_item *found = &findings->items[i];
    ro_evidence evidence = {0};
    bool wanted = found->decided;
    if (!wanted) evidence = ro_evidence_read(ledger->database, arena, arena, found->key, as_of);
    for (size_t k = 0; k < evidence.count && !wanted; k++)
      wanted = ro_is_about(evidence.rows[k].features, about);
    if (wanted) findings->items[kept++] = *found;
    ro_arena_reset(arena);
  }
  findings->count = kept;
  ro_arena_free(arena);
}

bool ro_is_about(const ro_features *features, ro_terms about) {
  uint32_t weight = ro_terms_weight(about);
  return weight && ro_terms_shared(features->terms, about) * 2 >= weight;
}

static void add_touched(ro_ledger *ledger, ro_arena *arena, const char *sql,
                        const ro_question *question, ro_keys *keys) {
  sqlite3_stmt *query = ro_database_prepare(ledger->database, sql);
  ro_bind_number(query, 1, question->touched_first);
  ro_bind_number(query, 2, question->touched_last);
  while (ro_database_step(ledger->database, query))
    ro_keys_add(arena, keys, sqlite3_column_int64(query, 0));
}

/* Drops the items of which nothing was told, and nothing came about, on the days asked for. */
static void keep_touched(ro_ledger *ledger, ro_arena *arena, const ro_question *question,
                         ro_finding_list *findings) {
  static const char told[] =
      "SELECT DISTINCT item_key FROM item_record WHERE day BETWEEN ?1 AND ?2";
  static const char changed[] =
      "SELECT DISTINCT item_key FROM item_state WHERE first BETWEEN ?1 AND ?2";
  ro_keys keys = {0};
  size_t kept = 0;
  add_touched(ledger, arena, told, question, &keys);
  add_touched(ledger, arena, changed, question, &keys);
  ro_keys_sort(&keys);
  for (size_t i = 0; i < findings->count; i++)
    if (findings->items[i].decided || ro_keys_have(&keys, findings->items[i].key))
      findings->items[kept++] = findings->items[i];
  findings->count = kept;
}

ro_finding_list ro_items_find(ro_ledger *ledger, ro_arena *arena, const ro_question *question,
                              ro_day as_of) {
  ro_finding_list findings = {0};
  state_filter filter = filter_of(question);
  if (question->item)
    find_one(ledger, arena, question->item, &findings);
  else
    find_by_state(ledger, arena, question, filter.states[0], as_of, &findings);
  if (!question->item && filter.states[1])
    find_by_state(ledger, arena, question, filter.states[1], as_of, &findings);
  if (!question->item) find_decided(ledger, arena, &findings);
  if (question->actor || question->party_count) keep_of_actors(ledger, arena, question, &findings);
  if (question->touched_last != RO_NO_DAY) keep_touched(ledger, arena, question, &findings);
  return findings;
}

/* Is the item's state the one that is asked for, now that it is known? */
bool ro_item_has_state_asked_for(const ro_item *item, const ro_question *question, ro_day as_of) {
  state_filter filter = filter_of(question);
  if (filter.kind >= 0 && item->kind != (ro_item_kind)filter.kind) return false;
  if (filter.ahead && item->ahead_until < as_of) return false;
  return !filter.states[0] || item->state == filter.states[0] || item->state == filter.states[1];
}
