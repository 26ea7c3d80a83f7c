#include <getopt.h>
#include <string.h>

#include "command/command.h"
#include "output/event_table.h"

typedef struct code_job {
  const ro_engine *engine;
  ro_event_table *table;
  bool failed;
} code_job;

static void code_report(const ro_report *report, void *with) {
  code_job *job = with;
  ro_annotation *annotation = ro_command_annotation_of(job->engine, report, RO_LAYERS_RECORDS);
  if (!annotation) {
    job->failed = true;
    return;
  }
  ro_event_table_add(job->table, report, annotation);
  ro_annotation_free(annotation);
}

/* The index of `word` among `names`; -1. */
static int choose(const char *word, const char *const *names, int count) {
  for (int i = 0; i < count; i++)
    if (strcmp(word, names[i]) == 0) return i;
  return -1;
}

typedef struct code_request {
  ro_event_table_options table;
  ro_input input;
  ro_own_files own;
} code_request;

static int read_format(ro_event_table_options *table, const char *word) {
  static const char *const names[] = {"tsv", "csv", "jsonl"};
  int format = choose(word, names, 3);
  if (format < 0)
    return ro_command_misuse(&ro_command_code, "'%s' is no format; tsv, csv and jsonl are", word);
  table->format = (ro_table_format)format;
  return -1;
}

static int read_columns(ro_event_table_options *table, const char *word) {
  static const char *const names[] = {"readout", "gdelt", "phoenix", "polecat"};
  int columns = choose(word, names, 4);
  if (columns < 0)
    return ro_command_misuse(&ro_command_code,
                             "'%s' names no columns; readout, gdelt, phoenix and polecat do", word);
  table->columns = (ro_event_columns)columns;
  return -1;
}

static int read_option(code_request *request, int option) {
  switch (option) {
  case 'h':
    return ro_command_help(&ro_command_code);
  case 'a':
    request->table.all = true;
    return -1;
  case 'o':
    request->table.one_a_day = true;
    return -1;
  case 'n':
    request->table.no_text = true;
    return -1;
  case 'f':
    return read_format(&request->table, optarg);
  case 'c':
    return read_columns(&request->table, optarg);
  case 'p':
    if (ro_command_read_day(optarg, &request->input.reader.published)) return -1;
    return ro_command_misuse(&ro_command_code, "'%s' is no date (YYYY-MM-DD)", optarg);
  default:
    if (ro_command_take_own_file(&request->own, option, optarg)) return -1;
    return ro_command_misuse(&ro_command_code, "unknown option");
  }
}

/* -1 to go on, else the status to end with. */
static int read_options(code_request *request, int argc, char **argv) {
  static const struct option options[] = {{"all", no_argument, NULL, 'a'},
                                          {"columns", required_argument, NULL, 'c'},
                                          {"format", required_argument, NULL, 'f'},
                                          {"no-text", no_argument, NULL, 'n'},
                                          {"one-a-day", no_argument, NULL, 'o'},
                                          {"published", required_argument, NULL, 'p'},
                                          RO_OWN_FILE_OPTIONS,
                                          {"help", no_argument, NULL, 'h'},
                                          {0}};
  for (int option; (option = getopt_long(argc, argv, "", options, NULL)) != -1;) {
    int ended = read_option(request, option);
    if (ended >= 0) return ended;
  }
  if (optind == argc)
    return ro_command_misuse(&ro_command_code, "no report is named ('-' is standard input)");
  request->input.paths = argv + optind;
  request->input.path_count = argc - optind;
  return -1;
}

static int run(int argc, char **argv) {
  code_request request = {.input = {.reader = {.published = RO_NO_DAY, .recurse = true}}};
  int ended = read_options(&request, argc, argv);
  if (ended >= 0) return ended;
  ro_engine *engine = ro_command_load_engine(&request.own);
  if (!engine) return RO_EXIT_SOME_UNREAD;
  code_job job = {engine, ro_event_table_create(&request.table, stdout), false};
  int exit_status = ro_command_each_report(&request.input, code_report, &job);
  ro_event_table_finish(job.table);
  ro_event_table_free(job.table);
  ro_engine_free(engine);
  return job.failed ? RO_EXIT_SOME_UNREAD : exit_status;
}

const ro_command ro_command_code = {
    .name = "code",
    .summary = "print the events of reports as a table: PLOVER and CAMEO codes, one event a row",
    .help = "Usage: readout code [OPTION]... FILE...\n"
            "\n"
            "Prints one event a row with its PLOVER event, mode and contexts, its CAMEO code,\n"
            "actors, date, place and the words that tell it. docs/event-table.md explains the\n"
            "columns and the codes. A folder is read with all that lies below it.\n"
            "\n"
            "  --format FORMAT   tsv (the default), csv or jsonl\n"
            "  --columns SET     readout (the default), gdelt, phoenix or polecat\n"
            "  --all             also what did not happen: what is only planned, and what lies\n"
            "                    more than a year before the report (column background)\n"
            "  --one-a-day       join the same event between the same actors on one day, and\n"
            "                    count in a column \"joined\" how often it was told\n"
            "  --no-text         leave out the words of the reports\n" RO_OWN_FILE_HELP
            "  --published DATE  the date of reports that carry none (YYYY-MM-DD)\n"
            "  --help            this text\n"
            "\n"
            "Example:\n"
            "  readout code --format csv reports.jsonl\n",
    .run = run,
};
