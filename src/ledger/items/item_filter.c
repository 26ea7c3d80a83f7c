#include "ledger/items/item_filter.h"

#include <string.h>

#include "ledger/items/actor_lists.h"
#include "ledger/items/item_search.h"

static bool has_actor_in_any_role(const ro_item *item, const char *wanted) {
  for (uint32_t i = 0; i < item->entry_count; i++)
    if (ro_actors_have(item->entries[i].who, wanted) ||
        ro_actors_have(item->entries[i].whom, wanted))
      return true;
  return false;
}

static bool is_between(const ro_item *item, const ro_question *question) {
  size_t found = 0;
  for (size_t i = 0; i < question->party_count; i++)
    found += ro_actors_have(item->who, question->parties[i]) ||
             ro_actors_have(item->whom, question->parties[i]);
  return found >= (question->party_count < 2 ? question->party_count : 2);
}

static bool is_told_by(const ro_item *item, const char *report) {
  for (uint32_t i = 0; i < item->report_count; i++)
    if (strcmp(item->reports[i], report) == 0) return true;
  return false;
}

bool ro_item_is_about(const ro_item_draft *draft, ro_terms about) {
  for (size_t i = 0; i < draft->count; i++)
    if (ro_is_about(draft->features[i], about)) return true;
  return false;
}

bool ro_item_fits(const ro_item_draft *draft, const ro_question *question) {
  const ro_item *item = &draft->item;
  if (question->kind >= 0 && item->kind != (ro_item_kind)question->kind) return false;
  if (question->state && item->state != question->state) return false;
  if (question->since != RO_NO_DAY && item->since < question->since) return false;
  if (question->until != RO_NO_DAY && item->since > question->until) return false;
  if (question->actor && !has_actor_in_any_role(item, question->actor)) return false;
  if (question->party_count && !is_between(item, question)) return false;
  return !question->report || is_told_by(item, question->report);
}
