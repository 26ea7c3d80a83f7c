/* The compiled dictionary: one file that is mapped, or the same bytes in memory for a user's own
 * entries. A lookup costs the same whatever the number of names.
 *
 * Layout: header, entries, postings, slots of an open hash table, strings. A slot belongs to the
 * key of a whole name or of the beginning of one. */
#ifndef RO_NAMES_DICTIONARY_H
#define RO_NAMES_DICTIONARY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/file.h"
#include "readout/day.h"

typedef enum ro_entry_kind {
  RO_ENTRY_STATE,
  RO_ENTRY_ACTOR,  /* a body, group, party, medium … */
  RO_ENTRY_SEAT,   /* a capital that stands for its government */
  RO_ENTRY_PERSON, /* one term of office */
  RO_ENTRY_PLACE,
  RO_ENTRY_REGION, /* a place of the list of regions, with adjectives of its own */
  RO_ENTRY_AGENT,  /* a common noun */
  RO_ENTRY_FIRST_NAME,
} ro_entry_kind;

enum { RO_ENTRY_DOUBT_WORD = 1, RO_ENTRY_DOUBT_PERSON = 2 };

/* Strings are offsets into the strings. Fields without a meaning for a kind are 0. */
typedef struct ro_entry {
  uint32_t actor;   /* "RUS", "NATO" */
  uint32_t name;    /* the usual one */
  uint32_t code;    /* CAMEO/PLOVER; an agent's sector */
  uint32_t country; /* ISO 3166 alpha-3 */
  uint32_t role; /* office of a person, GeoNames code of a place, kind of an agent, sex of a name */
  uint32_t nouns;    /* "alliance|bloc"; an agent's party; what a short first name stands for */
  uint32_t division; /* of a place; whom an agent without an owner belongs to: "state" */
  uint32_t geonames;
  int32_t latitude, longitude; /* in 1/10,000 degree */
  uint32_t weight;             /* population of a place, standing of a person */
  ro_day from, to;             /* RO_NO_DAY: open */
  uint16_t kind;               /* ro_entry_kind */
  uint8_t type;                /* ro_actor_type */
  uint8_t doubt;
} ro_entry;

enum {
  RO_POSTING_UPPER = 1,     /* matches capitals only: "US" */
  RO_POSTING_ADJECTIVE = 2, /* "Russian", "Russians" */
  RO_POSTING_SURNAME = 4,
};

typedef struct ro_posting {
  uint32_t entry;
  uint16_t capitals; /* bit i: piece i begins with a capital */
  uint16_t flags;
} ro_posting;

typedef struct ro_slot {
  uint64_t key; /* 0: free */
  uint32_t first, count;
} ro_slot;

typedef struct ro_dictionary {
  ro_mapped_file file;         /* size 0 where the bytes are in memory */
  const unsigned char *memory; /* owned; NULL where the file is mapped */
  const ro_entry *entries;
  const ro_posting *postings;
  const ro_slot *slots;
  const char *strings;
  uint32_t entry_count, posting_count, slot_count, string_size;
} ro_dictionary;

ro_status ro_dictionary_open(ro_dictionary *out, const char *path, ro_error *error);

/* Takes over bytes made by ro_dictionary_build. */
ro_status ro_dictionary_take(ro_dictionary *out, unsigned char *bytes, size_t size,
                             ro_error *error);
void ro_dictionary_close(ro_dictionary *dictionary);

/* True where the key is that of a name or of the beginning of one; *postings and *count may then be
 * empty. */
bool ro_dictionary_find(const ro_dictionary *dictionary, uint64_t key, const ro_posting **postings,
                        uint32_t *count);

const ro_entry *ro_dictionary_entry(const ro_dictionary *dictionary, const ro_posting *posting);
const char *ro_dictionary_string(const ro_dictionary *dictionary, uint32_t offset);

#endif
