#include "command/ledger_options.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef enum option_code {
  OPTION_DB = 256,
  OPTION_AS_OF,
  OPTION_ASK,
  OPTION_ACTOR,
  OPTION_PARTIES,
  OPTION_ABOUT,
  OPTION_REPORT,
  OPTION_KIND,
  OPTION_STATE,
  OPTION_SINCE,
  OPTION_UNTIL,
  OPTION_DAY,
  OPTION_FORMAT,
  OPTION_NO_TEXT,
  OPTION_AGAINST,
  OPTION_HELP,
} option_code;

static const struct {
  const char *name;
  int has_argument;
  option_code code;
  unsigned group; /* 0: every command has it */
} known_options[] = {
    {"db", required_argument, OPTION_DB, 0},
    {"help", no_argument, OPTION_HELP, 0},
    {"as-of", required_argument, OPTION_AS_OF, RO_OPTION_AS_OF},
    {"ask", required_argument, OPTION_ASK, RO_OPTION_ASK},
    {"actor", required_argument, OPTION_ACTOR, RO_OPTION_FILTERS},
    {"parties", required_argument, OPTION_PARTIES, RO_OPTION_FILTERS},
    {"about", required_argument, OPTION_ABOUT, RO_OPTION_FILTERS},
    {"report", required_argument, OPTION_REPORT, RO_OPTION_FILTERS},
    {"kind", required_argument, OPTION_KIND, RO_OPTION_STATES},
    {"state", required_argument, OPTION_STATE, RO_OPTION_STATES},
    {"since", required_argument, OPTION_SINCE, RO_OPTION_STATES},
    {"until", required_argument, OPTION_UNTIL, RO_OPTION_STATES},
    {"day", required_argument, OPTION_DAY, RO_OPTION_STATES},
    {"format", required_argument, OPTION_FORMAT, RO_OPTION_FORMAT},
    {"no-text", no_argument, OPTION_NO_TEXT, RO_OPTION_NO_TEXT},
    {"against", required_argument, OPTION_AGAINST, RO_OPTION_AGAINST},
};
enum { OPTION_COUNT = sizeof known_options / sizeof *known_options };

static void make_table(struct option table[OPTION_COUNT + 1], unsigned which) {
  int count = 0;
  for (int i = 0; i < OPTION_COUNT; i++)
    if (!known_options[i].group || known_options[i].group & which)
      table[count++] = (struct option){known_options[i].name, known_options[i].has_argument, NULL,
                                       (int)known_options[i].code};
  table[count] = (struct option){0};
}

static bool read_kind(const char *name, int *kind) {
  for (*kind = RO_ITEM_DEMAND; *kind <= RO_ITEM_MEETING; ++*kind)
    if (strcmp(name, ro_item_kind_name((ro_item_kind)*kind)) == 0) return true;
  return false;
}

static bool read_state(const char *name, ro_item_state *state) {
  for (int i = RO_ITEM_NO_STATE + 1; i < RO_ITEM_STATE_COUNT; i++)
    if (strcmp(name, ro_item_state_name((ro_item_state)i)) == 0) {
      *state = (ro_item_state)i;
      return true;
    }
  return false;
}

static bool read_parties(ro_ledger_options *options, const char *list) {
  free(options->party_list);
  options->party_list = strdup(list);
  options->question.party_count = 0;
  char *rest = options->party_list;
  for (char *code; (code = strsep(&rest, ","));) {
    if (!*code) continue;
    if (options->question.party_count == RO_PARTIES_LIMIT) return false;
    options->parties[options->question.party_count++] = code;
  }
  options->question.parties = options->parties;
  return options->question.party_count > 0;
}

static bool read_days(ro_question *question, option_code code, const char *text) {
  ro_day day;
  if (!ro_command_read_day(text, &day)) return false;
  if (code == OPTION_AS_OF) question->as_of = day;
  if (code == OPTION_SINCE || code == OPTION_DAY) question->since = day;
  if (code == OPTION_UNTIL || code == OPTION_DAY) question->until = day;
  return true;
}

