/* Options of the commands that count what reports name and tell: actors, acts. */
#ifndef RO_COMMAND_COUNT_OPTIONS_H
#define RO_COMMAND_COUNT_OPTIONS_H

#include "command/command.h"

typedef struct ro_count_options {
  ro_input input;
  ro_own_files own;
  bool unknown; /* count what is not known */
} ro_count_options;

/* Reads the options; --check FILE takes a file as the option `own_file` does and only reads it.
 * Returns an exit status where the command is at its end, -1 where reports are to be counted. */
int ro_count_options_read(ro_count_options *options, const ro_command *command, int own_file,
                          int argc, char **argv);

#endif
