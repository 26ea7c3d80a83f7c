/* What the programs that print a model's examples share: reports as JSON lines, read by an engine.
 */
#ifndef RO_TRAIN_REPORT_EXAMPLES_H
#define RO_TRAIN_REPORT_EXAMPLES_H

#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "engine/engine.h"

/* Prints what a model sees of a report, read up to its statements; `index` is its line. */
typedef void report_printer(const ro_engine *engine, ro_annotation *annotation, uint32_t index);

static inline ro_day day_of(const json_t *json) {
  const char *day = json_string_value(json_object_get(json, "published"));
  if (!day) day = json_string_value(json_object_get(json, "date"));
  return day ? ro_day_parse(day) : RO_NO_DAY;
}

static inline void read_report(const ro_engine *engine, const json_t *json, uint32_t index,
                               report_printer *print) {
  const char *text = json_string_value(json_object_get(json, "text"));
  const ro_report report = {.id = "r",
                            .text = text ? text : "",
                            .text_size = text ? strlen(text) : 0,
                            .published = day_of(json),
                            .updated = RO_NO_DAY,
                            .title = json_string_value(json_object_get(json, "title")),
                            .publisher = json_string_value(json_object_get(json, "publisher"))};
  ro_annotation *annotation;
  ro_error error;
  if (ro_annotate(&annotation, engine, &report, RO_LAYERS_STATEMENTS, &error) != RO_OK) return;
  print(engine, annotation, index);
  ro_annotation_free(annotation);
}

/* argv: the program, the data directory, the file of reports. Returns the exit status. */
static inline int print_examples(int argc, char **argv, report_printer *print) {
  FILE *file = argc == 3 ? fopen(argv[2], "r") : NULL;
  if (!file) return 2;
  ro_engine *engine;
  ro_error error;
  const ro_engine_options options = {.data_directory = argv[1]};
  if (ro_engine_create(&engine, &options, &error) != RO_OK) {
    fprintf(stderr, "%s: %s: %s\n", argv[0], error.file, error.message);
    return 1;
  }
  json_error_t json_error;
  json_t *json;
  for (uint32_t index = 0; (json = json_loadf(file, JSON_DISABLE_EOF_CHECK, &json_error));
       index++) {
    read_report(engine, json, index, print);
    json_decref(json);
  }
  fclose(file);
  ro_engine_free(engine);
  return 0;
}

#endif
