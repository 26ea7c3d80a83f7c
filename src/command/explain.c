#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "command/command.h"
#include "output/explanation.h"

typedef struct explain_job {
  ro_engine *engine;
  ro_explanation_options options;
  bool failed;
} explain_job;

static void explain_report(const ro_report *report, void *with) {
  explain_job *job = with;
  ro_annotation *annotation = ro_command_annotation_of(job->engine, report, RO_LAYERS_RECORDS);
  if (!annotation) {
    job->failed = true;
    return;
  }
  size_t printed = ro_explanation_print(annotation, &job->options, stdout);
  if (!printed && !job->options.containing)
    printf("%s: no sentence was found in the text\n", report->id);
  ro_annotation_free(annotation);
}

/* The words of the command line as one text; the caller frees it. */
static char *join(char *const *words, int count) {
  size_t size = 1;
  for (int i = 0; i < count; i++)
    size += strlen(words[i]) + 1;
  char *text = malloc(size);
  if (!text) abort();
  *text = '\0';
  for (char *end = text; count--; words++) {
    end = stpcpy(end, *words);
    if (count) end = stpcpy(end, " ");
  }
  return text;
}

static void explain_text(explain_job *job, char *const *words, int count, ro_day published) {
  char *text = join(words, count);
  ro_report report = {.id = "sentence",
                      .text = text,
                      .text_size = strlen(text),
                      .published = published,
                      .updated = RO_NO_DAY,
                      .language = "en"};
  explain_report(&report, job);
  free(text);
}

typedef struct explain_request {
  ro_explanation_options options;
  ro_day published;
  bool reports; /* the words are names of reports */
  ro_own_files own;
} explain_request;

/* RO_EXIT_DONE to go on, another status to end with, or -1 where help was printed. */
static int read_options(explain_request *request, int argc, char **argv) {
  static const struct option options[] = {RO_OWN_FILE_OPTIONS,
                                          {"published", required_argument, NULL, 'p'},
                                          {"reports", no_argument, NULL, 'r'},
                                          {"containing", required_argument, NULL, 'c'},
                                          {"words", no_argument, NULL, 'w'},
                                          {"help", no_argument, NULL, 'h'},
                                          {0}};
  for (int option; (option = getopt_long(argc, argv, "", options, NULL)) != -1;) {
    switch (option) {
    case 'h':
      ro_command_help(&ro_command_explain);
      return -1;
    case 'r':
      request->reports = true;
      break;
    case 'w':
      request->options.words = true;
      break;
    case 'c':
      request->options.containing = optarg;
      break;
    case 'p':
      if (ro_command_read_day(optarg, &request->published)) break;
      return ro_command_misuse(&ro_command_explain, "'%s' is no date (YYYY-MM-DD)", optarg);
    default:
      if (ro_command_take_own_file(&request->own, option, optarg)) break;
      return ro_command_misuse(&ro_command_explain, "unknown option");
    }
  }
  if (optind == argc)
    return ro_command_misuse(&ro_command_explain, "no sentence and no report is given");
  return RO_EXIT_DONE;
}

static int run(int argc, char **argv) {
  explain_request request = {.published = RO_NO_DAY};
  int exit_status = read_options(&request, argc, argv);
  if (exit_status != RO_EXIT_DONE) return exit_status < 0 ? RO_EXIT_DONE : exit_status;
  explain_job job = {.engine = ro_command_load_engine(&request.own), .options = request.options};
  if (!job.engine) return RO_EXIT_SOME_UNREAD;
  ro_input input = {.reader = {.published = request.published, .recurse = true},
                    .paths = argv + optind,
                    .path_count = argc - optind};
  if (request.reports)
    exit_status = ro_command_each_report(&input, explain_report, &job);
  else
    explain_text(&job, argv + optind, argc - optind, request.published);
  ro_engine_free(job.engine);
  return job.failed ? RO_EXIT_SOME_UNREAD : exit_status;
}

const ro_command ro_command_explain = {
    .name = "explain",
    .summary = "tell for a sentence what was found, by which rule, or why there is nothing",
    .help = "Usage: readout explain [--published DATE] SENTENCE...\n"
            "       readout explain --reports [--containing WORDS] FILE...\n"
            "\n"
            "Prints for each sentence the names, times, statements and records found in it, what\n"
            "each rests on (dictionary entry, rule, cue, frame), and which verbs gave no record.\n"
            "\n"
            "  --actors FILE       your own actors, a table or a TABARI file (docs/names.md)\n"
            "  --acts FILE         your own predicates and what they tell (docs/records.md)\n"
            "  --rules-only        find acts and parties without what is learned about them\n"
            "  --published DATE    the day that \"Tuesday\" or \"last week\" is told from\n"
            "  --reports           the arguments are reports: explain their sentences\n"
            "  --containing WORDS  only sentences that hold these words, letter for letter\n"
            "  --words             print words, lemmas and the dependency tree too\n"
            "  --help              this text\n"
            "\n"
            "Example:\n"
            "  readout explain --published 2023-03-02 'Norway rejected the demand on Thursday.'\n",
    .run = run,
};
