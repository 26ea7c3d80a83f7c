/* Whom an act is done to or asked of where its clause does not tell: who else says that it was
 * done, who is told, who sits at the same table, who asked before, whose deed was told last. */
#ifndef RO_RECORDS_ADDRESSEES_H
#define RO_RECORDS_ADDRESSEES_H

#include "records/matching/matcher.h"

/* `matches` are those of the whole report, in its order. */
void addressees_find(const ro_scene *scene, act_match *matches, size_t count);

#endif
