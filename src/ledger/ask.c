#include <stdlib.h>
#include <string.h>

#include "ledger/actor_lists.h"
#include "ledger/entries.h"
#include "ledger/history.h"
#include "ledger/item_store.h"
#include "ledger/match.h"

struct ro_answer {
  ro_arena *arena;
  ro_day as_of;
  ro_item *items;
  size_t count, capacity, total;
};

/* One item on its way into the answer. */
typedef struct item_draft {
  int64_t key;
  ro_item item;
  ro_entry *entries;
  int64_t *report_keys;
  const ro_features **features;
  size_t count, entry_capacity, key_capacity, feature_capacity;
} item_draft;

/* An item that may be part of the answer. */
typedef struct found_item {
  int64_t key;
  ro_item_kind kind;
  ro_day since;
  bool decided;  /* people decided on its records: its state is not the one of the index */
  bool detached; /* a single record, taken out of another item */
  bool in_brief; /* it need not be read whole */
  ro_item_state state;
} found_item;

static ro_day newest_day(ro_ledger *ledger) {
  static const char sql[] = "SELECT max(published) FROM report";
  sqlite3_stmt *query = ro_database_prepare(ledger->database, sql);
  ro_day day = RO_NO_DAY;
  while (ro_database_step(ledger->database, query))
    day = ro_column_day(query, 0);
  return day;
}

/* Parts of an item ------------------------------------------------------------------------------
 */

static bool has_actor(const char *const *list, size_t count, const char *actor, size_t length) {
  for (size_t i = 0; i < count; i++)
    if (strlen(list[i]) == length && memcmp(list[i], actor, length) == 0) return true;
  return false;
}

typedef struct name_list {
  const char **items;
  size_t count, capacity;
} name_list;

static void add_name(ro_arena *arena, name_list *names, const char *name, size_t length) {
  if (!has_actor(names->items, names->count, name, length))
    *RO_ARENA_PUSH(arena, &names->items, names->count, names->capacity) =
        ro_arena_copy(arena, name, length);
}

/* Adds an actor as a party: a state, not the person who speaks for it; but the persons of a
 * meeting are told. */
static void add_party(ro_arena *arena, name_list *names, const char *actor, bool with_person) {
  if (strncmp(actor, "unnamed ", 8) == 0) actor += 8;
  size_t length = with_person ? strlen(actor) : strcspn(actor, ":");
  if (length) add_name(arena, names, actor, length);
}

/* "RUS" says nothing beside "RUS:Lavrov". */
static ro_actors without_bare_codes(const name_list *names) {
  ro_actors actors = {names->items, 0};
  for (size_t i = 0; i < names->count; i++) {
    size_t length = strlen(names->items[i]);
    bool bare = false;
    for (size_t k = 0; k < names->count; k++)
      bare |= k != i && strncmp(names->items[k], names->items[i], length) == 0 &&
              names->items[k][length] == ':';
    if (!bare) names->items[actors.count++] = names->items[i];
  }
  return actors;
}

static bool tells(const item_draft *draft, size_t index) {
  const ro_entry *entry = &draft->entries[index];
  return entry->relation == RO_RELATION_TELLS && ro_makes_item(entry->act);
}

static void find_parties(ro_arena *arena, item_draft *draft) {
  name_list who = {0}, whom = {0};
  bool meeting = draft->item.kind == RO_ITEM_MEETING;
  for (size_t i = 0; i < draft->count; i++) {
    if (!tells(draft, i)) continue;
    const ro_entry *entry = &draft->entries[i];
    for (uint32_t k = 0; k < entry->who.count; k++)
      add_party(arena, &who, entry->who.items[k], meeting);
    for (uint32_t k = 0; k < entry->whom.count; k++)
      add_party(arena, &whom, entry->whom.items[k], false);
  }
  draft->item.who = without_bare_codes(&who);
  draft->item.whom = (ro_actors){whom.items, (uint32_t)whom.count};
}

/* The entry whose wording is most like those of the others; the earliest of equals. */
static size_t most_typical(const item_draft *draft) {
  size_t best = 0;
  uint32_t best_score = 0;
  for (size_t i = 0; i < draft->count && i < 50; i++) {
    uint32_t score = 1;
    if (!tells(draft, i)) continue;
    for (size_t k = 0; k < draft->count && k < 50; k++)
      if (k != i && tells(draft, k))
        score += ro_terms_likeness(draft->features[i]->terms, draft->features[k]->terms);
    if (score > best_score) {
      best = i;
      best_score = score;
    }
  }
  return best;
}

