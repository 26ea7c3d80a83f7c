#include <string.h>

#include "base/arena.h"
#include "base/error.h"
#include "command/command.h"
#include "command/ledger_options.h"
#include "output/exports.h"
#include "output/item_page.h"

static void print_history(ro_item_page *out, const ro_item *item) {
  for (uint32_t i = 0; i < item->history_count; i++) {
    const ro_step *step = &item->history[i];
    ro_interval day = {step->day, step->day};
    const char *source = "the day that was set has passed";
    if (step->entry < item->entry_count)
      source = ro_citations_of_entry(out->citations, out->arena, &item->entries[step->entry]);
    ro_page_remark(out->page, ro_arena_print(out->arena, "%s: %s %s", ro_page_days(out->arena, day),
                                             ro_item_state_name(step->state), source));
  }
}

static void print_items(const ro_page *page, const ro_item *items, size_t count) {
  ro_arena *arena = ro_arena_create();
  ro_item_page out = {.page = page, .arena = arena, .citations = ro_citations_create(arena)};
  for (size_t i = 0; i < count; i++) {
    ro_page_heading(page,
                    ro_arena_print(arena, "%s %s", ro_item_kind_name(items[i].kind), items[i].id));
    print_history(&out, &items[i]);
    ro_item_page_print(&out, &items[i]);
  }
  ro_citations_print(out.citations, page);
  ro_arena_free(arena);
}

static void print_json(const ro_item *items, size_t count) {
  ro_json_writer writer = {0};
  for (size_t i = 0; i < count; i++)
    ro_item_to_jsonl(&writer, stdout, &items[i], true);
  ro_json_writer_free(&writer);
}

static ro_status show(ro_ledger *ledger, ro_ledger_options *options, ro_error *error) {
  ro_answer *answer;
  options->question.item = options->arguments[options->first_argument];
  ro_status status = ro_ledger_ask(&answer, ledger, &options->question, error);
  if (status != RO_OK) return status;
  size_t count;
  const ro_item *items = ro_answer_items(answer, &count);
  bool markdown = options->format && strcmp(options->format, "markdown") == 0;
  ro_page page = ro_command_page(markdown ? RO_PAGE_MARKDOWN : RO_PAGE_TEXT);
  if (!count)
    status = ro_fail(error, RO_ERROR_USAGE, options->path, 0, "no item has the id '%s' on that day",
                     options->question.item);
  else if (options->format && strcmp(options->format, "jsonl") == 0)
    print_json(items, count);
  else
    print_items(&page, items, count);
  ro_answer_free(answer);
  return status;
}

static int run(int argc, char **argv) {
  static const char *const formats[] = {"text", "markdown", "jsonl", NULL};
  ro_ledger_options options;
  int wrong = ro_ledger_options_read(&options, &ro_command_show, argc, argv,
                                     RO_OPTION_AS_OF | RO_OPTION_FORMAT);
  if (wrong >= 0) return wrong;
  if (options.first_argument + 1 != argc)
    return ro_command_misuse(&ro_command_show, "name one item by its id");
  if (!ro_ledger_options_allow_format(&options, formats))
    return ro_command_misuse(&ro_command_show, "'%s' is no format", options.format);
  return ro_ledger_options_run(&options, show);
}

const ro_command ro_command_show = {
    .name = "show",
    .summary = "show one item with its history and every sentence that tells of it",
    .help = "Usage: readout show --db FILE [--as-of DATE] [--format FORMAT] ID\n"
            "\n"
            "Shows a demand, promise or meeting with all that the ledger knows of it. ID is the\n"
            "item's, or that of any record which tells of it; its first digits are enough.\n"
            "\n"
            "  --db FILE         the ledger\n"
            "  --as-of DATE      as it was known at the end of that day\n"
            "  --format FORMAT   text (the default), markdown or jsonl\n"
            "  --help            this text\n"
            "\n"
            "Example:\n"
            "  readout show --db capelin.db 5d7b1004\n",
    .run = run,
};
