/* The ledger of the examples (READOUT_LEDGER), and every question that a ledger is asked. */
#ifndef RO_TESTS_FUZZ_LEDGER_H
#define RO_TESTS_FUZZ_LEDGER_H

#include "fuzz_model_file.h"
#include "readout/ledger.h"

static inline const char *fuzz_ledger_path(void) {
  const char *path = getenv("READOUT_LEDGER");
  FUZZ_CHECK(path);
  return path;
}

static inline void fuzz_take_item(const ro_item *item, void *with) {
  (void)with;
  FUZZ_CHECK(item->id && item->what && item->entry_count);
}

static inline void fuzz_ask_everything(ro_ledger *ledger) {
  const ro_question question = RO_QUESTION_EVERYTHING;
  ro_error error;
  ro_answer *answer;
  ro_listing *listing;
  ro_sources *sources;
  ro_search *search;
  if (ro_ledger_ask(&answer, ledger, &question, &error) == RO_OK) ro_answer_free(answer);
  ro_ledger_each_item(ledger, &question, fuzz_take_item, NULL, &error);
  if (ro_ledger_list(&listing, ledger, &question, ~0U, 100, &error) == RO_OK)
    ro_listing_free(listing);
  if (ro_ledger_sources(&sources, ledger, &question, &error) == RO_OK) ro_sources_free(sources);
  if (ro_ledger_search(&search, ledger, "catch", &question, 10, &error) == RO_OK)
    ro_search_free(search);
}

#endif
