#include <getopt.h>
#include <string.h>

#include "base/arena.h"
#include "command/command.h"
#include "command/tally.h"

/* An example is cut at so many bytes. */
enum { LONGEST_EXAMPLE = 100 };

typedef struct acts_job {
  ro_engine *engine;
  ro_tally *tally;
  bool unknown, failed;
} acts_job;

static const char *kind_of(const ro_record *record) {
  const char *act = ro_act_name(record->act);
  return act ? act : record->event;
}

static void count_acts(acts_job *job, const ro_annotation *annotation) {
  size_t count, token_count;
  const ro_record *records = ro_annotation_records(annotation, &count);
  const ro_token *tokens = ro_annotation_tokens(annotation, &token_count);
  for (size_t i = 0; i < count; i++) {
    const char *lemma = tokens[records[i].predicate_token].lemma;
    ro_tally_add(job->tally, lemma, strlen(lemma), kind_of(&records[i]));
  }
}

/* For each token: whether it is told already, as the predicate of a record, as the verb that
 * carries one ("HELD talks") or as the cue of a statement. */
static bool *mark_told(ro_arena *arena, const ro_annotation *annotation) {
  size_t token_count, count;
  const ro_token *tokens = ro_annotation_tokens(annotation, &token_count);
  bool *told = ro_arena_alloc_array(arena, token_count, sizeof *told);
  const ro_record *records = ro_annotation_records(annotation, &count);
  for (size_t i = 0; i < count; i++) {
    uint32_t predicate = records[i].predicate_token;
    told[predicate] = true;
    if (tokens[predicate].head != RO_NONE) told[tokens[predicate].head] = true;
  }
  const ro_statement *statements = ro_annotation_statements(annotation, &count);
  for (size_t i = 0; i < count; i++)
    if (statements[i].cue_token != RO_NONE) told[statements[i].cue_token] = true;
  return told;
}

/* The sentence on one line, cut where it runs on. */
static const char *example_of(ro_arena *arena, const ro_annotation *annotation, uint32_t sentence) {
  size_t count, size;
  ro_span span = ro_annotation_sentences(annotation, &count)[sentence].span;
  size_t length = span.end - span.start;
  const char *text = ro_annotation_text(annotation, &size) + span.start;
  bool cut = length > LONGEST_EXAMPLE;
  for (length = cut ? LONGEST_EXAMPLE : length; cut && length && text[length] != ' ';)
    length--;
  char *example = ro_arena_print(arena, "%.*s%s", (int)length, text, cut ? " …" : "");
  for (char *at = example; *at; at++)
    if (*at == '\t' || *at == '\n' || *at == '\r') *at = ' ';
  return example;
}

/* Verbs whose subject is a known actor, and that told nothing. */
static void count_unknown(acts_job *job, const ro_annotation *annotation) {
  ro_arena *arena = ro_arena_create();
  size_t count, token_count;
  const ro_actor_mention *mentions = ro_annotation_actors(annotation, &count);
  const ro_token *tokens = ro_annotation_tokens(annotation, &token_count);
  bool *told = mark_told(arena, annotation);
  for (size_t i = 0; i < count; i++) {
    if (!mentions[i].actor || mentions[i].head_token >= token_count) continue;
    const ro_token *subject = &tokens[mentions[i].head_token];
    bool acts = subject->deprel == RO_DEPREL_NSUBJ || subject->deprel == RO_DEPREL_NSUBJ_PASS;
    if (!acts || subject->head == RO_NONE) continue;
    const ro_token *verb = &tokens[subject->head];
    if (verb->upos != RO_UPOS_VERB || told[subject->head]) continue;
    told[subject->head] = true; /* once, whoever else acts */
    ro_tally_add(job->tally, verb->lemma, strlen(verb->lemma),
                 example_of(arena, annotation, verb->sentence));
  }
  ro_arena_free(arena);
}

static void look_at_report(const ro_report *report, void *with) {
  acts_job *job = with;
  ro_annotation *annotation;
  ro_error error;
  if (ro_annotate(&annotation, job->engine, report, RO_LAYERS_RECORDS, &error) != RO_OK) {
    ro_command_complain(&error);
    job->failed = true;
    return;
  }
  if (job->unknown)
    count_unknown(job, annotation);
  else
    count_acts(job, annotation);
  ro_annotation_free(annotation);
}

static int count_predicates(const ro_input *input, const ro_own_files *own, bool unknown) {
  acts_job job = {.engine = ro_command_load_engine(own), .unknown = unknown};
  if (!job.engine) return RO_EXIT_SOME_UNREAD;
  job.tally = ro_tally_create();
  int exit_status = ro_command_each_report(input, look_at_report, &job);
  ro_tally_print(job.tally, unknown ? "count\tverb\tfor example" : "count\tpredicate\ttells");
  ro_tally_free(job.tally);
  ro_engine_free(job.engine);
  return job.failed ? RO_EXIT_SOME_UNREAD : exit_status;
}

/* The tables are read as if they were used; the first wrong line is told. */
static int check_tables(const ro_own_files *own) {
  ro_engine *engine = ro_command_load_engine(own);
  ro_engine_free(engine);
  return engine ? RO_EXIT_DONE : RO_EXIT_SOME_UNREAD;
}

static int run(int argc, char **argv) {
  static const struct option options[] = {RO_OWN_FILE_OPTIONS,
                                          {"check", required_argument, NULL, 'c'},
                                          {"published", required_argument, NULL, 'p'},
                                          {"unknown", no_argument, NULL, 'u'},
                                          {"help", no_argument, NULL, 'h'},
                                          {0}};
  ro_input input = {.reader = {.published = RO_NO_DAY, .recurse = true}, .dates_unneeded = true};
  ro_own_files own = {.actor_count = 0};
  bool check = false, unknown = false;
  for (int option; (option = getopt_long(argc, argv, "", options, NULL)) != -1;) {
    if (option == 'h') return ro_command_help(&ro_command_acts);
    if (option == '?') return ro_command_misuse(&ro_command_acts, "unknown option");
    if (option == 'u') unknown = true;
    if (option == 'c') check = true;
    ro_command_take_own_file(&own, option == 'c' ? RO_OPTION_ACTS : option, optarg);
    if (option == 'p' && !ro_command_read_day(optarg, &input.reader.published))
      return ro_command_misuse(&ro_command_acts, "'%s' is no date (YYYY-MM-DD)", optarg);
  }
  if (check && optind == argc) return check_tables(&own);
  if (optind == argc)
    return ro_command_misuse(&ro_command_acts, "no report is named ('-' is standard input)");
  input.paths = argv + optind;
  input.path_count = argc - optind;
  return count_predicates(&input, &own, unknown);
}

const ro_command ro_command_acts = {
    .name = "acts",
    .summary = "count the predicates that told an act, or the verbs that told none",
    .help =
        "Usage: readout acts [OPTION]... REPORT...\n"
        "       readout acts --check FILE\n"
        "\n"
        "Counts the predicates of the records in the reports, the commonest first, with the act\n"
        "or event that they told. docs/records.md tells how predicates of your own are written.\n"
        "\n"
        "  --unknown         instead the verbs that a known actor is the subject of and that\n"
        "                    told nothing, each with a sentence\n"
        "  --check FILE      only read a table of predicates and tell the first wrong "
        "line\n" RO_OWN_FILE_HELP
        "  --published DATE  the date of reports that carry none (YYYY-MM-DD)\n"
        "  --help            this text\n"
        "\n"
        "Examples:\n"
        "  readout acts --unknown reports.jsonl\n"
        "  readout acts --check own-acts.tsv\n",
    .run = run,
};
