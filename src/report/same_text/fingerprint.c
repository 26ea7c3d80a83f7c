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

/* How many hashes both sketches have, of `among` that both could have; 0 as soon as it is clear
 * that they are less than `least` per cent. */
static uint32_t common_hashes(const ro_fingerprint *a, const ro_fingerprint *b, uint32_t least,
                              uint32_t *among) {
  const ro_fingerprint *shorter = a->shingles <= b->shingles ? a : b;
  const ro_fingerprint *longer = shorter == a ? b : a;
  /* beyond its last hash a full sketch knows nothing of the longer text */
  uint32_t limit =
      longer->sketch_count == RO_SKETCH_SIZE ? longer->sketch[RO_SKETCH_SIZE - 1] : UINT32_MAX;
  uint32_t end = shorter->sketch_count, j = 0, common = 0;
  while (end && shorter->sketch[end - 1] > limit)
    end--;
  *among = end;
  for (uint32_t i = 0; i < end; i++) {
    if ((common + end - i) * 100 < end * least) return 0;
    while (j < longer->sketch_count && longer->sketch[j] < shorter->sketch[i])
      j++;
    common += j < longer->sketch_count && longer->sketch[j] == shorter->sketch[i];
  }
  return common;
}

/* In per cent; 0 where it is less than `least`. */
static unsigned overlap(const ro_fingerprint *a, const ro_fingerprint *b, unsigned least) {
  if (a->wording == b->wording && a->shingles == b->shingles && a->shingles) return 100;
  uint32_t among, common = common_hashes(a, b, least, &among);
  return among ? common * 100 / among : 0;
}

unsigned ro_fingerprint_overlap(const ro_fingerprint *a, const ro_fingerprint *b) {
  return overlap(a, b, 0);
}

/* Are they long enough, and of lengths near enough, to be compared? */
static int are_comparable(uint32_t shingles_a, uint32_t shingles_b) {
  uint32_t shorter = shingles_a < shingles_b ? shingles_a : shingles_b;
  uint32_t longer = shingles_a < shingles_b ? shingles_b : shingles_a;
  return shorter >= LEAST_SHINGLES && longer / LONGEST_TIMES_SHORTEST <= shorter;
}

int ro_is_same_report(const ro_fingerprint *a, const ro_fingerprint *b) {
  if (a->wording == b->wording && a->shingles == b->shingles) return 1;
  return are_comparable(a->shingles, b->shingles) &&
         overlap(a, b, RO_SAME_REPORT) >= RO_SAME_REPORT;
}

/* In plain C, since not every processor that this is built for has an instruction for it. */
static uint32_t count_bits(uint64_t word) {
  word -= word >> 1 & UINT64_C(0x5555555555555555);
  word = (word & UINT64_C(0x3333333333333333)) + (word >> 2 & UINT64_C(0x3333333333333333));
  word = (word + (word >> 4)) & UINT64_C(0x0f0f0f0f0f0f0f0f);
  return (uint32_t)(word * UINT64_C(0x0101010101010101) >> 56);
}

void ro_digest_mark(ro_digest *digest) {
  digest->marked = 0;
  for (uint32_t i = 0; i < RO_DIGEST_MARKS; i++)
    digest->marks[i] = 0;
  for (uint32_t i = 0; i < digest->count; i++)
    digest->marks[digest->halves[i] / 64 % RO_DIGEST_MARKS] |= UINT64_C(1)
                                                               << (digest->halves[i] % 64);
  for (uint32_t i = 0; i < RO_DIGEST_MARKS; i++)
    digest->marked += count_bits(digest->marks[i]);
}

ro_digest ro_digest_of(const ro_fingerprint *print) {
  ro_digest digest = {.shingles = print->shingles, .count = print->sketch_count};
  for (uint32_t i = 0; i < print->sketch_count; i++)
    digest.halves[i] = (uint16_t)(print->sketch[i] >> 16);
  ro_digest_mark(&digest);
  return digest;
}

/* No less than how many of the shorter one's halves the longer one has: each has its bit there, and
 * as many bits as it lacks may stand for two. */
static uint32_t most_common(const ro_digest *shorter, const ro_digest *longer) {
  uint32_t common = shorter->count - shorter->marked;
  for (uint32_t i = 0; i < RO_DIGEST_MARKS; i++)
    common += count_bits(shorter->marks[i] & longer->marks[i]);
  return common;
}

/* Hashes of which the upper halves are the same may be the same, and those with the upper half of
 * the limit may lie beyond it: so as many as possible count as common, and as few as possible as
 * those among which they are. */
int ro_may_be_same_report(const ro_digest *a, const ro_digest *b) {
  const ro_digest *shorter = a->shingles <= b->shingles ? a : b;
  const ro_digest *longer = shorter == a ? b : a;
  if (a->shingles == b->shingles && a->shingles < LEAST_SHINGLES) return 1;
  if (!are_comparable(a->shingles, b->shingles)) return 0;
  uint32_t limit =
      longer->count == RO_SKETCH_SIZE ? longer->halves[RO_SKETCH_SIZE - 1] : UINT16_MAX + 1U;
  uint32_t end = shorter->count, among, j = 0, missing = 0;
  while (end && shorter->halves[end - 1] > limit)
    end--;
  for (among = end; among && shorter->halves[among - 1] == limit;)
    among--;
  if (most_common(shorter, longer) * 100 < among * RO_SAME_REPORT) return 0;
  for (uint32_t i = 0; i < end; i++) {
    while (j < longer->count && longer->halves[j] < shorter->halves[i])
      j++;
    missing += j == longer->count || longer->halves[j] != shorter->halves[i];
    if ((end - missing) * 100 < among * RO_SAME_REPORT) return 0;
  }
  return 1;
}
