#include <stdlib.h>
#include <string.h>

#include "ledger/items/ledger_file.h"

struct ro_search {
  ro_arena *arena;
  ro_found_report *reports;
  size_t count, capacity;
};

/* One word or phrase of the search, as a string of SQLite's FTS5: no word is an operator there. */
static const char *quoted(ro_arena *arena, const char *words, size_t size) {
  bool begins = size > 1 && words[size - 1] == '*';
  if (begins) size--;
  char *out = ro_arena_alloc(arena, 2 * size + 4);
  size_t at = 0;
  out[at++] = '"';
  for (size_t i = 0; i < size; i++) {
    if (words[i] == '"') out[at++] = '"';
    out[at++] = words[i];
  }
  out[at++] = '"';
  if (begins) out[at] = '*';
  return out;
}

static const char *expression_of(ro_arena *arena, const char *words) {
  const char *expression = "";
  while (*(words += strspn(words, " \t\n"))) {
    bool phrase = *words == '"' && strchr(words + 1, '"');
    if (phrase) words++;
    size_t size = phrase ? strcspn(words, "\"") : strcspn(words, " \t\n");
    expression = ro_arena_print(arena, "%s %s", expression, quoted(arena, words, size));
    words += size + phrase;
  }
  return expression;
}

static const char *copy_column(ro_arena *arena, sqlite3_stmt *query, int column) {
  const char *text = ro_column_text(query, column);
  return text ? ro_arena_copy_string(arena, text) : NULL;
}

static void run(ro_search *search, ro_ledger *ledger, const char *expression,
                const ro_question *question, size_t limit) {
  static const char sql[] =
      "SELECT id, publisher, report.title, url, published, "
      "snippet(report_search, -1, char(1), char(2), '…', 24) "
      "FROM report_search JOIN report ON report_key = report_search.rowid "
      "WHERE report_search MATCH ?1 AND (?2 IS NULL OR published <= ?2) "
      "AND (?3 IS NULL OR published >= ?3) AND (?4 IS NULL OR published <= ?4) "
      "AND (?5 IS NULL OR id = ?5) ORDER BY rank, published, report.hash LIMIT ?6";
  sqlite3_stmt *query = ro_database_prepare(ledger->database, sql);
  ro_bind_text(query, 1, expression);
  ro_bind_day(query, 2, question->as_of);
  ro_bind_day(query, 3, question->since);
  ro_bind_day(query, 4, question->until);
  ro_bind_text(query, 5, question->report);
  ro_bind_number(query, 6, (int64_t)limit);
  while (ro_database_step(ledger->database, query))
    *RO_ARENA_PUSH(search->arena, &search->reports, search->count, search->capacity) =
        (ro_found_report){
            .id = copy_column(search->arena, query, 0),
            .publisher = copy_column(search->arena, query, 1),
            .title = copy_column(search->arena, query, 2),
            .url = copy_column(search->arena, query, 3),
            .published = ro_column_day(query, 4),
            .snippet = copy_column(search->arena, query, 5),
        };
}

ro_status ro_ledger_search(ro_search **out, ro_ledger *ledger, const char *words,
                           const ro_question *question, size_t limit, ro_error *error) {
  *out = NULL;
  ro_search *search = ro_allocate(sizeof *search);
  *search = (ro_search){.arena = ro_arena_create()};
  const char *expression = expression_of(search->arena, words);
  if (*expression) run(search, ledger, expression, question, limit);
  ro_status status = ro_database_result(ledger->database, error);
  if (status == RO_OK)
    *out = search;
  else
    ro_search_free(search);
  return status;
}

const ro_found_report *ro_search_reports(const ro_search *search, size_t *count) {
  *count = search->count;
  return search->reports;
}

void ro_search_free(ro_search *search) {
  if (!search) return;
  ro_arena_free(search->arena);
  free(search);
}
