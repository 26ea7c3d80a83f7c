/* Questions asked of lists of actors. */
#ifndef RO_LEDGER_ACTOR_LISTS_H
#define RO_LEDGER_ACTOR_LISTS_H

#include <stdbool.h>

#include "readout/records.h"

/* Is the actor among them? "RUS" stands for all who speak for it, "RUS:Lavrov" for him alone. */
bool ro_actors_have(ro_actors actors, const char *wanted);

#endif
