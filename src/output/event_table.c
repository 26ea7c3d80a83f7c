#include "output/event_table.h"

#include <inttypes.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"

/* A row that waits for its repetitions: all of it but the end of the line. */
typedef struct kept_row {
  char *text;
  size_t count; /* of the events that it joins */
} kept_row;

typedef struct seen_event {
  uint64_t key; /* 0: free */
  size_t row;
} seen_event;

struct ro_event_table {
  ro_event_table_options options;
  const ro_event_column *columns;
  size_t column_count;
  FILE *stream;
  ro_arena *row_arena; /* for one report's cells */
  kept_row *rows;      /* where repeats are joined; else NULL */
  size_t row_count, row_capacity;
  seen_event *seen; /* the rows by the hashes of their events: open addressing */
  size_t seen_room; /* a power of two */
};

static bool is_shown(const ro_event_table *table, const ro_event_column *column) {
  return !table->options.no_text || !column->shows_text;
}

/* A cell without the characters that end one. */
static void write_tab_cell(FILE *stream, const char *cell) {
  for (; *cell; cell++)
    putc(*cell == '\t' || *cell == '\n' || *cell == '\r' ? ' ' : *cell, stream);
}

/* Every cell is quoted, so that "042" stays text. */
static void write_comma_cell(FILE *stream, const char *cell) {
  putc('"', stream);
  for (; *cell; cell++) {
    if (*cell == '"') putc('"', stream);
    putc(*cell, stream);
  }
  putc('"', stream);
}

static void write_cell(const ro_event_table *table, FILE *stream, const char *cell, bool first) {
  bool tabs = table->options.format == RO_TABLE_TSV;
  if (!first) putc(tabs ? '\t' : ',', stream);
  if (tabs)
    write_tab_cell(stream, cell);
  else
    write_comma_cell(stream, cell);
}

static void end_line(const ro_event_table *table) {
  fputs(table->options.format == RO_TABLE_CSV ? "\r\n" : "\n", table->stream);
}

static void write_header(const ro_event_table *table) {
  bool first = true;
  if (table->options.format == RO_TABLE_JSON_LINES) return;
  for (size_t i = 0; i < table->column_count; i++) {
    if (!is_shown(table, &table->columns[i])) continue;
    write_cell(table, table->stream, table->columns[i].name, first);
    first = false;
  }
  if (table->options.one_a_day) write_cell(table, table->stream, "joined", false);
  end_line(table);
}

ro_event_table *ro_event_table_create(const ro_event_table_options *options, FILE *stream) {
  ro_event_table *table = ro_allocate(sizeof *table);
  *table = (ro_event_table){.options = *options, .stream = stream, .row_arena = ro_arena_create()};
  table->columns = ro_event_columns_of(options->columns, &table->column_count);
  write_header(table);
  return table;
}

void ro_event_table_free(ro_event_table *table) {
  if (!table) return;
  ro_arena_free(table->row_arena);
  for (size_t i = 0; i < table->row_count; i++)
    free(table->rows[i].text);
  free(table->rows);
  free(table->seen);
  free(table);
}

static json_t *list_of(const char *cell) {
  json_t *list = json_array();
  while (cell && *cell) {
    size_t length = strcspn(cell, ";");
    json_array_append_new(list, json_stringn_nocheck(cell, length));
    cell += length + (cell[length] == ';');
  }
  return list;
}

static json_t *value_of(const ro_event_column *column, const char *cell) {
  if (column->kind == RO_CELL_LIST) return list_of(cell);
  if (!cell || !*cell) return json_null();
  if (column->kind == RO_CELL_TEXT) return json_string_nocheck(cell);
  return strchr(cell, '.') ? json_real(strtod(cell, NULL)) : json_integer(strtoll(cell, NULL, 10));
}

/* An object up to the brace that ends it. */
static void write_object(const ro_event_table *table, const ro_event_row *row, FILE *stream) {
  json_t *object = json_object();
  for (size_t i = 0; i < table->column_count; i++) {
    const ro_event_column *column = &table->columns[i];
    if (!is_shown(table, column)) continue;
    json_object_set_new_nocheck(object, column->name, value_of(column, column->write(row)));
  }
  char *text = json_dumps(object, JSON_COMPACT | JSON_REAL_PRECISION(9));
  if (text) fwrite(text, 1, strlen(text) - 1, stream);
  free(text);
  json_decref(object);
}

