#include "ledger/item_draft.h"

#include <string.h>

#include "ledger/accounts.h"
#include "ledger/counterpart.h"
#include "ledger/item_parts.h"

/* Records that are read together, if one item has no more. */
enum { TOGETHER = 32768 };

/* Reading ---------------------------------------------------------------------------------------
 */

static void read_rows(ro_item_reading *reading) {
  ro_keys records = {0}, reports = {0};
  for (size_t i = 0; i < reading->count; i++)
    for (size_t k = 0; k < reading->members[i].count; k++) {
      const ro_item_member *member = &reading->members[i].items[k];
      if (member->wanted) ro_keys_add(reading->scratch, &records, member->key);
      ro_keys_add(reading->scratch, &reports, member->report_key);
    }
  ro_keys_sort(&records);
  ro_keys_sort(&reports);
  ro_report_table table =
      ro_reports_read(reading->ledger, reading->arena, reading->scratch, &reports);
  reading->entries =
      ro_entries_read(reading->ledger, reading->arena, reading->scratch, &records, &table);
  reading->origins = ro_origins_read(reading->ledger, reading->scratch, &reports, &table);
}

ro_item_reading ro_items_read(ro_ledger *ledger, ro_arena *arena, ro_arena *scratch, ro_day as_of,
                              const ro_found_item *found, size_t count) {
  ro_item_reading reading = {
      .ledger = ledger, .arena = arena, .scratch = scratch, .as_of = as_of, .found = found};
  reading.members = ro_arena_alloc_array(scratch, count, sizeof *reading.members);
  for (size_t records = 0; reading.count < count && records < TOGETHER; reading.count++) {
    ro_item_members *members = &reading.members[reading.count];
    *members = ro_item_members_of(ledger, scratch, &found[reading.count], as_of);
    records += members->count;
  }
  read_rows(&reading);
  return reading;
}

/* Making ----------------------------------------------------------------------------------------
 */

/* Takes a member in as it is, or as a person has decided; what was rejected, or taken out of this
 * item, is left out. */
static void take_member(ro_item_reading *reading, const ro_item_member *member, bool detached,
                        ro_item_draft *draft) {
  const ro_entry_row *row = ro_entries_find(&reading->entries, member->key);
  const ro_decision *decision = ro_decisions_find(reading->ledger->decisions, member->key);
  if (!row || !row->features) return;
  if (member->key == draft->key) draft->item.id = row->entry.id;
  if (decision && decision->verdict == RO_VERDICT_REJECT) return;
  if (decision && decision->verdict == RO_VERDICT_DETACH && !detached) return;
  ro_entry *entry = &draft->entries[draft->count];
  *entry = row->entry;
  entry->relation = member->relation;
  draft->features[draft->count] = row->features;
  if (decision) {
    ro_features *corrected = ro_arena_alloc(reading->scratch, sizeof *corrected);
    *corrected = *row->features;
    ro_decision_apply(decision, reading->arena, entry, corrected);
    draft->features[draft->count] = corrected;
  }
  draft->report_keys[draft->count++] = member->report_key;
}

static void take_members(ro_item_reading *reading, size_t index, ro_item_draft *draft) {
  const ro_item_members *members = &reading->members[index];
  size_t wanted = 0;
  for (size_t i = 0; i < members->count; i++)
    wanted += members->items[i].wanted;
  draft->entries = ro_arena_alloc_array(reading->arena, wanted, sizeof *draft->entries);
  draft->features = ro_arena_alloc_array(reading->scratch, wanted, sizeof *draft->features);
  draft->report_keys = ro_arena_alloc_array(reading->scratch, wanted, sizeof *draft->report_keys);
  for (size_t i = 0; i < members->count; i++)
    if (members->items[i].wanted)
      take_member(reading, &members->items[i], reading->found[index].detached, draft);
}

