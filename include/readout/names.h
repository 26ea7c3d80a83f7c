/* Actors and places: who and where is meant. */
#ifndef READOUT_NAMES_H
#define READOUT_NAMES_H

#include <stdbool.h>

#include "readout/syntax.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum ro_mention_kind {
  RO_MENTION_NAME,    /* "Sergei Lavrov", "Moscow" meaning Russia's government */
  RO_MENTION_NOMINAL, /* "the Russian diplomat", "a U.S. official" */
  RO_MENTION_PRONOUN, /* "he", "they", "its" */
} ro_mention_kind;

typedef enum ro_actor_type {
  RO_ACTOR_UNKNOWN,
  RO_ACTOR_STATE,
  RO_ACTOR_GOVERNMENT,
  RO_ACTOR_MINISTRY,
  RO_ACTOR_INTERNATIONAL,
  RO_ACTOR_ARMED_GROUP,
  RO_ACTOR_PARTY,
  RO_ACTOR_COMPANY,
  RO_ACTOR_MEDIUM,
  RO_ACTOR_PERSON,
  RO_ACTOR_GROUP, /* a loose group: "western-allies" */
  RO_ACTOR_BODY,  /* a body of whom only the name is known: HERRING-GUILD */
} ro_actor_type;

/* One mention of an actor. Mentions of the same one share `entity`. */
typedef struct ro_actor_mention {
  ro_span span;
  uint32_t first_token, token_count, head_token;
  uint32_t entity; /* index of the chain of mentions, from 0 */
  ro_mention_kind kind;
  ro_actor_type type;
  const char *actor;          /* "RUS", "RUS:Lavrov", "NATO", "western-allies"; NULL: unresolved */
  const char *code;           /* CAMEO/PLOVER actor code, "RUSGOV"; NULL: unresolved */
  const char *role;           /* "foreign minister"; NULL */
  const char *sector;         /* what its noun or title makes it, "REB", resolved or not; NULL */
  const char *const *members; /* actors of a joint mention ("both sides"): then `actor` is NULL */
  const char *const *member_codes; /* of each of them; NULL: only the actors' own are known */
  uint32_t member_count;
  bool unnamed;       /* a person or group known by description alone ("a U.S. official") */
  const char *reason; /* why it was resolved so: dictionary entry or rule, for `explain` */
} ro_actor_mention;

typedef enum ro_place_use {
  RO_PLACE_LOCATION,
  RO_PLACE_GOVERNMENT,
  RO_PLACE_ADJECTIVE,
  RO_PLACE_INSIDE_NAME,
} ro_place_use;

typedef struct ro_place {
  ro_span span;
  uint32_t first_token, token_count;
  const char *name; /* of the gazetteer's entry */
  double latitude, longitude;
  bool located;         /* the coordinates are known */
  uint32_t geonames_id; /* 0: none */
  const char *country;  /* ISO 3166 alpha-3; NULL */
  const char *kind;     /* GeoNames feature code, "PPLC"; NULL */
  ro_place_use use;
} ro_place;

#ifdef __cplusplus
}
#endif
#endif
