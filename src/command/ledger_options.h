/* Options that the commands which ask a ledger share. */
#ifndef RO_COMMAND_LEDGER_OPTIONS_H
#define RO_COMMAND_LEDGER_OPTIONS_H

#include "command/command.h"
#include "output/page.h"

enum {
  RO_OPTION_AS_OF = 1,
  RO_OPTION_ASK = 2,
  RO_OPTION_FILTERS = 4, /* --actor, --parties, --about, --report */
  RO_OPTION_STATES = 8,  /* --kind, --state, --since, --until, --day */
  RO_OPTION_FORMAT = 16,
  RO_OPTION_NO_TEXT = 32,
  RO_OPTION_AGAINST = 64,
};

enum { RO_PARTIES_LIMIT = 32 };

typedef struct ro_ledger_options {
  const char *path, *against, *format;
  bool no_text;
  bool found_problems; /* set by `check` */
  ro_question question;
  char *party_list; /* a copy that question.parties points into */
  const char *parties[RO_PARTIES_LIMIT];
  char *const *arguments;
  int argument_count;
  int first_argument; /* index of what follows the options */
} ro_ledger_options;

/* Reads the options that `which` allows. Returns an exit status where the command is at its end
 * (--help, or wrong usage), -1 where it goes on. */
int ro_ledger_options_read(ro_ledger_options *options, const ro_command *command, int argc,
                           char **argv, unsigned which);

/* Is the format one of the list, which ends with NULL, or none named? */
bool ro_ledger_options_allow_format(const ro_ledger_options *options, const char *const *formats);

/* Opens the ledger, does the work, complains of what went wrong and frees all. Returns the exit
 * status. */
int ro_ledger_options_run(ro_ledger_options *options,
                          ro_status (*work)(ro_ledger *ledger, ro_ledger_options *options,
                                            ro_error *error));

/* A page on standard output: colours on a terminal alone, and never with NO_COLOR. */
ro_page ro_command_page(ro_page_style style);

#define RO_LEDGER_OPTIONS_HELP                                                                     \
  "  --db FILE         the ledger\n"                                                               \
  "  --as-of DATE      the state at the end of that day, from the reports published up to\n"       \
  "                    then; without it, that of the newest report's day\n"                        \
  "  --actor ACTOR     only what the actor has a part in (RUS, RUS:Lavrov)\n"                      \
  "  --parties A,B,…   only what lies between two of these parties\n"                            \
  "  --about TEXT      only what these words are about\n"                                          \
  "  --report ID       only what that report speaks of\n"

#define RO_STATE_OPTIONS_HELP                                                                      \
  "  --kind KIND       demand, promise or meeting\n"                                               \
  "  --state STATE     open, met, refused, pending, kept, overdue, scheduled, held …\n"          \
  "  --since DATE      only what has been in its state since that day or later\n"                  \
  "  --until DATE      only what has been in its state since that day or earlier\n"                \
  "  --day DATE        only what came into its state on that day\n"

#endif
