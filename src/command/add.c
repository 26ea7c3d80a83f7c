#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/arena.h"
#include "command/command.h"
#include "command/pipeline.h"
#include "command/progress.h"
#include "command/reread.h"

/* Reports are written together, at most so many and for so many seconds. One that was acknowledged
 * is on the disk. */
enum { BATCH = 256, BATCH_SECONDS = 4 };

enum { FATES = RO_ADDED_UNDATED + 1 };

typedef struct add_run {
  ro_engine *engine;
  ro_ledger *ledger;
  ro_pipeline *pipeline;
  ro_progress progress;
  char *versions;
  bool verbose;
  size_t in_batch, read, done, failed, counts[FATES];
  size_t batch_counts[FATES]; /* what will count once the batch is written */
  time_t batch_began;
  ro_arena *lines; /* what is to be acknowledged once the batch is written */
  const char *pending;
  ro_status status;
} add_run;

static const char *const fates[FATES] = {
    [RO_ADDED_NEW] = "new",
    [RO_ADDED_KNOWN] = "there already",
    [RO_ADDED_DUPLICATE] = "with a text that is there already",
    [RO_ADDED_VERSION] = "other versions of a report that is there",
    [RO_ADDED_UNDATED] = "skipped, without a day of publication",
};

static void stop(add_run *adding, ro_status status, const ro_error *error) {
  adding->status = status;
  ro_progress_end(&adding->progress);
  ro_command_complain(error);
}

static void commit(add_run *adding) {
  ro_error error;
  if (!adding->in_batch) return;
  ro_status status = ro_ledger_commit(adding->ledger, &error);
  if (status != RO_OK) {
    adding->failed += adding->in_batch;
    stop(adding, status, &error);
  }
  for (size_t i = 0; i < FATES && status == RO_OK; i++)
    adding->counts[i] += adding->batch_counts[i];
  if (status == RO_OK && adding->verbose) {
    fputs(adding->pending, stdout);
    fflush(stdout);
  }
  memset(adding->batch_counts, 0, sizeof adding->batch_counts);
  adding->in_batch = 0;
  adding->pending = "";
  ro_arena_reset(adding->lines);
}

static void acknowledge(add_run *adding, const ro_report *report, ro_added added) {
  adding->batch_counts[added]++;
  if (adding->verbose)
    adding->pending =
        ro_arena_print(adding->lines, "%s%s: %s\n", adding->pending, report->id, fates[added]);
}

static ro_status begin(add_run *adding, ro_error *error) {
  if (adding->in_batch) return RO_OK;
  adding->batch_began = time(NULL);
  return ro_ledger_begin(adding->ledger, error);
}

static void write_report(add_run *adding, const ro_report *report,
                         const ro_annotation *annotation) {
  ro_error error;
  ro_added added = RO_ADDED_NEW;
  ro_status status = begin(adding, &error);
  if (status != RO_OK) {
    adding->failed++;
    stop(adding, status, &error);
    return;
  }
  adding->in_batch++;
  status = ro_ledger_add(adding->ledger, report, annotation, adding->versions, &added, &error);
  if (status == RO_OK)
    acknowledge(adding, report, added);
  else
    stop(adding, status, &error);
  if (adding->in_batch >= BATCH || time(NULL) - adding->batch_began >= BATCH_SECONDS)
    commit(adding);
}

static void take_report(const ro_report *report, const ro_annotation *annotation, ro_status status,
                        const ro_error *error, void *with) {
  add_run *adding = with;
  ro_progress_tell(&adding->progress, ++adding->done, 0);
  if (adding->status != RO_OK) {
    adding->failed++;
  } else if (status != RO_OK) {
    adding->failed++;
    ro_progress_end(&adding->progress);
    ro_command_complain(error);
  } else {
    write_report(adding, report, annotation);
  }
}

static void add_report(const ro_report *report, void *with) {
  add_run *adding = with;
  adding->read++;
  if (report->published == RO_NO_DAY) {
    adding->counts[RO_ADDED_UNDATED]++;
  } else if (ro_ledger_knows(adding->ledger, report)) {
    adding->counts[RO_ADDED_KNOWN]++;
    if (adding->verbose) printf("%s: %s\n", report->id, fates[RO_ADDED_KNOWN]);
  } else {
    ro_pipeline_put(adding->pipeline, report);
  }
}

static void print_summary(const add_run *adding) {
  printf("%zu %s read", adding->read, adding->read == 1 ? "report" : "reports");
  const char *separator = ": ";
  for (size_t i = 0; i < FATES; i++) {
    if (!adding->counts[i]) continue;
    printf("%s%zu %s", separator, adding->counts[i], fates[i]);
    separator = ", ";
  }
  if (adding->failed) printf("%s%zu not added", separator, adding->failed);
  putchar('\n');
}

