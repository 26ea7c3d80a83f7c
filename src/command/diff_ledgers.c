#include "command/diff_ledgers.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "output/json.h"

enum { FIELDS = 11 };
static const unsigned every_act = ~0U;
static const char *const field_names[FIELDS] = {"status", "who",  "whom",  "says", "when", "due",
                                                "where",  "what", "event", "mode", "cameo"};

/* The records of both readings, each in the order of by_place. */
typedef struct readings {
  const ro_entry **before, **after;
  size_t before_count, after_count;
} readings;

typedef struct printing {
  ro_arena *arena;
  bool json;
  size_t added, removed, changed, same;
} printing;

/* By report, place and kind: what tells one record from another whatever its fields. */
static int compare_places(const ro_entry *a, const ro_entry *b) {
  int order = strcmp(a->report, b->report);
  if (!order && a->start != b->start) order = a->start < b->start ? -1 : 1;
  if (!order) order = (int)a->act - (int)b->act;
  return order;
}

static int by_place(const void *left, const void *right) {
  const ro_entry *a = *(const ro_entry *const *)left, *b = *(const ro_entry *const *)right;
  int order = compare_places(a, b);
  return order ? order : strcmp(a->id, b->id);
}

static const ro_entry **sorted(ro_arena *arena, const ro_listing *listing, size_t *count) {
  const ro_entry *entries = ro_listing_entries(listing, count);
  const ro_entry **order = ro_arena_alloc_array(arena, *count, sizeof *order);
  for (size_t i = 0; i < *count; i++)
    order[i] = &entries[i];
  if (*count) qsort(order, *count, sizeof *order, by_place);
  return order;
}

static const char *days(ro_arena *arena, ro_interval interval) {
  char buffer[RO_INTERVAL_SIZE];
  const char *printed = ro_interval_print(interval, buffer);
  return printed ? ro_arena_copy_string(arena, printed) : "";
}

static const char *actors(ro_arena *arena, ro_actors list) {
  const char *line = "";
  for (uint32_t i = 0; i < list.count; i++)
    line = ro_arena_print(arena, "%s%s%s", line, i ? ", " : "", list.items[i]);
  return line;
}

static const char *or_empty(const char *text) {
  return text ? text : "";
}

static void fields_of(ro_arena *arena, const ro_entry *entry, const char *fields[FIELDS]) {
  const char *all[FIELDS] = {ro_record_status_name(entry->status),
                             actors(arena, entry->who),
                             actors(arena, entry->whom),
                             actors(arena, entry->says),
                             days(arena, entry->when),
                             days(arena, entry->due),
                             or_empty(entry->where),
                             or_empty(entry->what),
                             or_empty(entry->event),
                             or_empty(entry->mode),
                             or_empty(entry->cameo)};
  memcpy(fields, all, sizeof all);
}

static void print_head(const char *mark, const ro_entry *entry) {
  printf("%s %s %.8s  %s:%zu-%zu\n", mark, ro_act_name(entry->act), entry->id, entry->report,
         entry->start, entry->end);
}

static json_t *json_head(const char *change, const ro_entry *entry) {
  json_t *object = json_object();
  json_object_set_new(object, "change", json_string(change));
  json_object_set_new(object, "record", ro_json_string(entry->id));
  json_object_set_new(object, "report", ro_json_string(entry->report));
  json_object_set_new(object, "kind", ro_json_string(ro_act_name(entry->act)));
  json_object_set_new(object, "start", json_integer((json_int_t)entry->start));
  json_object_set_new(object, "end", json_integer((json_int_t)entry->end));
  return object;
}

static void print_one_sided(printing *out, const ro_entry *entry, bool added) {
  ++*(added ? &out->added : &out->removed);
  if (out->json) {
    json_t *object = json_head(added ? "added" : "removed", entry);
    json_object_set_new(object, "text", ro_json_string(entry->text));
    ro_json_print_line(object, stdout);
    return;
  }
  print_head(added ? "+" : "-", entry);
  printf("    %s\n", or_empty(entry->text));
}

static void print_changed(printing *out, const ro_entry *before, const ro_entry *after) {
  const char *old[FIELDS], *new[FIELDS];
  fields_of(out->arena, before, old);
  fields_of(out->arena, after, new);
  json_t *fields = json_object();
  for (int i = 0; i < FIELDS; i++)
    if (strcmp(old[i], new[i]) != 0)
      json_object_set_new(fields, field_names[i],
                          json_pack("[oo]", ro_json_string(old[i]), ro_json_string(new[i])));
  bool same = json_object_size(fields) == 0;
  ++*(same ? &out->same : &out->changed);
  if (out->json && !same) {
    json_t *object = json_head("changed", after);
    json_object_set(object, "fields", fields);
    ro_json_print_line(object, stdout);
  }
  if (!out->json && !same) print_head("~", after);
  for (int i = 0; i < FIELDS && !out->json; i++)
    if (strcmp(old[i], new[i]) != 0)
      printf("    %s: %s -> %s\n", field_names[i], *old[i] ? old[i] : "(none)",
             *new[i] ? new[i] : "(none)");
  json_decref(fields);
}

/* Steps through both in the order of their places. */
static void print_all(printing *out, const readings *both) {
  size_t i = 0, k = 0;
  while (i < both->before_count || k < both->after_count) {
    int order = 0;
    if (i == both->before_count)
      order = 1;
    else if (k == both->after_count)
      order = -1;
    else
      order = compare_places(both->before[i], both->after[k]);
    if (order < 0)
      print_one_sided(out, both->before[i++], false);
    else if (order > 0)
      print_one_sided(out, both->after[k++], true);
    else
      print_changed(out, both->before[i++], both->after[k++]);
  }
}

static void print_readings(const ro_listing *before, const ro_listing *after, bool json) {
  printing out = {.arena = ro_arena_create(), .json = json};
  readings both;
  both.before = sorted(out.arena, before, &both.before_count);
  both.after = sorted(out.arena, after, &both.after_count);
  print_all(&out, &both);
  if (!json)
    printf("%zu records more, %zu fewer, %zu changed, %zu the same\n", out.added, out.removed,
           out.changed, out.same);
  ro_arena_free(out.arena);
}

ro_status ro_diff_ledgers(ro_ledger *ledger, ro_ledger_options *options, ro_error *error) {
  ro_ledger *other = NULL;
  ro_listing *before = NULL, *after = NULL;
  const ro_question *question = &options->question;
  ro_status status = ro_ledger_open(&other, options->against, RO_LEDGER_READ, error);
  if (status == RO_OK)
    status = ro_ledger_list(&before, other, question, every_act, SIZE_MAX, error);
  if (status == RO_OK)
    status = ro_ledger_list(&after, ledger, question, every_act, SIZE_MAX, error);
  if (status == RO_OK)
    print_readings(before, after, options->format && strcmp(options->format, "jsonl") == 0);
  ro_listing_free(before);
  ro_listing_free(after);
  ro_ledger_free(other);
  return status;
}
