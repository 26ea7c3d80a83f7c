#include <stdlib.h>

#include "ledger/items/ledger_file.h"

struct ro_sources {
  ro_arena *arena;
  ro_source *list;
  size_t count, capacity;
  const char **engines;
  size_t engine_count, engine_capacity;
};

static const char *copy_column(ro_arena *arena, sqlite3_stmt *query, int column) {
  const char *text = ro_column_text(query, column);
  return text ? ro_arena_copy_string(arena, text) : NULL;
}

static void read_list(ro_sources *sources, ro_ledger *ledger, const ro_question *question) {
  static const char sql[] =
      "SELECT id, hash, publisher, title, url, byline, published FROM report "
      "WHERE (?1 IS NULL OR published <= ?1) AND (?2 IS NULL OR published >= ?2) "
      "AND (?3 IS NULL OR published <= ?3) AND (?4 IS NULL OR id = ?4) ORDER BY published, hash";
  ro_arena *arena = sources->arena;
  sqlite3_stmt *query = ro_database_prepare(ledger->database, sql);
  ro_bind_day(query, 1, question->as_of);
  ro_bind_day(query, 2, question->since);
  ro_bind_day(query, 3, question->until);
  ro_bind_text(query, 4, question->report);
  while (ro_database_step(ledger->database, query))
    *RO_ARENA_PUSH(arena, &sources->list, sources->count, sources->capacity) = (ro_source){
        .id = copy_column(arena, query, 0),
        .hash = copy_column(arena, query, 1),
        .publisher = copy_column(arena, query, 2),
        .title = copy_column(arena, query, 3),
        .url = copy_column(arena, query, 4),
        .byline = copy_column(arena, query, 5),
        .published = ro_column_day(query, 6),
    };
}

static void read_engines(ro_sources *sources, ro_ledger *ledger) {
  static const char sql[] = "SELECT versions FROM engine ORDER BY versions";
  sqlite3_stmt *query = ro_database_prepare(ledger->database, sql);
  while (ro_database_step(ledger->database, query))
    *RO_ARENA_PUSH(sources->arena, &sources->engines, sources->engine_count,
                   sources->engine_capacity) = copy_column(sources->arena, query, 0);
}

ro_status ro_ledger_sources(ro_sources **out, ro_ledger *ledger, const ro_question *question,
                            ro_error *error) {
  *out = NULL;
  ro_sources *sources = ro_allocate(sizeof *sources);
  *sources = (ro_sources){.arena = ro_arena_create()};
  read_list(sources, ledger, question);
  read_engines(sources, ledger);
  ro_status status = ro_database_result(ledger->database, error);
  if (status == RO_OK)
    *out = sources;
  else
    ro_sources_free(sources);
  return status;
}

const ro_source *ro_sources_list(const ro_sources *sources, size_t *count) {
  *count = sources->count;
  return sources->list;
}

const char *const *ro_sources_engines(const ro_sources *sources, size_t *count) {
  *count = sources->engine_count;
  return sources->engines;
}

void ro_sources_free(ro_sources *sources) {
  if (!sources) return;
  ro_arena_free(sources->arena);
  free(sources);
}
