/* Which matches make records: those that have a doer, and a political actor on one side. */
#ifndef RO_RECORDS_WORTH_H
#define RO_RECORDS_WORTH_H

#include "records/matching/matcher.h"

bool worth_keeping(const act_match *match, const ro_scene *scene);

#endif
