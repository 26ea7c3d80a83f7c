#include "output/timeline.h"

#include <string.h>

#include "command/command.h"
#include "command/ledger_options.h"
#include "output/json.h"

static void print_json(ro_arena *arena, const ro_event_line *lines, size_t count) {
  for (size_t i = 0; i < count; i++) {
    const ro_event_line *line = &lines[i];
    json_t *object = json_object();
    json_object_set_new(object, "day", ro_json_day(line->day));
    json_object_set_new(object, "event", ro_json_string(ro_event_line_name(arena, line)));
    json_object_set_new(object, "item", ro_json_string(line->item->id));
    json_object_set_new(object, "who",
                        ro_json_strings(line->item->who.items, line->item->who.count));
    json_object_set_new(object, "whom",
                        ro_json_strings(line->item->whom.items, line->item->whom.count));
    json_object_set_new(object, "what", ro_json_string(line->item->what));
    const ro_entry *entry = line->entry;
    json_object_set_new(object, "record", ro_json_string(entry ? entry->id : NULL));
    json_object_set_new(object, "report", ro_json_string(entry ? entry->report : NULL));
    json_object_set_new(object, "text", ro_json_string(entry ? entry->text : NULL));
    ro_json_print_line(object, stdout);
  }
}

static ro_status print_timeline(ro_ledger *ledger, ro_ledger_options *options, ro_error *error) {
  ro_answer *answer;
  ro_day since = options->question.since, until = options->question.until;
  options->question.since = options->question.until = RO_NO_DAY; /* they bound the steps */
  ro_status status = ro_ledger_ask(&answer, ledger, &options->question, error);
  if (status != RO_OK) return status;
  ro_arena *arena = ro_arena_create();
  size_t item_count, count;
  const ro_item *items = ro_answer_items(answer, &item_count);
  ro_event_line *lines = ro_timeline_of(arena, items, item_count, since, until, &count);
  bool markdown = options->format && strcmp(options->format, "markdown") == 0;
  ro_page page = ro_command_page(markdown ? RO_PAGE_MARKDOWN : RO_PAGE_TEXT);
  if (options->format && strcmp(options->format, "jsonl") == 0)
    print_json(arena, lines, count);
  else
    ro_timeline_print(&page, lines, count);
  ro_arena_free(arena);
  ro_answer_free(answer);
  return RO_OK;
}

static int run(int argc, char **argv) {
  ro_ledger_options options;
  static const char *const formats[] = {"text", "markdown", "jsonl", NULL};
  int wrong = ro_ledger_options_read(&options, &ro_command_timeline, argc, argv,
                                     RO_OPTION_AS_OF | RO_OPTION_FILTERS | RO_OPTION_STATES |
                                         RO_OPTION_FORMAT);
  if (wrong >= 0) return wrong;
  if (!ro_ledger_options_allow_format(&options, formats))
    return ro_command_misuse(&ro_command_timeline, "'%s' is no format", options.format);
  return ro_ledger_options_run(&options, print_timeline);
}

const ro_command ro_command_timeline = {
    .name = "timeline",
    .summary = "tell what happened, day by day",
    .help = "Usage: readout timeline --db FILE [--as-of DATE] [OPTION]...\n"
            "\n"
            "Tells day by day what was demanded, refused, promised, kept, broken and held, each\n"
            "with the sentence that says so.\n"
            "\n" RO_LEDGER_OPTIONS_HELP RO_STATE_OPTIONS_HELP
            "  --format FORMAT   text (the default), markdown or jsonl\n"
            "  --help            this text\n"
            "\n"
            "With --since, --until and --day only the steps of these days are told.\n"
            "\n"
            "Example:\n"
            "  readout timeline --db capelin.db --since 2023-03-08 --until 2023-03-16\n",
    .run = run,
};
