#include "output/brief.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "output/cast.h"
#include "output/item_page.h"

enum {
  ITEMS = 12,  /* of a section */
  QUOTES = 3,  /* of an item */
  RECORDS = 8, /* of a section of single records */
  HEAD_COLUMNS = 90,
  LISTED = 40, /* records that are looked at for it: copies are told as one */
  RECENT = 60, /* days for which what is over still counts as news */
};

typedef struct brief_work {
  ro_item_page out;
  ro_ledger *ledger;
  ro_question question; /* as_of is always a day */
  ro_arena *arena;
  ro_cast *cast;
  ro_error *error;
  ro_status status;
} brief_work;

/* Sections --------------------------------------------------------------------------------------
 */

static void print_heading(brief_work *brief, const char *title, size_t shown, size_t total) {
  const char *text =
      shown < total ? ro_arena_print(brief->arena, "%s (%zu, the newest %zu)", title, total, shown)
                    : ro_arena_print(brief->arena, "%s (%zu)", title, total);
  ro_page_heading(brief->out.page, text);
}

static void print_items(brief_work *brief, const char *title, const ro_question *question) {
  ro_answer *answer;
  if (brief->status != RO_OK) return;
  brief->status = ro_ledger_ask(&answer, brief->ledger, question, brief->error);
  if (brief->status != RO_OK) return;
  size_t count;
  const ro_item *items = ro_answer_items(answer, &count);
  if (count) print_heading(brief, title, count, ro_answer_total(answer));
  for (size_t i = 0; i < count; i++) {
    for (uint32_t k = 0; k < items[i].entry_count; k++)
      ro_cast_add_entry(brief->cast, &items[i].entries[k]);
    ro_item_page_print(&brief->out, &items[i]);
  }
  ro_answer_free(answer);
}

static void print_asked(brief_work *brief, const char *title, ro_ask ask) {
  ro_question question = brief->question;
  question.ask = ask;
  question.limit = ITEMS;
  question.brief = true;
  print_items(brief, title, &question);
}

/* What has come to its end lately. */
static void print_recent(brief_work *brief, const char *title, ro_item_kind kind,
                         ro_item_state state) {
  ro_question question = brief->question;
  question.kind = (int)kind;
  question.state = state;
  question.since = question.as_of - RECENT;
  question.limit = ITEMS;
  question.brief = true;
  print_items(brief, title, &question);
}

static const char *head_of_entry(brief_work *brief, const ro_entry *entry) {
  const char *who = ro_page_actors(brief->arena, entry->who);
  const char *what =
      ro_page_cut(brief->arena, entry->what ? entry->what : entry->text, HEAD_COLUMNS);
  if (!entry->whom.count) return ro_arena_print(brief->arena, "%s: %s", who, what);
  return ro_arena_print(brief->arena, "%s towards %s: %s", who,
                        ro_page_actors(brief->arena, entry->whom), what);
}

static bool same_actors(ro_actors a, ro_actors b) {
  if (a.count != b.count) return false;
  for (uint32_t i = 0; i < a.count; i++)
    if (strcmp(a.items[i], b.items[i]) != 0) return false;
  return true;
}

/* Is it one act, told in the same words, or in some of them? */
static bool is_same_act(const ro_entry *a, const ro_entry *b) {
  return a->act == b->act && same_actors(a->who, b->who) &&
         (strstr(a->text, b->text) || strstr(b->text, a->text));
}

static bool is_told_before(const ro_entry *entries, size_t index) {
  for (size_t i = 0; i < index; i++)
    if (is_same_act(&entries[i], &entries[index])) return true;
  return false;
}

/* Has an entry before this one told the act in the same report? */
static bool is_of_told_report(const ro_entry *entries, size_t first, size_t index) {
  for (size_t i = first; i < index; i++)
    if (is_same_act(&entries[first], &entries[i]) &&
        strcmp(entries[i].report, entries[index].report) == 0)
      return true;
  return false;
}

/* The other reports that tell of it. */
static void print_others(brief_work *brief, const ro_entry *entries, size_t count, size_t first) {
  for (size_t i = first + 1; i < count; i++)
    if (is_same_act(&entries[first], &entries[i]) && !is_of_told_report(entries, first, i))
      ro_page_source(brief->out.page,
                     ro_citations_of_entry(brief->out.citations, brief->arena, &entries[i]));
}

static void print_records(brief_work *brief, const char *title, unsigned acts) {
  ro_listing *listing;
  ro_question question = brief->question;
  question.since = question.as_of - RECENT;
  if (brief->status != RO_OK) return;
  brief->status = ro_ledger_list(&listing, brief->ledger, &question, acts, LISTED, brief->error);
  if (brief->status != RO_OK) return;
  size_t count;
  const ro_entry *entries = ro_listing_entries(listing, &count);
  if (count) ro_page_heading(brief->out.page, title);
  for (size_t i = 0, printed = 0; i < count && printed < RECORDS; i++) {
    if (is_told_before(entries, i)) continue;
    ro_cast_add_entry(brief->cast, &entries[i]);
    ro_page_entry(brief->out.page, head_of_entry(brief, &entries[i]));
    ro_item_page_print_entry(&brief->out, &entries[i], NULL);
    print_others(brief, entries, count, i);
    printed++;
  }
  ro_listing_free(listing);
}

