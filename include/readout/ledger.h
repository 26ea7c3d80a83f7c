/* The ledger: the state of a negotiation on any day, from many reports, kept in one SQLite file.
 *
 * Every question is asked as of a day: it uses the reports published on or before that day and
 * tells the state at its end. Nothing depends on the clock or on the order of the adding. */
#ifndef READOUT_LEDGER_H
#define READOUT_LEDGER_H

#include "readout/annotation.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct ro_ledger ro_ledger;

typedef enum ro_ledger_access {
  RO_LEDGER_READ,   /* the file must be there */
  RO_LEDGER_WRITE,  /* the same, and it can be added to */
  RO_LEDGER_CREATE, /* made where it is missing */
} ro_ledger_access;

/* Opens a ledger file. On error *out is NULL. One handle serves one thread. */
RO_API ro_status ro_ledger_open(ro_ledger **out, const char *path, ro_ledger_access access,
                                ro_error *error);
RO_API void ro_ledger_free(ro_ledger *ledger);

/* Adding --------------------------------------------------------------------------------------- */

typedef enum ro_added {
  RO_ADDED_NEW,
  RO_ADDED_KNOWN,     /* this very report is there already: nothing changed */
  RO_ADDED_DUPLICATE, /* the text is there under another identifier: kept, and counted as a copy */
  RO_ADDED_VERSION,   /* another wording of a report that is there: both are kept */
  RO_ADDED_UNDATED,   /* left out: without a day of publication it has no place in the ledger */
} ro_added;

/* Several adds between these two are written together, all or none: after an add that failed,
 * commit writes nothing and fails too. Begin waits up to 30 seconds for another process that writes
 * (RO_ERROR_LOCKED after that). */
RO_API ro_status ro_ledger_begin(ro_ledger *ledger, ro_error *error);
RO_API ro_status ro_ledger_commit(ro_ledger *ledger, ro_error *error);

/* Writes nothing of what was added since begin. */
RO_API void ro_ledger_abandon(ro_ledger *ledger);

/* Is this very report there already? Then there is no need to annotate it. */
RO_API bool ro_ledger_knows(ro_ledger *ledger, const ro_report *report);

/* Puts a report with its annotation into the ledger, whole or not at all. `versions` is the line of
 * ro_engine_versions. Outside of begin and commit it is a write of its own. */
RO_API ro_status ro_ledger_add(ro_ledger *ledger, const ro_report *report,
                               const ro_annotation *annotation, const char *versions,
                               ro_added *added, ro_error *error);

/* Reading again what other versions have read. The reports are those of the ledger, so nothing else
 * is needed; ids of records come from content, so that decisions find theirs again. */

/* How many reports other versions than these have read. */
RO_API ro_status ro_ledger_count_outdated(ro_ledger *ledger, const char *versions, size_t *count,
                                          ro_error *error);

/* Gives each of them to `each`, which may call ro_ledger_read_anew. */
RO_API ro_status ro_ledger_each_outdated(ro_ledger *ledger, const char *versions,
                                         void (*each)(const ro_report *report, void *with),
                                         void *with, ro_error *error);

/* Puts this annotation of a report in the place of the one that the ledger has. Only between begin
 * and commit, which matches all records anew: readers see the ledger as it was until then. */
RO_API ro_status ro_ledger_read_anew(ro_ledger *ledger, const ro_report *report,
                                     const ro_annotation *annotation, const char *versions,
                                     ro_error *error);

/* Asking --------------------------------------------------------------------------------------- */

typedef enum ro_item_kind { RO_ITEM_DEMAND, RO_ITEM_PROMISE, RO_ITEM_MEETING } ro_item_kind;

typedef enum ro_item_state {
  RO_ITEM_NO_STATE,
  RO_ITEM_OPEN, /* demands */
  RO_ITEM_MET,
  RO_ITEM_PARTLY_MET,
  RO_ITEM_REFUSED,
  RO_ITEM_PENDING, /* promises */
  RO_ITEM_KEPT,
  RO_ITEM_BROKEN,
  RO_ITEM_OVERDUE,
  RO_ITEM_PROPOSED, /* meetings */
  RO_ITEM_SCHEDULED,
  RO_ITEM_HELD,
  RO_ITEM_CANCELLED,
  RO_ITEM_POSTPONED,
  RO_ITEM_WITHDRAWN, /* demands and promises */
  RO_ITEM_STATE_COUNT,
} ro_item_state;

