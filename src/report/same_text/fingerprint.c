#include "report/same_text/fingerprint.h"

#include <string.h>

#include "base/hash.h"
#include "base/unicode.h"

enum { SHINGLE = 4 };

/* Of two texts of very different length the shorter one is a notice of the other, not a copy. */
enum { LONGEST_TIMES_SHORTEST = 3, LEAST_SHINGLES = 8 };

/* A heap of the smallest hashes, the largest of them on top. */
static void sift_down(uint32_t *heap, uint32_t count, uint32_t at) {
  for (;;) {
    uint32_t largest = at, left = 2 * at + 1, right = left + 1;
    if (left < count && heap[left] > heap[largest]) largest = left;
    if (right < count && heap[right] > heap[largest]) largest = right;
    if (largest == at) return;
    uint32_t moved = heap[at];
    heap[at] = heap[largest];
    heap[largest] = moved;
    at = largest;
  }
}

static void sift_up(uint32_t *heap, uint32_t at) {
  while (at > 0) {
    uint32_t parent = (at - 1) / 2;
    if (heap[parent] >= heap[at]) return;
    uint32_t moved = heap[at];
    heap[at] = heap[parent];
    heap[parent] = moved;
    at = parent;
  }
}

static void keep_smallest(ro_fingerprint *print, uint32_t hash) {
  uint32_t *heap = print->sketch, count = print->sketch_count;
  if (count == RO_SKETCH_SIZE && hash >= heap[0]) return;
  for (uint32_t i = 0; i < count; i++)
    if (heap[i] == hash) return;
  if (count < RO_SKETCH_SIZE) {
    heap[count] = hash;
    print->sketch_count++;
    sift_up(heap, count);
  } else {
    heap[0] = hash;
    sift_down(heap, count, 0);
  }
}

static void sort_sketch(ro_fingerprint *print) {
  for (uint32_t left = print->sketch_count; left > 1; left--) {
    uint32_t largest = print->sketch[0];
    print->sketch[0] = print->sketch[left - 1];
    print->sketch[left - 1] = largest;
    sift_down(print->sketch, left - 1, 0);
  }
}

typedef struct shingler {
  ro_fingerprint print;
  uint64_t words[SHINGLE]; /* hashes of the last words, in turn */
  uint64_t wording;
  size_t word_count;
} shingler;

static void add_word(shingler *s, uint64_t word) {
  s->wording = ro_hash_add(s->wording, &word, sizeof word);
  s->words[s->word_count++ % SHINGLE] = word;
  if (s->word_count < SHINGLE) return;
  uint64_t hash = RO_HASH_START;
  for (size_t i = 0; i < SHINGLE; i++)
    hash = (hash ^ s->words[(s->word_count + i) % SHINGLE]) * UINT64_C(0x9E3779B97F4A7C15);
  s->print.shingles++;
  keep_smallest(&s->print, (uint32_t)(ro_hash_finish(hash) >> 32));
}

ro_fingerprint ro_fingerprint_of(const char *text, size_t size) {
  shingler s = {.wording = RO_HASH_START};
  uint64_t word = RO_HASH_START;
  for (size_t at = 0; at < size;) {
    uint32_t c = ro_utf8_next(text, size, &at);
    if (c == '\'' || c == 0x2019) continue;
    if (ro_unicode_is_letter(c) || ro_unicode_is_digit(c)) {
      word = (word ^ ro_unicode_lower(c)) * UINT64_C(0x100000001b3);
    } else if (word != RO_HASH_START) {
      add_word(&s, word);
      word = RO_HASH_START;
    }
  }
  if (word != RO_HASH_START) add_word(&s, word);
  s.print.wording = ro_hash_finish(s.wording);
  sort_sketch(&s.print);
  return s.print;
}

/* How many hashes both sketches have, among those that both could have. */
static void compare_sketches(const ro_fingerprint *a, const ro_fingerprint *b, uint32_t *common,
                             uint32_t *of_shorter) {
  const ro_fingerprint *shorter = a->shingles <= b->shingles ? a : b;
  const ro_fingerprint *longer = shorter == a ? b : a;
  /* beyond its last hash a full sketch knows nothing of the longer text */
  uint32_t limit =
      longer->sketch_count == RO_SKETCH_SIZE ? longer->sketch[RO_SKETCH_SIZE - 1] : UINT32_MAX;
  uint32_t j = 0;
  *common = *of_shorter = 0;
  for (uint32_t i = 0; i < shorter->sketch_count && shorter->sketch[i] <= limit; i++) {
    ++*of_shorter;
    while (j < longer->sketch_count && longer->sketch[j] < shorter->sketch[i])
      j++;
    *common += j < longer->sketch_count && longer->sketch[j] == shorter->sketch[i];
  }
}

unsigned ro_fingerprint_overlap(const ro_fingerprint *a, const ro_fingerprint *b) {
  if (a->wording == b->wording && a->shingles == b->shingles && a->shingles) return 100;
  uint32_t common, of_shorter;
  compare_sketches(a, b, &common, &of_shorter);
  return of_shorter ? common * 100 / of_shorter : 0;
}

int ro_is_same_report(const ro_fingerprint *a, const ro_fingerprint *b) {
  if (a->wording == b->wording && a->shingles == b->shingles) return 1;
  uint32_t shorter = a->shingles < b->shingles ? a->shingles : b->shingles;
  uint32_t longer = a->shingles < b->shingles ? b->shingles : a->shingles;
  if (shorter < LEAST_SHINGLES || longer / LONGEST_TIMES_SHORTEST > shorter) return 0;
  return ro_fingerprint_overlap(a, b) >= RO_SAME_REPORT;
}
