/* Ledgers for tests, filled with records that are given in a line each rather than read from text,
 * so that a test shows what the ledger makes of records alone. */
#ifndef LEDGER_FIXTURE_H
#define LEDGER_FIXTURE_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "ledger/items/ledger_file.h"
#include "output/exports.h"
#include "readout/readout.h"

/* A row may leave out its last fields. */
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"

/* One record. Those of one report stand behind one another and make its text, a sentence each. */
typedef struct telling {
  const char *report, *published;
  ro_act act;
  ro_record_status status;
  const char *who, *whom; /* actors, separated by commas */
  const char *when, *due; /* days or intervals; NULL */
  const char *sentence;
  const char *publisher, *credit; /* NULL: a paper of its own, no agency */
  const char *says;               /* actors on whose word it is */
} telling;

static inline ro_interval interval_of(const char *text) {
  if (!text) return (ro_interval){RO_NO_DAY, RO_NO_DAY};
  const char *slash = strchr(text, '/');
  return (ro_interval){ro_day_parse(text), ro_day_parse(slash ? slash + 1 : text)};
}

static inline ro_actors actors_of(ro_arena *arena, const char *list) {
  const char **items = NULL;
  size_t count = 0, capacity = 0;
  while (list && *list) {
    size_t length = strcspn(list, ",");
    *RO_ARENA_PUSH(arena, &items, count, capacity) = ro_arena_copy(arena, list, length);
    list += length + (list[length] == ',');
  }
  return (ro_actors){items, (uint32_t)count};
}

static inline ro_record record_of(ro_arena *arena, const telling *told, uint32_t start,
                                  uint32_t sentence) {
  return (ro_record){
      .act = told->act,
      .status = told->status,
      .who = actors_of(arena, told->who),
      .whom = actors_of(arena, told->whom),
      .says = actors_of(arena, told->says),
      .when = interval_of(told->when),
      .due = interval_of(told->due),
      .evidence = {start, start + (uint32_t)strlen(told->sentence)},
      .sentence = sentence,
      .place = RO_NONE,
      .statement = RO_NONE,
      .score = 1,
  };
}

static inline size_t length_of_report(const telling *tellings, size_t count) {
  size_t length = 1;
  while (length < count && strcmp(tellings[length].report, tellings[0].report) == 0)
    length++;
  return length;
}

/* Adds the report that `count` tellings make. */
static inline ro_added add_report(ro_ledger *ledger, const ro_engine *engine,
                                  const telling *tellings, size_t count) {
  ro_arena *arena = ro_arena_create();
  ro_record *records = ro_arena_alloc_array(arena, count, sizeof *records);
  const char *text = "";
  for (size_t i = 0; i < count; i++) {
    records[i] = record_of(arena, &tellings[i], (uint32_t)strlen(text), (uint32_t)i);
    text = ro_arena_print(arena, "%s%s\n", text, tellings[i].sentence);
  }
  ro_report report = {
      .id = tellings[0].report,
      .publisher = tellings[0].publisher ? tellings[0].publisher
                                         : ro_arena_print(arena, "Paper %s", tellings[0].report),
      .credits = &tellings[0].credit,
      .credit_count = tellings[0].credit != NULL,
      .published = ro_day_parse(tellings[0].published),
      .updated = RO_NO_DAY,
      .text = text,
      .text_size = strlen(text),
      .one_line_paragraphs = true,
  };
  ro_annotation *annotation;
  ro_error error;
  ro_added added = RO_ADDED_UNDATED;
  assert_int_equal(ro_annotate(&annotation, engine, &report, RO_LAYERS_SENTENCES, &error), RO_OK);
  assert_int_equal(
      ro_ledger_add_records(ledger, &report, annotation, records, count, "test", &added, &error),
      RO_OK);
  ro_annotation_free(annotation);
  ro_arena_free(arena);
  return added;
}

