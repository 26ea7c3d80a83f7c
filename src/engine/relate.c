#include "engine/relate.h"

#include <string.h>

#include "engine/engine.h"

static size_t gap(ro_span a, ro_span b) {
  if (a.end <= b.start) return b.start - a.end;
  if (b.end <= a.start) return a.start - b.end;
  return SIZE_MAX - 1; /* one inside the other: only where there is nothing better */
}

/* Where the two strings stand nearest to each other without overlapping. */
static bool find_pair(const char *text, const char *source, const char *target,
                      ro_span *source_span, ro_span *target_span) {
  size_t best = SIZE_MAX, source_size = strlen(source), target_size = strlen(target);
  enum { PLACES = 64 }; /* so many of each are compared at most */
  const char *s = text;
  for (int i = 0; i < PLACES && (s = strstr(s, source)); i++, s++) {
    const char *t = text;
    for (int j = 0; j < PLACES && (t = strstr(t, target)); j++, t++) {
      ro_span a = {(uint32_t)(s - text), (uint32_t)((size_t)(s - text) + source_size)};
      ro_span b = {(uint32_t)(t - text), (uint32_t)((size_t)(t - text) + target_size)};
      if (gap(a, b) >= best) continue;
      best = gap(a, b);
      *source_span = a;
      *target_span = b;
    }
  }
  return best != SIZE_MAX;
}

ro_status ro_relate_features(ro_annotation **out, ro_relation_features *features,
                             const ro_engine *engine, const char *text, const char *source,
                             const char *target, ro_layers layers, ro_error *error) {
  *out = NULL;
  ro_span source_span, target_span;
  if (!*source || !*target || !find_pair(text, source, target, &source_span, &target_span))
    return ro_fail(error, RO_ERROR_FORMAT, NULL, 0, "source or target does not occur in the text");
  ro_report report = {.id = "text",
                      .text = text,
                      .text_size = strlen(text),
                      .one_line_paragraphs = true,
                      .published = RO_NO_DAY,
                      .updated = RO_NO_DAY};
  ro_status status = ro_annotate(out, engine, &report, layers, error);
  if (status == RO_OK)
    *features = ro_relation_features_of(&(*out)->document, NULL, source_span, target_span);
  return status;
}

/* The mode of a record with that event; NULL where there is none. */
static const char *mode_of(const ro_annotation *annotation, const char *event) {
  size_t count;
  const ro_record *records = ro_annotation_records(annotation, &count);
  for (size_t i = 0; i < count; i++)
    if (records[i].event && records[i].mode && strcmp(records[i].event, event) == 0)
      return records[i].mode;
  return NULL;
}

ro_status ro_relate(ro_pair_relation *out, const ro_engine *engine, const char *text,
                    const char *source, const char *target, ro_error *error) {
  ro_annotation *annotation;
  ro_relation_features features;
  ro_status status = ro_relate_features(&annotation, &features, engine, text, source, target,
                                        RO_LAYERS_RECORDS, error);
  if (status != RO_OK) return status;
  ro_relation_answer answer = ro_relation_model_answer(engine->relation_model, &features);
  *out = (ro_pair_relation){answer.event, mode_of(annotation, answer.event), answer.score};
  ro_annotation_free(annotation);
  return RO_OK;
}
