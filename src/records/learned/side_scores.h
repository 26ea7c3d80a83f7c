/* How the model of acts has a side as doer and as addressee of an act, in steps. */
#ifndef RO_RECORDS_SIDE_SCORES_H
#define RO_RECORDS_SIDE_SCORES_H

#include "records/learned/dealings.h"

enum { SIDE_SCORE_STEPS = 18, SIDE_RANKS = 34 };

typedef struct side_score {
  unsigned who,
      whom;      /* of its likeliest mention: 0 where none was weighed, else log odds in halves */
  unsigned rank; /* how many others are likelier as addressee, and by how much; below SIDE_RANKS */
} side_score;

side_score side_score_find(const side_question *question, uint32_t side);

#endif
