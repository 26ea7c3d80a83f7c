#include <string.h>

#include "base/arena.h"
#include "command/command.h"
#include "command/ledger_options.h"
#include "output/item_page.h"

enum { QUOTES = 2, RECORDS = 20 };

typedef enum item_part { PART_BY, PART_TO } item_part;

/* Does the actor make the demand or promise, or is it made to him? Meetings are all his own. */
static bool is_part(const ro_item *item, const char *actor, item_part part) {
  const ro_actors actors = part == PART_BY ? item->who : item->whom;
  size_t length = strcspn(actor, ":");
  for (uint32_t i = 0; i < actors.count; i++)
    if (strncmp(actors.items[i], actor, length) == 0 &&
        (!actors.items[i][length] || actors.items[i][length] == ':'))
      return true;
  return false;
}

typedef struct who_page {
  ro_item_page out;
  const char *actor;
  const ro_item *items;
  size_t count;
} who_page;

static void print_part(who_page *who, const char *title, ro_item_kind kind, item_part part) {
  bool any = false;
  for (size_t i = 0; i < who->count; i++) {
    if (who->items[i].kind != kind || !is_part(&who->items[i], who->actor, part)) continue;
    if (!any) ro_page_heading(who->out.page, title);
    any = true;
    ro_item_page_print(&who->out, &who->items[i]);
  }
}

static void print_other(who_page *who, ro_listing *listing) {
  size_t count;
  const ro_entry *entries = ro_listing_entries(listing, &count);
  if (count) ro_page_heading(who->out.page, "OTHER ACTS, THE NEWEST FIRST");
  for (size_t i = 0; i < count; i++) {
    ro_arena *arena = who->out.arena;
    const char *what = entries[i].what ? entries[i].what : entries[i].text;
    ro_page_entry(who->out.page,
                  ro_arena_print(arena, "%s, %s: %s", ro_page_actors(arena, entries[i].who),
                                 ro_act_name(entries[i].act), what));
    ro_item_page_print_entry(&who->out, &entries[i], NULL);
  }
}

static void print_page(who_page *who, ro_listing *listing) {
  print_part(who, "DEMANDS MADE", RO_ITEM_DEMAND, PART_BY);
  print_part(who, "DEMANDS TO MEET", RO_ITEM_DEMAND, PART_TO);
  print_part(who, "PROMISES GIVEN", RO_ITEM_PROMISE, PART_BY);
  print_part(who, "PROMISES RECEIVED", RO_ITEM_PROMISE, PART_TO);
  print_part(who, "MEETINGS", RO_ITEM_MEETING, PART_BY);
  print_other(who, listing);
  ro_citations_print(who->out.citations, who->out.page);
}

static ro_status tell(ro_ledger *ledger, ro_ledger_options *options, ro_error *error) {
  const unsigned others = ~(RO_ACTS(RO_ACT_NONE) | RO_ACTS(RO_ACT_DEMAND) |
                            RO_ACTS(RO_ACT_PROMISE) | RO_ACTS(RO_ACT_MEETING));
  ro_answer *answer = NULL;
  ro_listing *listing = NULL;
  ro_status status = ro_ledger_ask(&answer, ledger, &options->question, error);
  if (status == RO_OK)
    status = ro_ledger_list(&listing, ledger, &options->question, others, RECORDS, error);
  if (status == RO_OK) {
    bool markdown = options->format && strcmp(options->format, "markdown") == 0;
    ro_page page = ro_command_page(markdown ? RO_PAGE_MARKDOWN : RO_PAGE_TEXT);
    ro_arena *arena = ro_arena_create();
    who_page who = {.out = {&page, arena, ro_citations_create(arena), QUOTES},
                    .actor = options->question.actor};
    who.items = ro_answer_items(answer, &who.count);
    print_page(&who, listing);
    ro_arena_free(arena);
  }
  ro_listing_free(listing);
  ro_answer_free(answer);
  return status;
}

static int run(int argc, char **argv) {
  static const char *const formats[] = {"text", "markdown", NULL};
  ro_ledger_options options;
  int wrong = ro_ledger_options_read(&options, &ro_command_who, argc, argv,
                                     RO_OPTION_AS_OF | RO_OPTION_FORMAT);
  if (wrong >= 0) return wrong;
  if (options.first_argument + 1 != argc)
    return ro_command_misuse(&ro_command_who, "name one actor (RUS, RUS:Lavrov)");
  if (!ro_ledger_options_allow_format(&options, formats))
    return ro_command_misuse(&ro_command_who, "'%s' is no format", options.format);
  options.question.actor = argv[options.first_argument];
  return ro_ledger_options_run(&options, tell);
}

const ro_command ro_command_who = {
    .name = "who",
    .summary = "tell an actor's demands, promises and meetings",
    .help = "Usage: readout who --db FILE [--as-of DATE] [--format FORMAT] ACTOR\n"
            "\n"
            "Tells what an actor demanded and promised, what was demanded of it and promised to\n"
            "it, whom it meets, and what else it did. ACTOR is a code (RUS, NATO) or a person\n"
            "with the code (RUS:Lavrov).\n"
            "\n"
            "  --db FILE         the ledger\n"
            "  --as-of DATE      as it was known at the end of that day\n"
            "  --format FORMAT   text (the default) or markdown\n"
            "  --help            this text\n"
            "\n"
            "Example:\n"
            "  readout who --db capelin.db NOR:Dahl\n",
    .run = run,
};
