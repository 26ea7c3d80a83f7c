/* Whom a noun in the plural may mean: "both sides", "the two men". */
#ifndef RO_NAMES_CHAIN_JOINT_H
#define RO_NAMES_CHAIN_JOINT_H

#include "names/chain_state.h"

enum { MOST_CANDIDATES = 16, MOST_MEMBERS = 6 };

/* One that the phrase may mean. */
typedef struct candidate {
  const char *member;
  uint32_t mentions;
} candidate;

typedef struct candidates {
  candidate items[MOST_CANDIDATES];
  uint32_t count;
} candidates;

typedef enum member_kind { PERSONS, STATES, STATES_AND_BODIES } member_kind;

/* What the entity is among members of that kind; NULL where it is none. */
const char *chain_member_of(const entity *e, member_kind kind);

/* "Egypt, Ethiopia and Sudan …; THE THREE COUNTRIES": the latest list of so many; false where there
 * is none. */
bool chain_find_list(const chains *c, const ro_mention_draft *draft, member_kind kind,
                     candidates *all);

/* "THE THREE POWERS …, said Britain, France and Germany": a list of so many states that the report
 * has only later; false where there is none. */
bool chain_find_list_ahead(const chains *c, const ro_mention_draft *draft, member_kind kind,
                           candidates *all);

/* Counts one more mention of the member; of more than MOST_CANDIDATES the last ones are left out.
 */
void chain_count_member(candidates *all, const char *member);

/* "RSF-CIV": private people are no side. */
bool chain_is_private_part(const char *base);

/* Whether the one that was mentioned before does something to those whom the phrase means. */
bool chain_acts_on(const chains *c, const ro_mention_draft *draft, const ro_mention_draft *earlier);

/* The two sides that the report speaks of most, those of the last sentences above all, and none of
 * which does something to them; false where a third is spoken of as much. */
bool chain_main_two(const chains *c, const ro_mention_draft *draft, member_kind kind,
                    candidates *all);

/* Of each of the two main states or armed groups the person who was named most; false where one has
 * none. */
bool chain_main_persons(const chains *c, const ro_mention_draft *draft, candidates *all);

#endif
