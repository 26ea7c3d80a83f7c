#include <string.h>

#include "output/exports.h"

/* Starts a cell and, where a spreadsheet would run it as a formula, disarms it. */
static void put_cell(FILE *stream, const char *text) {
  if (!text) return;
  bool formula = strchr("=+-@\t\r", text[0]) && text[0];
  bool quoted = formula || strpbrk(text, ",\"\r\n");
  if (quoted) fputc('"', stream);
  if (formula) fputc('\'', stream);
  for (; *text; text++) {
    if (*text == '"') fputc('"', stream);
    fputc(*text, stream);
  }
  if (quoted) fputc('"', stream);
}

static void put(FILE *stream, const char *text) {
  fputc(',', stream);
  put_cell(stream, text);
}

static void put_days(FILE *stream, ro_interval days) {
  char buffer[RO_INTERVAL_SIZE];
  put(stream, ro_interval_print(days, buffer));
}

static void put_day(FILE *stream, ro_day day) {
  put_days(stream, (ro_interval){day, day});
}

static void put_actors(FILE *stream, ro_arena *arena, ro_actors actors) {
  const char *list = "";
  for (uint32_t i = 0; i < actors.count; i++)
    list = ro_arena_print(arena, "%s%s%s", list, i ? "; " : "", actors.items[i]);
  put(stream, list);
}

static void put_entry(FILE *stream, ro_arena *arena, const ro_entry *entry, bool with_text) {
  put(stream, ro_relation_name(entry->relation));
  put(stream, entry->id);
  put(stream, ro_act_name(entry->act));
  put(stream, ro_record_status_name(entry->status));
  put_days(stream, entry->when);
  put(stream, entry->where);
  put_actors(stream, arena, entry->says);
  put(stream, entry->channel);
  put(stream, entry->event);
  put(stream, entry->report);
  put(stream, entry->publisher);
  put_day(stream, entry->published);
  put(stream, entry->url);
  fprintf(stream, ",%zu,%zu", entry->start, entry->end);
  put(stream, with_text ? entry->text : NULL);
  put(stream, entry->report_hash);
  put(stream, entry->decision ? entry->decision : "by machine");
  put(stream, entry->engine);
}

void ro_csv_header(FILE *stream) {
  fputs(
      "item,kind,state,since,due,who,whom,what,relation,record,act,status,when,where,says,"
      "channel,event,report,publisher,published,url,start,end,text,report_hash,checked,engine\r\n",
      stream);
}

void ro_item_to_csv(FILE *stream, const ro_item *item, bool with_text) {
  ro_arena *arena = ro_arena_create();
  for (uint32_t i = 0; i < item->entry_count; i++) {
    ro_arena_reset(arena);
    put_cell(stream, item->id);
    put(stream, ro_item_kind_name(item->kind));
    put(stream, ro_item_state_name(item->state));
    put_day(stream, item->since);
    put_days(stream, item->due);
    put_actors(stream, arena, item->who);
    put_actors(stream, arena, item->whom);
    put(stream, with_text ? item->what : NULL);
    put_entry(stream, arena, &item->entries[i], with_text);
    fputs("\r\n", stream);
  }
  ro_arena_free(arena);
}
