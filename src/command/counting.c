#include "command/counting.h"

#include <getopt.h>

/* The files are read as if they were used; the first wrong line is told. */
static int check_files(const ro_own_files *own) {
  ro_engine *engine = ro_command_load_engine(own);
  ro_engine_free(engine);
  return engine ? RO_EXIT_DONE : RO_EXIT_SOME_UNREAD;
}

int ro_count_options_read(ro_count_options *options, const ro_command *command, int own_file,
                          int argc, char **argv) {
  static const struct option table[] = {RO_OWN_FILE_OPTIONS,
                                        {"check", required_argument, NULL, 'c'},
                                        {"published", required_argument, NULL, 'p'},
                                        {"unknown", no_argument, NULL, 'u'},
                                        {"help", no_argument, NULL, 'h'},
                                        {0}};
  *options = (ro_count_options){
      .input = {.reader = {.published = RO_NO_DAY, .recurse = true}, .dates_unneeded = true}};
  bool check = false;
  for (int option; (option = getopt_long(argc, argv, "", table, NULL)) != -1;) {
    if (option == 'h') return ro_command_help(command);
    if (option == '?') return ro_command_misuse(command, "unknown option");
    if (option == 'u') options->unknown = true;
    if (option == 'c') check = true;
    ro_command_take_own_file(&options->own, option == 'c' ? own_file : option, optarg);
    if (option == 'p' && !ro_command_read_day(optarg, &options->input.reader.published))
      return ro_command_misuse(command, "'%s' is no date (YYYY-MM-DD)", optarg);
  }
  if (check && optind == argc) return check_files(&options->own);
  if (optind == argc)
    return ro_command_misuse(command, "no report is named ('-' is standard input)");
  options->input.paths = argv + optind;
  options->input.path_count = argc - optind;
  return -1;
}

typedef struct count_job {
  ro_engine *engine;
  ro_layers layers;
  ro_count *count;
  ro_tally *tally;
  bool failed;
} count_job;

static void look_at_report(const ro_report *report, void *with) {
  count_job *job = with;
  ro_annotation *annotation = ro_command_annotation_of(job->engine, report, job->layers);
  if (annotation)
    job->count(job->tally, annotation);
  else
    job->failed = true;
  ro_annotation_free(annotation);
}

int ro_count_reports(const ro_count_options *options, ro_layers layers, ro_count *count,
                     const char *heading) {
  count_job job = {
      .engine = ro_command_load_engine(&options->own), .layers = layers, .count = count};
  if (!job.engine) return RO_EXIT_SOME_UNREAD;
  job.tally = ro_tally_create();
  int exit_status = ro_command_each_report(&options->input, look_at_report, &job);
  ro_tally_print(job.tally, heading);
  ro_tally_free(job.tally);
  ro_engine_free(job.engine);
  return job.failed ? RO_EXIT_SOME_UNREAD : exit_status;
}
