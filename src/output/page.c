#include "output/page.h"

#include <string.h>

#include "base/unicode.h"

static const char bold[] = "\033[1m", dim[] = "\033[2m", underlined[] = "\033[4m",
                  plain[] = "\033[0m";

static void set(const ro_page *page, const char *code) {
  if (page->colour) fputs(code, page->stream);
}

/* Wrapping --------------------------------------------------------------------------------------
 */

/* A text on its way onto the page, and the part of it that stands out. */
typedef struct wrapped_text {
  const char *text, *mark_start, *mark_end;
  size_t indent;
  const char *margin; /* at the start of every line */
} wrapped_text;

static size_t columns_of(const char *text, size_t size) {
  return ro_utf8_count(text, size);
}

static void begin_line(const ro_page *page, const wrapped_text *wrapped) {
  for (size_t i = 0; i < wrapped->indent; i++)
    fputc(' ', page->stream);
  set(page, dim);
  fputs(wrapped->margin, page->stream);
  set(page, plain);
}

/* One word, switched on and off where the mark begins and ends. */
static void put_word(const ro_page *page, const wrapped_text *wrapped, const char *word,
                     size_t size) {
  if (!wrapped->mark_start) {
    fwrite(word, 1, size, page->stream);
    return;
  }
  for (size_t i = 0; i < size; i++) {
    if (word + i == wrapped->mark_start) set(page, underlined);
    fputc(word[i], page->stream);
    if (word + i + 1 == wrapped->mark_end) set(page, plain);
  }
}

/* At the end of a line the mark pauses, so that the margin stays clean. */
static void break_line(const ro_page *page, const wrapped_text *wrapped, const char *at) {
  bool inside = wrapped->mark_start && at > wrapped->mark_start && at < wrapped->mark_end;
  if (inside) set(page, plain);
  fputc('\n', page->stream);
  begin_line(page, wrapped);
  if (inside) set(page, underlined);
}

static void put_wrapped(const ro_page *page, const wrapped_text *wrapped) {
  size_t margin = wrapped->indent + columns_of(wrapped->margin, strlen(wrapped->margin));
  size_t column = margin;
  begin_line(page, wrapped);
  const char *at = wrapped->text + strspn(wrapped->text, " \n\t");
  for (bool first = true; *at; first = false) {
    size_t size = strcspn(at, " \n\t"), columns = columns_of(at, size);
    if (!first && column + 1 + columns > page->width) {
      break_line(page, wrapped, at);
      column = margin;
    } else if (!first) {
      fputc(' ', page->stream);
      column++;
    }
    put_word(page, wrapped, at, size);
    column += columns;
    at += size;
    at += strspn(at, " \n\t");
  }
  fputc('\n', page->stream);
}

static void put_text(const ro_page *page, size_t indent, const char *text) {
  put_wrapped(page, &(wrapped_text){.text = text, .indent = indent, .margin = ""});
}

/* Markdown --------------------------------------------------------------------------------------
 */

/* The text in one line, with the signs that Markdown would read escaped. */
static void put_markdown(const ro_page *page, const char *text, size_t size) {
  for (size_t i = 0; i < size; i++) {
    if (text[i] == '\n' || text[i] == '\t') {
      fputc(' ', page->stream);
      continue;
    }
    if (strchr("\\`*_[]<>#|", text[i])) fputc('\\', page->stream);
    fputc(text[i], page->stream);
  }
}

static void put_marked_markdown(const ro_page *page, const char *text, const char *mark) {
  const char *at = mark && *mark ? strstr(text, mark) : NULL;
  size_t before = at ? (size_t)(at - text) : strlen(text);
  put_markdown(page, text, before);
  if (!at) return;
  fputs("**", page->stream);
  put_markdown(page, at, strlen(mark));
  fputs("**", page->stream);
  put_markdown(page, at + strlen(mark), strlen(at + strlen(mark)));
}

/* Parts of a page -------------------------------------------------------------------------------
 */

void ro_page_title(const ro_page *page, const char *text) {
  if (page->style == RO_PAGE_MARKDOWN) {
    fprintf(page->stream, "# %s\n\n", text);
    return;
  }
  set(page, bold);
  put_text(page, 0, text);
  set(page, plain);
}

void ro_page_heading(const ro_page *page, const char *text) {
  if (page->style == RO_PAGE_MARKDOWN) {
    fprintf(page->stream, "\n## %s\n", text);
    return;
  }
  fputc('\n', page->stream);
  set(page, bold);
  put_text(page, 0, text);
  set(page, plain);
}

void ro_page_line(const ro_page *page, const char *text) {
  if (page->style == RO_PAGE_MARKDOWN) {
    put_markdown(page, text, strlen(text));
    fputs("  \n", page->stream);
  } else {
    put_text(page, 0, text);
  }
}

