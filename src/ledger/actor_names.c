#include <stdlib.h>
#include <string.h>

#include "ledger/items/ledger_file.h"

/* The first column of the first row, kept as long as the ledger; NULL where there is none. */
static const char *first_text(ro_ledger *ledger, const char *sql, const char *name) {
  const char *text = NULL;
  sqlite3_stmt *query = ro_database_prepare(ledger->database, sql);
  ro_bind_text(query, 1, name);
  if (ro_database_step(ledger->database, query))
    text = ro_arena_copy_string(ledger->arena, ro_column_text(query, 0));
  sqlite3_reset(query);
  return text;
}

static bool is_named(ro_ledger *ledger, const char *actor) {
  static const char codes[] = "SELECT code FROM record_actor WHERE code = ?1 LIMIT 1";
  static const char persons[] =
      "SELECT actor FROM record_actor WHERE code = substr(?1, 1, instr(?1, ':') - 1) "
      "AND actor = ?1 LIMIT 1";
  return first_text(ledger, strchr(actor, ':') ? persons : codes, actor) != NULL;
}

/* A code in other letters, a country by its name, a person without the code. */
static const char *likely_meant(ro_ledger *ledger, const char *name) {
  static const char *const guesses[] = {
      "SELECT code FROM record_actor WHERE code = upper(?1) LIMIT 1",
      "SELECT country FROM place WHERE name = ?1 COLLATE NOCASE AND country IN "
      "(SELECT code FROM record_actor WHERE code = country) LIMIT 1",
      "SELECT actor FROM record_actor WHERE actor LIKE '%:' || ?1 GROUP BY actor "
      "ORDER BY count(*) DESC, actor LIMIT 1",
      "SELECT actor FROM record_actor WHERE actor LIKE ?1 LIMIT 1",
  };
  const char *meant = NULL;
  for (size_t i = 0; i < sizeof guesses / sizeof *guesses && !meant; i++)
    meant = first_text(ledger, guesses[i], name);
  return meant;
}

bool ro_ledger_names_actor(ro_ledger *ledger, const char *actor, const char **meant) {
  *meant = NULL;
  bool named = is_named(ledger, actor);
  if (!named) *meant = likely_meant(ledger, actor);
  ro_database_result(ledger->database, NULL); /* no answer is worth a failure */
  return named;
}
