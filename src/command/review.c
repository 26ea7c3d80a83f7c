#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/arena.h"
#include "command/command.h"

typedef struct review_work {
  const char *path, *decisions, *by, *note;
  ro_day on;
  ro_ledger *ledger;
  ro_arena *arena;
} review_work;

static void print_decision(const ro_decision *decision, bool there) {
  char day[RO_INTERVAL_SIZE] = "";
  ro_interval_print((ro_interval){decision->on, decision->on}, day);
  printf("%s %s", ro_verdict_name(decision->verdict), decision->record ? decision->record : "?");
  if (decision->corrections) printf(" %s", decision->corrections);
  if (decision->by) printf(" by %s", decision->by);
  if (*day) printf(" on %s", day);
  if (decision->note) printf(": %s", decision->note);
  puts(there ? "" : " (the ledger has no such record)");
}

static ro_status list(const review_work *review, ro_error *error) {
  const bool *there;
  size_t count;
  ro_status status = ro_ledger_read_decisions(review->ledger, review->decisions, error);
  if (status != RO_OK) return status;
  const ro_decision *decisions = ro_ledger_decisions(review->ledger, &there, &count);
  for (size_t i = 0; i < count; i++)
    print_decision(&decisions[i], there[i]);
  if (!count) puts("nothing was decided");
  return RO_OK;
}

/* "due=2023-03-15" … as one string; NULL where one makes no sense, which is told. */
static const char *corrections_of(const review_work *review, char *const *pairs) {
  const char *joined = NULL;
  for (; *pairs; pairs++) {
    const char *equals = strchr(*pairs, '=');
    const char *field =
        equals ? ro_arena_copy(review->arena, *pairs, (size_t)(equals - *pairs)) : *pairs;
    if (!equals || strchr(*pairs, ';') || !ro_correction_is_valid(field, equals + 1)) {
      ro_command_misuse(&ro_command_review, "'%s' is no correction (FIELD=VALUE)", *pairs);
      return NULL;
    }
    joined = joined ? ro_arena_print(review->arena, "%s;%s", joined, *pairs) : *pairs;
  }
  if (!joined) ro_command_misuse(&ro_command_review, "what is to be corrected? (FIELD=VALUE)");
  return joined;
}

static int decide(const review_work *review, ro_verdict verdict, char *const *arguments) {
  ro_error error;
  ro_decision decision = {
      .verdict = verdict, .by = review->by, .note = review->note, .on = review->on};
  if (!arguments[0] || (verdict != RO_VERDICT_CORRECT && arguments[1]))
    return ro_command_misuse(&ro_command_review, "name one record by its id");
  if (verdict == RO_VERDICT_CORRECT) {
    decision.corrections = corrections_of(review, arguments + 1);
    if (!decision.corrections) return RO_EXIT_USAGE;
  }
  ro_status status = ro_ledger_name_record(review->ledger, arguments[0], &decision, &error);
  if (status == RO_OK) status = ro_decision_write(review->decisions, &decision, &error);
  if (status != RO_OK) {
    ro_command_complain(&error);
    return RO_EXIT_SOME_UNREAD;
  }
  print_decision(&decision, true);
  return RO_EXIT_DONE;
}

static int decide_or_list(const review_work *review, char *const *arguments) {
  ro_error error;
  ro_verdict verdict;
  if (!arguments[0] || strcmp(arguments[0], "list") == 0) {
    if (list(review, &error) == RO_OK) return RO_EXIT_DONE;
    ro_command_complain(&error);
    return RO_EXIT_SOME_UNREAD;
  }
  if (!ro_verdict_parse(arguments[0], &verdict))
    return ro_command_misuse(&ro_command_review,
                             "'%s' is none of list, accept, reject, correct, detach", arguments[0]);
  return decide(review, verdict, arguments + 1);
}

static int open_and_work(review_work *review, char *const *arguments) {
  ro_error error;
  int exit_status = RO_EXIT_SOME_UNREAD;
  review->arena = ro_arena_create();
  if (!review->decisions)
    review->decisions = ro_arena_print(review->arena, "%s.decisions.tsv", review->path);
  if (ro_ledger_open(&review->ledger, review->path, RO_LEDGER_READ, &error) == RO_OK)
    exit_status = decide_or_list(review, arguments);
  else
    ro_command_complain(&error);
  ro_ledger_free(review->ledger);
  ro_arena_free(review->arena);
  return exit_status;
}

static int run(int argc, char **argv) {
  static const struct option options[] = {{"db", required_argument, NULL, 'd'},
                                          {"decisions", required_argument, NULL, 'f'},
                                          {"by", required_argument, NULL, 'b'},
                                          {"note", required_argument, NULL, 'n'},
                                          {"on", required_argument, NULL, 'o'},
                                          {"help", no_argument, NULL, 'h'},
                                          {0}};
  review_work review = {.by = getenv("USER"), .on = (ro_day)(time(NULL) / 86400)};
  for (int option; (option = getopt_long(argc, argv, "", options, NULL)) != -1;) {
    if (option == 'h') return ro_command_help(&ro_command_review);
    if (option == '?') return ro_command_misuse(&ro_command_review, "unknown option");
    if (option == 'd') review.path = optarg;
    if (option == 'f') review.decisions = optarg;
    if (option == 'b') review.by = optarg;
    if (option == 'n') review.note = optarg;
    if (option == 'o' && !ro_command_read_day(optarg, &review.on))
      return ro_command_misuse(&ro_command_review, "'%s' is no date (YYYY-MM-DD)", optarg);
  }
  if (!review.path)
    return ro_command_misuse(&ro_command_review, "which ledger? Name it with --db FILE");
  return open_and_work(&review, argv + optind);
}

const ro_command ro_command_review = {
    .name = "review",
    .summary = "accept, reject or correct what was read",
    .help = "Usage: readout review --db FILE [OPTION]... [list]\n"
            "       readout review --db FILE [OPTION]... accept|reject|detach ID\n"
            "       readout review --db FILE [OPTION]... correct ID FIELD=VALUE...\n"
            "\n"
            "Keeps what a person decides on a record in a file beside the ledger, which is a\n"
            "table of text: it can be read, corrected and joined with that of others. All\n"
            "questions heed it and say so; it holds when the reports are read again.\n"
            "\n"
            "  accept   it is right\n"
            "  reject   it is wrong and counts for nothing\n"
            "  detach   it was matched to the wrong item and makes one of its own\n"
            "  correct  it counts with these fields: who, whom, says (actors with commas between\n"
            "           them), what, where, status, when, due (days or intervals)\n"
            "\n"
            "ID is that of a record, as 'readout show --format jsonl' prints it; its first digits\n"
            "are enough.\n"
            "\n"
            "  --db FILE         the ledger\n"
            "  --decisions FILE  where to write (FILE.decisions.tsv beside the ledger)\n"
            "  --by NAME         who decides (your login name)\n"
            "  --note TEXT       why\n"
            "  --on DATE         when (today)\n"
            "  --help            this text\n"
            "\n"
            "Example:\n"
            "  readout review --db capelin.db --by Ana correct 752d2dc3 due=2023-03-15\n",
    .run = run,
};
