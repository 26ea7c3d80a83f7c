#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/hash.h"
#include "command/command.h"

/* A name as it is written, or an actor, with how often it was found. */
typedef struct tally {
  const char *words, *code;
  size_t count;
} tally;

typedef struct actors_job {
  ro_engine *engine;
  ro_arena *arena;
  tally *table; /* open hash table */
  size_t size, used;
  bool unknown, failed;
} actors_job;

static tally *slot_of(const actors_job *job, const char *words) {
  size_t i = ro_hash(words, strlen(words)) & (job->size - 1);
  while (job->table[i].words && strcmp(job->table[i].words, words) != 0)
    i = (i + 1) & (job->size - 1);
  return &job->table[i];
}

static void grow(actors_job *job) {
  tally *old = job->table;
  size_t old_size = job->size;
  job->size = old_size ? old_size * 2 : 1024;
  job->table = ro_arena_alloc_array(job->arena, job->size, sizeof *job->table);
  for (size_t i = 0; i < old_size; i++)
    if (old[i].words) *slot_of(job, old[i].words) = old[i];
}

static void count_words(actors_job *job, const char *words, size_t length, const char *code) {
  if (job->used * 2 >= job->size) grow(job);
  const char *copy = ro_arena_copy(job->arena, words, length);
  tally *found = slot_of(job, copy);
  if (!found->words) {
    *found = (tally){.words = copy, .code = code ? ro_arena_copy_string(job->arena, code) : ""};
    job->used++;
  }
  found->count++;
}

static void count_actors(actors_job *job, const ro_annotation *annotation) {
  size_t count;
  const ro_actor_mention *mentions = ro_annotation_actors(annotation, &count);
  for (size_t i = 0; i < count; i++)
    if (mentions[i].actor)
      count_words(job, mentions[i].actor, strlen(mentions[i].actor), mentions[i].code);
}

/* Whether a mention that has an actor covers the token. */
static bool is_known(const ro_annotation *annotation, size_t token) {
  size_t count;
  const ro_actor_mention *mentions = ro_annotation_actors(annotation, &count);
  for (size_t i = 0; i < count && mentions[i].first_token <= token; i++)
    if (mentions[i].actor && token - mentions[i].first_token < mentions[i].token_count) return true;
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
      count_words(job, text + tokens[i].span.start, tokens[end - 1].span.end - tokens[i].span.start,
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

static int by_count(const void *a, const void *b) {
  const tally *x = a, *y = b;
  if (x->count != y->count) return x->count > y->count ? -1 : 1;
  if (!x->words || !y->words) return (x->words == NULL) - (y->words == NULL);
  return strcmp(x->words, y->words);
}

static void print_table(actors_job *job) {
  if (job->size) qsort(job->table, job->size, sizeof *job->table, by_count);
  puts(job->unknown ? "count\tname\tkind" : "count\tactor\tcode");
  for (size_t i = 0; i < job->used; i++)
    printf("%zu\t%s\t%s\n", job->table[i].count, job->table[i].words, job->table[i].code);
}

/* The files are read as if they were used; the first wrong line is told. */
static int check_files(const ro_actor_files *files) {
  ro_engine *engine = ro_command_load_engine(files);
  if (!engine) return RO_EXIT_SOME_UNREAD;
  ro_engine_free(engine);
  return RO_EXIT_DONE;
}

static int count_names(ro_input *input, const ro_actor_files *files, bool unknown) {
  actors_job job = {.engine = ro_command_load_engine(files), .unknown = unknown};
  if (!job.engine) return RO_EXIT_SOME_UNREAD;
  job.arena = ro_arena_create();
  int exit_status = ro_command_each_report(input, look_at_report, &job);
  print_table(&job);
  ro_arena_free(job.arena);
  ro_engine_free(job.engine);
  return job.failed ? RO_EXIT_SOME_UNREAD : exit_status;
}

static int run(int argc, char **argv) {
  static const struct option options[] = {{"actors", required_argument, NULL, 'a'},
                                          {"check", required_argument, NULL, 'c'},
                                          {"published", required_argument, NULL, 'p'},
                                          {"unknown", no_argument, NULL, 'u'},
                                          {"help", no_argument, NULL, 'h'},
                                          {0}};
  ro_input input = {.reader = {.published = RO_NO_DAY, .recurse = true}, .dates_unneeded = true};
  ro_actor_files files = {.count = 0};
  bool check = false, unknown = false;
  for (int option; (option = getopt_long(argc, argv, "", options, NULL)) != -1;) {
    if (option == 'h') return ro_command_help(&ro_command_actors);
    if (option == '?') return ro_command_misuse(&ro_command_actors, "unknown option");
    if (option == 'u') unknown = true;
    if (option == 'c') check = true;
    if ((option == 'a' || option == 'c') && !ro_command_add_actor_file(&files, optarg))
      return ro_command_misuse(&ro_command_actors, "too many files of actors");
    if (option == 'p' && !ro_command_read_day(optarg, &input.reader.published))
      return ro_command_misuse(&ro_command_actors, "'%s' is no date (YYYY-MM-DD)", optarg);
  }
  if (check && optind == argc) return check_files(&files);
  if (optind == argc)
    return ro_command_misuse(&ro_command_actors, "no report is named ('-' is standard input)");
  input.paths = argv + optind;
  input.path_count = argc - optind;
  return count_names(&input, &files, unknown);
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
        "  --check FILE      only read a file of actors and tell the first wrong line\n"
        "  --actors FILE     your own actors, a table or a TABARI file\n"
        "  --published DATE  the date of reports that carry none (YYYY-MM-DD)\n"
        "  --help            this text\n"
        "\n"
        "Examples:\n"
        "  readout actors --unknown reports.jsonl\n"
        "  readout actors --check own-actors.tsv\n",
    .run = run,
};