RO_API const char *ro_item_kind_name(ro_item_kind kind);
RO_API const char *ro_item_state_name(ro_item_state state);

/* What a record does to the item that it is evidence of. */
typedef enum ro_relation {
  RO_RELATION_TELLS,     /* it tells of the demand, promise or meeting itself */
  RO_RELATION_REPEATS,   /* it repeats the demand among others */
  RO_RELATION_REFUSES,   /* the demand, or the proposal to meet */
  RO_RELATION_DELIVERS,  /* does what was demanded or promised */
  RO_RELATION_WITHDRAWS, /* takes the demand or promise back */
  RO_RELATION_BREAKS,    /* does the contrary of what was promised */
  RO_RELATION_DENIES,    /* says that it is not so: the accounts differ */
  RO_RELATION_COUNT,
} ro_relation;

RO_API const char *ro_relation_name(ro_relation relation);

/* A record as the ledger keeps it, with the report that it stands in. */
typedef struct ro_entry {
  const char *id;     /* of the record; from its content, the same in every ledger */
  const char *report; /* the report's id, then what a citation needs */
  const char *publisher, *title, *url;
  const char *report_hash; /* of all that identifies the report, its text among it */
  const char *engine;      /* versions and hashes of what read it */
  ro_day published;
  uint32_t origin; /* reports of one item with the same number are not independent */
  ro_act act;
  ro_record_status status;
  ro_relation relation;
  ro_actors who, whom, says;
  ro_interval when, due;
  const char *where, *what; /* NULL where not told */
  const char *channel;      /* through which the word came: "TASS"; NULL */
  size_t start, end;        /* of the evidence in the report's text, in code points */
  const char *text;         /* the evidence */
  const char *sentence;     /* the whole sentence that it stands in */
  const char *event, *mode, *cameo;
  const char *decision; /* what a person decided on it: "accepted", "corrected"; NULL */
  const char *decided_by, *note;
} ro_entry;

/* A state from a day on, and the entry that says so (RO_NONE: time alone, a due day passed). */
typedef struct ro_step {
  ro_day day;
  ro_item_state state;
  uint32_t entry;
} ro_step;

/* A demand, promise or meeting with all that was known of it on the day of the question. */
typedef struct ro_item {
  const char *id; /* of its first record, in order of publication */
  ro_item_kind kind;
  ro_item_state state;
  ro_day since;
  ro_actors who, whom;
  bool who_from_context;  /* of a meeting of which one participant is told: the others are those
                             that the report tells most of */
  bool whom_from_context; /* no record says to whom: it is whom `who` deals with close by */
  const char *what;
  const char *where;  /* of a meeting; NULL */
  ro_interval due;    /* of a promise or demand: when it is to be done; of a meeting: its day */
  ro_day ahead_until; /* of a meeting to come: the last day on which it counts as ahead */
  bool disputed;      /* the accounts differ: somebody denies it, or two sides tell it otherwise */
  const ro_entry *entries; /* in order of publication */
  uint32_t entry_count;
  const ro_step *history;
  uint32_t history_count;
  const char *const *reports; /* ids, each once, in order of publication */
  uint32_t report_count, independent_count;
} ro_item;

typedef enum ro_ask {
  RO_ASK_EVERYTHING,
  RO_ASK_OPEN_PROMISES,
  RO_ASK_OVERDUE_PROMISES,
  RO_ASK_OPEN_DEMANDS,
  RO_ASK_REFUSED_DEMANDS,
  RO_ASK_MEETINGS_AHEAD,
  RO_ASK_MEETINGS_HELD,
  RO_ASK_COUNT,
} ro_ask;

/* "open promises" …; RO_ASK_COUNT where the words are none of these. */
RO_API ro_ask ro_ask_parse(const char *words);
RO_API const char *ro_ask_name(ro_ask ask);

