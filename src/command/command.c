#include "command/command.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void ro_command_complain(const ro_error *error) {
  fflush(stdout);
  if (!error->file[0])
    fprintf(stderr, "readout: %s\n", error->message);
  else if (!error->line)
    fprintf(stderr, "readout: %s: %s\n", error->file, error->message);
  else
    fprintf(stderr, "readout: %s:%zu: %s\n", error->file, error->line, error->message);
}

int ro_command_misuse(const ro_command *command, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  fprintf(stderr, "readout %s: ", command->name);
  vfprintf(stderr, format, arguments);
  fprintf(stderr, "\nTry 'readout %s --help'.\n", command->name);
  va_end(arguments);
  return RO_EXIT_USAGE;
}

int ro_command_help(const ro_command *command) {
  fputs(command->help, stdout);
  return RO_EXIT_DONE;
}

bool ro_command_read_day(const char *text, ro_day *day) {
  *day = ro_day_parse(text);
  return *day != RO_NO_DAY && strlen(text) == 10;
}

static int each_report_of(const ro_input *input, const char *path,
                          void (*visit)(const ro_report *report, void *with), void *with) {
  ro_reader *reader;
  ro_error error;
  if (ro_reader_open(&reader, path, &input->reader, &error) != RO_OK) {
    ro_command_complain(&error);
    return RO_EXIT_SOME_UNREAD;
  }
  int exit_status = RO_EXIT_DONE;
  const ro_report *report;
  for (ro_status status; (status = ro_reader_next(reader, &report, &error)) != RO_END;) {
    if (status == RO_OK) {
      visit(report, with);
    } else {
      ro_command_complain(&error);
      exit_status = RO_EXIT_SOME_UNREAD;
    }
  }
  ro_reader_free(reader);
  return exit_status;
}

int ro_command_each_report(const ro_input *input,
                           void (*visit)(const ro_report *report, void *with), void *with) {
  int exit_status = RO_EXIT_DONE;
  for (int i = 0; i < input->path_count; i++)
    if (each_report_of(input, input->paths[i], visit, with) != RO_EXIT_DONE)
      exit_status = RO_EXIT_SOME_UNREAD;
  return exit_status;
}
