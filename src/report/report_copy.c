#include "report/report_copy.h"

static const char *copy(ro_arena *arena, const char *string) {
  return string ? ro_arena_copy_string(arena, string) : NULL;
}

static const char *const *copy_list(ro_arena *arena, const char *const *strings, size_t count) {
  const char **copies = ro_arena_alloc_array(arena, count, sizeof *copies);
  for (size_t i = 0; i < count; i++)
    copies[i] = copy(arena, strings[i]);
  return copies;
}

static const ro_link *copy_links(ro_arena *arena, const ro_link *links, size_t count) {
  ro_link *copies = ro_arena_alloc_array(arena, count, sizeof *copies);
  for (size_t i = 0; i < count; i++)
    copies[i] = (ro_link){copy(arena, links[i].text), copy(arena, links[i].url)};
  return copies;
}

ro_report ro_report_copy(ro_arena *arena, const ro_report *report) {
  ro_report made = *report;
  made.id = copy(arena, report->id);
  made.url = copy(arena, report->url);
  made.publisher = copy(arena, report->publisher);
  made.published_from = copy(arena, report->published_from);
  made.title = copy(arena, report->title);
  made.byline = copy_list(arena, report->byline, report->byline_count);
  made.dateline = copy(arena, report->dateline);
  made.credits = copy_list(arena, report->credits, report->credit_count);
  made.language = copy(arena, report->language);
  made.text = ro_arena_copy(arena, report->text ? report->text : "", report->text_size);
  made.captions = copy_list(arena, report->captions, report->caption_count);
  made.links = copy_links(arena, report->links, report->link_count);
  made.duplicate_of = copy(arena, report->duplicate_of);
  made.dropped = copy_list(arena, report->dropped, report->dropped_count);
  made.notes = copy_list(arena, report->notes, report->note_count);
  made.source_path = copy(arena, report->source_path);
  return made;
}