/* What is asked. Zero (and RO_NO_DAY for days) everywhere but in as_of asks for everything. */
typedef struct ro_question {
  ro_day as_of; /* RO_NO_DAY: the day of the newest report */
  ro_ask ask;
  const char *actor;          /* "RUS" or "RUS:Lavrov": in any role; NULL */
  const char *const *parties; /* codes: an item counts where two of its parties are among them */
  size_t party_count;
  int kind;                           /* an ro_item_kind, or -1 for all */
  ro_item_state state;                /* RO_ITEM_NO_STATE for all */
  ro_day since, until;                /* days on which the state began */
  ro_day touched_first, touched_last; /* days on one of which a report of it was published or its
                                         state changed, in the light of all reports */
  const char *report;                 /* the id of a report that speaks of it; NULL */
  const char *about;                  /* words that it is about; NULL */
  const char *item;                   /* the id of the item, or of any of its records; NULL */
  size_t limit;                       /* only the items whose state is the newest; 0 for all */
  bool brief; /* of items with very many records the first and the newest will do: then
                 report_count is right but `reports` partial */
  bool plain; /* entries need not tell title, url, report_hash and engine, which are NULL then */
} ro_question;

#define RO_QUESTION_EVERYTHING                                                                     \
  {                                                                                                \
    .as_of = RO_NO_DAY, .kind = -1, .since = RO_NO_DAY, .until = RO_NO_DAY,                        \
    .touched_first = RO_NO_DAY, .touched_last = RO_NO_DAY                                          \
  }

/* An answer owns its memory and needs the ledger no longer. */
typedef struct ro_answer ro_answer;

/* Items by kind, then by their first day, then by id. */
RO_API ro_status ro_ledger_ask(ro_answer **out, ro_ledger *ledger, const ro_question *question,
                               ro_error *error);
RO_API const ro_item *ro_answer_items(const ro_answer *answer, size_t *count);

/* How many items there were before the limit. */
RO_API size_t ro_answer_total(const ro_answer *answer);

/* The day that the answer is of; RO_NO_DAY in an empty ledger. */
RO_API ro_day ro_answer_day(const ro_answer *answer);
RO_API void ro_answer_free(ro_answer *answer);

/* Gives each item of the answer to `each`, in the same order, and keeps none: memory does not grow
 * with the answer. An item lives until `each` returns. What others write meanwhile is not seen. */
RO_API ro_status ro_ledger_each_item(ro_ledger *ledger, const ro_question *question,
                                     void (*each)(const ro_item *item, void *with), void *with,
                                     ro_error *error);

/* Records of some acts, newest first: for acts that make no item (refusals, warnings …). Owns its
 * memory and needs the ledger no longer. */
typedef struct ro_listing ro_listing;

#define RO_ACTS(act) (1U << (act))

/* Of the question, as_of, actor, parties, report and about count, and since and until for the days
 * of publication. At most `limit` entries. */
RO_API ro_status ro_ledger_list(ro_listing **out, ro_ledger *ledger, const ro_question *question,
                                unsigned acts, size_t limit, ro_error *error);
RO_API const ro_entry *ro_listing_entries(const ro_listing *listing, size_t *count);
RO_API void ro_listing_free(ro_listing *listing);

/* A report as a bibliography names it. */
typedef struct ro_source {
  const char *id, *hash, *publisher, *title, *url;
  const char *byline; /* names as a JSON list; NULL */
  ro_day published;
} ro_source;

typedef struct ro_sources ro_sources;

/* The reports in order of publication. Of the question, as_of, since, until and report count. */
RO_API ro_status ro_ledger_sources(ro_sources **out, ro_ledger *ledger, const ro_question *question,
                                   ro_error *error);
RO_API const ro_source *ro_sources_list(const ro_sources *sources, size_t *count);

/* Versions and hashes of every engine that has read into the ledger. */
RO_API const char *const *ro_sources_engines(const ro_sources *sources, size_t *count);
RO_API void ro_sources_free(ro_sources *sources);

