/* Which actors a phrase stands for. */
#ifndef RO_RECORDS_PARTIES_H
#define RO_RECORDS_PARTIES_H

#include "records/scene/scene.h"

enum { MAXIMUM_PARTIES = 16 };

typedef struct ro_party {
  const char *actor; /* "RUS:Lavrov", "unnamed USA" */
  const char *code;  /* "RUSGOV" */
  ro_span words;     /* where the report names it; empty where it does not */
  bool political;    /* a state, its organs, an international body, a party, an armed group */
} ro_party;

typedef struct ro_parties {
  ro_party items[MAXIMUM_PARTIES];
  uint32_t count;
} ro_parties;

/* Adds the actors that the phrase headed by `token` stands for: those that it names, else those
 * that its nouns belong to ("the RUSSIAN side"), with all that are coordinated. */
void parties_of_phrase(ro_parties *out, const ro_scene *scene, uint32_t token);

/* Adds those that phrases coordinated with the word stand for. */
void parties_coordinated(ro_parties *out, const ro_scene *scene, uint32_t token);

/* Adds the actor that the word itself names; nothing where it only belongs to one. */
void parties_named(ro_parties *out, const ro_scene *scene, uint32_t token);

/* Adds those that a noun belongs to: "RUSSIA's call", "the RUSSIAN demand", "the pullout of
 * RUSSIA". */
void parties_of_owner(ro_parties *out, const ro_scene *scene, uint32_t noun);

/* The actors of a speaker: several who say it together stand with blanks between them. */
ro_actors parties_in_speaker(ro_arena *arena, const char *speaker);

/* Adds the speakers of a statement. */
void parties_of_speaker(ro_parties *out, const ro_scene *scene, uint32_t statement);

/* Whom a statement has for source though nobody knows his side: his words as a loose group. */
void parties_of_unknown_speaker(ro_parties *out, const ro_scene *scene, uint32_t statement);

/* Somebody who is named, of one's own side but none of them: "Dahl criticised LUND". */
bool parties_is_another_person(const ro_parties *doers, const char *actor);

/* "federal-troops", "henrik-lund": a phrase up to its head, as a loose group is written. */
const char *parties_words(const ro_scene *scene, uint32_t noun);

/* Adds all actors named anywhere below `token`. */
void parties_below(ro_parties *out, const ro_scene *scene, uint32_t token);

/* As parties_below, but for clauses that stand aside and for who is only said to be absent. */
void parties_mentioned(ro_parties *out, const ro_scene *scene, uint32_t token);

/* Adds all actors named below a predicate, its subject and the clauses beside it left aside. */
void parties_of_clause(ro_parties *out, const ro_scene *scene, uint32_t predicate);

void parties_add(ro_parties *out, ro_party party);

/* Adds the actor of a mention, or its members. */
void parties_add_mention(ro_parties *out, const ro_actor_mention *mention);

/* "RUS:Lavrov" and "RUS" are on the same side. */
bool parties_same_side(const char *actor, const char *other);

/* Whether one of the parties is on the side of the actor. */
bool parties_have_side(const ro_parties *some, const char *actor);

/* Whether one of `parties` is on the side of one of `others`. */
bool parties_share_side(const ro_parties *some, const ro_parties *others);

/* Whether they are not all on one side. */
bool parties_many_sides(const ro_parties *some);

/* Takes out those that are on a side of `others`. */
void parties_remove_sides(ro_parties *some, const ro_parties *others);

/* "USA-MED", "USA-BUS": a party inside a state that is none of its politics. */
bool parties_are_private(const char *actor);

bool parties_any_political(const ro_parties *some);

/* Its own code, that of a mention of the same actor, or its state's; NULL. */
const char *parties_code(const ro_scene *scene, const ro_party *party);

/* "RUS" of "unnamed RUS:Lavrov", with its length. */
const char *parties_side(const char *actor, size_t *length);

#endif
