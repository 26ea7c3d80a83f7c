#include "output/timeline.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "output/item_page.h"
#include "output/json_writer.h"

/* Where a step stands in the order, and what is printed of it in the file. */
typedef struct waiting_step {
  ro_day day;
  ro_item_kind kind;
  uint32_t step;
  char id[20];
  long offset;
  size_t size;
} waiting_step;

struct ro_timeline {
  const ro_page *page; /* NULL: JSON */
  ro_day since, until;
  FILE *file;
  long end; /* of the file */
  waiting_step *steps;
  size_t count, capacity;
  ro_arena *arena; /* of one item */
  ro_json_writer json;
};

ro_status ro_timeline_create(ro_timeline **out, const ro_page *page, ro_day since, ro_day until,
                             ro_error *error) {
  FILE *file = tmpfile();
  *out = NULL;
  if (!file)
    return ro_fail(error, RO_ERROR_IO, NULL, 0, "cannot make a temporary file: %s",
                   strerror(errno));
  *out = ro_allocate(sizeof **out);
  **out = (ro_timeline){
      .page = page, .since = since, .until = until, .file = file, .arena = ro_arena_create()};
  return RO_OK;
}

void ro_timeline_free(ro_timeline *timeline) {
  if (!timeline) return;
  fclose(timeline->file);
  free(timeline->steps);
  ro_arena_free(timeline->arena);
  ro_json_writer_free(&timeline->json);
  free(timeline);
}

/* "demand refused", "meeting held", "promise overdue". */
static const char *name_of(ro_arena *arena, const ro_item *item, uint32_t step) {
  const char *kind = ro_item_kind_name(item->kind);
  ro_item_state state = item->history[step].state;
  if (!step && (state == RO_ITEM_OPEN || state == RO_ITEM_PENDING))
    return ro_arena_print(arena, "%s made", kind);
  if (state == RO_ITEM_OPEN) return "demand repeated";
  return ro_arena_print(arena, "%s %s", kind, ro_item_state_name(state));
}

/* Waiting ---------------------------------------------------------------------------------------
 */

/* With a byte before it that tells whether there is one, and the NUL behind it. */
static void put_string(ro_timeline *timeline, const char *string) {
  fputc(string ? 1 : 0, timeline->file);
  if (string) fwrite(string, 1, strlen(string) + 1, timeline->file);
  timeline->end += string ? (long)strlen(string) + 2 : 1;
}

static void put_number(ro_timeline *timeline, int64_t number) {
  fwrite(&number, sizeof number, 1, timeline->file);
  timeline->end += (long)sizeof number;
}

/* What the page tells of an entry. */
static void put_entry(ro_timeline *timeline, const ro_entry *entry) {
  const char *const strings[] = {entry->sentence,  entry->text,     entry->report,
                                 entry->publisher, entry->title,    entry->url,
                                 entry->channel,   entry->decision, entry->decided_by};
  for (size_t i = 0; i < sizeof strings / sizeof *strings; i++)
    put_string(timeline, strings[i]);
  put_number(timeline, entry->published);
  put_number(timeline, entry->says.count);
  for (uint32_t i = 0; i < entry->says.count; i++)
    put_string(timeline, entry->says.items[i]);
}

static void put_for_page(ro_timeline *timeline, const ro_item *item, uint32_t step,
                         const ro_entry *entry) {
  ro_item_page out = {.page = timeline->page, .arena = timeline->arena};
  const char *head = ro_item_page_head(&out, item);
  const char *name = name_of(timeline->arena, item, step);
  put_string(timeline, ro_arena_print(timeline->arena, "%s: %s", name, head));
  put_number(timeline, entry != NULL);
  if (entry) put_entry(timeline, entry);
}

static void put_for_json(ro_timeline *timeline, const ro_item *item, uint32_t step,
                         const ro_entry *entry) {
  ro_json_writer *to = &timeline->json;
  ro_interval day = {item->history[step].day, item->history[step].day};
  ro_json_open(to, '{');
  ro_json_name(to, "day");
  ro_json_put_days(to, day);
  ro_json_name(to, "event");
  ro_json_put_string(to, name_of(timeline->arena, item, step));
  ro_json_name(to, "item");
  ro_json_put_string(to, item->id);
  ro_json_name(to, "who");
  ro_json_put_strings(to, item->who.items, item->who.count);
  ro_json_name(to, "whom");
  ro_json_put_strings(to, item->whom.items, item->whom.count);
  ro_json_name(to, "what");
  ro_json_put_string(to, item->what);
  ro_json_name(to, "record");
  ro_json_put_string(to, entry ? entry->id : NULL);
  ro_json_name(to, "report");
  ro_json_put_string(to, entry ? entry->report : NULL);
  ro_json_name(to, "text");
  ro_json_put_string(to, entry ? entry->text : NULL);
  ro_json_close(to, '}');
  timeline->end += (long)to->size + 1;
  ro_json_end_line(to, timeline->file);
}

