/* What a source does to a target in a text. */
#ifndef RO_ENGINE_RELATE_H
#define RO_ENGINE_RELATE_H

#include "readout/annotation.h"
#include "records/relation/relation_features.h"

/* The text with its trees, and what the classifier sees of the pair; training reads the same. The
 * features live with the annotation, which the caller frees. */
ro_status ro_relate_features(ro_annotation **out, ro_relation_features *features,
                             const ro_engine *engine, const char *text, const char *source,
                             const char *target, ro_layers layers, ro_error *error);

#endif