/* What is wrong with the option's value; NULL where nothing is. */
static const char *read_option(ro_ledger_options *options, option_code code, const char *value) {
  ro_question *question = &options->question;
  switch (code) {
  case OPTION_DB:
    options->path = value;
    return NULL;
  case OPTION_AGAINST:
    options->against = value;
    return NULL;
  case OPTION_ASK:
    question->ask = ro_ask_parse(value);
    return question->ask == RO_ASK_COUNT ? "is no question; --help lists them" : NULL;
  case OPTION_ACTOR:
    question->actor = value;
    return NULL;
  case OPTION_PARTIES:
    return read_parties(options, value) ? NULL : "is no list of parties (RUS,USA)";
  case OPTION_ABOUT:
    question->about = value;
    return NULL;
  case OPTION_REPORT:
    question->report = value;
    return NULL;
  case OPTION_KIND:
    return read_kind(value, &question->kind) ? NULL : "is no kind: demand, promise or meeting";
  case OPTION_STATE:
    return read_state(value, &question->state) ? NULL : "is no state; --help lists them";
  case OPTION_FORMAT:
    options->format = value;
    return NULL;
  case OPTION_NO_TEXT:
    options->no_text = true;
    return NULL;
  default:
    return read_days(question, code, value) ? NULL : "is no date (YYYY-MM-DD)";
  }
}

int ro_ledger_options_read(ro_ledger_options *options, const ro_command *command, int argc,
                           char **argv, unsigned which) {
  struct option table[OPTION_COUNT + 1];
  make_table(table, which);
  *options = (ro_ledger_options){
      .question = RO_QUESTION_EVERYTHING, .arguments = argv, .argument_count = argc};
  for (int code; (code = getopt_long(argc, argv, "", table, NULL)) != -1;) {
    if (code == OPTION_HELP) return ro_command_help(command);
    if (code == '?') return ro_command_misuse(command, "unknown option");
    const char *wrong = read_option(options, (option_code)code, optarg);
    if (wrong) return ro_command_misuse(command, "'%s' %s", optarg, wrong);
  }
  options->first_argument = optind;
  if (!options->path) return ro_command_misuse(command, "which ledger? Name it with --db FILE");
  return -1;
}

bool ro_ledger_options_allow_format(const ro_ledger_options *options, const char *const *formats) {
  for (; *formats && options->format; formats++)
    if (strcmp(options->format, *formats) == 0) return true;
  return !options->format;
}

/* An empty answer to a question about nobody should not look like one about somebody. */
static void tell_if_unknown(ro_ledger *ledger, const char *actor) {
  const char *meant;
  if (ro_ledger_names_actor(ledger, actor, &meant)) return;
  fprintf(stderr, "readout: no record of this ledger names '%s'", actor);
  if (meant) fprintf(stderr, "; is '%s' meant?", meant);
  fputc('\n', stderr);
}

static void tell_of_unknown(ro_ledger *ledger, const ro_question *question) {
  if (question->actor) tell_if_unknown(ledger, question->actor);
  for (size_t i = 0; i < question->party_count; i++)
    tell_if_unknown(ledger, question->parties[i]);
}

int ro_ledger_options_run(ro_ledger_options *options,
                          ro_status (*work)(ro_ledger *ledger, ro_ledger_options *options,
                                            ro_error *error)) {
  ro_ledger *ledger;
  ro_error error;
  ro_status status = ro_ledger_open(&ledger, options->path, RO_LEDGER_READ, &error);
  if (status == RO_OK) tell_of_unknown(ledger, &options->question);
  if (status == RO_OK) status = work(ledger, options, &error);
  if (status != RO_OK) ro_command_complain(&error);
  ro_ledger_free(ledger);
  free(options->party_list);
  return status == RO_OK ? RO_EXIT_DONE : RO_EXIT_SOME_UNREAD;
}

ro_page ro_command_page(ro_page_style style) {
  const char *no_colour = getenv("NO_COLOR");
  bool colour = isatty(STDOUT_FILENO) && !(no_colour && *no_colour);
  return (ro_page){.stream = stdout, .style = style, .colour = colour, .width = 96};
}
