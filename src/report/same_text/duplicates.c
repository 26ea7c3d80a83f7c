#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "readout/report.h"
#include "report/same_text/fingerprint.h"

/* Of each sketch so many hashes lead back to the report; a report is looked at where it shares some
 * of them. A hash that many reports have (a standing phrase) leads to the first few alone. */
enum { INDEXED = 24, LEAST_SHARED = 3, MOST_CANDIDATES = 256, LONGEST_CHAIN = 32 };

typedef struct known {
  const char *id;
  ro_fingerprint print;
} known;

typedef struct posting {
  uint32_t hash;
  uint32_t report; /* index + 1; 0: free */
} posting;

struct ro_duplicates {
  ro_arena *ids;
  known *reports;
  size_t report_count, report_capacity;
  posting *postings; /* open addressing; a power of two */
  size_t posting_count, posting_capacity;
};

ro_duplicates *ro_duplicates_create(void) {
  ro_duplicates *duplicates = ro_allocate(sizeof *duplicates);
  *duplicates = (ro_duplicates){.ids = ro_arena_create()};
  return duplicates;
}

void ro_duplicates_free(ro_duplicates *duplicates) {
  if (!duplicates) return;
  ro_arena_free(duplicates->ids);
  free(duplicates->reports);
  free(duplicates->postings);
  free(duplicates);
}

static void put(ro_duplicates *d, posting added) {
  size_t mask = d->posting_capacity - 1, at = added.hash & mask;
  for (int chain = 0; d->postings[at].report; at = (at + 1) & mask)
    if (d->postings[at].hash == added.hash && ++chain >= LONGEST_CHAIN) return;
  d->postings[at] = added;
  d->posting_count++;
}

static void grow(ro_duplicates *d) {
  posting *old = d->postings;
  size_t old_capacity = d->posting_capacity;
  d->posting_capacity = old_capacity ? old_capacity * 2 : 4096;
  d->postings = ro_allocate(d->posting_capacity * sizeof *d->postings);
  memset(d->postings, 0, d->posting_capacity * sizeof *d->postings);
  d->posting_count = 0;
  for (size_t i = 0; i < old_capacity; i++)
    if (old[i].report) put(d, old[i]);
  free(old);
}

typedef struct candidates {
  uint32_t reports[MOST_CANDIDATES], shared[MOST_CANDIDATES];
  size_t count;
} candidates;

static void add_candidate(candidates *found, uint32_t report) {
  for (size_t i = 0; i < found->count; i++)
    if (found->reports[i] == report) {
      found->shared[i]++;
      return;
    }
  if (found->count == MOST_CANDIDATES) return;
  found->reports[found->count] = report;
  found->shared[found->count++] = 1;
}

static void find_candidates(const ro_duplicates *d, const ro_fingerprint *print,
                            candidates *found) {
  size_t mask = d->posting_capacity - 1;
  for (uint32_t i = 0; i < print->sketch_count && d->posting_capacity; i++)
    for (size_t at = print->sketch[i] & mask; d->postings[at].report; at = (at + 1) & mask)
      if (d->postings[at].hash == print->sketch[i])
        add_candidate(found, d->postings[at].report - 1);
}

/* The earliest report that is the same. */
static const known *find_same(const ro_duplicates *d, const ro_fingerprint *print) {
  if (!d->reports) return NULL;
  candidates found = {.count = 0};
  find_candidates(d, print, &found);
  uint32_t best = UINT32_MAX;
  uint32_t least = print->sketch_count < LEAST_SHARED ? 1 : LEAST_SHARED;
  for (size_t i = 0; i < found.count; i++)
    if (found.shared[i] >= least && found.reports[i] < best &&
        ro_is_same_report(print, &d->reports[found.reports[i]].print))
      best = found.reports[i];
  return best == UINT32_MAX ? NULL : &d->reports[best];
}

static void remember(ro_duplicates *d, const ro_fingerprint *print, const char *id) {
  if (d->report_count == d->report_capacity) {
    d->report_capacity = d->report_capacity ? d->report_capacity * 2 : 64;
    d->reports = ro_reallocate(d->reports, d->report_capacity * sizeof *d->reports);
  }
  d->reports[d->report_count++] = (known){ro_arena_copy_string(d->ids, id ? id : ""), *print};
  for (uint32_t i = 0; i < print->sketch_count && i < INDEXED; i++) {
    if (d->posting_count * 2 >= d->posting_capacity) grow(d);
    put(d, (posting){print->sketch[i], (uint32_t)d->report_count});
  }
}

const char *ro_duplicates_find(ro_duplicates *duplicates, const ro_report *report) {
  ro_fingerprint print = ro_fingerprint_of(report->text, report->text_size);
  if (!print.shingles || duplicates->report_count >= UINT32_MAX - 1) return NULL;
  const known *same = find_same(duplicates, &print);
  if (!same) remember(duplicates, &print, report->id);
  return same ? same->id : NULL;
}
