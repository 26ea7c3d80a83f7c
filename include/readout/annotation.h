/* The engine (model, dictionaries and rules, read once, shared read-only by all threads) and what
 * it finds in one report. */
#ifndef READOUT_ANNOTATION_H
#define READOUT_ANNOTATION_H

#include "readout/error.h"
#include "readout/names.h"
#include "readout/records.h"
#include "readout/report.h"
#include "readout/statements.h"
#include "readout/syntax.h"
#include "readout/times.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct ro_engine ro_engine;

typedef struct ro_engine_options {
  const char *data_directory; /* NULL: READOUT_DATA, else beside the program, else as installed */
  const char *const *actor_files; /* the user's own actors (TSV, TABARI/PETRARCH), before ours */
  size_t actor_file_count;
  const char *const *act_files; /* the user's own predicates (TSV as acts.tsv), before ours */
  size_t act_file_count;
  bool rules_only; /* records from the lexicon and the rules, nothing that models of acts add */
} ro_engine_options;

/* Loads model, dictionaries and rules. `options` may be NULL. On error *out is NULL. */
RO_API ro_status ro_engine_create(ro_engine **out, const ro_engine_options *options,
                                  ro_error *error);
RO_API void ro_engine_free(ro_engine *engine);

/* Versions of the program and hashes of model, dictionaries and rules, the user's own files among
 * them, read from the files at the call: "readout 0.1.0; acts.tsv 5f0c…; syntax.model 9f3a…". The
 * caller frees *out with free(). */
RO_API ro_status ro_engine_versions(const ro_engine *engine, char **out, ro_error *error);

/* Which layers to make; each needs and implies the ones before it. */
typedef enum ro_layers {
  RO_LAYERS_SENTENCES,
  RO_LAYERS_SYNTAX,
  RO_LAYERS_NAMES, /* actors, places and times */
  RO_LAYERS_STATEMENTS,
  RO_LAYERS_RECORDS,
} ro_layers;

/* All that was found in one report. It owns its memory (one arena) and keeps pointing into the
 * engine, which must outlive it; the report may go. */
typedef struct ro_annotation ro_annotation;

RO_API ro_status ro_annotate(ro_annotation **out, const ro_engine *engine, const ro_report *report,
                             ro_layers layers, ro_error *error);
/* The same for sentences whose tokens are given in CoNLL-U: of its columns ID, FORM and the
 * SpaceAfter=No of MISC are read. `bytes` holds whole sentences, `path` and `line` (of the first
 * line) stand in errors. */
RO_API ro_status ro_annotate_conllu(ro_annotation **out, const ro_engine *engine, const char *bytes,
                                    size_t size, const char *path, size_t line, ro_layers layers,
                                    ro_error *error);
RO_API void ro_annotation_free(ro_annotation *annotation);

/* What `source` does to `target`, two strings that occur in `text` (where one occurs more than
 * once, the places nearest to each other are meant): always one answer, whose strings live with the
 * engine. A linear classifier over words and dependency paths. RO_ERROR_FORMAT where one of the
 * strings does not occur. */
RO_API ro_status ro_relate(ro_pair_relation *out, const ro_engine *engine, const char *text,
                           const char *source, const char *target, ro_error *error);

/* Each returns an array that lives with the annotation and its length in *count. */
RO_API const ro_sentence *ro_annotation_sentences(const ro_annotation *annotation, size_t *count);
RO_API const ro_token *ro_annotation_tokens(const ro_annotation *annotation, size_t *count);
RO_API const ro_time *ro_annotation_times(const ro_annotation *annotation, size_t *count);
RO_API const ro_place *ro_annotation_places(const ro_annotation *annotation, size_t *count);
RO_API const ro_actor_mention *ro_annotation_actors(const ro_annotation *annotation, size_t *count);
RO_API const ro_statement *ro_annotation_statements(const ro_annotation *annotation, size_t *count);
RO_API const ro_record *ro_annotation_records(const ro_annotation *annotation, size_t *count);
/* What the report tells of more than a year before its day: apart from its records. */
RO_API const ro_record *ro_annotation_background(const ro_annotation *annotation, size_t *count);

/* The text that all spans point into, and its size in bytes. */
RO_API const char *ro_annotation_text(const ro_annotation *annotation, size_t *size);

/* The lines with '#' that stood before each sentence in CoNLL-U; NULL where the text was a
 * report's.
 */
RO_API const char *const *ro_annotation_sentence_comments(const ro_annotation *annotation);

/* Number of Unicode code points before byte `offset` of the text. */
RO_API size_t ro_annotation_codepoint(const ro_annotation *annotation, size_t offset);

#ifdef __cplusplus
}
#endif
#endif
