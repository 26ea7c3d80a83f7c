/* A clause of a statement as the rules for what is said see it, and the rules that need more than
 * the plain future: what the clause judges, denies, announces and keeps back. */
#ifndef RO_RECORDS_SAID_CLAUSE_H
#define RO_RECORDS_SAID_CLAUSE_H

#include "records/matching/matcher.h"

/* One clause of a statement, as the rules see it. */
typedef struct said_clause {
  const ro_scene *scene;
  uint32_t predicate;
  ro_circumstances circumstances;
  ro_arguments arguments;
  ro_parties speaker, subject, others; /* others: of the subject, not the speaker's side */
  uint32_t subject_token;
  bool own; /* the clause speaks of the speaker's own side */
} said_clause;

/* Makes the match an act of the speaker; true. */
bool said_tell(act_match *match, const said_clause *clause, const char *rule, ro_act act,
               ro_record_status status);

/* The first other actor named in the clause may be whom it concerns. */
void said_find_mentioned(act_match *match, const said_clause *clause);

/* Whether the subject is a common noun. */
bool said_of_thing(const said_clause *clause);

/* The rules; true where one found an act. */
bool said_judges(act_match *match, const said_clause *clause);
bool said_denies(act_match *match, const said_clause *clause);
bool said_announces(act_match *match, const said_clause *clause);
bool said_withholds(act_match *match, const said_clause *clause);
bool said_threatens(act_match *match, const said_clause *clause);

#endif
