/* Threads: records that go on with one another, and the reactions to them. */
#ifndef RO_LEDGER_THREAD_H
#define RO_LEDGER_THREAD_H

#include "ledger/matching/history.h"
#include "ledger/matching/linking.h"

typedef struct ro_member {
  int64_t key;
  ro_turn turn;
} ro_member;

/* In the ledger's order; each record once. */
typedef struct ro_thread {
  ro_member *items;
  size_t count, capacity;
} ro_thread;

/* The first record that tells of the matter: its key is the item's. (A reaction may stand before it
 * in the same report.) */
int64_t ro_thread_key(const ro_thread *thread);

/* What the record goes on with; 0 where it begins a thread. */
int64_t ro_thread_before(ro_database *database, int64_t key);

/* The thread that the record begins, with all reactions to its records. In the arena. */
ro_thread ro_thread_gather(ro_database *database, ro_linker *linker, ro_arena *arena, int64_t root);

#endif