static int add_all(add_run *adding, const ro_input *input, unsigned jobs) {
  adding->lines = ro_arena_create();
  adding->pending = "";
  adding->progress = ro_progress_begin("reports");
  adding->pipeline = ro_pipeline_create(adding->engine, jobs, take_report, adding);
  int exit_status = ro_command_each_report(input, add_report, adding);
  ro_pipeline_finish(adding->pipeline);
  commit(adding);
  ro_progress_end(&adding->progress);
  print_summary(adding);
  ro_arena_free(adding->lines);
  return adding->failed || adding->counts[RO_ADDED_UNDATED] ? RO_EXIT_SOME_UNREAD : exit_status;
}

/* Reads the reports that are there again, where this is wished, and then the new ones. */
static int reread_and_add(add_run *adding, const ro_input *input, unsigned jobs, bool again) {
  int reread = RO_EXIT_DONE;
  if (again) reread = ro_command_reread(adding->ledger, adding->engine, adding->versions, jobs);
  int added = input->path_count ? add_all(adding, input, jobs) : RO_EXIT_DONE;
  return reread == RO_EXIT_DONE ? added : reread;
}

static int open_and_add(const char *path, const ro_input *input, const ro_own_files *own,
                        unsigned jobs, bool verbose, bool again) {
  add_run adding = {.verbose = verbose};
  ro_error error;
  int exit_status = RO_EXIT_SOME_UNREAD;
  ro_ledger_access access = input->path_count ? RO_LEDGER_CREATE : RO_LEDGER_WRITE;
  ro_status status = ro_ledger_open(&adding.ledger, path, access, &error);
  if (status == RO_OK) adding.engine = ro_command_load_engine(own);
  if (adding.engine) status = ro_engine_versions(adding.engine, &adding.versions, &error);
  if (status != RO_OK)
    ro_command_complain(&error);
  else if (adding.engine)
    exit_status = reread_and_add(&adding, input, jobs, again);
  free(adding.versions);
  ro_ledger_free(adding.ledger);
  ro_engine_free(adding.engine);
  return exit_status;
}

static bool read_jobs(const char *text, unsigned *jobs) {
  char *end;
  long number = strtol(text, &end, 10);
  if (end == text || *end || number < 1 || number > RO_PIPELINE_MOST_JOBS) return false;
  *jobs = (unsigned)number;
  return true;
}

static int run(int argc, char **argv) {
  static const struct option options[] = {
      {"db", required_argument, NULL, 'd'},   {"published", required_argument, NULL, 'p'},
      {"jobs", required_argument, NULL, 'j'}, {"verbose", no_argument, NULL, 'v'},
      {"reread", no_argument, NULL, 'r'},     RO_OWN_FILE_OPTIONS,
      {"help", no_argument, NULL, 'h'},       {0}};
  ro_own_files own = {.actor_count = 0};
  ro_input input = {.reader = {.published = RO_NO_DAY, .recurse = true}};
  const char *path = NULL;
  unsigned jobs = ro_pipeline_default_jobs();
  bool verbose = false, again = false;
  for (int option; (option = getopt_long(argc, argv, "", options, NULL)) != -1;) {
    if (option == 'h') return ro_command_help(&ro_command_add);
    if (option == '?') return ro_command_misuse(&ro_command_add, "unknown option");
    if (ro_command_take_own_file(&own, option, optarg)) continue;
    if (option == 'd') path = optarg;
    if (option == 'v') verbose = true;
    if (option == 'r') again = true;
    if (option == 'j' && !read_jobs(optarg, &jobs))
      return ro_command_misuse(&ro_command_add, "'%s' is no number of jobs", optarg);
    if (option == 'p' && !ro_command_read_day(optarg, &input.reader.published))
      return ro_command_misuse(&ro_command_add, "'%s' is no date (YYYY-MM-DD)", optarg);
  }
  if (!path) return ro_command_misuse(&ro_command_add, "which ledger? Name it with --db FILE");
  if (optind == argc && !again)
    return ro_command_misuse(&ro_command_add, "no report is named ('-' is standard input)");
  input.paths = argv + optind;
  input.path_count = argc - optind;
  return open_and_add(path, &input, &own, jobs, verbose, again);
}

const ro_command ro_command_add = {
    .name = "add",
    .summary = "read reports into a ledger",
    .help =
        "Usage: readout add --db FILE [OPTION]... REPORT...\n"
        "       readout add --db FILE --reread\n"
        "\n"
        "Reads reports into a ledger, which is made where it is missing, and says what it did\n"
        "with them. A report that is there already changes nothing. A folder is read with all\n"
        "that lies below it.\n"
        "\n"
        "  --db FILE         the ledger, one SQLite file\n"
        "  --published DATE  the date of reports that carry none (YYYY-MM-DD)\n" RO_OWN_FILE_HELP
        "  --jobs N          threads that read; as many as there are processors without it\n"
        "  --reread          first read again the reports of the ledger that another version of\n"
        "                    readout, or one with other dictionaries, has read\n"
        "  --verbose         also tell what became of each report, once it is written\n"
        "  --help            this text\n"
        "\n"
        "Examples:\n"
        "  readout add --db capelin.db reports/*.md archive.jsonl\n"
        "  readout add --db capelin.db --published 2023-03-16 note.txt\n"
        "  readout add --db capelin.db --reread\n",
    .run = run,
};
