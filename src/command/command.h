/* What the commands of the program share. Each command is a function in a file of its own; the
 * table in main.c lists them. */
#ifndef RO_COMMAND_COMMAND_H
#define RO_COMMAND_COMMAND_H

#include <stdbool.h>

#include "readout/readout.h"

/* Exit statuses, as the contract fixes them. */
enum { RO_EXIT_DONE = 0, RO_EXIT_SOME_UNREAD = 1, RO_EXIT_USAGE = 2 };

typedef struct ro_command {
  const char *name;
  const char *summary;               /* one line for `readout --help` */
  const char *help;                  /* usage, options and examples for `readout NAME --help` */
  int (*run)(int argc, char **argv); /* argv[0] is the command's name */
} ro_command;

extern const ro_command ro_command_code;
extern const ro_command ro_command_read, ro_command_parse, ro_command_annotate, ro_command_explain;
extern const ro_command ro_command_add, ro_command_ledger, ro_command_brief;
extern const ro_command ro_command_timeline, ro_command_find, ro_command_show, ro_command_who,
    ro_command_diff, ro_command_export, ro_command_review, ro_command_check;
extern const ro_command ro_command_relate, ro_command_actors, ro_command_acts;

/* "readout: FILE:LINE: message" on standard error. */
void ro_command_complain(const ro_error *error);

/* Prints "readout NAME: message" and where help is to be found; returns RO_EXIT_USAGE. */
int ro_command_misuse(const ro_command *command, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Prints the command's help on standard output; returns RO_EXIT_DONE. */
int ro_command_help(const ro_command *command);

/* Options that every command which reads reports takes: --published, --format-in … */
typedef struct ro_input {
  ro_reader_options reader;
  char *const *paths;
  int path_count;
  bool dates_unneeded; /* that a report has no date is not worth telling */
} ro_input;

/* Calls `visit` for every report of every path, in order, with the earlier one that it repeats;
 * tells on standard error what there is to know of it; complains about each that cannot be read
 * and goes on. Returns the exit status. */
int ro_command_each_report(const ro_input *input,
                           void (*visit)(const ro_report *report, void *with), void *with);

/* How records are to be found: with the user's own files, --actors FILE and --acts FILE, each of
 * which may be given several times, or by rules alone. */
enum { RO_MOST_OWN_FILES = 64, RO_OPTION_ACTORS = 256, RO_OPTION_ACTS, RO_OPTION_RULES };
typedef struct ro_own_files {
  const char *actors[RO_MOST_OWN_FILES], *acts[RO_MOST_OWN_FILES];
  size_t actor_count, act_count;
  bool rules_only;
} ro_own_files;

/* For the table of getopt_long, and for the help. */
#define RO_OWN_FILE_OPTIONS                                                                        \
  {"actors", required_argument, NULL, RO_OPTION_ACTORS},                                           \
      {"acts", required_argument, NULL, RO_OPTION_ACTS}, {                                         \
    "rules-only", no_argument, NULL, RO_OPTION_RULES                                               \
  }
#define RO_OWN_FILE_HELP                                                                           \
  "  --actors FILE     your own actors, a table or a TABARI file (docs/names.md)\n"                \
  "  --acts FILE       your own predicates and what they tell, a table (docs/records.md)\n"        \
  "  --rules-only      find acts and parties without what is learned about them\n"

/* Whether the option is one of these; keeps it then. */
bool ro_command_take_own_file(ro_own_files *files, int option, const char *path);

/* Loads the engine with these files; complains and returns NULL where it cannot. */
ro_engine *ro_command_load_engine(const ro_own_files *files);

/* The annotation of a report up to these layers; complains and returns NULL where it fails. */
ro_annotation *ro_command_annotation_of(const ro_engine *engine, const ro_report *report,
                                        ro_layers layers);

/* Reads "YYYY-MM-DD"; false where it is none. */
bool ro_command_read_day(const char *text, ro_day *day);

#endif
