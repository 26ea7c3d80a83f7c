#include "output/timeline.h"

#include <stdlib.h>
#include <string.h>

#include "output/item_page.h"

static int by_day(const void *a, const void *b) {
  const ro_event_line *x = a, *y = b;
  if (x->day != y->day) return x->day < y->day ? -1 : 1;
  if (x->item->kind != y->item->kind) return (int)x->item->kind - (int)y->item->kind;
  int order = strcmp(x->item->id, y->item->id);
  if (order) return order;
  return x->step < y->step ? -1 : x->step > y->step;
}

ro_event_line *ro_timeline_of(ro_arena *arena, const ro_item *items, size_t item_count,
                              ro_day since, ro_day until, size_t *count) {
  ro_event_line *lines = NULL;
  size_t capacity = 0;
  *count = 0;
  for (size_t i = 0; i < item_count; i++) {
    const ro_item *item = &items[i];
    for (uint32_t k = 0; k < item->history_count; k++) {
      const ro_step *step = &item->history[k];
      if (since != RO_NO_DAY && step->day < since) continue;
      if (until != RO_NO_DAY && step->day > until) continue;
      const ro_entry *entry = step->entry < item->entry_count ? &item->entries[step->entry] : NULL;
      *RO_ARENA_PUSH(arena, &lines, *count, capacity) =
          (ro_event_line){step->day, item, step, entry};
    }
  }
  if (*count) qsort(lines, *count, sizeof *lines, by_day);
  return lines;
}

const char *ro_event_line_name(ro_arena *arena, const ro_event_line *line) {
  const char *kind = ro_item_kind_name(line->item->kind);
  ro_item_state state = line->step->state;
  bool first = line->step == &line->item->history[0];
  if (first && (state == RO_ITEM_OPEN || state == RO_ITEM_PENDING))
    return ro_arena_print(arena, "%s made", kind);
  if (state == RO_ITEM_OPEN) return "demand repeated";
  return ro_arena_print(arena, "%s %s", kind, ro_item_state_name(state));
}

static void print_line(ro_item_page *out, const ro_event_line *line) {
  const char *head = ro_item_page_head(out, line->item);
  const char *name = ro_event_line_name(out->arena, line);
  ro_page_entry(out->page, ro_arena_print(out->arena, "%s: %s", name, head));
  if (line->entry)
    ro_item_page_print_entry(out, line->entry, NULL);
  else
    ro_page_remark(out->page, "the day that was set has passed");
}

void ro_timeline_print(const ro_page *page, const ro_event_line *lines, size_t count) {
  ro_arena *arena = ro_arena_create();
  ro_item_page out = {.page = page, .arena = arena, .citations = ro_citations_create(arena)};
  for (size_t i = 0; i < count; i++) {
    ro_interval day = {lines[i].day, lines[i].day};
    if (!i || lines[i - 1].day != lines[i].day) ro_page_heading(page, ro_page_days(arena, day));
    print_line(&out, &lines[i]);
  }
  ro_citations_print(out.citations, page);
  ro_arena_free(arena);
}
