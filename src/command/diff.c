#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "command/command.h"
#include "command/diff_ledgers.h"
#include "command/ledger_options.h"
#include "output/item_page.h"
#include "output/json.h"

enum { QUOTES = 2 };

/* What is compared of an item as it stood on the earlier day. */
typedef struct former_item {
  const char *id;
  ro_item_state state;
  ro_interval due;
} former_item;

/* An item that differs between two days. */
typedef struct difference {
  const former_item *before; /* NULL where it was not there yet */
  const ro_item *after;
} difference;

static int by_id(const void *a, const void *b) {
  return strcmp(((const former_item *)a)->id, ((const former_item *)b)->id);
}

/* The items of the earlier day, and where those of the later one are printed. */
typedef struct comparison {
  ro_arena *kept;
  former_item *items;
  size_t count, capacity;
  bool json;
  ro_item_page out;
} comparison;

static void keep(const ro_item *item, void *with) {
  comparison *all = with;
  *RO_ARENA_PUSH(all->kept, &all->items, all->count, all->capacity) =
      (former_item){ro_arena_copy_string(all->kept, item->id), item->state, item->due};
}

static const former_item *find(const comparison *all, const ro_item *item) {
  former_item wanted = {.id = item->id};
  if (!all->count) return NULL;
  return bsearch(&wanted, all->items, all->count, sizeof *all->items, by_id);
}

static void print_text(ro_item_page *out, const difference *change) {
  const ro_item *item = change->after;
  const char *head = ro_item_page_head(out, item);
  const char *state = ro_item_page_state(out, item);
  if (!change->before)
    ro_page_entry(out->page,
                  ro_arena_print(out->arena, "new %s: %s", ro_item_kind_name(item->kind), head));
  else
    ro_page_entry(out->page,
                  ro_arena_print(out->arena, "%s %s, was %s: %s", ro_item_kind_name(item->kind),
                                 ro_item_state_name(item->state),
                                 ro_item_state_name(change->before->state), head));
  ro_page_remark(out->page, ro_arena_print(out->arena, "%s · %.8s", state, item->id));
  if (item->history_count && item->history[item->history_count - 1].entry < item->entry_count)
    ro_item_page_print_entry(out, &item->entries[item->history[item->history_count - 1].entry],
                             NULL);
}

static void print_json(const difference *change) {
  const ro_item *item = change->after;
  json_t *object = json_object();
  json_object_set_new(object, "change", json_string(change->before ? "changed" : "new"));
  json_object_set_new(object, "item", ro_json_string(item->id));
  json_object_set_new(object, "kind", json_string(ro_item_kind_name(item->kind)));
  json_object_set_new(object, "who", ro_json_strings(item->who.items, item->who.count));
  json_object_set_new(object, "whom", ro_json_strings(item->whom.items, item->whom.count));
  json_object_set_new(object, "what", ro_json_string(item->what));
  json_object_set_new(
      object, "from",
      ro_json_string(change->before ? ro_item_state_name(change->before->state) : NULL));
  json_object_set_new(object, "to", json_string(ro_item_state_name(item->state)));
  json_object_set_new(object, "since", ro_json_day(item->since));
  ro_json_print_line(object, stdout);
}

static bool differs(const former_item *before, const ro_item *after) {
  return !before || before->state != after->state || before->due.first != after->due.first ||
         before->due.last != after->due.last;
}

static void print_change(const ro_item *item, void *with) {
  comparison *all = with;
  difference change = {find(all, item), item};
  if (!differs(change.before, item)) return;
  ro_arena_reset(all->out.arena);
  if (all->json)
    print_json(&change);
  else
    print_text(&all->out, &change);
}

static ro_status compare_days(ro_ledger *ledger, ro_question *question, const ro_day days[2],
                              comparison *all, ro_error *error) {
  question->touched_first = (days[0] < days[1] ? days[0] : days[1]) + 1;
  question->touched_last = days[0] < days[1] ? days[1] : days[0];
  question->as_of = days[0];
  question->plain = true;
  ro_status status = ro_ledger_each_item(ledger, question, keep, all, error);
  if (all->count) qsort(all->items, all->count, sizeof *all->items, by_id);
  question->as_of = days[1];
  question->plain = all->json;
  if (status == RO_OK) status = ro_ledger_each_item(ledger, question, print_change, all, error);
  if (status == RO_OK && !all->json) ro_citations_print(all->out.citations, all->out.page);
  return status;
}

static ro_status compare(ro_ledger *ledger, ro_ledger_options *options, ro_error *error) {
  ro_day days[2];
  for (int i = 0; i < 2; i++)
    days[i] = ro_day_parse(options->arguments[options->first_argument + i]);
  bool markdown = options->format && strcmp(options->format, "markdown") == 0;
  ro_page page = ro_command_page(markdown ? RO_PAGE_MARKDOWN : RO_PAGE_TEXT);
  ro_arena *kept = ro_arena_create();
  comparison all = {.kept = kept,
                    .json = options->format && strcmp(options->format, "jsonl") == 0,
                    .out = {&page, ro_arena_create(), ro_citations_create(kept), QUOTES}};
  ro_status status = compare_days(ledger, &options->question, days, &all, error);
  ro_arena_free(all.out.arena);
  ro_arena_free(kept);
  return status;
}

static int run(int argc, char **argv) {
  static const char *const formats[] = {"text", "markdown", "jsonl", NULL};
  ro_ledger_options options;
  ro_day day;
  int wrong = ro_ledger_options_read(&options, &ro_command_diff, argc, argv,
                                     RO_OPTION_FILTERS | RO_OPTION_FORMAT | RO_OPTION_AGAINST);
  if (wrong >= 0) return wrong;
  if (!ro_ledger_options_allow_format(&options, formats))
    return ro_command_misuse(&ro_command_diff, "'%s' is no format", options.format);
  if (options.against && options.first_argument == argc)
    return ro_ledger_options_run(&options, ro_diff_ledgers);
  if (options.against || options.first_argument + 2 != argc)
    return ro_command_misuse(&ro_command_diff, "name two days, or another ledger with --against");
  for (int i = options.first_argument; i < argc; i++)
    if (!ro_command_read_day(argv[i], &day))
      return ro_command_misuse(&ro_command_diff, "'%s' is no date (YYYY-MM-DD)", argv[i]);
  return ro_ledger_options_run(&options, compare);
}

const ro_command ro_command_diff = {
    .name = "diff",
    .summary = "tell what changed between two days, or between two readings of the same reports",
    .help = "Usage: readout diff --db FILE [OPTION]... DAY DAY\n"
            "       readout diff --db FILE --against OTHER [OPTION]...\n"
            "\n"
            "Tells which demands, promises and meetings are new on the second day, or stand\n"
            "otherwise than they stood at the end of the first. With --against: which records\n"
            "the ledger has more (+) or fewer (-) than the other one, or has otherwise (~), as\n"
            "after a change of version, rules or decisions.\n"
            "\n"
            "  --db FILE         the ledger\n"
            "  --against OTHER   another ledger of the same reports\n"
            "  --actor ACTOR     only what the actor has a part in\n"
            "  --parties A,B,…   only what lies between two of these parties\n"
            "  --about TEXT      only what these words are about\n"
            "  --report ID       only what that report speaks of\n"
            "  --format FORMAT   text (the default), markdown or jsonl\n"
            "  --help            this text\n"
            "\n"
            "Examples:\n"
            "  readout diff --db capelin.db 2023-03-08 2023-03-21\n"
            "  readout diff --db capelin.db --against capelin-before.db\n",
    .run = run,
};
