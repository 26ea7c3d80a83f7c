/* The acts that the rules find in the sentences of one report. */
#ifndef RO_RECORDS_MATCH_LIST_H
#define RO_RECORDS_MATCH_LIST_H

#include "records/matching/matcher.h"
#include "records/relation/relation_model.h"

/* In the order of their words. */
typedef struct match_list {
  act_match *items;
  size_t count, capacity;
} match_list;

/* A longer run of words is a list or a table, not prose. */
enum { MATCH_LONGEST_SENTENCE = 512 };

/* Nothing matched yet at the token. */
act_match match_new(const ro_scene *scene, uint32_t token);

void match_list_add(match_list *matches, const ro_scene *scene, const act_match *match);

/* Adds what lexicon and rules find in a sentence of prose; without a model (NULL) no relations. */
void match_list_read(match_list *matches, const ro_scene *scene, const ro_relation_model *model,
                     const ro_sentence *sentence);

#endif
