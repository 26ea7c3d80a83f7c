/* What several rules for whom an act is done to ask of an act and of the report around it. */
#ifndef RO_RECORDS_SURROUNDINGS_H
#define RO_RECORDS_SURROUNDINGS_H

#include "records/matching/matcher.h"

/* How many sentences back the talk between two sides is still what is meant. */
enum { SENTENCES_BACK = 2, SENTENCES_BACK_TO_PROMISE = 6 };

/* The report up to and around one act. */
typedef struct surroundings {
  const ro_scene *scene;
  const act_match *matches;
  size_t count, index;
} surroundings;

uint32_t surroundings_sentence(const surroundings *around, const act_match *match);

/* The acts around it that are looked at: from the first one up to, not including, the last. */
size_t surroundings_first(const surroundings *around);
size_t surroundings_last(const surroundings *around);

/* Whether others can answer it: what was asked, offered, threatened, blamed. */
bool surroundings_can_be_answered(const act_match *match);

/* All that take part in an act but those on the side of `own`. */
ro_parties surroundings_others(const act_match *match, const ro_parties *own);

bool surroundings_take_part(const act_match *match, const ro_parties *side);

/* "will not sign A DOCUMENT that …", "cannot accept ANY delay": a position towards everybody. */
bool surroundings_is_position(const surroundings *around, const act_match *match);

/* "BOTH sides", "the TWO commanders", "the SIGNATORIES" */
bool surroundings_means_both(const ro_scene *scene, uint32_t noun);

/* "a deal", "any delay" */
bool surroundings_is_indefinite(const surroundings *around, uint32_t noun);

/* "sanctions must be lifted", "demanded that it be extended": by whom is left open. */
bool surroundings_is_open_to_anyone(const act_match *match, const surroundings *around);

/* "is ready to talk": no answer, but what would hold without being asked. */
bool surroundings_is_standing(const act_match *match);

/* "Norway's demand for a smaller catch": a demand that is spoken of, not made. */
bool surroundings_is_subject_of_talk(const act_match *match);

/* "reserves the right to …", "does not rule out …": towards whom is left open. */
bool surroundings_keeps_option(const act_match *match, const surroundings *around);

/* Whether a word of the class stands in the act's sentence: what is said may stand before "he
 * warned". */
bool surroundings_has_word(const surroundings *around, const act_match *match, const char *name);

/* Takes those found who are on no side of its doers for whom it is done to; false where there are
 * none. `rule` tells in `explain` how they were found. */
bool surroundings_settle(act_match *match, const ro_parties *found, const char *rule);

#endif
