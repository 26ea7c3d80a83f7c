#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "command/command.h"
#include "output/json.h"

static int print_items(const char *path, const ro_question *question) {
  ro_ledger *ledger = NULL;
  ro_answer *answer = NULL;
  ro_error error;
  ro_status status = ro_ledger_open(&ledger, path, RO_LEDGER_READ, &error);
  if (status == RO_OK) status = ro_ledger_ask(&answer, ledger, question, &error);
  if (status != RO_OK) {
    ro_command_complain(&error);
  } else {
    size_t count;
    const ro_item *items = ro_answer_items(answer, &count);
    for (size_t i = 0; i < count; i++)
      ro_json_print_line(ro_item_to_json(&items[i]), stdout);
  }
  ro_answer_free(answer);
  ro_ledger_free(ledger);
  return status == RO_OK ? RO_EXIT_DONE : RO_EXIT_SOME_UNREAD;
}

static int run(int argc, char **argv) {
  static const struct option options[] = {
      {"db", required_argument, NULL, 'd'},  {"as-of", required_argument, NULL, 'o'},
      {"ask", required_argument, NULL, 'a'}, {"format", required_argument, NULL, 'f'},
      {"help", no_argument, NULL, 'h'},      {0}};
  ro_question question = RO_QUESTION_EVERYTHING;
  const char *path = NULL;
  for (int option; (option = getopt_long(argc, argv, "", options, NULL)) != -1;) {
    if (option == 'h') return ro_command_help(&ro_command_ledger);
    if (option == '?') return ro_command_misuse(&ro_command_ledger, "unknown option");
    if (option == 'd') path = optarg;
    if (option == 'a' && (question.ask = ro_ask_parse(optarg)) == RO_ASK_COUNT)
      return ro_command_misuse(&ro_command_ledger, "'%s' is no question; see --help", optarg);
    if (option == 'o' && !ro_command_read_day(optarg, &question.as_of))
      return ro_command_misuse(&ro_command_ledger, "'%s' is no date (YYYY-MM-DD)", optarg);
    if (option == 'f' && strcmp(optarg, "jsonl") != 0)
      return ro_command_misuse(&ro_command_ledger, "'%s' is no format; jsonl is one", optarg);
  }
  if (!path) return ro_command_misuse(&ro_command_ledger, "which ledger? Name it with --db FILE");
  return print_items(path, &question);
}

const ro_command ro_command_ledger = {
    .name = "ledger",
    .summary = "print demands, promises and meetings with their state on a day",
    .help = "Usage: readout ledger --db FILE [--as-of DATE] [--ask ASK] [--format jsonl]\n"
            "\n"
            "Prints the items of a ledger, one JSON object a line: demands, promises and\n"
            "meetings, each with its parties, its state and every sentence that tells of it.\n"
            "\n"
            "  --db FILE      the ledger\n"
            "  --as-of DATE   the state at the end of that day, from the reports published up to\n"
            "                 then; without it, that of the newest report's day\n"
            "  --ask ASK      one of 'open promises', 'overdue promises', 'open demands',\n"
            "                 'refused demands', 'meetings ahead', 'meetings held'\n"
            "  --format jsonl one object a line\n"
            "  --help         this text\n"
            "\n"
            "Example:\n"
            "  readout ledger --db capelin.db --as-of 2023-03-26 --ask 'open promises'\n",
    .run = run,
};
