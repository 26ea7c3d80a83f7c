#include "ledger/items/item_draft.h"

#include <string.h>

#include "ledger/items/accounts.h"
#include "ledger/items/counterpart.h"
#include "ledger/items/evidence_store.h"
#include "ledger/items/item_parts.h"

/* Reading ---------------------------------------------------------------------------------------
 */

/* A single record, which has been taken out of its item. */
static ro_evidence read_detached(const ro_item_reading *reading, int64_t key) {
  ro_evidence evidence = {0};
  ro_keys keys = {0};
  ro_keys_add(reading->scratch, &keys, key);
  ro_entry_table table = ro_entries_read(reading->ledger->database, reading->arena,
                                         reading->scratch, &keys, reading->reports);
  if (table.count && table.rows[0].features) evidence = (ro_evidence){table.rows, 1, 1};
  return evidence;
}

/* Of a large item in a brief the first records and the newest are enough, and the one that names
 * it. */
static ro_evidence without_middle(ro_arena *arena, const ro_evidence *all, int64_t item_key) {
  enum { FIRST = 4, LAST = 28 };
  ro_evidence few = {ro_arena_alloc_array(arena, FIRST + LAST + 1, sizeof *few.rows), 0, 0};
  for (size_t i = 0; i < all->count; i++)
    if (i < FIRST || i + LAST >= all->count || all->rows[i].key == item_key)
      few.rows[few.count++] = all->rows[i];
  return few;
}

/* Making ----------------------------------------------------------------------------------------
 */

/* Takes a record in as it is, or as a person has decided; what was rejected, or taken out of this
 * item, is left out. */
static void take_row(const ro_item_reading *reading, const ro_entry_row *row, bool detached,
                     ro_item_draft *draft) {
  const ro_report_head *report = row->report;
  const ro_decision *decision = ro_decisions_find(reading->ledger->decisions, row->key);
  if (!reading->plain) report = ro_reports_get(reading->reports, row->report_key);
  if (!report) return;
  if (row->key == draft->key) draft->item.id = row->entry.id;
  if (decision && decision->verdict == RO_VERDICT_REJECT) return;
  if (decision && decision->verdict == RO_VERDICT_DETACH && !detached) return;
  ro_entry *entry = &draft->entries[draft->count];
  *entry = row->entry;
  ro_entry_take_report(entry, report);
  draft->features[draft->count] = row->features;
  if (decision) {
    ro_features *corrected = ro_arena_alloc(reading->scratch, sizeof *corrected);
    *corrected = *row->features;
    ro_decision_apply(decision, reading->arena, entry, corrected);
    draft->features[draft->count] = corrected;
  }
  draft->reports[draft->count++] = row->report;
}

static void take_rows(const ro_item_reading *reading, const ro_evidence *evidence, bool detached,
                      ro_item_draft *draft) {
  size_t count = evidence->count;
  draft->entries = ro_arena_alloc_array(reading->arena, count, sizeof *draft->entries);
  draft->features = ro_arena_alloc_array(reading->scratch, count, sizeof *draft->features);
  draft->reports = ro_arena_alloc_array(reading->scratch, count, sizeof *draft->reports);
  for (size_t i = 0; i < count; i++)
    take_row(reading, &evidence->rows[i], detached, draft);
}

/* The first record of the item that names a party, and so may tell of the other one. */
static void find_addressee(const ro_item_reading *reading, ro_item_draft *draft) {
  bool mutual = draft->item.kind == RO_ITEM_PROMISE && draft->item.who.count > 1;
  bool addressed = draft->item.kind == RO_ITEM_MEETING || draft->item.whom.count || mutual;
  for (size_t i = 0; !addressed && i < draft->count; i++) {
    if (draft->entries[i].relation != RO_RELATION_TELLS) continue;
    draft->item.whom = ro_counterpart_of(reading->ledger, reading->arena, &draft->entries[i],
                                         draft->reports[i]->key, reading->as_of);
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
        ro_partners_of(reading->ledger, reading->arena, &draft->entries[i], draft->reports[i]->key);
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
  const ro_report_head **reports = ro_arena_alloc_array(scratch, draft->count, sizeof *reports);
  uint32_t *groups = ro_arena_alloc_array(scratch, draft->count, sizeof *groups), count = 0;
  for (size_t i = 0; i < draft->count; i++) {
    if (!i || draft->reports[i]->key != draft->reports[i - 1]->key)
      reports[count++] = draft->reports[i];
    draft->entries[i].origin = count - 1;
  }
  draft->item.independent_count =
      ro_origins_group(reading->origins, scratch, reports, count, groups);
  for (size_t i = 0; i < draft->count; i++)
    draft->entries[i].origin = groups[draft->entries[i].origin];
}

/* Of an item that is told in part: its state and how many reports it rests on. */
static void complete(const ro_item_reading *reading, const ro_found_item *found,
                     const ro_evidence *all, ro_item_draft *draft) {
  ro_arena *scratch = reading->scratch;
  const ro_report_head **reports = ro_arena_alloc_array(scratch, all->count, sizeof *reports);
  uint32_t *groups = ro_arena_alloc_array(scratch, all->count, sizeof *groups), count = 0;
  for (size_t i = 0; i < all->count; i++)
    if (!i || all->rows[i].report_key != all->rows[i - 1].report_key)
      reports[count++] = all->rows[i].report;
  draft->item.report_count = count;
  draft->item.independent_count =
      ro_origins_group(reading->origins, scratch, reports, count, groups);
  draft->item.state = found->state;
  draft->item.since = found->since;
}

bool ro_item_draft_make(ro_item_reading *reading, const ro_found_item *found,
                        ro_item_draft *draft) {
  ro_arena *arena = reading->arena;
  ro_evidence all = found->detached
                        ? read_detached(reading, found->key)
                        : ro_evidence_read(reading->ledger->database, arena, reading->scratch,
                                           found->key, reading->as_of);
  ro_evidence few = all;
  if (found->in_brief) few = without_middle(reading->scratch, &all, found->key);
  *draft = (ro_item_draft){.key = found->key, .item = {.kind = found->kind}};
  take_rows(reading, &few, found->detached, draft);
  if (!draft->item.id || !draft->count) return false;
  ro_item_find_history(arena, draft, reading->as_of);
  if (draft->item.state == RO_ITEM_NO_STATE && !found->in_brief) return false;
  ro_item_find_parties(arena, draft);
  find_addressee(reading, draft);
  find_partners(reading, draft);
  ro_item_find_matter(draft);
  ro_item_find_reports(arena, reading->scratch, draft);
  draft->item.disputed = ro_accounts_differ(draft);
  find_origins(reading, draft);
  draft->item.entries = draft->entries;
  draft->item.entry_count = (uint32_t)draft->count;
  if (few.count < all.count) complete(reading, found, &all, draft);
  return true;
}
