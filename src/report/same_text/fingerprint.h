/* What tells that two texts are the same report: a hash of the wording, and a sketch of it that
 * still agrees where one of them was cut, retouched or given another first line. */
#ifndef RO_REPORT_SAME_TEXT_FINGERPRINT_H
#define RO_REPORT_SAME_TEXT_FINGERPRINT_H

#include <stddef.h>
#include <stdint.h>

enum { RO_SKETCH_SIZE = 64 };

/* Plain data without padding: may be stored and compared as bytes (in the machine's byte order). */
typedef struct ro_fingerprint {
  uint64_t wording;                /* equal for texts of the same words in the same order */
  uint32_t shingles;               /* number of runs of four words */
  uint32_t sketch_count;           /* how many of the sketch's places are used */
  uint32_t sketch[RO_SKETCH_SIZE]; /* the smallest hashes of those runs, rising, each once */
} ro_fingerprint;

/* Of valid UTF-8. Case, punctuation and white space do not matter. */
ro_fingerprint ro_fingerprint_of(const char *text, size_t size);

/* The share of the shorter text's wording that the longer one has too, estimated, 0 to 100 per
 * cent. 100 for the same wording; 0 where one of them is empty. */
unsigned ro_fingerprint_overlap(const ro_fingerprint *a, const ro_fingerprint *b);

/* Texts that overlap at least so much, and are not much different in length, are the same report.
 */
enum { RO_SAME_REPORT = 60 };
int ro_is_same_report(const ro_fingerprint *a, const ro_fingerprint *b);

/* The upper halves of the sketch: half as large, and enough to tell most reports apart. */
enum { RO_DIGEST_MARKS = 8 };
typedef struct ro_digest {
  uint32_t shingles, count;
  uint16_t halves[RO_SKETCH_SIZE];
  uint64_t marks[RO_DIGEST_MARKS]; /* a bit set for each of the halves, several for one bit */
  uint32_t marked;                 /* bits set */
} ro_digest;

ro_digest ro_digest_of(const ro_fingerprint *print);

/* Fills in marks, from the rest. */
void ro_digest_mark(ro_digest *digest);

/* 0 where ro_is_same_report would be 0 for certain. */
int ro_may_be_same_report(const ro_digest *a, const ro_digest *b);

#endif
