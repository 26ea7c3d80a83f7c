#include "ledger/entries.h"

#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"
#include "ledger/copies.h"

enum { COMPARED = 64 /* reports of an item whose texts are compared, each with each */ };

static const char *copy_column(ro_arena *arena, sqlite3_stmt *query, int column) {
  const char *text = ro_column_text(query, column);
  return text ? ro_arena_copy_string(arena, text) : NULL;
}

static ro_act act_named(const char *name) {
  for (int act = RO_ACT_NONE + 1; name && act < RO_ACT_COUNT; act++)
    if (strcmp(name, ro_act_name((ro_act)act)) == 0) return (ro_act)act;
  return RO_ACT_NONE;
}

static ro_record_status status_named(const char *name) {
  for (int status = 0; name && status < RO_STATUS_COUNT; status++)
    if (strcmp(name, ro_record_status_name((ro_record_status)status)) == 0)
      return (ro_record_status)status;
  return RO_STATUS_MADE;
}

static void read_actors(ro_ledger *ledger, ro_arena *arena, int64_t record_key, ro_entry *entry) {
  static const char sql[] =
      "SELECT role, actor FROM record_actor WHERE record_key = ?1 ORDER BY role, position";
  struct {
    const char *role;
    ro_actors *actors;
    const char **items;
    size_t count, capacity;
  } roles[] = {{.role = "who", .actors = &entry->who},
               {.role = "whom", .actors = &entry->whom},
               {.role = "says", .actors = &entry->says}};
  sqlite3_stmt *query = ro_database_prepare(ledger->database, sql);
  ro_bind_number(query, 1, record_key);
  while (ro_database_step(ledger->database, query)) {
    const char *role = ro_column_text(query, 0), *actor = copy_column(arena, query, 1);
    for (int i = 0; i < 3; i++)
      if (role && strcmp(role, roles[i].role) == 0)
        *RO_ARENA_PUSH(arena, &roles[i].items, roles[i].count, roles[i].capacity) = actor;
  }
  for (int i = 0; i < 3; i++)
    *roles[i].actors = (ro_actors){roles[i].items, (uint32_t)roles[i].count};
}

static void fill(ro_arena *arena, sqlite3_stmt *query, ro_entry *entry) {
  *entry = (ro_entry){
      .id = copy_column(arena, query, 0),
      .act = act_named(ro_column_text(query, 1)),
      .status = status_named(ro_column_text(query, 2)),
      .when = {ro_column_day(query, 3), ro_column_day(query, 4)},
      .due = {ro_column_day(query, 5), ro_column_day(query, 6)},
      .where = copy_column(arena, query, 7),
      .what = copy_column(arena, query, 8),
      .start = (size_t)sqlite3_column_int64(query, 9),
      .end = (size_t)sqlite3_column_int64(query, 10),
      .text = copy_column(arena, query, 11),
      .sentence = copy_column(arena, query, 12),
      .channel = copy_column(arena, query, 13),
      .event = copy_column(arena, query, 14),
      .mode = copy_column(arena, query, 15),
      .cameo = copy_column(arena, query, 16),
      .report = copy_column(arena, query, 17),
      .publisher = copy_column(arena, query, 18),
      .title = copy_column(arena, query, 19),
      .url = copy_column(arena, query, 20),
      .published = ro_column_day(query, 21),
      .report_hash = copy_column(arena, query, 23),
      .engine = copy_column(arena, query, 24),
  };
}

bool ro_entry_read(ro_ledger *ledger, ro_arena *arena, int64_t record_key, ro_entry *entry,
                   int64_t *report_key) {
  static const char sql[] =
      "SELECT record.id, kind, status, when_first, when_last, due_first, due_last, place, what, "
      "start, end, evidence, sentence, channel, event, mode, cameo, "
      "report.id, publisher, title, url, published, report_key, report.hash, versions "
      "FROM record JOIN report USING (report_key) JOIN engine USING (engine_key) "
      "WHERE record_key = ?1";
  sqlite3_stmt *query = ro_database_prepare(ledger->database, sql);
  ro_bind_number(query, 1, record_key);
  bool found = ro_database_step(ledger->database, query);
  if (found) {
    fill(arena, query, entry);
    *report_key = sqlite3_column_int64(query, 22);
  }
  sqlite3_reset(query);
  if (found) read_actors(ledger, arena, record_key, entry);
  return found;
}

