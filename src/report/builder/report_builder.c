#include "report/builder/report_builder.h"

#include <string.h>

/* Beyond this many items a list is no news: comments, an index. */
enum { LONGEST_LIST = 2000, LONGEST_DROPPED = 200 };

void ro_report_begin(ro_report_builder *builder, ro_arena *arena) {
  *builder = (ro_report_builder){.arena = arena};
  builder->report = (ro_report){.published = RO_NO_DAY, .updated = RO_NO_DAY};
}

/* Only the last few are compared, so that a long list takes no quadratic time. */
static bool holds(const ro_string_list *list, const char *bytes, size_t size) {
  size_t first = list->count > 64 ? list->count - 64 : 0;
  for (size_t i = first; i < list->count; i++)
    if (strncmp(list->items[i], bytes, size) == 0 && list->items[i][size] == '\0') return true;
  return false;
}

void ro_list_add(ro_string_list *list, ro_arena *arena, const char *bytes, size_t size) {
  if (size == 0 || list->count >= LONGEST_LIST || holds(list, bytes, size)) return;
  *RO_ARENA_PUSH(arena, &list->items, list->count, list->capacity) =
      ro_arena_copy(arena, bytes, size);
}

void ro_text_add(ro_text_buffer *buffer, ro_arena *arena, const char *bytes, size_t size) {
  if (buffer->size + size >= buffer->capacity) {
    size_t capacity = (buffer->size + size) * 2 + 64;
    char *moved = ro_arena_alloc(arena, capacity);
    if (buffer->size) memcpy(moved, buffer->bytes, buffer->size);
    buffer->bytes = moved;
    buffer->capacity = capacity;
  }
  if (size) memcpy(buffer->bytes + buffer->size, bytes, size);
  buffer->size += size;
  buffer->bytes[buffer->size] = '\0';
}

void ro_report_add_paragraph(ro_report_builder *builder, const char *bytes, size_t size) {
  if (size == 0) return;
  if (builder->body.size) ro_text_add(&builder->body, builder->arena, "\n\n", 2);
  ro_text_add(&builder->body, builder->arena, bytes, size);
}

void ro_report_add_link(ro_report_builder *builder, const char *text, size_t text_size,
                        const char *url, size_t url_size) {
  if (url_size == 0 || builder->link_count >= LONGEST_LIST) return;
  *RO_ARENA_PUSH(builder->arena, &builder->links, builder->link_count, builder->link_capacity) =
      (ro_link){ro_arena_copy(builder->arena, text, text_size),
                ro_arena_copy(builder->arena, url, url_size)};
}

/* The start of a text, cut at a character. */
static size_t cut(const char *bytes, size_t size, size_t most) {
  if (size <= most) return size;
  while (most > 0 && ((unsigned char)bytes[most] & 0xC0) == 0x80)
    most--;
  return most;
}

void ro_report_drop(ro_report_builder *builder, const char *kind, const char *bytes, size_t size) {
  static const char more[] = " …";
  size_t shown = cut(bytes, size, LONGEST_DROPPED);
  if (shown == 0 || builder->dropped.count >= LONGEST_LIST) return;
  char *line = ro_arena_alloc(builder->arena, strlen(kind) + 2 + shown + sizeof more);
  char *end = stpcpy(stpcpy(line, kind), ": ");
  memcpy(end, bytes, shown);
  if (shown < size) memcpy(end + shown, more, sizeof more);
  *RO_ARENA_PUSH(builder->arena, &builder->dropped.items, builder->dropped.count,
                 builder->dropped.capacity) = line;
}

void ro_report_set_published(ro_report_builder *builder, ro_day day, const char *from) {
  if (builder->report.published != RO_NO_DAY || day == RO_NO_DAY) return;
  builder->report.published = day;
  builder->report.published_from = from;
}

void ro_report_note(ro_report_builder *builder, const char *note) {
  ro_list_add(&builder->notes, builder->arena, note, strlen(note));
}

void ro_report_give_lists(ro_report_builder *builder) {
  ro_report *report = &builder->report;
  report->byline = builder->byline.items;
  report->byline_count = builder->byline.count;
  report->credits = builder->credits.items;
  report->credit_count = builder->credits.count;
  report->captions = builder->captions.items;
  report->caption_count = builder->captions.count;
  report->dropped = builder->dropped.items;
  report->dropped_count = builder->dropped.count;
  report->notes = builder->notes.items;
  report->note_count = builder->notes.count;
  report->links = builder->links;
  report->link_count = builder->link_count;
}
