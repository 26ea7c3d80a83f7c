#include "command/command.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/error.h"

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

ro_annotation *ro_command_annotation_of(const ro_engine *engine, const ro_report *report,
                                        ro_layers layers) {
  ro_annotation *annotation;
  ro_error error;
  if (ro_annotate(&annotation, engine, report, layers, &error) == RO_OK) return annotation;
  ro_command_complain(&error);
  return NULL;
}

bool ro_command_read_day(const char *text, ro_day *day) {
  *day = ro_day_parse(text);
  return *day != RO_NO_DAY && strlen(text) == 10;
}

/* "readout: FILE:LINE: note": what the reader should know of a report that was read. */
static void tell(const ro_report *report, const char *note) {
  fflush(stdout);
  if (report->source_line)
    fprintf(stderr, "readout: %s:%zu: %s\n", report->source_path, report->source_line, note);
  else
    fprintf(stderr, "readout: %s: %s\n", report->id, note);
}

static void tell_notes(const ro_input *input, const ro_report *report) {
  for (size_t i = 0; i < report->note_count; i++)
    tell(report, report->notes[i]);
  if (input->dates_unneeded) return;
  if (report->published == RO_NO_DAY)
    tell(report, "no date of publication was found; --published gives one");
  else if (report->published > (ro_day)(time(NULL) / 86400) + 1)
    tell(report, "is dated in the future");
}

typedef struct visiting {
  const ro_input *input;
  ro_duplicates *duplicates;
  void (*visit)(const ro_report *report, void *with);
  void *with;
} visiting;

static void visit_report(const visiting *v, const ro_report *read) {
  ro_report report = *read;
  report.duplicate_of = ro_duplicates_find(v->duplicates, read);
  tell_notes(v->input, &report);
  v->visit(&report, v->with);
}

static int each_report_of(const visiting *v, const char *path) {
  ro_reader *reader;
  ro_error error;
  if (ro_reader_open(&reader, path, &v->input->reader, &error) != RO_OK) {
    ro_command_complain(&error);
    return RO_EXIT_SOME_UNREAD;
  }
  int exit_status = RO_EXIT_DONE;
  const ro_report *report;
  for (ro_status status; (status = ro_reader_next(reader, &report, &error)) != RO_END;) {
    if (status == RO_OK) {
      visit_report(v, report);
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
  visiting v = {input, ro_duplicates_create(), visit, with};
  int exit_status = RO_EXIT_DONE;
  for (int i = 0; i < input->path_count; i++)
    if (each_report_of(&v, input->paths[i]) != RO_EXIT_DONE) exit_status = RO_EXIT_SOME_UNREAD;
  ro_duplicates_free(v.duplicates);
  return exit_status;
}

bool ro_command_take_own_file(ro_own_files *files, int option, const char *path) {
  if (option == RO_OPTION_RULES) return files->rules_only = true;
  if (option != RO_OPTION_ACTORS && option != RO_OPTION_ACTS) return false;
  bool acts = option == RO_OPTION_ACTS;
  const char **paths = acts ? files->acts : files->actors;
  size_t *count = acts ? &files->act_count : &files->actor_count;
  if (*count < RO_MOST_OWN_FILES) paths[*count] = path;
  ++*count; /* one too many is told when they are loaded */
  return true;
}

static ro_status create_engine(ro_engine **out, const ro_own_files *files, ro_error *error) {
  if (files->actor_count > RO_MOST_OWN_FILES || files->act_count > RO_MOST_OWN_FILES)
    return ro_fail(error, RO_ERROR_LIMIT, NULL, 0, "more than %d files of one kind are given",
                   RO_MOST_OWN_FILES);
  ro_engine_options options = {.actor_files = files->actors,
                               .actor_file_count = files->actor_count,
                               .act_files = files->acts,
                               .act_file_count = files->act_count,
                               .rules_only = files->rules_only};
  return ro_engine_create(out, &options, error);
}

ro_engine *ro_command_load_engine(const ro_own_files *files) {
  ro_engine *engine = NULL;
  ro_error error;
  if (create_engine(&engine, files, &error) != RO_OK) ro_command_complain(&error);
  return engine;
}
