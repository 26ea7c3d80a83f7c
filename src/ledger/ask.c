#include <stdlib.h>
#include <string.h>

#include "ledger/items/item_filter.h"
#include "ledger/items/item_search.h"
#include "ledger/storage/hashes.h"

struct ro_answer {
  ro_arena *arena;
  ro_day as_of;
  ro_item *items;
  size_t count, capacity, total;
};

/* A question on its way to an answer. */
typedef struct asking {
  ro_ledger *ledger;
  const ro_question *question;
  ro_arena *arena; /* of what is found */
  ro_terms about;
  ro_finding_list findings;
  ro_item_reading reading;
} asking;

static ro_day newest_day(ro_ledger *ledger) {
  static const char sql[] = "SELECT max(published) FROM report";
  sqlite3_stmt *query = ro_database_prepare(ledger->database, sql);
  ro_day day = RO_NO_DAY;
  while (ro_database_step(ledger->database, query))
    day = ro_column_day(query, 0);
  return day;
}

/* Finds what may be asked for, in one reading transaction, which lasts until `end`. Items are read
 * into `items`; where it is NULL, into an arena of their own. */
static asking begin(ro_ledger *ledger, const ro_question *question, ro_arena *items) {
  asking asked = {.ledger = ledger, .question = question, .arena = ro_arena_create()};
  if (!ledger->writing) ro_database_execute(ledger->database, "BEGIN");
  if (question->about) {
    ro_span whole = {0, (uint32_t)strlen(question->about)};
    asked.about = ro_terms_of(ledger->vocabulary, asked.arena, question->about, whole, NULL, 0);
  }
  asked.reading = (ro_item_reading){
      .ledger = ledger,
      .arena = items ? items : ro_arena_create(),
      .scratch = ro_arena_create(),
      .as_of = question->as_of == RO_NO_DAY ? newest_day(ledger) : question->as_of,
      .plain = question->plain,
      .reports = ro_reports_create(ledger->database, items, false),
      .origins = ro_origins_create(ledger->database),
  };
  ro_day as_of = asked.reading.as_of;
  asked.findings = ro_items_find(ledger, asked.arena, question, as_of);
  if (question->about) ro_items_keep_about(ledger, &asked.findings, as_of, asked.about);
  return asked;
}

static ro_status end(asking *asked, const ro_arena *items, ro_error *error) {
  ro_ledger *ledger = asked->ledger;
  ro_item_reading *reading = &asked->reading;
  if (!items) ro_arena_free(reading->arena);
  ro_arena_free(reading->scratch);
  ro_reports_free(reading->reports);
  ro_origins_free(reading->origins);
  ro_arena_free(asked->arena);
  if (!ledger->writing) ro_database_execute(ledger->database, "COMMIT");
  if (!ledger->writing) ro_linker_forget(ledger->linker);
  return ro_database_result(ledger->database, error);
}

/* Reads an item; false where it is not one that is asked for. */
static bool read_item(asking *asked, const ro_found_item *found, ro_item_draft *draft) {
  const ro_question *question = asked->question;
  ro_arena_reset(asked->reading.scratch);
  if (ro_database_failed(asked->ledger->database)) return false;
  if (!ro_item_draft_make(&asked->reading, found, draft) || !ro_item_fits(draft, question))
    return false;
  return !found->decided ||
         (ro_item_has_state_asked_for(&draft->item, question, asked->reading.as_of) &&
          (!question->about || ro_item_is_about(draft, asked->about)));
}

static ro_day first_day(const ro_item *item) {
  return item->history_count ? item->history[0].day : item->since;
}

/* Keeping all ----------------------------------------------------------------------------------
 */

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

