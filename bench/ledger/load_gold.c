/* Loads the annotated records of a dossier into a ledger as if the engine had found them, so that
 * the matching is measured alone.
 *
 *   load_gold DOSSIER LEDGER [--without-what] [--append] */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "ledger/items/ledger_file.h"
#include "readout/readout.h"

enum { BATCH = 32 };

typedef struct loading {
  ro_arena *arena;
  ro_engine *engine;
  ro_ledger *ledger;
  json_t *records; /* lists by report */
  bool without_what, append;
} loading;

static json_t *read_records(const char *path) {
  json_t *reports = json_object();
  FILE *file = fopen(path, "r");
  if (!file) {
    fprintf(stderr, "load_gold: cannot open %s\n", path);
    exit(1);
  }
  json_error_t problem;
  for (json_t *row; (row = json_loadf(file, JSON_DISABLE_EOF_CHECK, &problem));) {
    const char *report = json_string_value(json_object_get(row, "report"));
    if (!json_object_get(reports, report)) json_object_set_new(reports, report, json_array());
    json_array_append_new(json_object_get(reports, report), row);
  }
  fclose(file);
  return reports;
}

static ro_actors actors_of(ro_arena *arena, const json_t *list) {
  size_t count = json_array_size(list);
  const char **items = ro_arena_alloc_array(arena, count, sizeof *items);
  for (size_t i = 0; i < count; i++)
    items[i] = json_string_value(json_array_get(list, i));
  return (ro_actors){items, (uint32_t)count};
}

static ro_interval interval_of(const char *text) {
  if (!text) return (ro_interval){RO_NO_DAY, RO_NO_DAY};
  const char *slash = strchr(text, '/');
  ro_day first = ro_day_parse(text);
  return (ro_interval){first, slash ? ro_day_parse(slash + 1) : first};
}

static ro_act act_named(const char *name) {
  for (int act = RO_ACT_NONE + 1; act < RO_ACT_COUNT; act++)
    if (strcmp(name, ro_act_name((ro_act)act)) == 0) return (ro_act)act;
  return RO_ACT_NONE;
}

static ro_record_status status_named(const char *name) {
  for (int status = 0; status < RO_STATUS_COUNT; status++)
    if (strcmp(name, ro_record_status_name((ro_record_status)status)) == 0)
      return (ro_record_status)status;
  return RO_STATUS_MADE;
}

static const char *string_of(const json_t *row, const char *key) {
  return json_string_value(json_object_get(row, key));
}

static bool read_record(const loading *with, const ro_annotation *annotation, const json_t *row,
                        ro_record *record) {
  size_t size, sentence_count;
  const char *text = ro_annotation_text(annotation, &size);
  const char *evidence = string_of(row, "evidence"), *at = strstr(text, evidence);
  if (!at) return false;
  *record = (ro_record){
      .act = act_named(string_of(row, "kind")),
      .status = status_named(string_of(row, "status")),
      .who = actors_of(with->arena, json_object_get(row, "who")),
      .whom = actors_of(with->arena, json_object_get(row, "whom")),
      .says = actors_of(with->arena, json_object_get(row, "says")),
      .when = interval_of(string_of(row, "when")),
      .due = interval_of(string_of(row, "due")),
      .where = string_of(row, "where"),
      .what = with->without_what ? NULL : string_of(row, "what"),
      .evidence = {(uint32_t)(at - text), (uint32_t)(at - text + (ptrdiff_t)strlen(evidence))},
      .place = RO_NONE,
      .statement = RO_NONE,
      .score = 1,
  };
  const ro_sentence *sentences = ro_annotation_sentences(annotation, &sentence_count);
  while (record->sentence + 1 < sentence_count &&
         sentences[record->sentence].span.end <= record->evidence.start)
    record->sentence++;
  return true;
}

static int by_place(const void *a, const void *b) {
  const ro_record *x = a, *y = b;
  if (x->evidence.start != y->evidence.start) return x->evidence.start < y->evidence.start ? -1 : 1;
  return x->evidence.end < y->evidence.end ? -1 : x->evidence.end > y->evidence.end;
}

static void load_report(const loading *with, const ro_report *report) {
  ro_annotation *annotation;
  ro_error error;
  if (ro_annotate(&annotation, with->engine, report, RO_LAYERS_STATEMENTS, &error) != RO_OK) return;
  const json_t *rows = json_object_get(with->records, report->id);
  size_t all = json_array_size(rows), count = 0;
  ro_record *records = ro_arena_alloc_array(with->arena, all, sizeof *records);
  for (size_t i = 0; i < all; i++) {
    if (read_record(with, annotation, json_array_get(rows, i), &records[count])) count++;
  }
  qsort(records, count, sizeof *records, by_place);
  ro_added added;
  if (ro_ledger_add_records(with->ledger, report, annotation, records, count, "gold", &added,
                            &error) != RO_OK)
    fprintf(stderr, "load_gold: %s: %s\n", report->id, error.message);
  ro_annotation_free(annotation);
}

int main(int argc, char **argv) {
  if (argc < 3) {
    fprintf(stderr, "usage: load_gold DOSSIER LEDGER [--without-what]\n");
    return 2;
  }
  loading with = {.arena = ro_arena_create()};
  for (int i = 3; i < argc; i++) {
    with.without_what |= strcmp(argv[i], "--without-what") == 0;
    with.append |= strcmp(argv[i], "--append") == 0;
  }
  with.records = read_records(ro_arena_print(with.arena, "%s/records.jsonl", argv[1]));
  ro_error error;
  ro_reader *reader = NULL;
  const ro_report *report;
  if (!with.append) remove(argv[2]);
  if (ro_engine_create(&with.engine, NULL, &error) != RO_OK ||
      ro_ledger_open(&with.ledger, argv[2], RO_LEDGER_CREATE, &error) != RO_OK ||
      ro_reader_open(&reader, ro_arena_print(with.arena, "%s/reports.jsonl", argv[1]), NULL,
                     &error) != RO_OK) {
    fprintf(stderr, "load_gold: %s\n", error.message);
    return 1;
  }
  size_t loaded = 0;
  for (ro_status status; (status = ro_reader_next(reader, &report, &error)) != RO_END;) {
    if (loaded % BATCH == 0) ro_ledger_begin(with.ledger, &error);
    if (status == RO_OK) load_report(&with, report);
    if (++loaded % BATCH == 0) ro_ledger_commit(with.ledger, &error);
  }
  if (loaded % BATCH) ro_ledger_commit(with.ledger, &error);
  ro_reader_free(reader);
  ro_ledger_free(with.ledger);
  ro_engine_free(with.engine);
  json_decref(with.records);
  ro_arena_free(with.arena);
  return 0;
}
