#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>

#include "command/command.h"

/* Reports that are written together. An acknowledged one is on the disk. */
enum { BATCH = 32 };

typedef struct add_run {
  ro_engine *engine;
  ro_ledger *ledger;
  char *versions;
  size_t in_batch, read, added[RO_ADDED_UNDATED + 1];
  ro_status status;
} add_run;

static void commit(add_run *adding) {
  ro_error error;
  if (!adding->in_batch) return;
  adding->in_batch = 0;
  adding->status = ro_ledger_commit(adding->ledger, &error);
  if (adding->status != RO_OK) ro_command_complain(&error);
}

static ro_status begin(add_run *adding, ro_error *error) {
  return adding->in_batch ? RO_OK : ro_ledger_begin(adding->ledger, error);
}

static void add_new(add_run *adding, const ro_report *report) {
  ro_annotation *annotation;
  ro_error error;
  ro_added added = RO_ADDED_NEW;
  ro_status status = ro_annotate(&annotation, adding->engine, report, RO_LAYERS_RECORDS, &error);
  if (status == RO_OK) status = begin(adding, &error);
  if (status == RO_OK) {
    adding->in_batch++;
    status = ro_ledger_add(adding->ledger, report, annotation, adding->versions, &added, &error);
  }
  ro_annotation_free(annotation);
  if (status == RO_OK) {
    adding->added[added]++;
  } else {
    adding->status = status;
    ro_command_complain(&error);
  }
  if (adding->in_batch == BATCH) commit(adding);
}

static void add_report(const ro_report *report, void *with) {
  add_run *adding = with;
  adding->read++;
  if (adding->status != RO_OK) return;
  if (report->published == RO_NO_DAY) {
    adding->added[RO_ADDED_UNDATED]++;
    fprintf(stderr,
            "readout: %s: skipped: it tells no day of publication; give one with --published\n",
            report->id);
  } else if (ro_ledger_knows(adding->ledger, report)) {
    adding->added[RO_ADDED_KNOWN]++;
  } else {
    add_new(adding, report);
  }
}

static void print_summary(const add_run *adding) {
  static const char *const names[] = {
      [RO_ADDED_NEW] = "new",
      [RO_ADDED_KNOWN] = "there already",
      [RO_ADDED_DUPLICATE] = "copies of a text that is there",
      [RO_ADDED_VERSION] = "new versions of a report that is there",
      [RO_ADDED_UNDATED] = "skipped: no day of publication",
  };
  printf("%zu %s read", adding->read, adding->read == 1 ? "report" : "reports");
  const char *separator = ": ";
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    if (!adding->added[i]) continue;
    printf("%s%zu %s", separator, adding->added[i], names[i]);
    separator = ", ";
  }
  putchar('\n');
}

static int add_all(const char *path, const ro_input *input) {
  add_run adding = {0};
  ro_error error;
  int exit_status = RO_EXIT_SOME_UNREAD;
  ro_status status = ro_ledger_open(&adding.ledger, path, RO_LEDGER_CREATE, &error);
  if (status == RO_OK) status = ro_engine_create(&adding.engine, NULL, &error);
  if (status == RO_OK) status = ro_engine_versions(adding.engine, &adding.versions, &error);
  if (status != RO_OK) {
    ro_command_complain(&error);
  } else {
    exit_status = ro_command_each_report(input, add_report, &adding);
    commit(&adding);
    print_summary(&adding);
    if (adding.status != RO_OK || adding.added[RO_ADDED_UNDATED]) exit_status = RO_EXIT_SOME_UNREAD;
  }
  free(adding.versions);
  ro_ledger_free(adding.ledger);
  ro_engine_free(adding.engine);
  return exit_status;
}

static int run(int argc, char **argv) {
  static const struct option options[] = {{"db", required_argument, NULL, 'd'},
                                          {"published", required_argument, NULL, 'p'},
                                          {"help", no_argument, NULL, 'h'},
                                          {0}};
  ro_input input = {.reader = {.published = RO_NO_DAY}};
  const char *path = NULL;
  for (int option; (option = getopt_long(argc, argv, "", options, NULL)) != -1;) {
    if (option == 'h') return ro_command_help(&ro_command_add);
    if (option == 'd')
      path = optarg;
    else if (option != 'p')
      return ro_command_misuse(&ro_command_add, "unknown option");
    else if (!ro_command_read_day(optarg, &input.reader.published))
      return ro_command_misuse(&ro_command_add, "'%s' is no date (YYYY-MM-DD)", optarg);
  }
  if (!path) return ro_command_misuse(&ro_command_add, "which ledger? Name it with --db FILE");
  if (optind == argc) return ro_command_misuse(&ro_command_add, "no report is named");
  input.paths = argv + optind;
  input.path_count = argc - optind;
  return add_all(path, &input);
}

const ro_command ro_command_add = {
    .name = "add",
    .summary = "read reports into a ledger",
    .help = "Usage: readout add --db FILE [OPTION]... REPORT...\n"
            "\n"
            "Reads reports into a ledger, which is made where it is missing, and says what it did\n"
            "with each. A report that is there already changes nothing.\n"
            "\n"
            "  --db FILE         the ledger, one SQLite file\n"
            "  --published DATE  the date of reports that carry none (YYYY-MM-DD)\n"
            "  --help            this text\n"
            "\n"
            "Example:\n"
            "  readout add --db capelin.db reports/*.md archive.jsonl\n",
    .run = run,
};