static void find_matter(item_draft *draft) {
  const ro_entry *entry = &draft->entries[most_typical(draft)];
  draft->item.what = entry->what ? entry->what : entry->text;
  for (size_t i = 0; i < draft->count; i++)
    if (draft->item.kind == RO_ITEM_MEETING && tells(draft, i) && draft->entries[i].where)
      draft->item.where = draft->entries[i].where;
}

/* The id of an entry's report, and where it comes first. */
typedef struct told_report {
  const char *id;
  size_t first;
} told_report;

static int by_report_id(const void *a, const void *b) {
  const told_report *x = a, *y = b;
  int order = strcmp(x->id, y->id);
  return order ? order : x->first < y->first ? -1 : x->first > y->first;
}

static int by_first(const void *a, const void *b) {
  const told_report *x = a, *y = b;
  return x->first < y->first ? -1 : x->first > y->first;
}

/* The reports in order, each once: versions of one report have one id. */
static void find_reports(ro_arena *arena, item_draft *draft) {
  told_report *told = ro_arena_alloc_array(arena, draft->count, sizeof *told);
  const char **ids = ro_arena_alloc_array(arena, draft->count, sizeof *ids);
  size_t kept = 0;
  for (size_t i = 0; i < draft->count; i++) {
    told[i] = (told_report){draft->entries[i].report, i};
    draft->item.disputed |= draft->entries[i].relation == RO_RELATION_DENIES;
  }
  qsort(told, draft->count, sizeof *told, by_report_id);
  for (size_t i = 0; i < draft->count; i++)
    if (!kept || strcmp(told[kept - 1].id, told[i].id) != 0) told[kept++] = told[i];
  qsort(told, kept, sizeof *told, by_first);
  for (size_t i = 0; i < kept; i++)
    ids[i] = told[i].id;
  draft->item.reports = ids;
  draft->item.report_count = (uint32_t)kept;
}

static void find_history(ro_arena *arena, item_draft *draft, ro_day as_of) {
  ro_turn *turns = ro_arena_alloc_array(arena, draft->count, sizeof *turns);
  for (size_t i = 0; i < draft->count; i++)
    turns[i] = (ro_turn){draft->features[i], draft->entries[i].relation};
  ro_history history =
      ro_history_tell(arena, draft->item.kind, turns, (uint32_t)draft->count, as_of);
  draft->item.state = history.state;
  draft->item.since = history.since;
  draft->item.due = history.due;
  draft->item.ahead_until = history.ahead_until;
  draft->item.history = history.steps;
  draft->item.history_count = history.step_count;
}

/* Reading an item -------------------------------------------------------------------------------
 */

typedef struct item_member {
  int64_t key;
  ro_relation relation;
} item_member;

/* What is read of a large item for a brief. */
enum { FIRST_MEMBERS = 4, LAST_MEMBERS = 28 };

/* The record alone, which a person took out of the item that it was matched to. */
static item_member *alone(ro_arena *arena, int64_t key, size_t *count) {
  item_member *member = ro_arena_alloc(arena, sizeof *member);
  *member = (item_member){key, RO_RELATION_TELLS};
  *count = 1;
  return member;
}

/* The members as of the day, in order. Of a large item only the first ones and the newest, where
 * the question wants no more; *report_count is that of all. */
