/* Whose word it is: from the words of a source to an actor. */
#ifndef RO_STATEMENTS_SPEAKER_H
#define RO_STATEMENTS_SPEAKER_H

#include "statements/attribution_finder.h"

typedef struct ro_speaker {
  uint32_t mention;  /* RO_NONE: none or unresolved */
  const char *actor; /* several with a space between them; NULL: unresolved */
  bool unnamed;
  bool is_first_person; /* "I", "we": whoever is being quoted */
} ro_speaker;

/* Where the source is a relative pronoun ("who said") its antecedent counts; where there is none,
 * the subject that the cue shares with the verbs above it ("…, adding that"). */
ro_speaker ro_speaker_find(const ro_document *document, const ro_attribution *attribution);

/* The mention whose head is the token, else the longest one that holds it; RO_NONE. */
uint32_t ro_mention_of_token(const ro_document *document, uint32_t token);

/* The actor of a mention, of all its members where it is a joint one; NULL where unresolved. */
const char *ro_mention_actor(const ro_document *document, uint32_t mention);

/* A place that speaks is its government: "Moscow said". NULL where none stands at the token. */
const char *ro_government_at(const ro_document *document, uint32_t token);

#endif
