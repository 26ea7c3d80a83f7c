#include <errno.h>
#include <getopt.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "command/command.h"
#include "output/json.h"

static ro_status relate_line(const ro_engine *engine, const char *line, size_t size,
                             ro_error *error) {
  json_error_t problem;
  json_t *asked = json_loadb(line, size, 0, &problem);
  const char *text = json_string_value(json_object_get(asked, "text"));
  const char *source = json_string_value(json_object_get(asked, "source"));
  const char *target = json_string_value(json_object_get(asked, "target"));
  ro_pair_relation relation;
  ro_status status = text && source && target
                         ? ro_relate(&relation, engine, text, source, target, error)
                         : ro_fail(error, RO_ERROR_FORMAT, NULL, 0,
                                   "not a JSON object with the strings text, source and target");
  if (status == RO_OK) {
    json_t *answer = json_object();
    json_t *id = json_object_get(asked, "id");
    json_object_set(answer, "id", id ? id : json_null());
    json_object_set_new(answer, "event", ro_json_string(relation.event));
    json_object_set_new(answer, "mode", ro_json_string(relation.mode));
    json_object_set_new(answer, "score", json_real((int)(relation.score * 1000 + 0.5F) / 1000.0));
    ro_json_print_line(answer, stdout);
  }
  json_decref(asked);
  return status;
}

static int relate_file(const ro_engine *engine, const char *path) {
  int exit_status = RO_EXIT_DONE;
  ro_error error;
  FILE *stream = strcmp(path, "-") == 0 ? stdin : fopen(path, "rb");
  if (!stream) {
    ro_fail(&error, RO_ERROR_IO, path, 0, "cannot open: %s", strerror(errno));
    ro_command_complain(&error);
    return RO_EXIT_SOME_UNREAD;
  }
  char *line = NULL;
  size_t capacity = 0, number = 0;
  for (ssize_t length; (length = getline(&line, &capacity, stream)) >= 0;) {
    number++;
    if (strspn(line, " \t\r\n") == (size_t)length) continue;
    if (relate_line(engine, line, (size_t)length, &error) == RO_OK) continue;
    error.line = number;
    snprintf(error.file, sizeof error.file, "%s", path);
    ro_command_complain(&error);
    exit_status = RO_EXIT_SOME_UNREAD;
  }
  free(line);
  if (stream != stdin) fclose(stream);
  return exit_status;
}

static int run(int argc, char **argv) {
  static const struct option options[] = {
      RO_OWN_FILE_OPTIONS, {"help", no_argument, NULL, 'h'}, {0}};
  ro_own_files own = {.actor_count = 0};
  for (int option; (option = getopt_long(argc, argv, "", options, NULL)) != -1;) {
    if (option == 'h') return ro_command_help(&ro_command_relate);
    if (!ro_command_take_own_file(&own, option, optarg))
      return ro_command_misuse(&ro_command_relate, "unknown option");
  }
  if (optind == argc)
    return ro_command_misuse(&ro_command_relate, "no file is named ('-' is standard input)");
  ro_engine *engine = ro_command_load_engine(&own);
  if (!engine) return RO_EXIT_SOME_UNREAD;
  int exit_status = RO_EXIT_DONE;
  for (int i = optind; i < argc; i++)
    if (relate_file(engine, argv[i]) != RO_EXIT_DONE) exit_status = RO_EXIT_SOME_UNREAD;
  ro_engine_free(engine);
  return exit_status;
}

const ro_command ro_command_relate = {
    .name = "relate",
    .summary = "tell what one given actor does to another in a sentence, as a PLOVER event",
    .help =
        "Usage: readout relate [OPTION]... FILE.jsonl...\n"
        "\n"
        "For each line {\"id\", \"text\", \"source\", \"target\"} (two strings that occur in the\n"
        "text) prints {\"id\", \"event\", \"mode\", \"score\"}: what source does to target, by\n"
        "PLOVER's names, CONCEDE and RETREAT joined as YIELD. There is always one answer; a\n"
        "score near 0.5 says that another event is nearly as likely.\n"
        "\n" RO_OWN_FILE_HELP "  --help            this text\n"
        "\n"
        "Example:\n"
        "  echo '{\"id\": 1, \"text\": \"Norway rejected the demand of Iceland.\",\n"
        "         \"source\": \"Norway\", \"target\": \"Iceland\"}' | tr '\\n' ' ' |\n"
        "    readout relate -\n",
    .run = run,
};
