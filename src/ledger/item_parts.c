#include "ledger/item_parts.h"

#include <stdlib.h>
#include <string.h>

#include "ledger/history.h"
#include "ledger/match.h"

static bool has_actor(const char *const *list, size_t count, const char *actor, size_t length) {
  for (size_t i = 0; i < count; i++)
    if (strlen(list[i]) == length && memcmp(list[i], actor, length) == 0) return true;
  return false;
}

typedef struct name_list {
  const char **items;
  size_t count, capacity;
} name_list;

static void add_name(ro_arena *arena, name_list *names, const char *name, size_t length) {
  if (!has_actor(names->items, names->count, name, length))
    *RO_ARENA_PUSH(arena, &names->items, names->count, names->capacity) =
        ro_arena_copy(arena, name, length);
}

/* Adds an actor as a party: a state, not the person who speaks for it; but the persons of a
 * meeting are told. */
static void add_party(ro_arena *arena, name_list *names, const char *actor, bool with_person) {
  if (strncmp(actor, "unnamed ", 8) == 0) actor += 8;
  size_t length = with_person ? strlen(actor) : strcspn(actor, ":");
  if (length) add_name(arena, names, actor, length);
}

/* "RUS" says nothing beside "RUS:Lavrov". */
static ro_actors without_bare_codes(const name_list *names) {
  ro_actors actors = {names->items, 0};
  for (size_t i = 0; i < names->count; i++) {
    size_t length = strlen(names->items[i]);
    bool bare = false;
    for (size_t k = 0; k < names->count; k++)
      bare |= k != i && strncmp(names->items[k], names->items[i], length) == 0 &&
              names->items[k][length] == ':';
    if (!bare) names->items[actors.count++] = names->items[i];
  }
  return actors;
}

static bool tells(const ro_item_draft *draft, size_t index) {
  const ro_entry *entry = &draft->entries[index];
  return entry->relation == RO_RELATION_TELLS && ro_makes_item(entry->act);
}

void ro_item_find_parties(ro_arena *arena, ro_item_draft *draft) {
  name_list who = {0}, whom = {0};
  bool meeting = draft->item.kind == RO_ITEM_MEETING;
  for (size_t i = 0; i < draft->count; i++) {
    if (!tells(draft, i)) continue;
    const ro_entry *entry = &draft->entries[i];
    for (uint32_t k = 0; k < entry->who.count; k++)
      add_party(arena, &who, entry->who.items[k], meeting);
    for (uint32_t k = 0; k < entry->whom.count; k++)
      add_party(arena, &whom, entry->whom.items[k], false);
  }
  draft->item.who = without_bare_codes(&who);
  draft->item.whom = (ro_actors){whom.items, (uint32_t)whom.count};
}

/* The entry whose wording is most like those of the others; the earliest of equals. */
static size_t most_typical(const ro_item_draft *draft) {
  size_t best = 0;
  uint32_t best_score = 0;
  for (size_t i = 0; i < draft->count && i < 50; i++) {
    uint32_t score = 1;
    if (!tells(draft, i)) continue;
    for (size_t k = 0; k < draft->count && k < 50; k++)
      if (k != i && tells(draft, k))
        score += ro_terms_likeness(draft->features[i]->terms, draft->features[k]->terms);
    if (score > best_score) {
      best = i;
      best_score = score;
    }
  }
  return best;
}

void ro_item_find_matter(ro_item_draft *draft) {
  const ro_entry *entry = &draft->entries[most_typical(draft)];
  draft->item.what = entry->what ? entry->what : entry->text;
  for (size_t i = 0; i < draft->count; i++)
    if (draft->item.kind == RO_ITEM_MEETING && tells(draft, i) && draft->entries[i].where)
      draft->item.where = draft->entries[i].where;
}

/* The id of an entry's report, and where it comes first. */
typedef struct told_report {
  const char *id;
  size_t first;
} told_report;

static int by_report_id(const void *a, const void *b) {
  const told_report *x = a, *y = b;
  int order = strcmp(x->id, y->id);
  return order ? order : x->first < y->first ? -1 : x->first > y->first;
}

static int by_first(const void *a, const void *b) {
  const told_report *x = a, *y = b;
  return x->first < y->first ? -1 : x->first > y->first;
}

/* The reports in order, each once: versions of one report have one id. */
void ro_item_find_reports(ro_arena *arena, ro_item_draft *draft) {
  told_report *told = ro_arena_alloc_array(arena, draft->count, sizeof *told);
  const char **ids = ro_arena_alloc_array(arena, draft->count, sizeof *ids);
  size_t kept = 0;
  for (size_t i = 0; i < draft->count; i++)
    told[i] = (told_report){draft->entries[i].report, i};
  qsort(told, draft->count, sizeof *told, by_report_id);
  for (size_t i = 0; i < draft->count; i++)
    if (!kept || strcmp(told[kept - 1].id, told[i].id) != 0) told[kept++] = told[i];
  qsort(told, kept, sizeof *told, by_first);
  for (size_t i = 0; i < kept; i++)
    ids[i] = told[i].id;
  draft->item.reports = ids;
  draft->item.report_count = (uint32_t)kept;
}

void ro_item_find_history(ro_arena *arena, ro_item_draft *draft, ro_day as_of) {
  ro_turn *turns = ro_arena_alloc_array(arena, draft->count, sizeof *turns);
  for (size_t i = 0; i < draft->count; i++)
    turns[i] = (ro_turn){draft->features[i], draft->entries[i].relation};
  ro_history history =
      ro_history_tell(arena, draft->item.kind, turns, (uint32_t)draft->count, as_of);
  draft->item.state = history.state;
  draft->item.since = history.since;
  draft->item.due = history.due;
  draft->item.ahead_until = history.ahead_until;
  draft->item.history = history.steps;
  draft->item.history_count = history.step_count;
}
