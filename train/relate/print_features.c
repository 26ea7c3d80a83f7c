/* Prints what the relation classifier sees of each pair, for training.
 *
 * usage: print_relation_features FILE.jsonl
 *
 * For each line {"id", "text", "source", "target"}: the id, then key:value for each feature. */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/relate.h"

static void print_line(const ro_engine *engine, const char *line, size_t size) {
  ro_annotation *annotation;
  ro_relation_features features;
  ro_error error;
  json_t *pair = json_loadb(line, size, 0, NULL);
  const char *parts[4];
  static const char *const names[] = {"id", "text", "source", "target"};
  for (int i = 0; i < 4; i++) {
    parts[i] = json_string_value(json_object_get(pair, names[i]));
    if (!parts[i]) parts[i] = "";
  }
  if (ro_relate_features(&annotation, &features, engine, parts[1], parts[2], parts[3],
                         RO_LAYERS_SYNTAX, &error) != RO_OK) {
    fprintf(stderr, "%s: %s\n", parts[0], error.message);
    json_decref(pair);
    return;
  }
  fputs(parts[0], stdout);
  for (size_t i = 0; i < features.count; i++)
    printf("\t%u:%g", features.items[i].key, (double)features.items[i].value);
  putchar('\n');
  ro_annotation_free(annotation);
  json_decref(pair);
}

int main(int argc, char **argv) {
  FILE *stream = argc == 2 ? fopen(argv[1], "rb") : NULL;
  ro_engine *engine;
  ro_error error;
  if (!stream || ro_engine_create(&engine, NULL, &error) != RO_OK) {
    fprintf(stderr, "usage: print_relation_features FILE.jsonl\n");
    return 2;
  }
  char *line = NULL;
  size_t capacity = 0;
  for (ssize_t length; (length = getline(&line, &capacity, stream)) >= 0;)
    print_line(engine, line, (size_t)length);
  free(line);
  fclose(stream);
  ro_engine_free(engine);
  return 0;
}
