#include "ledger/item_draft.h"

#include "ledger/accounts.h"
#include "ledger/counterpart.h"
#include "ledger/entries.h"
#include "ledger/item_parts.h"
#include "ledger/origins.h"

typedef struct item_member {
  int64_t key;
  ro_relation relation;
} item_member;

/* What is read of a large item for a brief. */
enum { FIRST_MEMBERS = 4, LAST_MEMBERS = 28 };

/* Reports up to which a brief tells how many are independent. */
enum { MOST_COMPARED = 64 };

/* The record alone, which a person took out of the item that it was matched to. */
static item_member *alone(ro_arena *arena, int64_t key, size_t *count) {
  item_member *member = ro_arena_alloc(arena, sizeof *member);
  *member = (item_member){key, RO_RELATION_TELLS};
  *count = 1;
  return member;
}

/* The members as of the day, in order. Of a large item only the first ones and the newest, where
 * the question wants no more; *report_count is that of all. */
static item_member *members_of(ro_ledger *ledger, ro_arena *arena, const ro_found_item *found,
                               ro_day as_of, size_t *count, uint32_t *report_count) {
  static const char sql[] = "SELECT record_key, relation, day, report FROM item_record "
                            "WHERE item_key = ?1 AND day <= ?2 ORDER BY day, report, position";
  item_member *members = NULL;
  size_t all = 0, capacity = 0;
  ro_rank last = {RO_NO_DAY, 0, 0};
  sqlite3_stmt *query = ro_database_prepare(ledger->database, sql);
  ro_bind_number(query, 1, found->key);
  ro_bind_number(query, 2, as_of);
  while (ro_database_step(ledger->database, query)) {
    ro_rank rank = {(ro_day)sqlite3_column_int(query, 2), (uint64_t)sqlite3_column_int64(query, 3),
                    0};
    *report_count += ro_rank_compare(&rank, &last) != 0;
    last = rank;
    *RO_ARENA_PUSH(arena, &members, all, capacity) =
        (item_member){sqlite3_column_int64(query, 0), (ro_relation)sqlite3_column_int(query, 1)};
  }
  *count = 0;
  bool partly = found->in_brief && all > FIRST_MEMBERS + LAST_MEMBERS;
  for (size_t i = 0; i < all; i++)
    if (!partly || i < FIRST_MEMBERS || i + LAST_MEMBERS >= all) members[(*count)++] = members[i];
  return members;
}

static void add_entry(ro_arena *arena, ro_item_draft *draft, const ro_entry *entry,
                      const ro_features *features, int64_t report_key) {
  size_t at = draft->count;
  *RO_ARENA_PUSH(arena, &draft->features, at, draft->feature_capacity) = features;
  at = draft->count;
  *RO_ARENA_PUSH(arena, &draft->report_keys, at, draft->key_capacity) = report_key;
  *RO_ARENA_PUSH(arena, &draft->entries, draft->count, draft->entry_capacity) = *entry;
}

/* Reads a member as it is, or as a person has decided; what was rejected, or taken out of this
 * item, is left out. */
static void read_member(ro_ledger *ledger, ro_arena *arena, const item_member *member,
                        bool detached, ro_item_draft *draft) {
  ro_entry entry;
  int64_t report_key;
  const ro_features *features = ro_linker_features(ledger->linker, member->key);
  const ro_decision *decision = ro_decisions_find(ledger->decisions, member->key);
  if (!features || !ro_entry_read(ledger, arena, member->key, &entry, &report_key)) return;
  if (member->key == draft->key) draft->item.id = entry.id;
  if (decision && decision->verdict == RO_VERDICT_REJECT) return;
  if (decision && decision->verdict == RO_VERDICT_DETACH && !detached) return;
  entry.relation = member->relation;
  if (decision) {
    ro_features *corrected = ro_arena_alloc(arena, sizeof *corrected);
    *corrected = *features;
    ro_decision_apply(decision, arena, &entry, corrected);
    features = corrected;
  }
  add_entry(arena, draft, &entry, features, report_key);
}

/* Returns how many reports have a part in the item, all of them. */
static uint32_t read_members(ro_ledger *ledger, ro_arena *arena, const ro_found_item *found,
                             ro_day as_of, ro_item_draft *draft) {
  size_t count;
  uint32_t report_count = 0;
  const item_member *members = found->detached
                                   ? alone(arena, found->key, &count)
                                   : members_of(ledger, arena, found, as_of, &count, &report_count);
  for (size_t i = 0; i < count; i++)
    read_member(ledger, arena, &members[i], found->detached, draft);
  return report_count;
}

/* The first record of the item that names a party, and so may tell of the other one. */
static void find_addressee(ro_ledger *ledger, ro_arena *arena, ro_item_draft *draft) {
  bool addressed = draft->item.kind == RO_ITEM_MEETING || draft->item.whom.count;
  for (size_t i = 0; !addressed && i < draft->count; i++) {
    if (draft->entries[i].relation != RO_RELATION_TELLS) continue;
    draft->item.whom = ro_counterpart_of(ledger, arena, &draft->entries[i], draft->report_keys[i]);
    addressed = draft->item.whom_from_context = draft->item.whom.count > 0;
  }
}

/* Of an item that was read in part the index knows the state and the reports. */
static void complete(ro_ledger *ledger, ro_arena *arena, ro_item_draft *draft,
                     const ro_found_item *found, ro_day as_of, uint32_t report_count) {
  if (report_count <= draft->item.report_count) return;
  bool few = report_count <= MOST_COMPARED;
  draft->item.report_count = report_count;
  draft->item.independent_count = few ? ro_origins_of_item(ledger, arena, draft->key, as_of) : 0;
  draft->item.state = found->state;
  draft->item.since = found->since;
}

bool ro_item_draft_read(ro_ledger *ledger, ro_arena *arena, const ro_found_item *finding,
                        ro_day as_of, ro_item_draft *draft) {
  *draft = (ro_item_draft){.key = finding->key, .item = {.kind = finding->kind}};
  uint32_t report_count = read_members(ledger, arena, finding, as_of, draft);
  if (!draft->item.id || !draft->count) return false;
  ro_item_find_history(arena, draft, as_of);
  if (draft->item.state == RO_ITEM_NO_STATE && !finding->in_brief) return false;
  ro_item_find_parties(arena, draft);
  find_addressee(ledger, arena, draft);
  ro_item_find_matter(draft);
  ro_item_find_reports(arena, draft);
  draft->item.disputed = ro_accounts_differ(draft);
  draft->item.independent_count = ro_origins_of_entries(ledger, arena, draft->entries,
                                                        draft->report_keys, (uint32_t)draft->count);
  draft->item.entries = draft->entries;
  draft->item.entry_count = (uint32_t)draft->count;
  if (finding->in_brief) complete(ledger, arena, draft, finding, as_of, report_count);
  return true;
}