/* All of the row but the end of its line. */
static void write_row(const ro_event_table *table, const ro_event_row *row, FILE *stream) {
  if (table->options.format == RO_TABLE_JSON_LINES) {
    write_object(table, row, stream);
    return;
  }
  bool first = true;
  for (size_t i = 0; i < table->column_count; i++) {
    if (!is_shown(table, &table->columns[i])) continue;
    const char *cell = table->columns[i].write(row);
    write_cell(table, stream, cell ? cell : "", first);
    first = false;
  }
}

static void end_row(const ro_event_table *table) {
  if (table->options.format == RO_TABLE_JSON_LINES) putc('}', table->stream);
  end_line(table);
}

static seen_event *seen_slot(const ro_event_table *table, uint64_t key) {
  size_t at = (size_t)key & (table->seen_room - 1);
  while (table->seen[at].key && table->seen[at].key != key)
    at = (at + 1) & (table->seen_room - 1);
  return &table->seen[at];
}

static void make_room(ro_event_table *table) {
  enum { FIRST_ROOM = 1024 };
  if (table->row_count * 2 < table->seen_room) return;
  ro_event_table larger = {.seen_room = table->seen_room ? table->seen_room * 2 : FIRST_ROOM};
  larger.seen = ro_allocate(larger.seen_room * sizeof *larger.seen);
  memset(larger.seen, 0, larger.seen_room * sizeof *larger.seen);
  for (size_t i = 0; i < table->seen_room; i++)
    if (table->seen[i].key) *seen_slot(&larger, table->seen[i].key) = table->seen[i];
  free(table->seen);
  table->seen = larger.seen;
  table->seen_room = larger.seen_room;
}

/* The same for the same event between the same actors on the same day. */
static uint64_t key_of_day(const ro_event_row *row) {
  const ro_record *record = row->record;
  ro_day day = record->when.first != RO_NO_DAY ? record->when.first : row->report->published;
  uint64_t key = ro_hash_add(RO_HASH_START, &day, sizeof day);
  const char *parts[] = {record->event, record->mode, record->cameo, row->source, row->target};
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
    key = ro_hash_add(key, parts[i] ? parts[i] : "", parts[i] ? strlen(parts[i]) + 1 : 1);
  return ro_hash_finish(key) | 1;
}

static char *text_of_row(const ro_event_table *table, const ro_event_row *row) {
  char *text = NULL;
  size_t size;
  FILE *stream = open_memstream(&text, &size);
  if (!stream) return NULL;
  write_row(table, row, stream);
  fclose(stream);
  return text;
}

static kept_row *new_kept_row(ro_event_table *table) {
  if (table->row_count == table->row_capacity) {
    size_t capacity = table->row_capacity ? table->row_capacity * 2 : 256;
    kept_row *rows = ro_allocate(capacity * sizeof *rows);
    if (table->row_count) memcpy(rows, table->rows, table->row_count * sizeof *rows);
    free(table->rows);
    table->rows = rows;
    table->row_capacity = capacity;
  }
  return &table->rows[table->row_count++];
}

/* Keeps the row till all reports are read, or counts it with the one that tells the same. */
static void join_row(ro_event_table *table, const ro_event_row *row) {
  uint64_t key = key_of_day(row);
  make_room(table);
  seen_event *slot = seen_slot(table, key);
  if (slot->key) {
    table->rows[slot->row].count++;
    return;
  }
  *slot = (seen_event){key, table->row_count};
  *new_kept_row(table) = (kept_row){text_of_row(table, row), 1};
}

