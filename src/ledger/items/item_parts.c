#include "ledger/items/item_parts.h"

#include <string.h>

#include "base/hash.h"
#include "ledger/matching/history.h"
#include "ledger/matching/match.h"

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

/* What several promise one another has no addressee but themselves. */
static void leave_out_promisers(name_list *whom, const name_list *who) {
  size_t kept = 0;
  if (who->count < 2) return;
  for (size_t i = 0; i < whom->count; i++)
    if (!has_actor(who->items, who->count, whom->items[i], strlen(whom->items[i])))
      whom->items[kept++] = whom->items[i];
  whom->count = kept;
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
  if (draft->item.kind == RO_ITEM_PROMISE) leave_out_promisers(&whom, &who);
  draft->item.who = without_bare_codes(&who);
  draft->item.whom = (ro_actors){whom.items, (uint32_t)whom.count};
}

/* The entry whose wording is most like those of the others; the earliest of equals. */
static size_t most_typical(const ro_item_draft *draft) {
  enum { COMPARED = 50 };
  size_t best = 0, compared = draft->count < COMPARED ? draft->count : COMPARED;
  uint32_t scores[COMPARED] = {0}, best_score = 0;
  for (size_t i = 0; i < compared; i++) {
    if (!tells(draft, i)) continue;
    scores[i]++;
    for (size_t k = 0; k < i; k++) {
      if (!tells(draft, k)) continue;
      uint32_t likeness = ro_terms_likeness(draft->features[i]->terms, draft->features[k]->terms);
      scores[i] += likeness;
      scores[k] += likeness;
    }
  }
  for (size_t i = 0; i < compared; i++)
    if (scores[i] > best_score) {
      best = i;
      best_score = scores[i];
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

/* Takes the id in, if it is not there: a hash table with linear probing. */
static bool is_new_id(const char **slots, size_t size, const char *id) {
  size_t at = (size_t)ro_hash(id, strlen(id)) & (size - 1);
  for (; slots[at]; at = (at + 1) & (size - 1))
    if (strcmp(slots[at], id) == 0) return false;
  slots[at] = id;
  return true;
}

/* The reports in order, each once: versions of one report have one id. */
void ro_item_find_reports(ro_arena *arena, ro_arena *scratch, ro_item_draft *draft) {
  const char **ids = ro_arena_alloc_array(arena, draft->count, sizeof *ids);
  size_t size = 16;
  uint32_t kept = 0;
  while (size < 2 * draft->count)
    size *= 2;
  const char **slots = ro_arena_alloc_array(scratch, size, sizeof *slots);
  for (size_t i = 0; i < draft->count; i++) {
    bool known = i && draft->reports[i]->key == draft->reports[i - 1]->key;
    if (!known && is_new_id(slots, size, draft->reports[i]->id))
      ids[kept++] = draft->reports[i]->id;
  }
  draft->item.reports = ids;
  draft->item.report_count = kept;
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