/* The first record of the item that names a party, and so may tell of the other one. */
static void find_addressee(const ro_item_reading *reading, ro_item_draft *draft) {
  bool addressed = draft->item.kind == RO_ITEM_MEETING || draft->item.whom.count;
  for (size_t i = 0; !addressed && i < draft->count; i++) {
    if (draft->entries[i].relation != RO_RELATION_TELLS) continue;
    draft->item.whom = ro_counterpart_of(reading->ledger, reading->arena, &draft->entries[i],
                                         draft->report_keys[i], reading->as_of);
    addressed = draft->item.whom_from_context = draft->item.whom.count > 0;
  }
}

/* Of a meeting of which one person alone is told, the others. */
static void find_partners(const ro_item_reading *reading, ro_item_draft *draft) {
  ro_actors *who = &draft->item.who;
  bool lacking =
      draft->item.kind == RO_ITEM_MEETING && who->count == 1 && strchr(who->items[0], ':');
  for (size_t i = 0; lacking && i < draft->count; i++) {
    if (draft->entries[i].relation != RO_RELATION_TELLS) continue;
    ro_actors partners =
        ro_partners_of(reading->ledger, reading->arena, &draft->entries[i], draft->report_keys[i]);
    if (!partners.count) continue;
    const char **all = ro_arena_alloc_array(reading->arena, partners.count + 1, sizeof *all);
    all[0] = who->items[0];
    memcpy(all + 1, partners.items, partners.count * sizeof *all);
    *who = (ro_actors){all, partners.count + 1};
    draft->item.who_from_context = true;
    lacking = false;
  }
}

/* Groups the reports of the entries by their source. */
static void find_origins(const ro_item_reading *reading, ro_item_draft *draft) {
  ro_arena *scratch = reading->scratch;
  int64_t *keys = ro_arena_alloc_array(scratch, draft->count, sizeof *keys);
  uint32_t *groups = ro_arena_alloc_array(scratch, draft->count, sizeof *groups), reports = 0;
  for (size_t i = 0; i < draft->count; i++) {
    if (!i || draft->report_keys[i] != draft->report_keys[i - 1])
      keys[reports++] = draft->report_keys[i];
    draft->entries[i].origin = reports - 1;
  }
  draft->item.independent_count =
      ro_origins_group(reading->origins, scratch, keys, reports, groups);
  for (size_t i = 0; i < draft->count; i++)
    draft->entries[i].origin = groups[draft->entries[i].origin];
}

/* Of an item that was read in part the index knows the state and the reports. */
static void complete(const ro_item_reading *reading, size_t index, ro_item_draft *draft) {
  const ro_item_members *members = &reading->members[index];
  int64_t *keys = ro_arena_alloc_array(reading->scratch, members->count, sizeof *keys);
  uint32_t *groups = ro_arena_alloc_array(reading->scratch, members->count, sizeof *groups);
  uint32_t reports = 0;
  for (size_t i = 0; i < members->count; i++)
    if (!i || members->items[i].report_key != members->items[i - 1].report_key)
      keys[reports++] = members->items[i].report_key;
  draft->item.report_count = reports;
  draft->item.independent_count =
      ro_origins_group(reading->origins, reading->scratch, keys, reports, groups);
  draft->item.state = reading->found[index].state;
  draft->item.since = reading->found[index].since;
}

bool ro_item_draft_make(ro_item_reading *reading, size_t index, ro_item_draft *draft) {
  const ro_found_item *found = &reading->found[index];
  ro_arena *arena = reading->arena;
  *draft = (ro_item_draft){.key = found->key, .item = {.kind = found->kind}};
  take_members(reading, index, draft);
  if (!draft->item.id || !draft->count) return false;
  ro_item_find_history(arena, draft, reading->as_of);
  if (draft->item.state == RO_ITEM_NO_STATE && !found->in_brief) return false;
  ro_item_find_parties(arena, draft);
  find_addressee(reading, draft);
  find_partners(reading, draft);
  ro_item_find_matter(draft);
  ro_item_find_reports(arena, draft);
  draft->item.disputed = ro_accounts_differ(draft);
  find_origins(reading, draft);
  draft->item.entries = draft->entries;
  draft->item.entry_count = (uint32_t)draft->count;
  if (reading->members[index].partly) complete(reading, index, draft);
  return true;
}
