/* One report as the rules of this layer look at it: which mention stands at which token, in whose
 * words a token stands, to which classes its lemma belongs. */
#ifndef RO_RECORDS_SCENE_H
#define RO_RECORDS_SCENE_H

#include "base/document.h"
#include "records/lexicon/act_lexicon.h"

typedef struct ro_scene {
  const act_lexicon *lexicon;
  ro_document *document; /* a copy with a repaired tree, where there is something to repair */
  uint32_t *mentions;    /* token to the best actor mention that it heads; RO_NONE */
  uint32_t *adjectives;  /* token to the place that stands for its government or people; RO_NONE */
  bool *timed;           /* whether the token stands in a time expression */
  uint32_t *places;      /* token to the place named there, whatever its use; RO_NONE */
  ro_statement *statements; /* the document's, then those of reported_add */
  uint32_t statement_count;
  uint32_t *outer, *inner; /* token to the widest and the closest statement around it; RO_NONE */
  const char **lemmas; /* token to its lemma as the lexicon writes it: "treaty" of "the Treaty" */
  act_class_set *classes;        /* token to the classes of its lemma */
  word_table codes;              /* actor to the address of its code ("RUSGOV") */
  struct side_tallies **tallies; /* of the sides at odds; filled when they are first asked for */
  const char *leading_state;     /* that most mentions of states in the report name; NULL */
} ro_scene;

/* False where the report has no syntax to read. */
bool scene_build(ro_scene *scene, const act_lexicon *lexicon, ro_document *document);

/* Puts one more statement behind the others. */
void scene_add_statement(ro_scene *scene, const ro_statement *statement);

/* The first token that ends after a byte of the text. */
uint32_t scene_token_at(const ro_scene *scene, uint32_t offset);

/* Whether the token's lemma, as the lexicon writes it, is this one. */
bool scene_lemma_is(const ro_scene *scene, uint32_t token, const char *lemma);

/* Whether the token stands in the statement's content. */
bool scene_is_said_in(const ro_scene *scene, uint32_t token, uint32_t statement);

/* Whether the token's lemma belongs to the class. */
bool scene_in_class(const ro_scene *scene, uint32_t token, const char *name);

/* "rule out": the lemma of a verb with its particle, else the lemma. */
const char *scene_particle(const ro_scene *scene, uint32_t verb);

#endif
