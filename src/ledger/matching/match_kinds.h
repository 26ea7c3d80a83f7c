/* The parts of the matching: meetings with meetings, reactions with what they react to. */
#ifndef RO_LEDGER_MATCH_KINDS_H
#define RO_LEDGER_MATCH_KINDS_H

#include "ledger/features/alike.h"
#include "ledger/matching/match.h"

static const ro_match ro_no_match = {RO_RELATION_TELLS, 0};

ro_match ro_match_meetings(const ro_features *later, const ro_features *earlier);

/* `later` is a refusal, acceptance, delivery, denial or act of pressure. */
ro_match ro_match_reaction(const ro_features *later, const ro_features *earlier);

/* Does a demand, condition or threat name what is demanded? A threat does so with "unless". */
bool ro_speaks_of_demand(const ro_features *features);

/* Has the meeting taken place? */
bool ro_is_over(const ro_features *meeting);

#endif
