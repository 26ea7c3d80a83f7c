#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "command/command.h"

static const ro_command *const commands[] = {
    &ro_command_read,     &ro_command_parse,  &ro_command_annotate, &ro_command_code,
    &ro_command_explain,  &ro_command_add,    &ro_command_ledger,   &ro_command_brief,
    &ro_command_timeline, &ro_command_find,   &ro_command_show,     &ro_command_who,
    &ro_command_diff,     &ro_command_export, &ro_command_review,   &ro_command_check,
    &ro_command_relate,   &ro_command_actors, &ro_command_acts,
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

/* The program's version, then a line for each model, dictionary and rule file with its hash. */
static int print_version(void) {
  ro_engine *engine;
  ro_error error;
  char *versions = NULL;
  ro_status status = ro_engine_create(&engine, NULL, &error);
  if (status == RO_OK) status = ro_engine_versions(engine, &versions, &error);
  if (status != RO_OK) {
    puts("readout " READOUT_VERSION);
    ro_command_complain(&error);
  } else {
    char *rest = versions;
    for (const char *part; (part = strsep(&rest, ";"));)
      puts(part);
    free(versions);
  }
  ro_engine_free(engine);
  return status == RO_OK ? RO_EXIT_DONE : RO_EXIT_SOME_UNREAD;
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
