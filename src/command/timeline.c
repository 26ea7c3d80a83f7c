#include "output/timeline.h"

#include <string.h>

#include "command/command.h"
#include "command/ledger_options.h"

static void add_item(const ro_item *item, void *timeline) {
  ro_timeline_add(timeline, item);
}

static ro_status print_timeline(ro_ledger *ledger, ro_ledger_options *options, ro_error *error) {
  ro_question *question = &options->question;
  ro_day since = question->since, until = question->until;
  bool json = options->format && strcmp(options->format, "jsonl") == 0;
  bool markdown = options->format && strcmp(options->format, "markdown") == 0;
  ro_page page = ro_command_page(markdown ? RO_PAGE_MARKDOWN : RO_PAGE_TEXT);
  ro_timeline *timeline;
  question->since = question->until = RO_NO_DAY; /* they bound the steps */
  question->plain = json;
  ro_status status = ro_timeline_create(&timeline, json ? NULL : &page, since, until, error);
  if (status != RO_OK) return status;
  status = ro_ledger_each_item(ledger, question, add_item, timeline, error);
  if (status == RO_OK) status = ro_timeline_print(timeline, stdout, error);
  ro_timeline_free(timeline);
  return status;
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
