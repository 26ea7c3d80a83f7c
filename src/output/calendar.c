#include <string.h>

#include "output/exports.h"

enum { LINE = 73 /* bytes of a line that is then folded */ };

/* A property; commas and the like escaped, long lines folded between characters. */
static void put(FILE *stream, const char *name, const char *text) {
  size_t column = strlen(name) + 1;
  fprintf(stream, "%s:", name);
  for (; *text; text++) {
    bool begins_character = ((unsigned char)*text & 0xC0) != 0x80;
    if (column >= LINE && begins_character) {
      fputs("\r\n ", stream);
      column = 1;
    }
    if (strchr("\\;,", *text)) {
      fputc('\\', stream);
      column++;
    }
    fputc(*text == '\n' ? ' ' : *text, stream);
    column++;
  }
  fputs("\r\n", stream);
}

static void put_day(FILE *stream, const char *name, ro_day day) {
  int year, month, day_of_month;
  ro_day_to_date(day, &year, &month, &day_of_month);
  fprintf(stream, "%s;VALUE=DATE:%04d%02d%02d\r\n", name, year, month, day_of_month);
}

/* When the entry was made: the day of the newest report, so that the same ledger gives the same
 * calendar. */
static void put_stamp(FILE *stream, const ro_item *item) {
  int year, month, day;
  ro_day_to_date(item->entries[item->entry_count - 1].published, &year, &month, &day);
  fprintf(stream, "DTSTAMP:%04d%02d%02dT000000Z\r\n", year, month, day);
}

static const char *status_of(const ro_item *item) {
  if (item->state == RO_ITEM_CANCELLED) return "CANCELLED";
  return item->state == RO_ITEM_PROPOSED || item->state == RO_ITEM_POSTPONED ? "TENTATIVE"
                                                                             : "CONFIRMED";
}

static void put_meeting(FILE *stream, ro_arena *arena, const ro_item *item, bool with_text) {
  const ro_entry *last = &item->entries[item->entry_count - 1];
  const char *people = ro_page_actors(arena, item->who);
  fputs("BEGIN:VEVENT\r\n", stream);
  put(stream, "UID", ro_arena_print(arena, "%s@readout", item->id));
  put_stamp(stream, item);
  put_day(stream, "DTSTART", item->due.first);
  put_day(stream, "DTEND", item->due.last + 1);
  put(stream, "SUMMARY", with_text ? ro_arena_print(arena, "%s: %s", people, item->what) : people);
  if (item->where) put(stream, "LOCATION", item->where);
  put(stream, "STATUS", status_of(item));
  put(stream, "DESCRIPTION",
      ro_arena_print(arena, "%s. %s%s(%s, %s)", ro_item_state_name(item->state),
                     with_text ? last->sentence : "", with_text ? " " : "",
                     last->publisher ? last->publisher : last->report,
                     ro_page_days(arena, (ro_interval){last->published, last->published})));
  if (last->url) put(stream, "URL", last->url);
  fputs("END:VEVENT\r\n", stream);
}

void ro_calendar_begin(FILE *stream) {
  fputs("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//readout//" READOUT_VERSION "//EN\r\n", stream);
}

void ro_item_to_calendar(FILE *stream, const ro_item *item, bool with_text) {
  if (item->kind != RO_ITEM_MEETING || item->due.first == RO_NO_DAY) return;
  ro_arena *arena = ro_arena_create();
  put_meeting(stream, arena, item, with_text);
  ro_arena_free(arena);
}

void ro_calendar_end(FILE *stream) {
  fputs("END:VCALENDAR\r\n", stream);
}
