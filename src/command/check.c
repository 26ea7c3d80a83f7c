#include <stdio.h>
#include <stdlib.h>

#include "command/command.h"
#include "command/ledger_options.h"

static void tell(const char *problem, void *with) {
  const ro_ledger_options *options = with;
  fprintf(stderr, "readout: %s: %s\n", options->path, problem);
}

/* Says how many reports this version has not read. */
static ro_status tell_outdated(ro_ledger *ledger, ro_error *error) {
  static const ro_own_files none = {.actor_count = 0};
  size_t outdated = 0;
  char *versions = NULL;
  ro_engine *engine = ro_command_load_engine(&none);
  if (!engine) return RO_OK;
  ro_status status = ro_engine_versions(engine, &versions, error);
  if (status == RO_OK) status = ro_ledger_count_outdated(ledger, versions, &outdated, error);
  if (status == RO_OK && outdated)
    printf("%zu %s read by another version, or with other dictionaries: readout add --reread\n",
           outdated, outdated == 1 ? "report was" : "reports were");
  free(versions);
  ro_engine_free(engine);
  return status;
}

static ro_status check(ro_ledger *ledger, ro_ledger_options *options, ro_error *error) {
  ro_check result;
  ro_status status = ro_ledger_check(ledger, &result, tell, options, error);
  if (status != RO_OK) return status;
  if (!result.problems)
    printf("%zu reports, %zu records, %zu items: nothing is wrong\n", result.reports,
           result.records, result.items);
  options->found_problems = result.problems > 0;
  return tell_outdated(ledger, error);
}

static int run(int argc, char **argv) {
  ro_ledger_options options;
  int wrong = ro_ledger_options_read(&options, &ro_command_check, argc, argv, 0);
  if (wrong >= 0) return wrong;
  if (options.first_argument != argc)
    return ro_command_misuse(&ro_command_check, "'%s' is one argument too many",
                             argv[options.first_argument]);
  int exit_status = ro_ledger_options_run(&options, check);
  return options.found_problems ? RO_EXIT_SOME_UNREAD : exit_status;
}

const ro_command ro_command_check = {
    .name = "check",
    .summary = "verify a ledger file",
    .help = "Usage: readout check --db FILE\n"
            "\n"
            "Verifies a ledger: the file, its indices, that every sentence stands in its report\n"
            "where its offsets say, and that what was matched is whole. Prints what is wrong, a\n"
            "line each, on standard error; then the exit status is 1. Tells too how many reports\n"
            "another version has read.\n"
            "\n"
            "  --db FILE         the ledger\n"
            "  --help            this text\n"
            "\n"
            "Example:\n"
            "  readout check --db capelin.db\n",
    .run = run,
};
