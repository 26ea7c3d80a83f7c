#include "output/json.h"

static json_t *entry_to_json(const ro_entry *entry) {
  json_t *object = json_object();
  json_object_set_new(object, "report", ro_json_string(entry->report));
  json_object_set_new(object, "start", json_integer((json_int_t)entry->start));
  json_object_set_new(object, "end", json_integer((json_int_t)entry->end));
  json_object_set_new(object, "text", ro_json_string(entry->text));
  json_object_set_new(object, "record", ro_json_string(entry->id));
  json_object_set_new(object, "publisher", ro_json_string(entry->publisher));
  json_object_set_new(object, "published", ro_json_day(entry->published));
  json_object_set_new(object, "kind", ro_json_string(ro_act_name(entry->act)));
  json_object_set_new(object, "status", ro_json_string(ro_record_status_name(entry->status)));
  json_object_set_new(object, "relation", json_string(ro_relation_name(entry->relation)));
  json_object_set_new(object, "who", ro_json_strings(entry->who.items, entry->who.count));
  json_object_set_new(object, "whom", ro_json_strings(entry->whom.items, entry->whom.count));
  json_object_set_new(object, "says", ro_json_strings(entry->says.items, entry->says.count));
  json_object_set_new(object, "channel", ro_json_string(entry->channel));
  json_object_set_new(object, "when", ro_json_interval(entry->when));
  json_object_set_new(object, "decision", ro_json_string(entry->decision));
  json_object_set_new(object, "decided_by", ro_json_string(entry->decided_by));
  json_object_set_new(object, "note", ro_json_string(entry->note));
  json_object_set_new(object, "origin", json_integer(entry->origin + 1));
  return object;
}

static json_t *history_to_json(const ro_item *item) {
  json_t *list = json_array();
  for (uint32_t i = 0; i < item->history_count; i++) {
    const ro_step *step = &item->history[i];
    const ro_entry *entry = step->entry < item->entry_count ? &item->entries[step->entry] : NULL;
    json_t *object = json_object();
    json_object_set_new(object, "day", ro_json_day(step->day));
    json_object_set_new(object, "state", json_string(ro_item_state_name(step->state)));
    json_object_set_new(object, "record", ro_json_string(entry ? entry->id : NULL));
    json_object_set_new(object, "report", ro_json_string(entry ? entry->report : NULL));
    json_array_append_new(list, object);
  }
  return list;
}

json_t *ro_item_to_json(const ro_item *item) {
  json_t *object = json_object(), *evidence = json_array();
  for (uint32_t i = 0; i < item->entry_count; i++)
    json_array_append_new(evidence, entry_to_json(&item->entries[i]));
  json_object_set_new(object, "id", ro_json_string(item->id));
  json_object_set_new(object, "kind", json_string(ro_item_kind_name(item->kind)));
  json_object_set_new(object, "who", ro_json_strings(item->who.items, item->who.count));
  json_object_set_new(object, "whom", ro_json_strings(item->whom.items, item->whom.count));
  json_object_set_new(object, "whom_from_context", json_boolean(item->whom_from_context));
  json_object_set_new(object, "what", ro_json_string(item->what));
  json_object_set_new(object, "state", json_string(ro_item_state_name(item->state)));
  json_object_set_new(object, "since", ro_json_day(item->since));
  json_object_set_new(object, "due", ro_json_interval(item->due));
  json_object_set_new(object, "where", ro_json_string(item->where));
  json_object_set_new(object, "disputed", json_boolean(item->disputed));
  json_object_set_new(object, "reports", ro_json_strings(item->reports, item->report_count));
  json_object_set_new(object, "independent", json_integer(item->independent_count));
  json_object_set_new(object, "history", history_to_json(item));
  json_object_set_new(object, "evidence", evidence);
  return object;
}
