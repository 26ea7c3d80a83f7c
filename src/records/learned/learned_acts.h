/* Acts that no entry of the lexicon tells and the model of acts finds. */
#ifndef RO_RECORDS_LEARNED_ACTS_H
#define RO_RECORDS_LEARNED_ACTS_H

#include "records/events/plover.h"
#include "records/learned/act_model.h"
#include "records/matching/matcher.h"

/* What reads one report: a model and the passage it has read last. */
typedef struct learned_acts {
  const act_model *model;
  act_reading *reading;
} learned_acts;

/* What the rules have found, as the model sees it. */
act_marks learned_marks(const ro_scene *scene, const act_match *matches, size_t count);

/* Fills how the model has the mentions around as parties of the act. */
void learned_score_parties(act_match *match, const ro_scene *scene, const learned_acts *learned);

/* Where the model finds the rules' act most unlikely, only its event is kept; who meets
 * besides is added. The parties have been scored. */
void learned_weigh(act_match *match, const ro_scene *scene, const learned_acts *learned,
                   const ro_plover *plover);

/* Whether the token tells an act, as learned: then fills act, status, roles and parties. */
bool learned_match(act_match *match, const ro_scene *scene, const learned_acts *learned,
                   uint32_t token);

/* Whether two matches are likely to tell the same act: the same kind in the same clause. */
bool learned_is_told(const ro_scene *scene, const act_match *match, const act_match *other);

#endif
