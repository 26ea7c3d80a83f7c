/* Whom acts are done to, as learned: the model of addressees weighs what the rules found. */
#ifndef RO_RECORDS_LEARNED_ADDRESSEES_H
#define RO_RECORDS_LEARNED_ADDRESSEES_H

#include "records/learned/addressee_model.h"

/* Whether the act has somebody that it may be done to, and no rule of the user's says who. */
bool learned_addressees_apply(const act_match *match);

/* `matches` are those of the whole report, in its order, with what the rules found. */
void learned_addressees_find(const addressee_model *model, const ro_scene *scene,
                             act_match *matches, size_t count);

#endif
