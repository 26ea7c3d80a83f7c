/* What the relation classifier sees of a pair of actors in a text: the words before, between and
 * after them, and the path between them through the dependency tree. */
#ifndef RO_RECORDS_RELATION_FEATURES_H
#define RO_RECORDS_RELATION_FEATURES_H

#include "base/document.h"

/* A feature is known by the hash of its name alone; equal keys are one feature. */
typedef struct ro_relation_feature {
  uint32_t key;
  float value; /* above 0 */
} ro_relation_feature;

typedef struct ro_relation_features {
  ro_relation_feature *items; /* by key, each once; in the document's arena */
  size_t count;
} ro_relation_features;

/* The features of the pair whose words lie in the two spans, among the words of one sentence or
 * (NULL) of the whole text. Needs tags and trees. */
ro_relation_features ro_relation_features_of(const ro_document *document,
                                             const ro_sentence *sentence, ro_span source,
                                             ro_span target);

#endif
