/* The cast of a report: everyone who has been named so far, so that later mentions find them. */
#ifndef RO_NAMES_CAST_H
#define RO_NAMES_CAST_H

#include "base/document.h"
#include "names/dictionary.h"

/* What a mention tells of a person beside the name. All may be NULL. */
typedef struct ro_person_clue {
  const char *body;   /* "RUS", "NATO": the state or body */
  const char *code;   /* actor code that goes with it */
  const char *office; /* as in agents.tsv: "foreign" */
  const char *role;   /* the words: "foreign minister" */
} ro_person_clue;

typedef struct ro_cast_member {
  const char *actor, *code, *role; /* NULL: unknown */
  const char *body;                /* of a person: the state or body; else the actor itself */
  const char *office;              /* NULL */
  const char *surname, *full_name; /* of persons */
  uint64_t surname_key;
  ro_actor_type type;
  bool is_person;
  bool is_plural;     /* a group of persons */
  uint32_t last_seen; /* token of the latest mention */
  uint32_t mentions;
  const char *reason;
} ro_cast_member;

typedef struct ro_cast {
  const ro_dictionary *dictionary;
  const ro_document *document;
  ro_cast_member *members;
  uint32_t count;
  size_t capacity;
} ro_cast;

/* The member that stands for a state, a body or a group; made where it is new. */
uint32_t ro_cast_actor(ro_cast *cast, const char *actor, const char *code, ro_actor_type type,
                       uint32_t token, const char *reason);

/* The member for a person's name, with what is known from the clue, from earlier mentions and from
 * the offices of the dictionary on the report's day. */
uint32_t ro_cast_person(ro_cast *cast, const char *name, const ro_person_clue *clue,
                        uint32_t token);

/* A person named before with that family name, or RO_NONE. */
uint32_t ro_cast_find_surname(const ro_cast *cast, const char *surname);

/* The latest person before `token` who fits the clue (each part that is not NULL); RO_NONE. */
uint32_t ro_cast_find_person(const ro_cast *cast, const ro_person_clue *clue, uint32_t token);

/* Who holds an office of a body on the report's day by the dictionary, if that is one; NULL. */
const ro_dictionary_entry *ro_cast_office_holder(const ro_cast *cast, const char *body,
                                                 const char *office);

/* A new member of whom nothing is known but a description. */
uint32_t ro_cast_unnamed(ro_cast *cast, const ro_person_clue *clue, bool is_plural, uint32_t token);

/* The actor code for a body ("RUS", "NATO") and a sector ("GOV"). */
const char *ro_cast_code(const ro_cast *cast, const char *body, const char *sector);

#endif
