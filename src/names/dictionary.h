/* The compiled dictionary of states, actors, persons, places and common nouns for roles: one file,
 * mapped read-only. A look-up is one probe of a hash table, whatever the number of names. */
#ifndef RO_NAMES_DICTIONARY_H
#define RO_NAMES_DICTIONARY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "names/name_key.h"
#include "readout/day.h"

typedef enum ro_entry_kind {
  RO_ENTRY_STATE,
  RO_ENTRY_ACTOR,
  RO_ENTRY_PERSON, /* one term of office; a person may have several entries */
  RO_ENTRY_PLACE,
  RO_ENTRY_AGENT, /* a common noun: "minister", "troops" */
  RO_ENTRY_KIND_COUNT,
} ro_entry_kind;

/* How a key leads to an entry. */
typedef enum ro_name_use {
  RO_USE_NAME,
  RO_USE_OTHER_NAME,
  RO_USE_ADJECTIVE, /* "Russian" */
  RO_USE_PEOPLE,    /* "Russians" */
  RO_USE_NOUN,      /* "the alliance": refers back to the entry */
  RO_USE_SURNAME,
  RO_USE_COUNT,
} ro_name_use;

enum {
  RO_NAME_CAPITALS = 1, /* only where written in capitals: "US", "WHO" */
  RO_NAME_WORD = 2,     /* also an ordinary word: "Nice" */
  RO_NAME_OF_PERSON = 4 /* also part of persons' names: "Jordan" */
};

/* Kinds of agents. */
enum { RO_AGENT_PERSON, RO_AGENT_GROUP, RO_AGENT_ORGAN };

/* As it lies in the file. Strings are offsets into the strings; 0 is the empty one. */
typedef struct ro_dictionary_entry {
  uint32_t kind;
  uint32_t id;     /* "RUS", "NATO", "RUS-OPP"; of a person: of the state or body; of an agent: the
                      part inside a state, "OPP", or "no", or "yes" */
  uint32_t code;   /* CAMEO/PLOVER actor code; of an agent: the sector */
  uint32_t home;   /* ISO 3166 code of its state */
  uint32_t name;   /* as usually written */
  uint32_t office; /* of persons and agents; of a place: the GeoNames feature code */
  uint32_t type;   /* ro_actor_type; of an agent: RO_AGENT_… */
  uint32_t geonames_id, population;
  uint32_t division; /* of a place */
  float latitude, longitude;
  int32_t from, to; /* days of a term of office; RO_NO_DAY: open */
} ro_dictionary_entry;

typedef struct ro_dictionary_posting {
  uint32_t entry;
  uint16_t use, flags;
} ro_dictionary_posting;

typedef struct ro_dictionary_slot {
  uint64_t key; /* 0: empty */
  uint32_t first, count;
} ro_dictionary_slot;

typedef struct ro_dictionary_header {
  char magic[8];
  uint32_t byte_order; /* 1 */
  uint32_t slot_count; /* a power of two, more than the keys */
  uint32_t posting_count, entry_count, string_size, reserved;
} ro_dictionary_header;

#define RO_DICTIONARY_MAGIC "RONAMES1"

typedef struct ro_dictionary ro_dictionary;

ro_status ro_dictionary_open(ro_dictionary **out, const char *path, ro_error *error);
void ro_dictionary_free(ro_dictionary *dictionary);

/* The postings of a key, and how many; NULL where it has none. */
const ro_dictionary_posting *ro_dictionary_find(const ro_dictionary *dictionary, uint64_t key,
                                                uint32_t *count);
const ro_dictionary_entry *ro_dictionary_get(const ro_dictionary *dictionary, uint32_t entry);

/* Lives with the dictionary; "" for 0. */
const char *ro_dictionary_string(const ro_dictionary *dictionary, uint32_t offset);

/* The entry of a state by its ISO 3166 code; NULL. */
const ro_dictionary_entry *ro_dictionary_state(const ro_dictionary *dictionary, const char *code);

#endif
