#include <string.h>

#include "base/arena.h"
#include "command/command.h"
#include "command/ledger_options.h"
#include "output/json.h"

enum { MOST_REPORTS = 50 };

/* The snippet in one line; matches in bold on a terminal, in square brackets elsewhere. */
static const char *snippet_of(ro_arena *arena, const ro_page *page, const char *snippet) {
  const char *text = "";
  for (; *snippet; snippet++) {
    const char *mark = *snippet == '\x01'   ? (page->colour ? "\033[1m" : "[")
                       : *snippet == '\x02' ? (page->colour ? "\033[0m" : "]")
                                            : NULL;
    if (mark)
      text = ro_arena_print(arena, "%s%s", text, mark);
    else
      text = ro_arena_print(arena, "%s%c", text, *snippet == '\n' ? ' ' : *snippet);
  }
  return text;
}

static void print_report(const ro_page *page, const ro_found_report *report) {
  ro_arena *arena = ro_arena_create();
  ro_interval day = {report->published, report->published};
  const char *title = report->title ? report->title : report->id;
  const char *publisher = report->publisher ? report->publisher : report->id;
  ro_page_entry(page, title);
  ro_page_remark(page, ro_arena_print(arena, "%s, %s · %s", publisher, ro_page_days(arena, day),
                                      report->url ? report->url : report->id));
  ro_page_remark(page, snippet_of(arena, page, report->snippet));
  ro_arena_free(arena);
}

static void print_json(const ro_found_report *report) {
  json_t *object = json_object();
  json_object_set_new(object, "report", ro_json_string(report->id));
  json_object_set_new(object, "publisher", ro_json_string(report->publisher));
  json_object_set_new(object, "published", ro_json_day(report->published));
  json_object_set_new(object, "title", ro_json_string(report->title));
  json_object_set_new(object, "url", ro_json_string(report->url));
  json_object_set_new(object, "snippet", ro_json_string(report->snippet));
  ro_json_print_line(object, stdout);
}

static ro_status find(ro_ledger *ledger, ro_ledger_options *options, ro_error *error) {
  ro_search *search;
  ro_arena *arena = ro_arena_create();
  const char *words = "";
  for (int i = options->first_argument; i < options->argument_count; i++)
    words = ro_arena_print(arena, "%s %s", words, options->arguments[i]);
  ro_status status =
      ro_ledger_search(&search, ledger, words, &options->question, MOST_REPORTS, error);
  ro_arena_free(arena);
  if (status != RO_OK) return status;
  size_t count;
  const ro_found_report *reports = ro_search_reports(search, &count);
  ro_page page = ro_command_page(RO_PAGE_TEXT);
  for (size_t i = 0; i < count; i++) {
    if (options->format && strcmp(options->format, "jsonl") == 0)
      print_json(&reports[i]);
    else
      print_report(&page, &reports[i]);
  }
  ro_search_free(search);
  return RO_OK;
}

static int run(int argc, char **argv) {
  static const char *const formats[] = {"text", "jsonl", NULL};
  ro_ledger_options options;
  int wrong = ro_ledger_options_read(&options, &ro_command_find, argc, argv,
                                     RO_OPTION_AS_OF | RO_OPTION_FILTERS | RO_OPTION_STATES |
                                         RO_OPTION_FORMAT);
  if (wrong >= 0) return wrong;
  if (options.first_argument == argc)
    return ro_command_misuse(&ro_command_find, "what is to be found?");
  if (!ro_ledger_options_allow_format(&options, formats))
    return ro_command_misuse(&ro_command_find, "'%s' is no format", options.format);
  return ro_ledger_options_run(&options, find);
}

const ro_command ro_command_find = {
    .name = "find",
    .summary = "search the reports of a ledger",
    .help =
        "Usage: readout find --db FILE [OPTION]... TEXT...\n"
        "\n"
        "Finds reports whose title or text holds all the words, in any inflection, and shows\n"
        "where. \"A phrase\" in double quotes stands as it is; a word that ends in * begins so.\n"
        "\n"
        "  --db FILE         the ledger\n"
        "  --as-of DATE      only reports published up to that day\n"
        "  --since DATE      only reports published on that day or later\n"
        "  --until DATE      only reports published on that day or earlier\n"
        "  --report ID       only that report\n"
        "  --format FORMAT   text (the default) or jsonl\n"
        "  --help            this text\n"
        "\n"
        "Example:\n"
        "  readout find --db capelin.db 'catch data' Bergen\n",
    .run = run,
};
