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

/* What is written item by item. */
typedef struct item_writing {
  ro_json_writer json;
  bool with_text;
} item_writing;

static void write_json(const ro_item *item, void *with) {
  item_writing *writing = with;
  ro_item_to_jsonl(&writing->json, stdout, item, writing->with_text);
}

static void write_csv(const ro_item *item, void *with) {
  const item_writing *writing = with;
  ro_item_to_csv(stdout, item, writing->with_text);
}

static ro_status export_jsonl(ro_ledger *ledger, ro_ledger_options *options, ro_error *error) {
  item_writing writing = {.with_text = !options->no_text};
  ro_sources *sources;
  ro_ledger_summary summary;
  size_t count;
  ro_day as_of = options->question.as_of;
  ro_status status = ro_ledger_summarise(ledger, RO_NO_DAY, &summary, error);
  if (status == RO_OK) status = ro_ledger_sources(&sources, ledger, &options->question, error);
  if (status != RO_OK) return status;
  const char *const *engines = ro_sources_engines(sources, &count);
  ro_json_print_line(heading(as_of == RO_NO_DAY ? summary.last : as_of, engines, count), stdout);
  ro_sources_free(sources);
  options->question.plain = true;
  status = ro_ledger_each_item(ledger, &options->question, write_json, &writing, error);
  ro_json_writer_free(&writing.json);
  return status;
}

static ro_status export_csv(ro_ledger *ledger, const ro_ledger_options *options, ro_error *error) {
  item_writing writing = {.with_text = !options->no_text};
  ro_csv_header(stdout);
  return ro_ledger_each_item(ledger, &options->question, write_csv, &writing, error);
}

static void write_meeting(const ro_item *item, void *with) {
  const item_writing *writing = with;
  ro_item_to_calendar(stdout, item, writing->with_text);
}

static ro_status export_calendar(ro_ledger *ledger, const ro_ledger_options *options,
                                 ro_error *error) {
  item_writing writing = {.with_text = !options->no_text};
  ro_calendar_begin(stdout);
  ro_status status =
      ro_ledger_each_item(ledger, &options->question, write_meeting, &writing, error);
  ro_calendar_end(stdout);
  return status;
}

static void add_nodes(const ro_item *item, void *graph) {
  ro_graph_add_nodes(graph, item);
}

static void add_edges(const ro_item *item, void *graph) {
  ro_graph_add_edges(graph, item);
}

static ro_status export_graph(ro_ledger *ledger, ro_ledger_options *options, ro_error *error) {
  ro_graph *graph = ro_graph_create(stdout, !options->no_text);
  options->question.plain = true;
  ro_status status = ro_ledger_each_item(ledger, &options->question, add_nodes, graph, error);
  if (status == RO_OK) {
    ro_graph_begin(graph);
    status = ro_ledger_each_item(ledger, &options->question, add_edges, graph, error);
    ro_graph_end(graph);
  }
  ro_graph_free(graph);
  return status;
}

/* Sorted by party, so that all items are needed at once. */
static ro_status export_page(ro_ledger *ledger, const ro_ledger_options *options, ro_error *error) {
  ro_answer *answer;
  size_t count;
  ro_status status = ro_ledger_ask(&answer, ledger, &options->question, error);
  if (status != RO_OK) return status;
  const ro_item *items = ro_answer_items(answer, &count);
  ro_page page = ro_command_page(RO_PAGE_MARKDOWN);
  ro_items_to_page(&page, items, count, ro_answer_day(answer));
  ro_answer_free(answer);
  return RO_OK;
}

static ro_status export_sources(ro_ledger *ledger, const ro_ledger_options *options,
                                ro_error *error) {
  ro_sources *sources;
  size_t count;
  ro_status status = ro_ledger_sources(&sources, ledger, &options->question, error);
  if (status != RO_OK) return status;
  const ro_source *list = ro_sources_list(sources, &count);
  if (strcmp(options->format, "csl-json") == 0)
    ro_sources_to_csl(stdout, list, count);
  else
    ro_sources_to_bibtex(stdout, list, count);
  ro_sources_free(sources);
  return RO_OK;
}

static ro_status export(ro_ledger *ledger, ro_ledger_options *options, ro_error *error) {
  const char *format = options->format;
  if (strcmp(format, "jsonl") == 0) return export_jsonl(ledger, options, error);
  if (strcmp(format, "csv") == 0) return export_csv(ledger, options, error);
  if (strcmp(format, "csl-json") == 0 || strcmp(format, "bibtex") == 0)
    return export_sources(ledger, options, error);
  if (strcmp(format, "ics") == 0) return export_calendar(ledger, options, error);
  if (strcmp(format, "graphml") == 0) return export_graph(ledger, options, error);
  return export_page(ledger, options, error);
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
