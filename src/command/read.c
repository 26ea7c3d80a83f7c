#include <getopt.h>

#include "command/command.h"
#include "output/json.h"

static void print_report(const ro_report *report, void *with) {
  (void)with;
  ro_json_print_line(ro_report_to_json(report), stdout);
}

static int run(int argc, char **argv) {
  static const struct option options[] = {
      {"published", required_argument, NULL, 'p'}, {"help", no_argument, NULL, 'h'}, {0}};
  ro_input input = {.reader = {.published = RO_NO_DAY}};
  for (int option; (option = getopt_long(argc, argv, "", options, NULL)) != -1;) {
    if (option == 'h') return ro_command_help(&ro_command_read);
    if (option != 'p') return ro_command_misuse(&ro_command_read, "unknown option");
    if (!ro_command_read_day(optarg, &input.reader.published))
      return ro_command_misuse(&ro_command_read, "'%s' is no date (YYYY-MM-DD)", optarg);
  }
  if (optind == argc) return ro_command_misuse(&ro_command_read, "no report is named");
  input.paths = argv + optind;
  input.path_count = argc - optind;
  return ro_command_each_report(&input, print_report, NULL);
}

const ro_command ro_command_read = {
    .name = "read",
    .summary = "print what a report tells: title, date, author, body, one JSON object each",
    .help = "Usage: readout read [--published DATE] FILE...\n"
            "\n"
            "Prints one JSON object a report: title, date, byline, credits, body and more.\n"
            "\n"
            "  --published DATE  the date of reports that carry none (YYYY-MM-DD)\n"
            "  --help            this text\n"
            "\n"
            "Example:\n"
            "  readout read page.html archive.jsonl\n",
    .run = run,
};