/* Independence ----------------------------------------------------------------------------------
 */

/* A sign of where a report has its news from, and the report (its index) that shows it. */
typedef struct sign {
  const char *name;
  uint32_t report;
} sign;

typedef struct sign_list {
  sign *items;
  size_t count, capacity;
} sign_list;

static const char *folded(ro_arena *arena, const char *name) {
  size_t length = strlen(name), size = 0;
  char *out = ro_arena_alloc(arena, 4 * length + 1);
  for (size_t at = 0; at < length;) {
    uint32_t letter = ro_unicode_base_letter(ro_unicode_lower(ro_utf8_next(name, length, &at)));
    if (ro_unicode_is_letter(letter) || ro_unicode_is_digit(letter))
      size += ro_utf8_put(letter, out + size);
  }
  return out;
}

static void find_signs(ro_ledger *ledger, ro_arena *arena, int64_t report_key, uint32_t report,
                       sign_list *signs) {
  static const char sql[] =
      "SELECT publisher FROM report WHERE report_key = ?1 AND publisher IS NOT NULL "
      "UNION ALL SELECT credit FROM report_credit WHERE report_key = ?1";
  sqlite3_stmt *query = ro_database_prepare(ledger->database, sql);
  ro_bind_number(query, 1, report_key);
  while (ro_database_step(ledger->database, query)) {
    const char *name = ro_column_text(query, 0);
    if (name && *name)
      *RO_ARENA_PUSH(arena, &signs->items, signs->count, signs->capacity) =
          (sign){folded(arena, name), report};
  }
}

static uint32_t find_root(uint32_t *parents, uint32_t at) {
  while (parents[at] != at)
    at = parents[at] = parents[parents[at]];
  return at;
}

static void join(uint32_t *parents, uint32_t a, uint32_t b) {
  a = find_root(parents, a);
  b = find_root(parents, b);
  parents[a > b ? a : b] = a > b ? b : a;
}

static int by_name(const void *a, const void *b) {
  return strcmp(((const sign *)a)->name, ((const sign *)b)->name);
}

static void join_by_signs(sign_list *signs, uint32_t *parents) {
  if (signs->count) qsort(signs->items, signs->count, sizeof *signs->items, by_name);
  for (size_t i = 1; i < signs->count; i++)
    if (by_name(&signs->items[i - 1], &signs->items[i]) == 0)
      join(parents, signs->items[i - 1].report, signs->items[i].report);
}

/* Joins the reports that give nearly the same text. */
static void join_copies(ro_ledger *ledger, ro_arena *arena, const int64_t *keys, uint32_t count,
                        uint32_t *parents) {
  if (count > COMPARED) count = COMPARED;
  ro_fingerprint *prints = ro_arena_alloc_array(arena, count, sizeof *prints);
  for (uint32_t i = 0; i < count && count > 1; i++) {
    ro_copies_read(ledger->database, keys[i], &prints[i]);
    for (uint32_t k = 0; k < i; k++)
      if (find_root(parents, i) != find_root(parents, k) &&
          ro_is_same_report(&prints[i], &prints[k]))
        join(parents, i, k);
  }
}

uint32_t ro_entries_find_origins(ro_ledger *ledger, ro_arena *arena, ro_entry *entries,
                                 const int64_t *report_keys, uint32_t count) {
  int64_t *keys = ro_arena_alloc_array(arena, count, sizeof *keys);
  uint32_t *parents = ro_arena_alloc_array(arena, count, sizeof *parents);
  uint32_t reports = 0, origins = 0;
  sign_list signs = {0};
  for (uint32_t i = 0; i < count; i++) {
    bool same = i && report_keys[i] == report_keys[i - 1]; /* entries of a report stand together */
    entries[i].origin = same ? reports - 1 : reports;
    if (same) continue;
    keys[reports] = report_keys[i];
    parents[reports] = reports;
    find_signs(ledger, arena, report_keys[i], reports++, &signs);
  }
  join_by_signs(&signs, parents);
  join_copies(ledger, arena, keys, reports, parents);
  for (uint32_t i = 0; i < reports; i++)
    origins += find_root(parents, i) == i;
  for (uint32_t i = 0; i < count; i++)
    entries[i].origin = find_root(parents, entries[i].origin);
  return origins;
}
