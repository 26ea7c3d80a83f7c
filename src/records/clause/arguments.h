/* The logical arguments of a predicate: passives, control, coordination, relative clauses and light
 * verbs are undone, so that frames can ask for "subj" and "obj" and mean doer and done-to. */
#ifndef RO_RECORDS_ARGUMENTS_H
#define RO_RECORDS_ARGUMENTS_H

#include "records/scene/scene.h"

typedef struct ro_argument {
  act_argument role;
  const char *preposition; /* of ACT_PREPOSITION */
  uint32_t token;          /* its head */
} ro_argument;

enum { MAXIMUM_ARGUMENTS = 24 };

typedef struct ro_arguments {
  ro_argument items[MAXIMUM_ARGUMENTS];
  uint32_t count;
  bool passive;
  uint32_t support; /* the light verb that carries a noun's arguments ("made a promise"); RO_NONE */
} ro_arguments;

void arguments_collect(ro_arguments *out, const ro_scene *scene, uint32_t predicate);

/* The same of a participle that tells a state, not a deed: who "is committed" commits himself. */
void arguments_read_as_state(ro_arguments *out, const ro_scene *scene, uint32_t predicate);

/* The head of the first argument at that place; RO_NONE. */
uint32_t arguments_find(const ro_arguments *arguments, act_argument role, const char *preposition);

/* The token that stands for the subject of a verb or predicate in its surface form, inherited over
 * coordination and control where it has none of its own; RO_NONE. */
uint32_t arguments_surface_subject(const ro_scene *scene, uint32_t predicate);

/* The logical subject (doer); RO_NONE. */
uint32_t arguments_subject(const ro_scene *scene, uint32_t predicate);

/* What a relative pronoun stands for, else the token itself. */
uint32_t arguments_antecedent(const ro_document *document, uint32_t token);

bool arguments_is_infinitive(const ro_document *document, uint32_t verb);
bool arguments_is_passive(const ro_document *document, uint32_t verb);

/* Lemma of the preposition (or marker, of a clause) that introduces a dependent; NULL. */
const char *arguments_preposition(const ro_document *document, uint32_t token);

#endif
