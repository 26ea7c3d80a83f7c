#include <getopt.h>
#include <string.h>

#include "command/command.h"
#include "command/tally.h"

typedef struct actors_job {
  ro_engine *engine;
  ro_tally *tally;
  bool unknown, failed;
} actors_job;

static void count_actors(actors_job *job, const ro_annotation *annotation) {
  size_t count;
  const ro_actor_mention *mentions = ro_annotation_actors(annotation, &count);
  for (size_t i = 0; i < count; i++)
    if (mentions[i].actor)
      ro_tally_add(job->tally, mentions[i].actor, strlen(mentions[i].actor), mentions[i].code);
}

/* Whether a mention that has an actor with an entry covers the token. */
static bool is_known(const ro_annotation *annotation, size_t token) {
  size_t count;
  const ro_actor_mention *mentions = ro_annotation_actors(annotation, &count);
  for (size_t i = 0; i < count && mentions[i].first_token <= token; i++)
    if (mentions[i].actor && mentions[i].type != RO_ACTOR_BODY &&
        token - mentions[i].first_token < mentions[i].token_count)
      return true;
  return false;
}

static bool is_name(const ro_token *token) {
  return token->name_tag == RO_NAME_TAG_PERSON || token->name_tag == RO_NAME_TAG_ORGANIZATION;
}

/* Runs of words that the tagger takes for a person or a body. */
static void count_unknown(actors_job *job, const ro_annotation *annotation) {
  size_t count, size;
  const ro_token *tokens = ro_annotation_tokens(annotation, &count);
  const char *text = ro_annotation_text(annotation, &size);
  for (size_t i = 0, end; i < count; i = end) {
    end = i + 1;
    if (!is_name(&tokens[i]) || tokens[i].upos != RO_UPOS_PROPN) continue;
    bool known = is_known(annotation, i);
    while (end < count && tokens[end].name_tag == tokens[i].name_tag && !tokens[end].name_begins &&
           tokens[end].upos == RO_UPOS_PROPN && tokens[end].sentence == tokens[i].sentence)
      known = is_known(annotation, end++) || known;
    if (!known)
      ro_tally_add(job->tally, text + tokens[i].span.start,
                   tokens[end - 1].span.end - tokens[i].span.start,
                   tokens[i].name_tag == RO_NAME_TAG_PERSON ? "person" : "organization");
  }
}

static void look_at_report(const ro_report *report, void *with) {
  actors_job *job = with;
  ro_annotation *annotation;
  ro_error error;
  if (ro_annotate(&annotation, job->engine, report, RO_LAYERS_NAMES, &error) != RO_OK) {
    ro_command_complain(&error);
    job->failed = true;
    return;
  }
  if (job->unknown)
    count_unknown(job, annotation);
  else
    count_actors(job, annotation);
  ro_annotation_free(annotation);
}

/* The files are read as if they were used; the first wrong line is told. */
static int check_files(const ro_own_files *own) {
  ro_engine *engine = ro_command_load_engine(own);
  if (!engine) return RO_EXIT_SOME_UNREAD;
  ro_engine_free(engine);
  return RO_EXIT_DONE;
}

static int count_names(ro_input *input, const ro_own_files *own, bool unknown) {
  actors_job job = {.engine = ro_command_load_engine(own), .unknown = unknown};
  if (!job.engine) return RO_EXIT_SOME_UNREAD;
  job.tally = ro_tally_create();
  int exit_status = ro_command_each_report(input, look_at_report, &job);
  ro_tally_print(job.tally, unknown ? "count\tname\tkind" : "count\tactor\tcode");
  ro_tally_free(job.tally);
  ro_engine_free(job.engine);
  return job.failed ? RO_EXIT_SOME_UNREAD : exit_status;
}

static int run(int argc, char **argv) {
  static const struct option options[] = {{"actors", required_argument, NULL, RO_OPTION_ACTORS},
                                          {"check", required_argument, NULL, 'c'},
                                          {"published", required_argument, NULL, 'p'},
                                          {"unknown", no_argument, NULL, 'u'},
                                          {"help", no_argument, NULL, 'h'},
                                          {0}};
  ro_input input = {.reader = {.published = RO_NO_DAY, .recurse = true}, .dates_unneeded = true};
  ro_own_files own = {.actor_count = 0};
  bool check = false, unknown = false;
  for (int option; (option = getopt_long(argc, argv, "", options, NULL)) != -1;) {
    if (option == 'h') return ro_command_help(&ro_command_actors);
    if (option == '?') return ro_command_misuse(&ro_command_actors, "unknown option");
    if (option == 'u') unknown = true;
    if (option == 'c') check = true;
    ro_command_take_own_file(&own, option == 'c' ? RO_OPTION_ACTORS : option, optarg);
    if (option == 'p' && !ro_command_read_day(optarg, &input.reader.published))
      return ro_command_misuse(&ro_command_actors, "'%s' is no date (YYYY-MM-DD)", optarg);
  }
  if (check && optind == argc) return check_files(&own);
  if (optind == argc)
    return ro_command_misuse(&ro_command_actors, "no report is named ('-' is standard input)");
  input.paths = argv + optind;
  input.path_count = argc - optind;
  return count_names(&input, &own, unknown);
}

const ro_command ro_command_actors = {
    .name = "actors",
    .summary = "count the actors of reports, or the names that the dictionary lacks",
    .help =
        "Usage: readout actors [OPTION]... REPORT...\n"
        "       readout actors --check FILE\n"
        "\n"
        "Counts the actors that the reports name, the commonest first. docs/names.md tells how\n"
        "a file of your own actors is written.\n"
        "\n"
        "  --unknown         instead the names of persons and bodies that have no entry\n"
        "  --check FILE      only read a file of actors and tell the first wrong "
        "line\n"
        "  --actors FILE     your own actors, a table or a TABARI file\n"
        "  --published DATE  the date of reports that carry none (YYYY-MM-DD)\n"
        "  --help            this text\n"
        "\n"
        "Examples:\n"
        "  readout actors --unknown reports.jsonl\n"
        "  readout actors --check own-actors.tsv\n",
    .run = run,
};
