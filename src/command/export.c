#include <string.h>

#include "command/command.h"
#include "command/ledger_options.h"
#include "output/exports.h"
#include "output/json.h"

/* What was exported and what made it, as the first line. */
static json_t *heading(ro_day as_of, const char *const *engines, size_t engine_count) {
  json_t *object = json_object();
  json_object_set_new(object, "export", json_string("readout " READOUT_VERSION));
  json_object_set_new(object, "as_of", ro_json_day(as_of));
  json_object_set_new(object, "engines", ro_json_strings(engines, engine_count));
  return object;
}

static void print_jsonl(const ro_answer *answer, const ro_sources *sources, bool with_text) {
  size_t count, engine_count;
  const ro_item *items = ro_answer_items(answer, &count);
  const char *const *engines = ro_sources_engines(sources, &engine_count);
  ro_json_print_line(heading(ro_answer_day(answer), engines, engine_count), stdout);
  ro_items_to_jsonl(stdout, items, count, with_text);
}

static void print_in_format(const ro_answer *answer, const ro_sources *sources,
                            const ro_ledger_options *options) {
  size_t count, source_count;
  bool with_text = !options->no_text;
  const ro_item *items = ro_answer_items(answer, &count);
  const ro_source *list = ro_sources_list(sources, &source_count);
  const char *format = options->format;
  ro_page page = ro_command_page(RO_PAGE_MARKDOWN);
  if (strcmp(format, "jsonl") == 0) print_jsonl(answer, sources, with_text);
  if (strcmp(format, "csv") == 0) ro_items_to_csv(stdout, items, count, with_text);
  if (strcmp(format, "ics") == 0) ro_items_to_calendar(stdout, items, count, with_text);
  if (strcmp(format, "graphml") == 0) ro_items_to_graph(stdout, items, count, with_text);
  if (strcmp(format, "markdown") == 0) ro_items_to_page(&page, items, count, ro_answer_day(answer));
  if (strcmp(format, "csl-json") == 0) ro_sources_to_csl(stdout, list, source_count);
  if (strcmp(format, "bibtex") == 0) ro_sources_to_bibtex(stdout, list, source_count);
}

static ro_status export(ro_ledger *ledger, ro_ledger_options *options, ro_error *error) {
  ro_answer *answer = NULL;
  ro_sources *sources = NULL;
  ro_status status = ro_ledger_ask(&answer, ledger, &options->question, error);
  if (status == RO_OK) status = ro_ledger_sources(&sources, ledger, &options->question, error);
  if (status == RO_OK) print_in_format(answer, sources, options);
  ro_sources_free(sources);
  ro_answer_free(answer);
  return status;
}

static int run(int argc, char **argv) {
  static const char *const formats[] = {"jsonl",   "csv",      "markdown", "ics",
                                        "graphml", "csl-json", "bibtex",   NULL};
  ro_ledger_options options;
  int wrong = ro_ledger_options_read(&options, &ro_command_export, argc, argv,
                                     RO_OPTION_AS_OF | RO_OPTION_ASK | RO_OPTION_FILTERS |
                                         RO_OPTION_STATES | RO_OPTION_FORMAT | RO_OPTION_NO_TEXT);
  if (wrong >= 0) return wrong;
  if (!options.format) options.format = "jsonl";
  if (!ro_ledger_options_allow_format(&options, formats))
    return ro_command_misuse(&ro_command_export, "'%s' is no format; --help lists them",
                             options.format);
  if (options.no_text && strcmp(options.format, "markdown") == 0)
    return ro_command_misuse(&ro_command_export, "markdown cannot go without text");
  return ro_ledger_options_run(&options, export);
}

const ro_command ro_command_export = {
    .name = "export",
    .summary = "write items and reports in the formats of other programs",
    .help =
        "Usage: readout export --db FILE --format FORMAT [OPTION]...\n"
        "\n"
        "Writes the ledger for other programs:\n"
        "\n"
        "  jsonl     items, one JSON object a line, after a line that tells what made them\n"
        "  csv       one line for every sentence that tells of an item, for spreadsheets\n"
        "  markdown  the ledger by party and issue, with its sources\n"
        "  ics       meetings, for calendars\n"
        "  graphml   who stands to whom in what, for graph programs\n"
        "  csl-json  the reports, for citation programs\n"
        "  bibtex    the reports, for LaTeX\n"
        "\n" RO_LEDGER_OPTIONS_HELP RO_STATE_OPTIONS_HELP
        "  --ask ASK         as in 'readout ledger'\n"
        "  --format FORMAT   jsonl (the default) or one of the above\n"
        "  --no-text         leave out the words of the reports: offsets and hashes stay\n"
        "  --help            this text\n"
        "\n"
        "The ledger itself is an SQLite file and needs no export for programs that read these.\n"
        "\n"
        "Example:\n"
        "  readout export --db capelin.db --format ics --ask 'meetings ahead'\n",
    .run = run,
};
