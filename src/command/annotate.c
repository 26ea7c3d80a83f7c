#include <getopt.h>

#include "command/command.h"
#include "output/json.h"

static void annotate_report(const ro_report *report, void *with) {
  ro_annotation *annotation = ro_command_annotation_of(with, report, RO_LAYERS_RECORDS);
  if (!annotation) return;
  ro_json_print_line(ro_annotation_to_json(report, annotation), stdout);
  ro_annotation_free(annotation);
}

static int run(int argc, char **argv) {
  static const struct option options[] = {RO_OWN_FILE_OPTIONS,
                                          {"published", required_argument, NULL, 'p'},
                                          {"help", no_argument, NULL, 'h'},
                                          {0}};
  ro_own_files own = {.actor_count = 0};
  ro_input input = {.reader = {.published = RO_NO_DAY, .recurse = true, .verbatim_text = true}};
  for (int option; (option = getopt_long(argc, argv, "", options, NULL)) != -1;) {
    if (option == 'h') return ro_command_help(&ro_command_annotate);
    if (ro_command_take_own_file(&own, option, optarg)) continue;
    if (option != 'p') return ro_command_misuse(&ro_command_annotate, "unknown option");
    if (!ro_command_read_day(optarg, &input.reader.published))
      return ro_command_misuse(&ro_command_annotate, "'%s' is no date (YYYY-MM-DD)", optarg);
  }
  if (optind == argc)
    return ro_command_misuse(&ro_command_annotate, "no report is named ('-' is standard input)");
  input.paths = argv + optind;
  input.path_count = argc - optind;
  ro_engine *engine = ro_command_load_engine(&own);
  if (!engine) return RO_EXIT_SOME_UNREAD;
  int exit_status = ro_command_each_report(&input, annotate_report, engine);
  ro_engine_free(engine);
  return exit_status;
}

const ro_command ro_command_annotate = {
    .name = "annotate",
    .summary = "print sentences, times, places, actors, statements and records as JSON",
    .help = "Usage: readout annotate [OPTION]... FILE...\n"
            "\n"
            "Prints one JSON object a report with all layers. Offsets count Unicode code points.\n"
            "A folder is read with all that lies below it.\n"
            "\n" RO_OWN_FILE_HELP
            "  --published DATE  the date of reports that carry none (YYYY-MM-DD)\n"
            "  --help            this text\n"
            "\n"
            "Example:\n"
            "  readout annotate reports.jsonl\n",
    .run = run,
};
