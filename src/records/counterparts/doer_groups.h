/* Who does an act by the word that stands for the doer: rebels, police, crowds, other people. */
#ifndef RO_RECORDS_DOER_GROUPS_H
#define RO_RECORDS_DOER_GROUPS_H

#include "records/matching/matcher.h"

/* One act among those of the whole report. */
typedef struct doer_search {
  const ro_scene *scene;
  const act_match *matches;
  size_t count, index;
} doer_search;

/* Each fills match->who, or leaves it empty and tells false. */
bool doers_of_rebels(act_match *match, const doer_search *search);
bool doers_of_state(act_match *match, const doer_search *search);
bool doers_loose_group(act_match *match, const doer_search *search);
bool doers_by_words(act_match *match, const doer_search *search);

#endif
