#include "output/brief.h"

#include <string.h>

#include "command/command.h"
#include "command/ledger_options.h"

static ro_status print_brief(ro_ledger *ledger, ro_ledger_options *options, ro_error *error) {
  bool markdown = options->format && strcmp(options->format, "markdown") == 0;
  ro_page page = ro_command_page(markdown ? RO_PAGE_MARKDOWN : RO_PAGE_TEXT);
  return ro_brief_print(&page, ledger, &options->question, error);
}

static int run(int argc, char **argv) {
  static const char *const formats[] = {"text", "markdown", NULL};
  ro_ledger_options options;
  int wrong = ro_ledger_options_read(&options, &ro_command_brief, argc, argv,
                                     RO_OPTION_AS_OF | RO_OPTION_FILTERS | RO_OPTION_FORMAT);
  if (wrong >= 0) return wrong;
  if (!ro_ledger_options_allow_format(&options, formats))
    return ro_command_misuse(&ro_command_brief, "'%s' is no format: text or markdown",
                             options.format);
  return ro_ledger_options_run(&options, print_brief);
}

const ro_command ro_command_brief = {
    .name = "brief",
    .summary = "tell the state of a negotiation on a day, for a person to read",
    .help = "Usage: readout brief --db FILE [--as-of DATE] [OPTION]...\n"
            "\n"
            "Tells what is promised, overdue, demanded, refused and to come, each with the very\n"
            "sentence, its report, and on whose word the report has it.\n"
            "\n" RO_LEDGER_OPTIONS_HELP "  --format FORMAT   text (the default) or markdown\n"
            "  --help            this text\n"
            "\n"
            "Examples:\n"
            "  readout brief --db capelin.db --as-of 2023-03-26\n"
            "  readout brief --db archive.db --parties NOR,ISL --about 'catch data'\n",
    .run = run,
};
