/* Does a record speak of the same matter as an earlier one, and what does it do to it? Looks at the
 * two records alone, so that the answer never depends on what else is in the ledger. */
#ifndef RO_LEDGER_MATCH_H
#define RO_LEDGER_MATCH_H

#include "ledger/features/alike.h"
#include "readout/ledger.h"

typedef struct ro_match {
  ro_relation relation; /* RO_RELATION_TELLS: it goes on with the earlier one */
  uint32_t score;       /* 1 to 1000; 0: they have nothing to do with one another */
} ro_match;

/* `earlier` stands before `later` in the ledger's order, or in the same report. */
ro_match ro_match_records(const ro_features *later, const ro_features *earlier);

/* Acts that may begin an item or be part of its thread: demands, promises, meetings, and the
 * conditions and threats that repeat a demand. */
bool ro_is_thread(ro_act act);

/* The kind of item that a thread of such acts makes. */
ro_item_kind ro_thread_kind(ro_act act);

/* Does the act make an item by itself? (A condition repeats a demand but makes none.) */
bool ro_makes_item(ro_act act);

/* Do two records of one report tell of one meeting: of the same kind, on the same day, the
 * participants of one all among those of the other, not far apart? */
bool ro_tells_same_meeting(const ro_features *later, const ro_features *earlier);

#endif
