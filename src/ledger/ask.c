#include <stdlib.h>
#include <string.h>

#include "ledger/actor_lists.h"
#include "ledger/item_draft.h"
#include "ledger/item_search.h"

struct ro_answer {
  ro_arena *arena;
  ro_day as_of;
  ro_item *items;
  size_t count, capacity, total;
};

static ro_day newest_day(ro_ledger *ledger) {
  static const char sql[] = "SELECT max(published) FROM report";
  sqlite3_stmt *query = ro_database_prepare(ledger->database, sql);
  ro_day day = RO_NO_DAY;
  while (ro_database_step(ledger->database, query))
    day = ro_column_day(query, 0);
  return day;
}

/* Does the item fit the rest of the question? */

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

/* What people left of the item may no longer be about it. */
static bool is_still_about(const ro_item_draft *draft, ro_terms about) {
  for (size_t i = 0; i < draft->count; i++)
    if (ro_is_about(draft->features[i], about)) return true;
  return false;
}

static bool fits(const ro_item_draft *draft, const ro_question *question) {
  const ro_item *item = &draft->item;
  if (question->kind >= 0 && item->kind != (ro_item_kind)question->kind) return false;
  if (question->state && item->state != question->state) return false;
  if (question->since != RO_NO_DAY && item->since < question->since) return false;
  if (question->until != RO_NO_DAY && item->since > question->until) return false;
  if (question->actor && !has_actor_in_any_role(item, question->actor)) return false;
  if (question->party_count && !is_between(item, question)) return false;
  return !question->report || is_told_by(item, question->report);
}

static ro_day first_day(const ro_item *item) {
  return item->history_count ? item->history[0].day : item->since;
}

static int by_kind(const void *a, const void *b) {
  const ro_item *x = a, *y = b;
  if (x->kind != y->kind) return (int)x->kind - (int)y->kind;
  ro_day day_x = first_day(x), day_y = first_day(y);
  if (day_x != day_y) return day_x < day_y ? -1 : 1;
  return strcmp(x->id, y->id);
}

static int by_newness(const void *a, const void *b) {
  const ro_item *x = a, *y = b;
  if (x->since != y->since) return x->since > y->since ? -1 : 1;
  return strcmp(x->id, y->id);
}

/* Does the question need a look at the items themselves? */
static bool narrows(const ro_question *question) {
  return question->actor || question->party_count || question->report || question->about;
}

static int by_since(const void *a, const void *b) {
  const ro_found_item *x = a, *y = b;
  return x->since > y->since ? -1 : x->since < y->since;
}

/* Drops all but the newest, and the ones as new as the last of them: which of these stay, their
 * ids decide once they are read. */
static void keep_newest(ro_finding_list *findings, size_t limit) {
  if (findings->count <= limit) return;
  qsort(findings->items, findings->count, sizeof *findings->items, by_since);
  ro_day last = findings->items[limit - 1].since;
  while (limit < findings->count && findings->items[limit].since == last)
    limit++;
  findings->count = limit;
}

/* Takes in the first of the found items, those that fit; returns how many it has looked at. */
static size_t take_items(ro_ledger *ledger, ro_answer *answer, const ro_question *question,
                         ro_terms about, const ro_found_item *found, size_t count) {
  ro_arena *scratch = ro_arena_create();
  ro_item_reading reading =
      ro_items_read(ledger, answer->arena, scratch, answer->as_of, found, count);
  for (size_t i = 0; i < reading.count; i++) {
    ro_item_draft draft;
    bool fitting = ro_item_draft_make(&reading, i, &draft) && fits(&draft, question);
    if (fitting && found[i].decided)
      fitting = ro_item_has_state_asked_for(&draft.item, question, answer->as_of) &&
                (!question->about || is_still_about(&draft, about));
    if (!fitting && answer->total) answer->total--;
    if (fitting)
      *RO_ARENA_PUSH(answer->arena, &answer->items, answer->count, answer->capacity) = draft.item;
  }
  ro_arena_free(scratch);
  return reading.count;
}

static void answer_question(ro_ledger *ledger, ro_answer *answer, const ro_question *question) {
  ro_arena *arena = answer->arena;
  ro_terms about = {0};
  if (question->about) {
    ro_span whole = {0, (uint32_t)strlen(question->about)};
    about = ro_terms_of(ledger->vocabulary, arena, question->about, whole, NULL, 0);
  }
  ro_finding_list findings = ro_items_find(ledger, arena, question, answer->as_of);
  if (question->about) ro_items_keep_about(ledger, &findings, answer->as_of, about);
  if (question->limit && !narrows(question)) {
    answer->total = findings.count;
    keep_newest(&findings, question->limit);
  }
  size_t at = 0;
  while (at < findings.count && !ro_database_failed(ledger->database))
    at += take_items(ledger, answer, question, about, findings.items + at, findings.count - at);
  if (answer->total < answer->count) answer->total = answer->count;
  if (question->limit && answer->count > question->limit) {
    qsort(answer->items, answer->count, sizeof *answer->items, by_newness);
    answer->count = question->limit;
  }
  if (answer->count) qsort(answer->items, answer->count, sizeof *answer->items, by_kind);
}

ro_status ro_ledger_ask(ro_answer **out, ro_ledger *ledger, const ro_question *question,
                        ro_error *error) {
  *out = NULL;
  if (question->about) {
    ro_status status = ro_ledger_load_vocabulary(ledger, error);
    if (status != RO_OK) return status;
  }
  ro_answer *answer = ro_allocate(sizeof *answer);
  *answer = (ro_answer){.arena = ro_arena_create(), .as_of = question->as_of};
  if (!ledger->writing) ro_database_execute(ledger->database, "BEGIN");
  if (answer->as_of == RO_NO_DAY) answer->as_of = newest_day(ledger);
  answer_question(ledger, answer, question);
  if (!ledger->writing) ro_database_execute(ledger->database, "COMMIT");
  if (!ledger->writing) ro_linker_forget(ledger->linker);
  ro_status status = ro_database_result(ledger->database, error);
  if (status != RO_OK) {
    ro_answer_free(answer);
    return status;
  }
  *out = answer;
  return RO_OK;
}

const ro_item *ro_answer_items(const ro_answer *answer, size_t *count) {
  *count = answer->count;
  return answer->items;
}

size_t ro_answer_total(const ro_answer *answer) {
  return answer->total;
}

ro_day ro_answer_day(const ro_answer *answer) {
  return answer->as_of;
}

void ro_answer_free(ro_answer *answer) {
  if (!answer) return;
  ro_arena_free(answer->arena);
  free(answer);
}
