/* What the commands that count what reports name and tell share: actors, acts. */
#ifndef RO_COMMAND_COUNTING_H
#define RO_COMMAND_COUNTING_H

#include "command/command.h"
#include "command/tally.h"

typedef struct ro_count_options {
  ro_input input;
  ro_own_files own;
  bool unknown; /* count what is not known */
} ro_count_options;

/* Reads the options; --check FILE takes a file as the option `own_file` does and only reads it.
 * Returns an exit status where the command is at its end, -1 where reports are to be counted. */
int ro_count_options_read(ro_count_options *options, const ro_command *command, int own_file,
                          int argc, char **argv);

/* Adds what is counted in a report to the tally. */
typedef void ro_count(ro_tally *tally, const ro_annotation *annotation);

/* Counts in all reports and prints the tally below the heading. Returns the exit status. */
int ro_count_reports(const ro_count_options *options, ro_layers layers, ro_count *count,
                     const char *heading);

#endif