static item_member *members_of(ro_ledger *ledger, ro_arena *arena, const found_item *found,
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

static void add_entry(ro_arena *arena, item_draft *draft, const ro_entry *entry,
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
                        bool detached, item_draft *draft) {
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
static uint32_t read_members(ro_ledger *ledger, ro_arena *arena, const found_item *found,
                             ro_day as_of, item_draft *draft) {
  size_t count;
  uint32_t report_count = 0;
  const item_member *members = found->detached
                                   ? alone(arena, found->key, &count)
                                   : members_of(ledger, arena, found, as_of, &count, &report_count);
  for (size_t i = 0; i < count; i++)
    read_member(ledger, arena, &members[i], found->detached, draft);
  return report_count;
}

/* Of an item that was read in part the index knows the state, and only the number of reports. */
static void complete(item_draft *draft, const found_item *found, uint32_t report_count) {
  if (report_count <= draft->item.report_count) return;
  draft->item.report_count = report_count;
  draft->item.independent_count = 0;
  draft->item.state = found->state;
  draft->item.since = found->since;
}

static bool read_item(ro_ledger *ledger, ro_arena *arena, const found_item *finding, ro_day as_of,
                      item_draft *draft) {
  *draft = (item_draft){.key = finding->key, .item = {.kind = finding->kind}};
  uint32_t report_count = read_members(ledger, arena, finding, as_of, draft);
  if (!draft->item.id || !draft->count) return false;
  find_history(arena, draft, as_of);
  if (draft->item.state == RO_ITEM_NO_STATE && !finding->in_brief) return false;
  find_parties(arena, draft);
  find_matter(draft);
  find_reports(arena, draft);
  draft->item.independent_count = ro_entries_find_origins(
      ledger, arena, draft->entries, draft->report_keys, (uint32_t)draft->count);
  draft->item.entries = draft->entries;
  draft->item.entry_count = (uint32_t)draft->count;
  if (finding->in_brief) complete(draft, finding, report_count);
  return true;
}

/* Which items -----------------------------------------------------------------------------------
 */

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

typedef struct finding_list {
  found_item *items;
  size_t count, capacity;
} finding_list;

static bool began_between(ro_day since, const ro_question *question) {
  return (question->since == RO_NO_DAY || since >= question->since) &&
         (question->until == RO_NO_DAY || since <= question->until);
}

static void find_by_state(ro_ledger *ledger, ro_arena *arena, const ro_question *question,
                          ro_item_state state, ro_day as_of, finding_list *findings) {
  state_filter found = filter_of(question);
  const state_filter *filter = &found;
  static const char by_state[] = "SELECT item_key, kind, ahead_until, since, state FROM item_state "
                                 "WHERE kind = ?1 AND state = ?2 AND last >= ?3 AND first <= ?3";
  static const char every_kind[] =
      "SELECT item_key, kind, ahead_until, since, state FROM item_state "
      "WHERE state = ?2 AND last >= ?3 AND first <= ?3";
  static const char all[] = "SELECT item_key, kind, ahead_until, since, state FROM item_state "
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
        (found_item){.key = sqlite3_column_int64(query, 0),
                     .kind = (ro_item_kind)sqlite3_column_int(query, 1),
                     .since = (ro_day)sqlite3_column_int(query, 3),
                     .state = (ro_item_state)sqlite3_column_int(query, 4),
                     .in_brief = question->brief};
  }
}

static void find_one(ro_ledger *ledger, ro_arena *arena, const char *id, finding_list *findings) {
  static const char sql[] =
      "SELECT DISTINCT item_key, item_state.kind FROM record JOIN item_record USING (record_key) "
      "JOIN item_state USING (item_key) WHERE record.id >= ?1 AND record.id < ?1 || 'g'";
  sqlite3_stmt *query = ro_database_prepare(ledger->database, sql);
  ro_bind_text(query, 1, id);
  while (ro_database_step(ledger->database, query))
    *RO_ARENA_PUSH(arena, &findings->items, findings->count, findings->capacity) =
        (found_item){.key = sqlite3_column_int64(query, 0),
                     .kind = (ro_item_kind)sqlite3_column_int(query, 1),
                     .decided = true};
}

static void add_decided(ro_arena *arena, finding_list *findings, found_item added) {
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
static void find_decided(ro_ledger *ledger, ro_arena *arena, finding_list *findings) {
  size_t record_count, item_count;
  const int64_t *records = ro_decisions_records(ledger->decisions, &record_count);
  for (size_t i = 0; i < record_count; i++) {
    const int64_t *items = ro_item_store_items_of(ledger->database, arena, records[i], &item_count);
    for (size_t k = 0; k < item_count; k++) {
      const ro_features *features = ro_linker_features(ledger->linker, items[k]);
      if (features)
        add_decided(arena, findings,
                    (found_item){.key = items[k], .kind = ro_thread_kind(features->act)});
    }
    const ro_features *features = ro_linker_features(ledger->linker, records[i]);
    const ro_decision *decision = ro_decisions_find(ledger->decisions, records[i]);
    if (decision->verdict == RO_VERDICT_DETACH && features && ro_makes_item(features->act))
      add_decided(
          arena, findings,
          (found_item){.key = records[i], .kind = ro_thread_kind(features->act), .detached = true});
  }
}

typedef struct key_list {
  int64_t *items;
  size_t count, capacity;
} key_list;

static void add_items_of_actor(ro_ledger *ledger, ro_arena *arena, const char *actor,
                               key_list *keys) {
  static const char sql[] = "SELECT item_key FROM record_actor JOIN item_record USING (record_key) "
                            "WHERE code = ?1 AND role <> 'says'";
  sqlite3_stmt *query = ro_database_prepare(ledger->database, sql);
  ro_bind_bytes(query, 1, actor, strcspn(actor, ":"));
  while (ro_database_step(ledger->database, query))
    *RO_ARENA_PUSH(arena, &keys->items, keys->count, keys->capacity) =
        sqlite3_column_int64(query, 0);
}

static int compare_keys(const void *a, const void *b) {
  int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
  return x < y ? -1 : x > y;
}

/* Drops the items in which none of the actors has a part, so that they need not be read. What
 * people decided on may name others now. */
static void keep_of_actors(ro_ledger *ledger, ro_arena *arena, const ro_question *question,
                           finding_list *findings) {
  key_list keys = {0};
  size_t kept = 0;
  if (question->actor) add_items_of_actor(ledger, arena, question->actor, &keys);
  for (size_t i = 0; i < question->party_count; i++)
    add_items_of_actor(ledger, arena, question->parties[i], &keys);
  if (keys.count) qsort(keys.items, keys.count, sizeof *keys.items, compare_keys);
  for (size_t i = 0; i < findings->count; i++) {
    const found_item *found = &findings->items[i];
    if (found->decided || (keys.count && bsearch(&found->key, keys.items, keys.count,
                                                 sizeof *keys.items, compare_keys)))
      findings->items[kept++] = *found;
  }
  findings->count = kept;
}

static finding_list find_items(ro_ledger *ledger, ro_arena *arena, const ro_question *question,
                               ro_day as_of) {
  finding_list findings = {0};
  state_filter filter = filter_of(question);
  if (question->item)
    find_one(ledger, arena, question->item, &findings);
  else
    find_by_state(ledger, arena, question, filter.states[0], as_of, &findings);
  if (!question->item && filter.states[1])
    find_by_state(ledger, arena, question, filter.states[1], as_of, &findings);
  if (!question->item) find_decided(ledger, arena, &findings);
  if (question->actor || question->party_count) keep_of_actors(ledger, arena, question, &findings);
  return findings;
}

/* Is the item's state the one that is asked for, now that it is known? */
static bool has_state_asked_for(const ro_item *item, const ro_question *question, ro_day as_of) {
  state_filter filter = filter_of(question);
  if (filter.kind >= 0 && item->kind != (ro_item_kind)filter.kind) return false;
  if (filter.ahead && item->ahead_until < as_of) return false;
  return !filter.states[0] || item->state == filter.states[0] || item->state == filter.states[1];
}

/* Does the item fit the rest of the question? */

static bool has_actor_in_any_role(const ro_item *item, const char *wanted) {
  for (uint32_t i = 0; i < item->entry_count; i++)
    if (ro_actors_have(item->entries[i].who, wanted) ||
        ro_actors_have(item->entries[i].whom, wanted))
      return true;
  return false;
}

static bool is_between(const ro_item *item, const ro_question *question) {
  size_t found = 0;
  for (size_t i = 0; i < question->party_count; i++)
    found += ro_actors_have(item->who, question->parties[i]) ||
             ro_actors_have(item->whom, question->parties[i]);
  return found >= (question->party_count < 2 ? question->party_count : 2);
}

static bool is_told_by(const ro_item *item, const char *report) {
  for (uint32_t i = 0; i < item->report_count; i++)
    if (strcmp(item->reports[i], report) == 0) return true;
  return false;
}

static bool is_about(const item_draft *draft, ro_terms about) {
  for (size_t i = 0; i < draft->count; i++)
    if (ro_terms_shared(draft->features[i]->terms, about) * 2 >= ro_terms_weight(about) &&
        ro_terms_weight(about))
      return true;
  return false;
}

static bool fits(const item_draft *draft, const ro_question *question, ro_terms about) {
  const ro_item *item = &draft->item;
  if (question->kind >= 0 && item->kind != (ro_item_kind)question->kind) return false;
  if (question->state && item->state != question->state) return false;
  if (question->since != RO_NO_DAY && item->since < question->since) return false;
  if (question->until != RO_NO_DAY && item->since > question->until) return false;
  if (question->actor && !has_actor_in_any_role(item, question->actor)) return false;
  if (question->party_count && !is_between(item, question)) return false;
  if (question->report && !is_told_by(item, question->report)) return false;
  return !question->about || is_about(draft, about);
}

static ro_day first_day(const ro_item *item) {
  return item->history_count ? item->history[0].day : item->since;
}

static int by_kind(const void *a, const void *b) {
  const ro_item *x = a, *y = b;
  if (x->kind != y->kind) return (int)x->kind - (int)y->kind;
  ro_day day_x = first_day(x), day_y = first_day(y);
  if (day_x != day_y) return day_x < day_y ? -1 : 1;
  return strcmp(x->id, y->id);
}

static int by_newness(const void *a, const void *b) {
  const ro_item *x = a, *y = b;
  if (x->since != y->since) return x->since > y->since ? -1 : 1;
  return strcmp(x->id, y->id);
}

/* Does the question need a look at the items themselves? */
static bool narrows(const ro_question *question) {
  return question->actor || question->party_count || question->report || question->about;
}

static int by_since(const void *a, const void *b) {
  const found_item *x = a, *y = b;
  return x->since > y->since ? -1 : x->since < y->since;
}

/* Drops all but the newest, and the ones as new as the last of them: which of these stay, their
 * ids decide once they are read. */
static void keep_newest(finding_list *findings, size_t limit) {
  if (findings->count <= limit) return;
  qsort(findings->items, findings->count, sizeof *findings->items, by_since);
  ro_day last = findings->items[limit - 1].since;
  while (limit < findings->count && findings->items[limit].since == last)
    limit++;
  findings->count = limit;
}

static void answer_question(ro_ledger *ledger, ro_answer *answer, const ro_question *question) {
  ro_arena *arena = answer->arena;
  ro_terms about = {0};
  if (question->about) {
    ro_span whole = {0, (uint32_t)strlen(question->about)};
    about = ro_terms_of(ledger->vocabulary, arena, question->about, whole, NULL, 0);
  }
  finding_list findings = find_items(ledger, arena, question, answer->as_of);
  if (question->limit && !narrows(question)) {
    answer->total = findings.count;
    keep_newest(&findings, question->limit);
  }
  for (size_t i = 0; i < findings.count; i++) {
    item_draft draft;
    const found_item *finding = &findings.items[i];
    bool fitting =
        read_item(ledger, arena, finding, answer->as_of, &draft) &&
        (!finding->decided || has_state_asked_for(&draft.item, question, answer->as_of)) &&
        fits(&draft, question, about);
    if (!fitting && answer->total) answer->total--;
    if (fitting)
      *RO_ARENA_PUSH(arena, &answer->items, answer->count, answer->capacity) = draft.item;
  }
  if (answer->total < answer->count) answer->total = answer->count;
  if (question->limit && answer->count > question->limit) {
    qsort(answer->items, answer->count, sizeof *answer->items, by_newness);
    answer->count = question->limit;
  }
  if (answer->count) qsort(answer->items, answer->count, sizeof *answer->items, by_kind);
}

ro_status ro_ledger_ask(ro_answer **out, ro_ledger *ledger, const ro_question *question,
                        ro_error *error) {
  *out = NULL;
  if (question->about) {
    ro_status status = ro_ledger_load_vocabulary(ledger, error);
    if (status != RO_OK) return status;
  }
  ro_answer *answer = ro_allocate(sizeof *answer);
  *answer = (ro_answer){.arena = ro_arena_create(), .as_of = question->as_of};
  if (!ledger->writing) ro_database_execute(ledger->database, "BEGIN");
  if (answer->as_of == RO_NO_DAY) answer->as_of = newest_day(ledger);
  answer_question(ledger, answer, question);
  if (!ledger->writing) ro_database_execute(ledger->database, "COMMIT");
  if (!ledger->writing) ro_linker_forget(ledger->linker);
  ro_status status = ro_database_result(ledger->database, error);
  if (status != RO_OK) {
    ro_answer_free(answer);
    return status;
  }
  *out = answer;
  return RO_OK;
}

const ro_item *ro_answer_items(const ro_answer *answer, size_t *count) {
  *count = answer->count;
  return answer->items;
}

size_t ro_answer_total(const ro_answer *answer) {
  return answer->total;
}

ro_day ro_answer_day(const ro_answer *answer) {
  return answer->as_of;
}

void ro_answer_free(ro_answer *answer) {
  if (!answer) return;
  ro_arena_free(answer->arena);
  free(answer);
}