void ro_event_table_finish(ro_event_table *table) {
  bool object = table->options.format == RO_TABLE_JSON_LINES;
  for (size_t i = 0; i < table->row_count; i++) {
    char count[24];
    snprintf(count, sizeof count, "%zu", table->rows[i].count);
    if (!table->rows[i].text) continue;
    fputs(table->rows[i].text, table->stream);
    if (object)
      fprintf(table->stream, ",\"joined\":%s", count);
    else
      write_cell(table, table->stream, count, false);
    end_row(table);
  }
}

/* What is only planned has not happened, save that the plan is an event of its own. */
static bool has_happened(const ro_record *record) {
  bool verbal = record->event &&
                (strcmp(record->event, "AGREE") == 0 || strcmp(record->event, "THREATEN") == 0);
  return record->status != RO_STATUS_PLANNED || verbal;
}

/* The same for the same words of the same report, whatever else is in it. */
static const char *make_id(ro_arena *arena, const ro_report *report, const ro_record *record) {
  uint64_t key = ro_hash_add(RO_HASH_START, report->id, strlen(report->id) + 1);
  key = ro_hash_add(key, &record->evidence, sizeof record->evidence);
  key = ro_hash_add(key, record->event, strlen(record->event) + 1);
  key = ro_hash_add(key, &record->predicate_token, sizeof record->predicate_token);
  return ro_arena_print(arena, "%016" PRIx64, ro_hash_finish(key));
}

static const char *join(ro_arena *arena, const char *const *items, size_t count) {
  const char *joined = NULL;
  for (size_t i = 0; i < count; i++)
    joined = joined ? ro_arena_print(arena, "%s;%s", joined, items[i]) : items[i];
  return joined;
}

static void add_row(ro_event_table *table, const ro_event_row *row) {
  if (table->options.one_a_day) {
    join_row(table, row);
    return;
  }
  write_row(table, row, table->stream);
  end_row(table);
}

/* One row a pair of single codes; a side that nobody stands on counts as one. */
static void write_pairs(ro_event_table *table, ro_event_row row) {
  const ro_record *record = row.record;
  const char *stem = row.id;
  uint32_t sources = record->source_code_count ? record->source_code_count : 1;
  uint32_t targets = record->target_code_count ? record->target_code_count : 1;
  size_t number = 0;
  for (uint32_t i = 0; i < sources; i++) {
    for (uint32_t k = 0; k < targets; k++) {
      row.id = ro_arena_print(table->row_arena, "%s-%zu", stem, ++number);
      row.source = record->source_code_count ? record->source_codes[i] : NULL;
      row.target = record->target_code_count ? record->target_codes[k] : NULL;
      row.source_words = i < record->source_words.count ? record->source_words.items[i] : NULL;
      row.target_words = k < record->target_words.count ? record->target_words.items[k] : NULL;
      add_row(table, &row);
    }
  }
}

static void write_event(ro_event_table *table, const ro_report *report,
                        const ro_annotation *annotation, const ro_record *record) {
  ro_arena *arena = table->row_arena;
  ro_event_row row = {.report = report,
                      .annotation = annotation,
                      .record = record,
                      .id = make_id(arena, report, record),
                      .source = join(arena, record->source_codes, record->source_code_count),
                      .target = join(arena, record->target_codes, record->target_code_count),
                      .arena = arena};
  row.source_actors = join(arena, record->who.items, record->who.count);
  row.target_actors = join(arena, record->whom.items, record->whom.count);
  row.source_words = join(arena, record->source_words.items, record->source_words.count);
  row.target_words = join(arena, record->target_words.items, record->target_words.count);
  if (ro_event_columns_pair(table->options.columns))
    write_pairs(table, row);
  else
    add_row(table, &row);
}

void ro_event_table_add(ro_event_table *table, const ro_report *report,
                        const ro_annotation *annotation) {
  size_t count;
  const ro_record *records = ro_annotation_records(annotation, &count);
  for (size_t i = 0; i < count; i++)
    if (records[i].event && (table->options.all || has_happened(&records[i])))
      write_event(table, report, annotation, &records[i]);
  const ro_record *background = ro_annotation_background(annotation, &count);
  for (size_t i = 0; i < count && table->options.all; i++)
    if (background[i].event) write_event(table, report, annotation, &background[i]);
  ro_arena_reset(table->row_arena);
}
