/* Acts of negotiation and PLOVER events. */
#ifndef RO_RECORDS_RECORD_FINDER_H
#define RO_RECORDS_RECORD_FINDER_H

#include "base/document.h"
#include "base/error.h"
#include "records/learned/act_features.h"
#include "records/matching/matcher.h"
#include "records/relation/relation_model.h"

/* What the layer reads once and shares read-only: the lexicon of acts and the codes. */
typedef struct ro_record_finder ro_record_finder;

/* `act_files` are the user's; their predicates come before readout's. With `rules_only` the models
 * of acts and addressees are left aside. */
ro_status ro_record_finder_load(ro_record_finder **out, const char *data_directory,
                                const char *const *act_files, size_t act_file_count,
                                bool rules_only, ro_error *error);
void ro_record_finder_free(ro_record_finder *finder);

/* Fills the document's records. Without a model (NULL) by lexicon and rules alone. */
void ro_record_finder_annotate(const ro_record_finder *finder, const ro_relation_model *model,
                               ro_document *document);

/* What the model of acts is learned from: the report as the rules see it, and what they find. False
 * where the report has no syntax to read. */
bool ro_record_finder_prepare(ro_scene *scene, act_marks *marks, const ro_record_finder *finder,
                              const ro_relation_model *model, ro_document *document);

/* What the model of addressees is learned from: the acts of a report with their parties as the
 * rules have them. */
typedef struct ro_settled_acts {
  const act_match *matches; /* in the order of the report */
  size_t count;
  const bool *anchors; /* for evidence_find */
} ro_settled_acts;

/* False where the report has no syntax to read, or tells of no politics. */
bool ro_record_finder_settle(ro_scene *scene, ro_settled_acts *acts, const ro_record_finder *finder,
                             const ro_relation_model *model, ro_document *document);

#endif
