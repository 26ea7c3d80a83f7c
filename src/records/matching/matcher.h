/* From a word of the report to the entry of the lexicon that it fits, and from the entry's frame to
 * the actors in its roles. */
#ifndef RO_RECORDS_MATCHER_H
#define RO_RECORDS_MATCHER_H

#include "records/clause/arguments.h"
#include "records/clause/circumstances.h"
#include "records/parties/parties.h"

/* How the model of acts has a mention as doer of an act, and as whom it is done to: log odds. */
typedef struct party_score {
  uint32_t token;
  float who, whom;
} party_score;

/* An act that a word may tell: matched, not yet judged. */
typedef struct act_match {
  const act_entry *entry; /* NULL where a rule for what is said found it */
  const char *rule;       /* the rule's name; NULL for the lexicon's */
  float score;            /* of what is learned; 0 */
  ro_act act;             /* the entry's, until the judgement changes it */
  ro_record_status status;
  const char *event, *mode, *cameo; /* given by entry or rule; NULL: by the act */
  uint32_t predicate;
  ro_arguments arguments;
  ro_circumstances circumstances;
  ro_parties who, whom;
  ro_parties mentioned;      /* whom the clause speaks of, in no role that the frame knows */
  ro_parties source, target; /* of the event; each has a code */
  uint32_t matter;           /* head of what it is about; RO_NONE */
  uint32_t attack;           /* noun of the attack in which it happened; RO_NONE */
  uint32_t statement;        /* closest statement that it stands in; RO_NONE */
  ro_span evidence;
  const party_score *scored; /* mentions in its passage, where the model of acts was asked; NULL */
  uint32_t scored_count;
  bool whom_told;   /* somebody stands where the frame looks for them, though nobody known */
  bool listed;      /* by a demand or a draft */
  bool announced;   /* what a party will do in the report's own words: promised only in a dispute */
  bool standing;    /* a position rather than a deed of a day */
  bool deed_judged; /* its whom is only whose deed was told last */
  bool dropped;
  const char *decision;   /* why it was kept, changed or dropped, for `explain` */
  const char *whom_found; /* by which rule those not told in the clause were found; NULL */
} act_match;

/* The most particular entry that fits the word, or the next one after `after` (NULL: the first);
 * NULL. Fills match->arguments. */
const act_entry *matcher_find(act_match *match, const ro_scene *scene, uint32_t token,
                              const act_entry *after);

/* Fills who, whom and matter by the entry's frame. */
void matcher_fill_roles(act_match *match, const ro_scene *scene);

/* The token at a path (its step left aside); RO_NONE. */
uint32_t matcher_token_at(const ro_scene *scene, const ro_arguments *arguments,
                          const act_path *path);

#endif