static void collect(asking *asked, ro_answer *answer) {
  size_t limit = asked->question->limit;
  ro_finding_list *findings = &asked->findings;
  if (limit && !narrows(asked->question)) {
    answer->total = findings->count;
    keep_newest(findings, limit);
  }
  for (size_t i = 0; i < findings->count; i++) {
    ro_item_draft draft;
    if (read_item(asked, &findings->items[i], &draft))
      *RO_ARENA_PUSH(answer->arena, &answer->items, answer->count, answer->capacity) = draft.item;
    else if (answer->total)
      answer->total--;
  }
  if (answer->total < answer->count) answer->total = answer->count;
  if (limit && answer->count > limit) {
    qsort(answer->items, answer->count, sizeof *answer->items, by_newness);
    answer->count = limit;
  }
  if (answer->count) qsort(answer->items, answer->count, sizeof *answer->items, by_kind);
}

static ro_status prepare(ro_ledger *ledger, const ro_question *question, ro_error *error) {
  return question->about ? ro_ledger_load_vocabulary(ledger, error) : RO_OK;
}

ro_status ro_ledger_ask(ro_answer **out, ro_ledger *ledger, const ro_question *question,
                        ro_error *error) {
  *out = NULL;
  ro_status status = prepare(ledger, question, error);
  if (status != RO_OK) return status;
  ro_answer *answer = ro_allocate(sizeof *answer);
  *answer = (ro_answer){.arena = ro_arena_create()};
  asking asked = begin(ledger, question, answer->arena);
  answer->as_of = asked.reading.as_of;
  collect(&asked, answer);
  status = end(&asked, answer->arena, error);
  if (status == RO_OK)
    *out = answer;
  else
    ro_answer_free(answer);
  return status;
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

/* Keeping none ----------------------------------------------------------------------------------
 */

static int by_beginning(const void *a, const void *b) {
  const ro_found_item *x = a, *y = b;
  if (x->kind != y->kind) return (int)x->kind - (int)y->kind;
  if (x->began != y->began) return x->began < y->began ? -1 : 1;
  return x->id < y->id ? -1 : x->id > y->id;
}

/* Brings what was found into the order of an answer. Where people decided on it, it must be read
 * to know where it belongs. */
static void put_in_order(asking *asked) {
  ro_finding_list *findings = &asked->findings;
  size_t kept = 0;
  for (size_t i = 0; i < findings->count; i++) {
    ro_found_item *found = &findings->items[i];
    ro_item_draft draft;
    if (found->decided) {
      ro_arena_reset(asked->reading.arena);
      if (!read_item(asked, found, &draft)) continue;
      found->began = first_day(&draft.item);
      found->id = ro_hash_parse(draft.item.id);
    }
    findings->items[kept++] = *found;
  }
  findings->count = kept;
  if (kept) qsort(findings->items, kept, sizeof *findings->items, by_beginning);
}

static void give_each(asking *asked, void (*each)(const ro_item *item, void *with), void *with) {
  put_in_order(asked);
  for (size_t i = 0; i < asked->findings.count; i++) {
    ro_item_draft draft;
    ro_arena_reset(asked->reading.arena);
    ro_reports_trim(asked->reading.reports);
    if (read_item(asked, &asked->findings.items[i], &draft)) each(&draft.item, with);
  }
}

static ro_status give_each_kept(ro_ledger *ledger, const ro_question *question,
                                void (*each)(const ro_item *item, void *with), void *with,
                                ro_error *error) {
  ro_answer *answer;
  ro_status status = ro_ledger_ask(&answer, ledger, question, error);
  if (status != RO_OK) return status;
  for (size_t i = 0; i < answer->count; i++)
    each(&answer->items[i], with);
  ro_answer_free(answer);
  return RO_OK;
}

ro_status ro_ledger_each_item(ro_ledger *ledger, const ro_question *question,
                              void (*each)(const ro_item *item, void *with), void *with,
                              ro_error *error) {
  if (question->limit) return give_each_kept(ledger, question, each, with, error);
  ro_status status = prepare(ledger, question, error);
  if (status != RO_OK) return status;
  asking asked = begin(ledger, question, NULL);
  give_each(&asked, each, with);
  return end(&asked, NULL, error);
}
