#include "output/exports.h"
#include "output/json_writer.h"

static void put_string(ro_json_writer *to, const char *name, const char *string) {
  ro_json_name(to, name);
  ro_json_put_string(to, string);
}

static void put_number(ro_json_writer *to, const char *name, size_t number) {
  ro_json_name(to, name);
  ro_json_put_number(to, (long long)number);
}

static void put_bool(ro_json_writer *to, const char *name, bool value) {
  ro_json_name(to, name);
  ro_json_put_bool(to, value);
}

static void put_days(ro_json_writer *to, const char *name, ro_interval days) {
  ro_json_name(to, name);
  ro_json_put_days(to, days);
}

static void put_day(ro_json_writer *to, const char *name, ro_day day) {
  put_days(to, name, (ro_interval){day, day});
}

static void put_actors(ro_json_writer *to, const char *name, ro_actors actors) {
  ro_json_name(to, name);
  ro_json_put_strings(to, actors.items, actors.count);
}

static void put_entry(ro_json_writer *to, const ro_entry *entry, bool with_text) {
  ro_json_open(to, '{');
  put_string(to, "report", entry->report);
  put_number(to, "start", entry->start);
  put_number(to, "end", entry->end);
  put_string(to, "text", with_text ? entry->text : NULL);
  put_string(to, "record", entry->id);
  put_string(to, "publisher", entry->publisher);
  put_day(to, "published", entry->published);
  put_string(to, "kind", ro_act_name(entry->act));
  put_string(to, "status", ro_record_status_name(entry->status));
  put_string(to, "relation", ro_relation_name(entry->relation));
  put_actors(to, "who", entry->who);
  put_actors(to, "whom", entry->whom);
  put_actors(to, "says", entry->says);
  put_string(to, "channel", entry->channel);
  put_days(to, "when", entry->when);
  put_string(to, "decision", entry->decision);
  put_string(to, "decided_by", entry->decided_by);
  put_string(to, "note", entry->note);
  put_number(to, "origin", (size_t)entry->origin + 1);
  ro_json_close(to, '}');
}

static void put_history(ro_json_writer *to, const ro_item *item) {
  ro_json_name(to, "history");
  ro_json_open(to, '[');
  for (uint32_t i = 0; i < item->history_count; i++) {
    const ro_step *step = &item->history[i];
    const ro_entry *entry = step->entry < item->entry_count ? &item->entries[step->entry] : NULL;
    ro_json_open(to, '{');
    put_day(to, "day", step->day);
    put_string(to, "state", ro_item_state_name(step->state));
    put_string(to, "record", entry ? entry->id : NULL);
    put_string(to, "report", entry ? entry->report : NULL);
    ro_json_close(to, '}');
  }
  ro_json_close(to, ']');
}

static void put_evidence(ro_json_writer *to, const ro_item *item, bool with_text) {
  ro_json_name(to, "evidence");
  ro_json_open(to, '[');
  for (uint32_t i = 0; i < item->entry_count; i++)
    put_entry(to, &item->entries[i], with_text);
  ro_json_close(to, ']');
}

static void put_item(ro_json_writer *to, const ro_item *item, bool with_text) {
  ro_json_open(to, '{');
  put_string(to, "id", item->id);
  put_string(to, "kind", ro_item_kind_name(item->kind));
  put_actors(to, "who", item->who);
  put_actors(to, "whom", item->whom);
  put_bool(to, "who_from_context", item->who_from_context);
  put_bool(to, "whom_from_context", item->whom_from_context);
  put_string(to, "what", with_text ? item->what : NULL);
  put_string(to, "state", ro_item_state_name(item->state));
  put_day(to, "since", item->since);
  put_days(to, "due", item->due);
  put_string(to, "where", item->where);
  put_bool(to, "disputed", item->disputed);
  ro_json_name(to, "reports");
  ro_json_put_strings(to, item->reports, item->report_count);
  put_number(to, "independent", item->independent_count);
  put_history(to, item);
  put_evidence(to, item, with_text);
  ro_json_close(to, '}');
}

void ro_item_to_jsonl(ro_json_writer *writer, FILE *stream, const ro_item *item, bool with_text) {
  put_item(writer, item, with_text);
  ro_json_end_line(writer, stream);
}
