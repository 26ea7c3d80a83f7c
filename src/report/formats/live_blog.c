#include "report/formats/live_blog.h"

#include <stdlib.h>
#include <string.h>

struct ro_live_blog {
  ro_arena *arena;
  const char *publisher, *title; /* the page's; NULL where not told */
  ro_live_entry *entries;
  size_t count, next;
};

static const char *copy(ro_arena *arena, const char *string) {
  return string ? ro_arena_copy_string(arena, string) : NULL;
}

ro_live_blog *ro_live_blog_open(const ro_report_builder *page) {
  ro_live_blog *blog = ro_allocate(sizeof *blog);
  ro_arena *arena = ro_arena_create();
  *blog = (ro_live_blog){.arena = arena,
                         .publisher = copy(arena, page->report.publisher),
                         .title = copy(arena, page->report.title),
                         .count = page->entry_count};
  blog->entries = ro_arena_alloc_array(arena, page->entry_count, sizeof *blog->entries);
  for (size_t i = 0; i < page->entry_count; i++) {
    const ro_live_entry *entry = &page->entries[i];
    blog->entries[i] = (ro_live_entry){.title = copy(arena, entry->title),
                                       .url = copy(arena, entry->url),
                                       .text = copy(arena, entry->text),
                                       .published = entry->published,
                                       .author = copy(arena, entry->author)};
  }
  return blog;
}

void ro_live_blog_free(ro_live_blog *blog) {
  if (!blog) return;
  ro_arena_free(blog->arena);
  free(blog);
}

bool ro_live_blog_next(ro_live_blog *blog, ro_report_builder *builder) {
  if (blog->next == blog->count) return false;
  const ro_live_entry *entry = &blog->entries[blog->next++];
  ro_report *report = &builder->report;
  report->publisher = blog->publisher;
  report->title = entry->title ? entry->title : blog->title;
  report->url = entry->url; /* the page's own would make each a new version of the one before */
  report->text = entry->text;
  report->text_size = strlen(entry->text);
  report->one_line_paragraphs = true;
  ro_report_set_published(builder, entry->published, "json-ld");
  if (entry->author)
    ro_list_add(&builder->byline, builder->arena, entry->author, strlen(entry->author));
  return true;
}
