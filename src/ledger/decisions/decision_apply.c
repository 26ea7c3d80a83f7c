#include <string.h>

#include "ledger/decisions/decisions.h"

static ro_actors actors_of(ro_arena *arena, const char *list) {
  const char **items = NULL;
  size_t count = 0, capacity = 0;
  while (*list) {
    size_t length = strcspn(list, ",");
    if (length) *RO_ARENA_PUSH(arena, &items, count, capacity) = ro_arena_copy(arena, list, length);
    list += length + (list[length] == ',');
  }
  return (ro_actors){items, (uint32_t)count};
}

static ro_interval days_of(const char *text) {
  const char *slash = strchr(text, '/');
  return (ro_interval){ro_day_parse(text), ro_day_parse(slash ? slash + 1 : text)};
}

static bool read_status(const char *name, ro_record_status *status) {
  for (int i = 0; i < RO_STATUS_COUNT; i++)
    if (strcmp(name, ro_record_status_name((ro_record_status)i)) == 0) {
      *status = (ro_record_status)i;
      return true;
    }
  return false;
}

bool ro_correction_is_valid(const char *field, const char *value) {
  static const char *const texts[] = {"what", "where", "who", "whom", "says"};
  ro_record_status status;
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
    if (strcmp(field, texts[i]) == 0) return true;
  if (strcmp(field, "status") == 0) return read_status(value, &status);
  if (strcmp(field, "when") != 0 && strcmp(field, "due") != 0) return false;
  ro_interval days = days_of(value);
  return !*value || (days.first != RO_NO_DAY && days.last >= days.first);
}

static ro_parties parties_of(ro_arena *arena, ro_actors actors) {
  ro_parties parties = {ro_arena_alloc_array(arena, actors.count, sizeof(ro_party)), actors.count};
  for (uint32_t i = 0; i < actors.count; i++)
    parties.items[i] = ro_party_of(actors.items[i]);
  return parties;
}

static void correct(ro_arena *arena, const char *field, const char *value, ro_entry *entry,
                    ro_features *features) {
  const char *text = *value ? ro_arena_copy_string(arena, value) : NULL;
  if (strcmp(field, "what") == 0) entry->what = text;
  if (strcmp(field, "where") == 0) entry->where = text;
  if (strcmp(field, "says") == 0) entry->says = actors_of(arena, value);
  if (strcmp(field, "who") == 0) entry->who = actors_of(arena, value);
  if (strcmp(field, "whom") == 0) entry->whom = actors_of(arena, value);
  if (strcmp(field, "when") == 0) entry->when = days_of(value);
  if (strcmp(field, "due") == 0) entry->due = days_of(value);
  if (strcmp(field, "status") == 0) read_status(value, &entry->status);
  if (!features) return;
  features->who = parties_of(arena, entry->who);
  features->whom = parties_of(arena, entry->whom);
  features->when = entry->when;
  features->due = entry->due;
  features->status = entry->status;
}

void ro_decision_apply(const ro_decision *decision, ro_arena *arena, ro_entry *entry,
                       ro_features *features) {
  static const char *const said[] = {"accepted", "rejected", "corrected", "taken apart"};
  entry->decision = said[decision->verdict];
  entry->decided_by = decision->by ? ro_arena_copy_string(arena, decision->by) : NULL;
  entry->note = decision->note ? ro_arena_copy_string(arena, decision->note) : NULL;
  if (!decision->corrections) return;
  char *rest = ro_arena_copy_string(arena, decision->corrections);
  for (char *pair; (pair = strsep(&rest, ";"));) {
    char *value = strchr(pair, '=');
    if (!value) continue;
    *value++ = '\0';
    if (ro_correction_is_valid(pair, value)) correct(arena, pair, value, entry, features);
  }
}