static waiting_step *new_step(ro_timeline *timeline) {
  if (timeline->count == timeline->capacity) {
    timeline->capacity = timeline->capacity ? 2 * timeline->capacity : 256;
    timeline->steps = ro_reallocate(timeline->steps, timeline->capacity * sizeof *timeline->steps);
  }
  return &timeline->steps[timeline->count++];
}

void ro_timeline_add(ro_timeline *timeline, const ro_item *item) {
  ro_arena_reset(timeline->arena);
  for (uint32_t i = 0; i < item->history_count; i++) {
    const ro_step *told = &item->history[i];
    const ro_entry *entry = told->entry < item->entry_count ? &item->entries[told->entry] : NULL;
    if (timeline->since != RO_NO_DAY && told->day < timeline->since) continue;
    if (timeline->until != RO_NO_DAY && told->day > timeline->until) continue;
    waiting_step *step = new_step(timeline);
    *step =
        (waiting_step){.day = told->day, .kind = item->kind, .step = i, .offset = timeline->end};
    snprintf(step->id, sizeof step->id, "%s", item->id);
    if (timeline->page)
      put_for_page(timeline, item, i, entry);
    else
      put_for_json(timeline, item, i, entry);
    step->size = (size_t)(timeline->end - step->offset);
  }
}

/* Printing --------------------------------------------------------------------------------------
 */

static int by_day(const void *a, const void *b) {
  const waiting_step *x = a, *y = b;
  if (x->day != y->day) return x->day < y->day ? -1 : 1;
  if (x->kind != y->kind) return (int)x->kind - (int)y->kind;
  int order = strcmp(x->id, y->id);
  if (order) return order;
  return x->step < y->step ? -1 : x->step > y->step;
}

static const char *get_string(const char **at) {
  if (!*(*at)++) return NULL;
  const char *string = *at;
  *at += strlen(string) + 1;
  return string;
}

static int64_t get_number(const char **at) {
  int64_t number;
  memcpy(&number, *at, sizeof number);
  *at += sizeof number;
  return number;
}

static ro_entry get_entry(ro_arena *arena, const char **at) {
  ro_entry entry = {0};
  const char **const strings[] = {&entry.sentence,  &entry.text,     &entry.report,
                                  &entry.publisher, &entry.title,    &entry.url,
                                  &entry.channel,   &entry.decision, &entry.decided_by};
  for (size_t i = 0; i < sizeof strings / sizeof *strings; i++)
    *strings[i] = get_string(at);
  entry.published = (ro_day)get_number(at);
  uint32_t count = (uint32_t)get_number(at);
  const char **says = ro_arena_alloc_array(arena, count, sizeof *says);
  for (uint32_t i = 0; i < count; i++)
    says[i] = get_string(at);
  entry.says = (ro_actors){says, count};
  return entry;
}

static void print_step(ro_item_page *out, const char *at) {
  ro_page_entry(out->page, get_string(&at));
  if (get_number(&at)) {
    ro_entry entry = get_entry(out->arena, &at);
    ro_item_page_print_entry(out, &entry, NULL);
  } else {
    ro_page_remark(out->page, "the day that was set has passed");
  }
}

/* What the file holds of the step; NULL where it cannot be read. */
static const char *read_step(ro_timeline *timeline, const waiting_step *step) {
  char *bytes = ro_arena_alloc(timeline->arena, step->size);
  bool read = fseek(timeline->file, step->offset, SEEK_SET) == 0 &&
              fread(bytes, 1, step->size, timeline->file) == step->size;
  return read ? bytes : NULL;
}

static bool print_page(ro_timeline *timeline) {
  ro_arena *cited = ro_arena_create();
  ro_item_page out = {
      .page = timeline->page, .arena = timeline->arena, .citations = ro_citations_create(cited)};
  bool fine = true;
  for (size_t i = 0; i < timeline->count && fine; i++) {
    const waiting_step *step = &timeline->steps[i];
    ro_arena_reset(timeline->arena);
    const char *bytes = read_step(timeline, step);
    fine = bytes != NULL;
    if (!i || timeline->steps[i - 1].day != step->day)
      ro_page_heading(out.page, ro_page_days(out.arena, (ro_interval){step->day, step->day}));
    if (fine) print_step(&out, bytes);
  }
  if (fine) ro_citations_print(out.citations, out.page);
  ro_arena_free(cited);
  return fine;
}

static bool print_json(ro_timeline *timeline, FILE *stream) {
  bool fine = true;
  for (size_t i = 0; i < timeline->count && fine; i++) {
    ro_arena_reset(timeline->arena);
    const char *line = read_step(timeline, &timeline->steps[i]);
    fine = line != NULL;
    if (fine) fwrite(line, 1, timeline->steps[i].size, stream);
  }
  return fine;
}

ro_status ro_timeline_print(ro_timeline *timeline, FILE *stream, ro_error *error) {
  bool fine = fflush(timeline->file) == 0 && !ferror(timeline->file);
  if (timeline->count) qsort(timeline->steps, timeline->count, sizeof(waiting_step), by_day);
  if (fine) fine = timeline->page ? print_page(timeline) : print_json(timeline, stream);
  return fine ? RO_OK : ro_fail(error, RO_ERROR_IO, NULL, 0, "a temporary file cannot be read");
}