/* A report that a search has found. */
typedef struct ro_found_report {
  const char *id, *publisher, *title, *url;
  ro_day published;
  const char *snippet; /* words around the matches, which stand between \x01 and \x02 */
} ro_found_report;

typedef struct ro_search ro_search;

/* Full-text search over titles and texts: all words must occur, in any inflection; "a phrase" in
 * double quotes as it stands; a word that ends in * begins so. Of the question, as_of, since, until
 * (days of publication) and report count. Best matches first. */
RO_API ro_status ro_ledger_search(ro_search **out, ro_ledger *ledger, const char *words,
                                  const ro_question *question, size_t limit, ro_error *error);
RO_API const ro_found_report *ro_search_reports(const ro_search *search, size_t *count);
RO_API void ro_search_free(ro_search *search);

/* What a check has found. */
typedef struct ro_check {
  size_t problems, reports, records, items; /* the last three where nothing is wrong */
} ro_check;

/* Verifies the file and what was made from its records; tells each problem in a sentence. */
RO_API ro_status ro_ledger_check(ro_ledger *ledger, ro_check *result,
                                 void (*tell)(const char *problem, void *with), void *with,
                                 ro_error *error);

/* Deciding ------------------------------------------------------------------------------------- */

/* What a person decided on a record. */
typedef enum ro_verdict {
  RO_VERDICT_ACCEPT,
  RO_VERDICT_REJECT,  /* it is wrong: it counts for nothing */
  RO_VERDICT_CORRECT, /* it counts with the corrected fields */
  RO_VERDICT_DETACH,  /* the match is wrong: it makes an item of its own */
} ro_verdict;

/* A line of a file of decisions. Its last four fields find the record again where a newer engine
 * has given it another id. */
typedef struct ro_decision {
  const char *record; /* id */
  ro_verdict verdict;
  const char *by, *note; /* NULL where not told */
  ro_day on;
  const char *corrections; /* "due=2023-03-15;whom=ISL"; NULL */
  const char *report_hash, *kind;
  size_t start, end;
} ro_decision;

RO_API const char *ro_verdict_name(ro_verdict verdict);
RO_API bool ro_verdict_parse(const char *name, ro_verdict *verdict);

/* May the field be corrected so? what, where, who, whom, says, status, when and due may. */
RO_API bool ro_correction_is_valid(const char *field, const char *value);

/* Reads decisions, which then hold for all questions. Opening a ledger reads those of the file with
 * ".decisions.tsv" behind its name. A file that is not there decides nothing. */
RO_API ro_status ro_ledger_read_decisions(ro_ledger *ledger, const char *path, ro_error *error);

/* Decisions as the file has them; `there` tells of each whether the ledger has the record. Both
 * live until decisions are read again. */
RO_API const ro_decision *ro_ledger_decisions(const ro_ledger *ledger, const bool **there,
                                              size_t *count);

/* Fills in all but verdict, by, on, note and corrections of a decision on a record, which is named
 * by its id or the beginning of it. The strings live until the ledger is freed. */
RO_API ro_status ro_ledger_name_record(ro_ledger *ledger, const char *id, ro_decision *decision,
                                       ro_error *error);

/* Adds a line to a file of decisions, which is made where it is missing. */
RO_API ro_status ro_decision_write(const char *path, const ro_decision *decision, ro_error *error);

/* Does any record name the actor ("RUS", "RUS:Lavrov")? Where none does, *meant is an actor of the
 * ledger that may be meant ("russia", "rus", "Lavrov"), or NULL. It lives until the ledger is
 * freed. */
RO_API bool ro_ledger_names_actor(ro_ledger *ledger, const char *actor, const char **meant);

/* What the ledger holds, from the reports published on or before a day (RO_NO_DAY: all). */
typedef struct ro_ledger_summary {
  size_t reports, publishers;
  ro_day first, last; /* days of publication; RO_NO_DAY in an empty ledger */
} ro_ledger_summary;

RO_API ro_status ro_ledger_summarise(ro_ledger *ledger, ro_day as_of, ro_ledger_summary *summary,
                                     ro_error *error);

#ifdef __cplusplus
}
#endif
#endif
