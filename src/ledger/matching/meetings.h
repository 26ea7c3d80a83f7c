/* Meetings of the same parties, one after another, told apart. */
#ifndef RO_LEDGER_MEETINGS_H
#define RO_LEDGER_MEETINGS_H

#include "ledger/matching/thread.h"

/* A thread of meetings as single ones, by their days, in the order in which they were told: what
 * comes later changes nothing of what was known before. In the arena. */
ro_thread *ro_meetings_tell_apart(ro_arena *arena, const ro_thread *thread, size_t *count);

#endif
