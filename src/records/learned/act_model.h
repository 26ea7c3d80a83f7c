/* A small network, or several together, that tells which words of a passage tell an act of a
 * negotiation, and which of the parties named there did it or had it done to them. It is learned
 * from annotated reports (train/acts) and finds acts that no list of predicates has; the odds of
 * several are averaged.
 *
 * Method: a sum of feature tables and the syntax network's vectors, convolutions over the words
 * (Collobert and others 2011), and a score for each pair of predicate and mention; learned from a
 * larger network's probabilities (Hinton, Vinyals and Dean 2015) and vectors (Romero and others
 * 2015) as well. */
#ifndef RO_RECORDS_ACT_MODEL_H
#define RO_RECORDS_ACT_MODEL_H

#include "records/learned/act_features.h"
#include "records/scene/scene.h"
#include "statements/passage.h"

typedef struct act_model act_model;

/* Memory for one passage at a time, and what the model has read there. */
typedef struct act_reading act_reading;

/* The model lives in the arena. */
ro_status act_model_load(const act_model **out, ro_arena *arena, const char *path, ro_error *error);

act_reading *act_reading_create(const act_model *model, ro_arena *arena);

/* Reads a passage of the scene's document beside what the rules have found there; what follows is
 * asked of it. */
void act_model_read(const act_model *model, act_reading *reading, const ro_scene *scene,
                    const act_marks *marks, const ro_passage *passage);

/* Log odds that the token tells the act; far below zero for tokens outside the passage. */
float act_reading_score(const act_reading *reading, uint32_t token, ro_act act);

/* The act that the token tells most likely, with its log odds in *score. */
ro_act act_reading_best(const act_reading *reading, uint32_t token, float *score);

/* How a mention stands to an act, as log odds. */
typedef struct act_role_scores {
  float who, whom;
} act_role_scores;

/* Predicate and mention are tokens of the passage. */
act_role_scores act_model_roles(const act_model *model, const act_reading *reading,
                                const ro_scene *scene, ro_act act, uint32_t predicate,
                                uint32_t mention);

/* The passage that was read last. */
const ro_passage *act_reading_passage(const act_reading *reading);

#endif
