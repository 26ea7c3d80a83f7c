/* The inside of the engine and of an annotation, for the files of this folder. */
#ifndef RO_ENGINE_ENGINE_H
#define RO_ENGINE_ENGINE_H

#include "base/document.h"
#include "names/name_finder.h"
#include "readout/annotation.h"
#include "records/record_finder.h"
#include "records/relation/relation_model.h"
#include "statements/statement_finder.h"
#include "syntax/lemmatizer.h"
#include "syntax/parser.h"
#include "text/segmenter.h"
#include "times/time_finder.h"

struct ro_engine {
  ro_segmenter *segmenter;
  ro_parser *parser;
  ro_lemmatizer *lemmatizer;
  ro_name_finder *name_finder;
  ro_time_finder *time_finder;
  ro_statement_finder *statement_finder;
  ro_record_finder *record_finder;
  ro_relation_model *relation_model;
  ro_arena *arena;
  const char *data_directory;
  const char *const *own_files; /* the user's */
  size_t own_file_count;
  bool rules_only;
};

struct ro_annotation {
  ro_document document;
  uint32_t *checkpoints; /* code points before every so many bytes: offsets are counted once */
};

#endif
