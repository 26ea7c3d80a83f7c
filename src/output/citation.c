#include "output/citation.h"

#include <string.h>

#include "base/hash.h"

typedef struct cited_report {
  const char *id, *publisher, *title, *url;
  ro_day published;
} cited_report;

struct ro_citations {
  ro_arena *arena;
  cited_report *reports;
  size_t count, capacity;
  size_t *slots; /* numbers of reports, in a hash table with linear probing; 0: free */
  size_t slot_count;
};

ro_citations *ro_citations_create(ro_arena *arena) {
  ro_citations *citations = ro_arena_alloc(arena, sizeof *citations);
  citations->arena = arena;
  return citations;
}

static const char *copy(ro_arena *arena, const char *text) {
  return text ? ro_arena_copy_string(arena, text) : NULL;
}

/* Where the number of the report stands, or is to stand. */
static size_t *slot_of(const ro_citations *citations, const char *id, ro_day published) {
  size_t mask = citations->slot_count - 1;
  size_t at = (size_t)ro_hash(id, strlen(id)) & mask;
  for (; citations->slots[at]; at = (at + 1) & mask) {
    const cited_report *known = &citations->reports[citations->slots[at] - 1];
    if (known->published == published && strcmp(known->id, id) == 0) break;
  }
  return &citations->slots[at];
}

static void make_room(ro_citations *citations) {
  if (2 * (citations->count + 1) < citations->slot_count) return;
  citations->slot_count = citations->slot_count ? 2 * citations->slot_count : 64;
  citations->slots = ro_arena_alloc_array(citations->arena, citations->slot_count, sizeof(size_t));
  for (size_t i = 0; i < citations->count; i++)
    *slot_of(citations, citations->reports[i].id, citations->reports[i].published) = i + 1;
}

static size_t number_of(ro_citations *citations, const ro_entry *entry) {
  ro_arena *arena = citations->arena;
  make_room(citations);
  size_t *slot = slot_of(citations, entry->report, entry->published);
  if (*slot) return *slot;
  *RO_ARENA_PUSH(arena, &citations->reports, citations->count, citations->capacity) =
      (cited_report){copy(arena, entry->report), copy(arena, entry->publisher),
                     copy(arena, entry->title), copy(arena, entry->url), entry->published};
  return *slot = citations->count;
}

static const char *name_of(const char *publisher, const char *id) {
  return publisher ? publisher : id;
}

const char *ro_citations_of_entry(ro_citations *citations, ro_arena *arena, const ro_entry *entry) {
  size_t number = number_of(citations, entry);
  ro_interval day = {entry->published, entry->published};
  const char *text =
      ro_arena_print(arena, "[%zu] %s, %s", number, name_of(entry->publisher, entry->report),
                     ro_page_days(arena, day));
  if (entry->says.count)
    text = ro_arena_print(arena, "%s; on the word of %s", text, ro_page_actors(arena, entry->says));
  if (entry->channel) text = ro_arena_print(arena, "%s, through %s", text, entry->channel);
  if (entry->decision)
    text = ro_arena_print(arena, "%s; %s by %s", text, entry->decision,
                          entry->decided_by ? entry->decided_by : "a person");
  return text;
}

void ro_citations_print(const ro_citations *citations, const ro_page *page) {
  if (!citations->count) return;
  ro_page_heading(page, "REPORTS");
  ro_arena *arena = ro_arena_create();
  for (size_t i = 0; i < citations->count; i++) {
    const cited_report *report = &citations->reports[i];
    ro_interval day = {report->published, report->published};
    const char *text = ro_arena_print(arena, "[%zu] ", i + 1);
    if (!report->publisher && !report->title) {
      ro_page_line(page,
                   ro_arena_print(arena, "%s%s, %s", text, report->url ? report->url : report->id,
                                  ro_page_days(arena, day)));
      continue;
    }
    if (report->publisher) text = ro_arena_print(arena, "%s%s: ", text, report->publisher);
    if (report->title) text = ro_arena_print(arena, "%s“%s”, ", text, report->title);
    text = ro_arena_print(arena, "%s%s. %s", text, ro_page_days(arena, day),
                          report->url ? report->url : report->id);
    ro_page_line(page, text);
  }
  ro_arena_free(arena);
}