static void print_sections(brief_work *brief) {
  print_asked(brief, "OVERDUE PROMISES", RO_ASK_OVERDUE_PROMISES);
  print_asked(brief, "OPEN PROMISES", RO_ASK_OPEN_PROMISES);
  print_asked(brief, "OPEN DEMANDS", RO_ASK_OPEN_DEMANDS);
  print_asked(brief, "REFUSED DEMANDS", RO_ASK_REFUSED_DEMANDS);
  print_records(brief, "REFUSALS", RO_ACTS(RO_ACT_REFUSAL));
  print_records(brief, "AGREED TO AND DONE", RO_ACTS(RO_ACT_ACCEPTANCE) | RO_ACTS(RO_ACT_DELIVERY));
  print_records(brief, "CONDITIONS", RO_ACTS(RO_ACT_CONDITION));
  print_records(brief, "WARNINGS AND OPTIONS HELD OPEN", RO_ACTS(RO_ACT_WARNING));
  print_asked(brief, "MEETINGS AHEAD", RO_ASK_MEETINGS_AHEAD);
  print_recent(brief, "MEETINGS POSTPONED", RO_ITEM_MEETING, RO_ITEM_POSTPONED);
  print_recent(brief, "MEETINGS HELD", RO_ITEM_MEETING, RO_ITEM_HELD);
  print_recent(brief, "PROMISES KEPT", RO_ITEM_PROMISE, RO_ITEM_KEPT);
  print_recent(brief, "PROMISES BROKEN", RO_ITEM_PROMISE, RO_ITEM_BROKEN);
  print_recent(brief, "PROMISES TAKEN BACK", RO_ITEM_PROMISE, RO_ITEM_WITHDRAWN);
  print_recent(brief, "DEMANDS MET", RO_ITEM_DEMAND, RO_ITEM_MET);
  print_recent(brief, "DEMANDS TAKEN BACK", RO_ITEM_DEMAND, RO_ITEM_WITHDRAWN);
  print_records(brief, "ACCUSATIONS AND DENIALS",
                RO_ACTS(RO_ACT_ACCUSATION) | RO_ACTS(RO_ACT_DENIAL));
  print_records(brief, "PRESSURE", RO_ACTS(RO_ACT_PRESSURE));
}

static void print_title(brief_work *brief, const ro_ledger_summary *summary) {
  ro_arena *arena = brief->arena;
  ro_page_title(brief->out.page,
                ro_arena_print(arena, "The state of things at the end of %s",
                               ro_page_days(arena, (ro_interval){brief->question.as_of,
                                                                 brief->question.as_of})));
  const char *parties = "";
  for (size_t i = 0; i < brief->question.party_count; i++)
    parties = ro_arena_print(arena, "%s%s%s", parties, i ? ", " : " · between ",
                             brief->question.parties[i]);
  if (brief->question.about)
    parties = ro_arena_print(arena, "%s · about “%s”", parties, brief->question.about);
  ro_page_line(brief->out.page,
               ro_arena_print(arena, "from %zu %s of %zu %s, %s%s", summary->reports,
                              summary->reports == 1 ? "report" : "reports", summary->publishers,
                              summary->publishers == 1 ? "publisher" : "publishers",
                              ro_page_days(arena, (ro_interval){summary->first, summary->last}),
                              parties));
}

/* The sections are made first, since the parties that stand above them are those that they name. */
static void print_brief(brief_work *brief, const ro_ledger_summary *summary) {
  char *sections = NULL;
  size_t size = 0;
  const ro_page *page = brief->out.page;
  ro_page buffered = *page;
  buffered.stream = open_memstream(&sections, &size);
  if (!buffered.stream) {
    brief->status = ro_fail(brief->error, RO_ERROR_IO, NULL, 0, "no memory for the page");
    return;
  }
  brief->out.citations = ro_citations_create(brief->arena);
  brief->cast = ro_cast_create(brief->arena);
  brief->out.page = &buffered;
  print_sections(brief);
  ro_citations_print(brief->out.citations, &buffered);
  fclose(buffered.stream);
  brief->out.page = page;
  print_title(brief, summary);
  ro_cast_print(brief->cast, page);
  fwrite(sections, 1, size, page->stream);
  free(sections);
}

ro_status ro_brief_print(const ro_page *page, ro_ledger *ledger, const ro_question *question,
                         ro_error *error) {
  ro_ledger_summary summary;
  ro_status status = ro_ledger_summarise(ledger, question->as_of, &summary, error);
  if (status != RO_OK) return status;
  brief_work brief = {.out = {.page = page, .most_quotes = QUOTES},
                      .ledger = ledger,
                      .question = *question,
                      .arena = ro_arena_create(),
                      .error = error};
  brief.out.arena = brief.arena;
  if (brief.question.as_of == RO_NO_DAY) brief.question.as_of = summary.last;
  if (summary.reports)
    print_brief(&brief, &summary);
  else
    ro_page_line(page, "The ledger holds no report published up to then.");
  ro_arena_free(brief.arena);
  return brief.status;
}
