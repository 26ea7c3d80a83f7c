#include "command/command.h"
#include "command/ledger_options.h"
#include "output/exports.h"

static void print_item(const ro_item *item, void *writer) {
  ro_item_to_jsonl(writer, stdout, item, true);
}

static ro_status print_items(ro_ledger *ledger, ro_ledger_options *options, ro_error *error) {
  ro_json_writer writer = {0};
  options->question.plain = true;
  ro_status status = ro_ledger_each_item(ledger, &options->question, print_item, &writer, error);
  ro_json_writer_free(&writer);
  return status;
}

static int run(int argc, char **argv) {
  static const char *const formats[] = {"jsonl", NULL};
  ro_ledger_options options;
  int wrong = ro_ledger_options_read(&options, &ro_command_ledger, argc, argv,
                                     RO_OPTION_AS_OF | RO_OPTION_ASK | RO_OPTION_FILTERS |
                                         RO_OPTION_STATES | RO_OPTION_FORMAT);
  if (wrong >= 0) return wrong;
  if (!ro_ledger_options_allow_format(&options, formats))
    return ro_command_misuse(&ro_command_ledger, "'%s' is no format; jsonl is one", options.format);
  return ro_ledger_options_run(&options, print_items);
}

const ro_command ro_command_ledger = {
    .name = "ledger",
    .summary = "print demands, promises and meetings with their state on a day",
    .help = "Usage: readout ledger --db FILE [--as-of DATE] [--ask ASK] [OPTION]...\n"
            "\n"
            "Prints the items of a ledger, one JSON object a line: demands, promises and\n"
            "meetings, each with its parties, its state and every sentence that tells of it.\n"
            "\n" RO_LEDGER_OPTIONS_HELP RO_STATE_OPTIONS_HELP
            "  --ask ASK         one of 'open promises', 'overdue promises', 'open demands',\n"
            "                    'refused demands', 'meetings ahead', 'meetings held'\n"
            "  --format jsonl    one object a line\n"
            "  --help            this text\n"
            "\n"
            "Example:\n"
            "  readout ledger --db capelin.db --as-of 2023-03-26 --ask 'open promises'\n",
    .run = run,
};