/* Takes the names of a ledger's files away; who has them open goes on with them. */
static inline void remove_ledger(const char *path) {
  static const char *const endings[] = {"", "-wal", "-shm"};
  for (int i = 0; i < 3; i++) {
    char name[64];
    snprintf(name, sizeof name, "%s%s", path, endings[i]);
    unlink(name);
  }
}

/* A new ledger with all the reports, `batch` of them written together, in a file that is gone when
 * it is closed. */
static inline ro_ledger *ledger_in_batches(const telling *tellings, size_t count, size_t batch) {
  char path[] = "readout-test-XXXXXX";
  ro_ledger *ledger = NULL;
  ro_engine *engine = NULL;
  ro_error error;
  int file = mkstemp(path);
  assert_true(file >= 0);
  close(file);
  assert_int_equal(ro_engine_create(&engine, NULL, &error), RO_OK);
  assert_int_equal(ro_ledger_open(&ledger, path, RO_LEDGER_CREATE, &error), RO_OK);
  size_t added = 0;
  for (size_t i = 0; i < count;) {
    size_t length = length_of_report(tellings + i, count - i);
    if (added++ % batch == 0) assert_int_equal(ro_ledger_begin(ledger, &error), RO_OK);
    add_report(ledger, engine, tellings + i, length);
    i += length;
    if (added % batch == 0 || i == count) assert_int_equal(ro_ledger_commit(ledger, &error), RO_OK);
  }
  ro_engine_free(engine);
  remove_ledger(path);
  return ledger;
}

static inline ro_ledger *ledger_of(const telling *tellings, size_t count) {
  return ledger_in_batches(tellings, count, 1);
}

static inline ro_answer *ask(ro_ledger *ledger, const char *as_of, ro_ask ask) {
  ro_question question = RO_QUESTION_EVERYTHING;
  question.as_of = ro_day_parse(as_of);
  question.ask = ask;
  ro_answer *answer;
  ro_error error;
  assert_int_equal(ro_ledger_ask(&answer, ledger, &question, &error), RO_OK);
  return answer;
}

static inline size_t how_many(ro_ledger *ledger, const char *as_of, ro_ask what) {
  size_t count;
  ro_answer *answer = ask(ledger, as_of, what);
  ro_answer_items(answer, &count);
  ro_answer_free(answer);
  return count;
}

/* State of the only item on that day; "no item" and "several" otherwise. */
static inline const char *state_on(ro_ledger *ledger, const char *as_of) {
  size_t count;
  ro_answer *answer = ask(ledger, as_of, RO_ASK_EVERYTHING);
  const ro_item *items = ro_answer_items(answer, &count);
  const char *state = count == 1  ? ro_item_state_name(items[0].state)
                      : count > 1 ? "several"
                                  : "no item";
  ro_answer_free(answer);
  return state;
}

static inline void print_one(const ro_item *item, void *stream) {
  ro_json_writer writer = {0};
  ro_item_to_jsonl(&writer, stream, item, true);
  ro_json_writer_free(&writer);
}

/* The whole answer as text. The caller frees it. */
static inline char *print_answer(ro_ledger *ledger, const char *as_of) {
  size_t count;
  ro_answer *answer = ask(ledger, as_of, RO_ASK_EVERYTHING);
  const ro_item *items = ro_answer_items(answer, &count);
  char *text = NULL;
  size_t size;
  FILE *stream = open_memstream(&text, &size);
  assert_non_null(stream);
  for (size_t i = 0; i < count; i++)
    print_one(&items[i], stream);
  fclose(stream);
  ro_answer_free(answer);
  return text;
}

/* The same, asked for item by item. */
static inline char *print_each(ro_ledger *ledger, const char *as_of) {
  ro_question question = RO_QUESTION_EVERYTHING;
  question.as_of = ro_day_parse(as_of);
  char *text = NULL;
  size_t size;
  ro_error error;
  FILE *stream = open_memstream(&text, &size);
  assert_non_null(stream);
  assert_int_equal(ro_ledger_each_item(ledger, &question, print_one, stream, &error), RO_OK);
  fclose(stream);
  return text;
}

#endif
