#include <stdio.h>
#include <string.h>

#include "command/command.h"

static const ro_command *const commands[] = {
    &ro_command_read,
    &ro_command_annotate,
    &ro_command_explain,
};
enum { COMMAND_COUNT = sizeof commands / sizeof *commands };

static void print_help(void) {
  puts("Usage: readout COMMAND [OPTION]... [FILE]...\n"
       "\n"
       "Reads news reports about a negotiation or a dispute and keeps the record of it.\n"
       "Nothing leaves this machine.\n"
       "\n"
       "Commands:");
  for (int i = 0; i < COMMAND_COUNT; i++)
    printf("  %-10s %s\n", commands[i]->name, commands[i]->summary);
  puts("\n'readout COMMAND --help' tells more of each.");
}

static int print_version(void) {
  puts("readout " READOUT_VERSION);
  return RO_EXIT_DONE;
}

int main(int argc, char **argv) {
  const char *name = argc > 1 ? argv[1] : "--help";
  if (strcmp(name, "--help") == 0 || strcmp(name, "help") == 0) {
    print_help();
    return argc > 1 ? RO_EXIT_DONE : RO_EXIT_USAGE;
  }
  if (strcmp(name, "--version") == 0) return print_version();
  for (int i = 0; i < COMMAND_COUNT; i++)
    if (strcmp(name, commands[i]->name) == 0) return commands[i]->run(argc - 1, argv + 1);
  fprintf(stderr, "readout: '%s' is no command; 'readout --help' lists them\n", name);
  return RO_EXIT_USAGE;
}
