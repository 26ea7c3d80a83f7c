/* What the matching looks at in a record, small enough to be kept beside it as a few numbers. */
#ifndef RO_LEDGER_FEATURES_H
#define RO_LEDGER_FEATURES_H

#include "ledger/features/parties.h"
#include "ledger/features/terms.h"
#include "readout/annotation.h"

/* Place in the ledger's order: by day of publication, then by report (its hash, so that the order
 * of adding does not matter), then by place in the text. */
typedef struct ro_rank {
  ro_day day;
  uint64_t report;
  uint32_t position;
} ro_rank;

int ro_rank_compare(const ro_rank *a, const ro_rank *b);
bool ro_ranks_of_one_report(const ro_rank *a, const ro_rank *b);

enum ro_feature_flags {
  RO_FEATURE_SOME = 1,       /* "some of the demands" */
  RO_FEATURE_BACKGROUND = 2, /* told as background */
  RO_FEATURE_DOUBTFUL = 4,   /* hypothetical or questioned: moves no state */
  RO_FEATURE_ATTRIBUTED = 8, /* on somebody's word, not the report's own */
  RO_FEATURE_CEASES = 16,    /* drops, stops, no longer insists */
  RO_FEATURE_NEGATIVE = 64,  /* not to do something */
  RO_FEATURE_REMOTE = 128,   /* a meeting by telephone or on a screen */
  RO_FEATURE_DEMANDED = 256, /* names no matter but "the demand", "the request", "the idea" */
  RO_FEATURE_UNLESS = 32,    /* names what must happen for a threat not to come true */
  RO_FEATURE_LASTS = 512,    /* goes on until its due day, rather than be done by it */
};

typedef struct ro_features {
  ro_rank rank;
  ro_act act;
  ro_record_status status;
  uint32_t flags;
  uint32_t sentence;
  ro_interval when, due;
  uint32_t place; /* hash of its name; 0 where none is told, or a whole country */
  ro_parties who, whom;
  ro_terms terms;   /* of the evidence and the wording of the matter */
  ro_terms context; /* of the rest of the sentence and of the sentence before */
} ro_features;

/* All in the arena. `annotation` gives text, sentences and mentions. */
ro_features ro_features_of(const ro_vocabulary *vocabulary, ro_arena *arena,
                           const ro_annotation *annotation, const ro_record *record, ro_rank rank);

/* To bytes and back; false where the bytes are not what ro_features_pack makes. */
unsigned char *ro_features_pack(ro_arena *arena, const ro_features *features, size_t *size);
bool ro_features_unpack(ro_features *out, ro_arena *arena, const unsigned char *bytes, size_t size);

#endif
