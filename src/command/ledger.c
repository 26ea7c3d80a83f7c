#include <string.h>

#include "command/command.h"
#include "command/ledger_options.h"
#include "output/json.h"

static int print_items(ro_ledger *ledger, const ro_question *question) {
  ro_answer *answer;
  ro_error error;
  if (ro_ledger_ask(&answer, ledger, question, &error) != RO_OK) {
    ro_command_complain(&error);
    return RO_EXIT_SOME_UNREAD;
  }
  size_t count;
  const ro_item *items = ro_answer_items(answer, &count);
  for (size_t i = 0; i < count; i++)
    ro_json_print_line(ro_item_to_json(&items[i]), stdout);
  ro_answer_free(answer);
  return RO_EXIT_DONE;
}

static int run(int argc, char **argv) {
  ro_ledger_options options;
  int wrong = ro_ledger_options_read(&options, &ro_command_ledger, argc, argv,
                                     RO_OPTION_AS_OF | RO_OPTION_ASK | RO_OPTION_FILTERS |
                                         RO_OPTION_STATES | RO_OPTION_FORMAT);
  if (wrong >= 0) return wrong;
  if (options.format && strcmp(options.format, "jsonl") != 0)
    return ro_command_misuse(&ro_command_ledger, "'%s' is no format; jsonl is one", options.format);
  ro_ledger *ledger = ro_ledger_options_open(&options, RO_LEDGER_READ);
  if (!ledger) return RO_EXIT_SOME_UNREAD;
  int exit_status = print_items(ledger, &options.question);
  ro_ledger_free(ledger);
  return exit_status;
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