void ro_page_entry(const ro_page *page, const char *text) {
  if (page->style == RO_PAGE_MARKDOWN) {
    fputs("\n- **", page->stream);
    put_markdown(page, text, strlen(text));
    fputs("**", page->stream);

    fputs("  \n", page->stream);
    return;
  }
  fputc('\n', page->stream);
  set(page, bold);
  put_text(page, 2, text);
  set(page, plain);
}

void ro_page_remark(const ro_page *page, const char *text) {
  if (page->style == RO_PAGE_MARKDOWN) {
    fputs("  ", page->stream);
    put_markdown(page, text, strlen(text));
    fputs("  \n", page->stream);
  } else {
    put_text(page, 2, text);
  }
}

void ro_page_quotation(const ro_page *page, const char *label, const char *sentence,
                       const char *mark, const char *source) {
  if (page->style == RO_PAGE_MARKDOWN) {
    fputs("  > ", page->stream);
    if (label) fprintf(page->stream, "*%s:* ", label);
    put_marked_markdown(page, sentence, mark);
    fputs(" — ", page->stream);
    put_markdown(page, source, strlen(source));
    fputs("\n\n", page->stream);
    return;
  }
  ro_arena *arena = ro_arena_create();
  const char *text = label ? ro_arena_print(arena, "%s: %s", label, sentence) : sentence;
  const char *found = mark && *mark ? strstr(text, mark) : NULL;
  put_wrapped(page, &(wrapped_text){.text = text,
                                    .indent = 4,
                                    .margin = "| ",
                                    .mark_start = page->colour ? found : NULL,
                                    .mark_end = found ? found + strlen(mark) : NULL});
  set(page, dim);
  put_text(page, 6, source);
  set(page, plain);
  ro_arena_free(arena);
}

void ro_page_source(const ro_page *page, const char *text) {
  if (page->style == RO_PAGE_MARKDOWN) {
    fputs("  > — ", page->stream);
    put_markdown(page, text, strlen(text));
    fputs("\n\n", page->stream);
    return;
  }
  set(page, dim);
  put_text(page, 6, text);
  set(page, plain);
}

/* Words -----------------------------------------------------------------------------------------
 */

const char *ro_page_cut(ro_arena *arena, const char *text, size_t columns) {
  size_t size = strlen(text), at = 0, end = 0;
  for (size_t count = 0; at < size && count < columns; count++) {
    if (text[at] == ' ' || text[at] == '\n') end = at;
    ro_utf8_next(text, size, &at);
  }
  if (at >= size) return text;
  while (end && strchr(" ,;:(\n", text[end - 1]))
    end--;
  return ro_arena_print(arena, "%.*s…", (int)(end ? end : at), text);
}

static const char *const months[] = {"January",   "February", "March",    "April",
                                     "May",       "June",     "July",     "August",
                                     "September", "October",  "November", "December"};

const char *ro_page_days(ro_arena *arena, ro_interval days) {
  int year, month, day, last_year, last_month, last_day;
  if (days.first == RO_NO_DAY) return "no day";
  ro_day_to_date(days.first, &year, &month, &day);
  ro_day_to_date(days.last, &last_year, &last_month, &last_day);
  if (days.first == days.last)
    return ro_arena_print(arena, "%d %s %d", day, months[month - 1], year);
  if (year == last_year && month == last_month)
    return ro_arena_print(arena, "%d to %d %s %d", day, last_day, months[month - 1], year);
  if (year == last_year)
    return ro_arena_print(arena, "%d %s to %d %s %d", day, months[month - 1], last_day,
                          months[last_month - 1], year);
  return ro_arena_print(arena, "%d %s %d to %d %s %d", day, months[month - 1], year, last_day,
                        months[last_month - 1], last_year);
}

static const char *with_spaces(ro_arena *arena, const char *name) {
  char *copy = ro_arena_copy_string(arena, name);
  for (char *at = copy; *at; at++)
    if (*at == '-') *at = ' ';
  return copy;
}

static bool is_loose_group(const char *code) {
  for (; *code && *code != ':'; code++)
    if (*code >= 'a' && *code <= 'z') return true;
  return false;
}

const char *ro_page_actor(ro_arena *arena, const char *actor) {
  if (strncmp(actor, "unnamed ", 8) == 0)
    return ro_arena_print(arena, "an unnamed source (%s)", actor + 8);
  if (is_loose_group(actor)) return with_spaces(arena, actor);
  const char *colon = strchr(actor, ':');
  if (!colon) return actor;
  return ro_arena_print(arena, "%s (%.*s)", colon + 1, (int)(colon - actor), actor);
}

const char *ro_page_actors(ro_arena *arena, ro_actors actors) {
  const char *text = "";
  for (uint32_t i = 0; i < actors.count; i++) {
    const char *joint = !i ? "" : i + 1 == actors.count ? " and " : ", ";
    text = ro_arena_print(arena, "%s%s%s", text, joint, ro_page_actor(arena, actors.items[i]));
  }
  return text;
}
