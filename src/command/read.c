#include <getopt.h>
#include <string.h>

#include "command/command.h"
#include "output/json.h"

typedef struct printing {
  bool dropped, plain;
} printing;

static void print_json(const ro_report *report, const printing *how) {
  json_t *object = ro_report_to_json(report);
  if (how->dropped)
    json_object_set_new(object, "dropped", ro_json_strings(report->dropped, report->dropped_count));
  ro_json_print_line(object, stdout);
}

static void print_field(const char *name, const char *value) {
  if (value) printf("%s: %s\n", name, value);
}

static void print_list(const char *name, const char *const *items, size_t count) {
  for (size_t i = 0; i < count; i++)
    print_field(name, items[i]);
}

static void print_plain(const ro_report *report, const printing *how) {
  char day[RO_INTERVAL_SIZE];
  print_field("id", report->id);
  print_field("title", report->title);
  const char *published =
      ro_interval_print((ro_interval){report->published, report->published}, day);
  if (published) printf("published: %s (%s)\n", published, report->published_from);
  print_field("publisher", report->publisher);
  print_list("by", report->byline, report->byline_count);
  print_list("credit", report->credits, report->credit_count);
  print_field("url", report->url);
  print_field("same text as", report->duplicate_of);
  print_list("caption", report->captions, report->caption_count);
  if (how->dropped) print_list("left out", report->dropped, report->dropped_count);
  printf("\n%s\n\n", report->text);
}

static void print_report(const ro_report *report, void *with) {
  const printing *how = with;
  if (how->plain)
    print_plain(report, how);
  else
    print_json(report, how);
}

static bool read_input_format(const char *name, ro_input_format *format) {
  static const struct {
    const char *name;
    ro_input_format format;
  } formats[] = {{"text", RO_INPUT_TEXT}, {"markdown", RO_INPUT_MARKDOWN},
                 {"html", RO_INPUT_HTML}, {"jsonl", RO_INPUT_JSON_LINES},
                 {"feed", RO_INPUT_FEED}, {"warc", RO_INPUT_WARC}};
  for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
    if (strcmp(formats[i].name, name) != 0) continue;
    *format = formats[i].format;
    return true;
  }
  return false;
}

/* Returns RO_EXIT_DONE where the options make sense, else the exit status. */
static int read_options(int argc, char **argv, ro_input *input, printing *how, bool *help) {
  static const struct option options[] = {{"published", required_argument, NULL, 'p'},
                                          {"input", required_argument, NULL, 'i'},
                                          {"format", required_argument, NULL, 'f'},
                                          {"dropped", no_argument, NULL, 'd'},
                                          {"recursive", no_argument, NULL, 'r'},
                                          {"help", no_argument, NULL, 'h'},
                                          {0}};
  for (int option; (option = getopt_long(argc, argv, "r", options, NULL)) != -1;) {
    switch (option) {
    case 'h':
      *help = true;
      return RO_EXIT_DONE;
    case 'd':
      how->dropped = true;
      break;
    case 'r': /* what is done anyway; scripts may say so */
      break;
    case 'p':
      if (!ro_command_read_day(optarg, &input->reader.published))
        return ro_command_misuse(&ro_command_read, "'%s' is no date (YYYY-MM-DD)", optarg);
      break;
    case 'i':
      if (!read_input_format(optarg, &input->reader.format))
        return ro_command_misuse(&ro_command_read, "'%s' is no format of reports", optarg);
      break;
    case 'f':
      how->plain = strcmp(optarg, "text") == 0;
      if (!how->plain && strcmp(optarg, "jsonl") != 0)
        return ro_command_misuse(&ro_command_read, "'%s' is neither jsonl nor text", optarg);
      break;
    default:
      return ro_command_misuse(&ro_command_read, "unknown option");
    }
  }
  return RO_EXIT_DONE;
}

static int run(int argc, char **argv) {
  ro_input input = {.reader = {.published = RO_NO_DAY, .recurse = true}};
  printing how = {0};
  bool help = false;
  int status = read_options(argc, argv, &input, &how, &help);
  if (status != RO_EXIT_DONE) return status;
  if (help) return ro_command_help(&ro_command_read);
  if (optind == argc)
    return ro_command_misuse(&ro_command_read, "no report is named ('-' is standard input)");
  input.paths = argv + optind;
  input.path_count = argc - optind;
  return ro_command_each_report(&input, print_report, &how);
}

const ro_command ro_command_read = {
    .name = "read",
    .summary = "print what a report tells: title, date, author, body, one JSON object each",
    .help = "Usage: readout read [OPTION]... FILE...\n"
            "\n"
            "Prints one JSON object a report: title, date, byline, credits, body and more. Reads\n"
            "pages (HTML), Markdown, text, JSON lines, feeds (RSS, Atom) and web archives (WARC),\n"
            "each also compressed (.gz, .zst); '-' is standard input. A folder is read with all\n"
            "that lies below it.\n"
            "\n"
            "  --published DATE  the date of reports that carry none (YYYY-MM-DD)\n"
            "  --dropped         also tell what was left out of each page\n"
            "  --format FORMAT   jsonl (the default) or text, for a person to read\n"
            "  --input FORMAT    text, markdown, html, jsonl, feed or warc, where names and\n"
            "                    contents mislead\n"
            "  --help            this text\n"
            "\n"
            "Examples:\n"
            "  readout read page.html archive.jsonl\n"
            "  readout read --dropped pages/\n",
    .run = run,
};
