/* What the steps of the name finder share about one report. */
#ifndef RO_NAMES_NAME_SCENE_H
#define RO_NAMES_NAME_SCENE_H

#include "base/document.h"
#include "names/dictionary.h"
#include "names/name_pieces.h"

enum { RO_MOST_DICTIONARIES = 2 }; /* the user's, then readout's */

/* Pieces first .. first + count - 1 spell names that the dictionary has. */
typedef struct ro_name_match {
  const ro_dictionary *dictionary;
  const ro_posting *postings;
  uint32_t posting_count;
  uint32_t first, count; /* pieces */
} ro_name_match;

typedef enum ro_gender { RO_GENDER_UNKNOWN, RO_GENDER_MALE, RO_GENDER_FEMALE } ro_gender;

/* A mention on its way: what the text says of it. */
typedef struct ro_mention_draft {
  uint32_t first, count, head; /* tokens */
  ro_mention_kind kind;
  ro_actor_type type;
  const ro_dictionary *dictionary;
  const ro_entry *entry; /* of a name; NULL: not in the dictionary */
  const ro_entry *agent; /* of a nominal */
  const char *surname;   /* of a person; as the report spells it */
  const char *given;     /* the words before it; "" */
  const char *actor, *code, *role;
  const char *sector,
      *party; /* of a nominal: PLOVER's sector; OPP, MED …, "" where it speaks for its state */
  const char *base; /* the state, body or group that a nominal belongs to; NULL */
  const char *const *members, *const *member_codes;
  uint32_t member_count;
  uint32_t entity;
  uint32_t same_as; /* another draft that is the same one; RO_NONE */
  ro_gender gender;
  bool person, plural, adjective, unnamed, surname_only, indefinite, dropped;
  bool of_others; /* a nominal that belongs to somebody who is not known */
  bool resolving; /* asked for while what it hangs on is being resolved */
  const char *reason;
} ro_mention_draft;

typedef struct ro_name_scene {
  const ro_dictionary *dictionaries;
  uint32_t dictionary_count;
  ro_document *document;
  ro_arena *arena;
  ro_name_pieces pieces;
  uint32_t *piece_token;  /* token of each piece */
  uint32_t *token_piece;  /* first piece of each token, and one more at the end */
  ro_name_match *matches; /* by first piece, then by length */
  size_t match_count, match_capacity;
  ro_mention_draft *drafts;
  size_t draft_count, draft_capacity;
  uint32_t *draft_of; /* for each token the draft whose head it is; RO_NONE */
  bool *in_name;      /* for each token whether a name of a person holds it */
  uint32_t *seed_of;  /* for each token the name of a state, body or group that holds it; RO_NONE */
} ro_name_scene;

/* Cuts the tokens into pieces and looks all sequences of them up. */
void ro_name_scene_look_up(ro_name_scene *scene);

/* Whether the words of the match are written as the posting asks. */
bool ro_name_match_fits(const ro_name_scene *scene, const ro_name_match *match,
                        const ro_posting *posting);

/* Tokens of a match. */
void ro_name_match_tokens(const ro_name_scene *scene, const ro_name_match *match, uint32_t *first,
                          uint32_t *count);

/* The match that spells just these tokens; NULL. */
const ro_name_match *ro_name_scene_match_of(const ro_name_scene *scene, uint32_t first,
                                            uint32_t count);

/* Looks up a name that does not stand in the text: the first dictionary that has it; no pieces. */
bool ro_name_scene_find(const ro_name_scene *scene, const char *name, ro_name_match *match);

/* The token of the span whose head lies outside it. */
uint32_t ro_name_scene_head(const ro_document *document, uint32_t first, uint32_t count);

/* An entry whose kind is that of the wanted name; both NULL where there is none. */
const ro_entry *ro_name_scene_agent(const ro_name_scene *scene, uint32_t first, uint32_t count,
                                    const ro_dictionary **dictionary);

/* The entry of an actor whose id is also its name ("NATO"), with its dictionary; NULL. */
const ro_entry *ro_name_scene_entry_of(const ro_name_scene *scene, const char *actor,
                                       const ro_dictionary **dictionary);

/* The code of an actor whose id is also its name ("NATO"); NULL. */
const char *ro_name_scene_code_of(const ro_name_scene *scene, const char *actor);

/* The state that such an actor belongs to; "" where it is of none or not known. */
const char *ro_name_scene_home_of(const ro_name_scene *scene, const char *actor);

/* Adds a draft whose head is not taken yet; NULL where it is. */
ro_mention_draft *ro_name_scene_add(ro_name_scene *scene, uint32_t first, uint32_t count);

bool ro_token_is(const ro_token *token, const char *lower_case);
bool ro_token_is_one_of(const ro_token *token, const char *const *words, size_t count);

/* The preposition before a noun; NULL. */
const char *ro_name_preposition(const ro_document *document, uint32_t token);

#endif
