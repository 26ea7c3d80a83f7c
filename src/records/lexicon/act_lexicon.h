/* The lexicon of acts, compiled from its tables:
 *
 *   acts.tsv        predicates with the act and event that they tell
 *   act-frames.tsv  which argument of a predicate is who, whom and matter
 *   act-words.tsv   classes of words that frames and rules ask for
 *
 * and the user's own tables of predicates, which are tried before ours. Predicates are found by
 * their first word. */
#ifndef RO_RECORDS_ACT_LEXICON_H
#define RO_RECORDS_ACT_LEXICON_H

#include <stdbool.h>

#include "base/error.h"
#include "readout/records.h"
#include "records/lexicon/word_table.h"

/* Where a role is to be found: an argument of the predicate, and from there a step. */
typedef enum act_argument {
  ACT_SUBJECT,     /* logical subject: a passive's by-phrase, too */
  ACT_OBJECT,      /* logical object: a passive's subject, too */
  ACT_INDIRECT,    /* "handed LAVROV a letter" */
  ACT_INFINITIVE,  /* "to leave" */
  ACT_GERUND,      /* "leaving" */
  ACT_CLAUSE,      /* "that it leave" */
  ACT_COMPLEMENT,  /* "called it OUTRAGEOUS" */
  ACT_OWNER,       /* of a noun: "RUSSIA's demand", "the RUSSIAN demand" */
  ACT_PREPOSITION, /* with its preposition */
} act_argument;

typedef enum act_step {
  ACT_STEP_SELF,
  ACT_STEP_OWNER,   /* whose it is: "rejected RUSSIA's call" */
  ACT_STEP_SUBJECT, /* of the clause: "demanded that RUSSIA leave" */
  ACT_STEP_PLACE,   /* the state that the place lies in: "visited MOSCOW" */
} act_step;

typedef struct act_path {
  act_argument argument;
  act_step step;
  const char *preposition;
} act_path;

typedef struct act_paths {
  const act_path *items;
  size_t count;
} act_paths;

typedef enum act_test_kind {
  ACT_TEST_PRESENT,
  ACT_TEST_ABSENT,
  ACT_TEST_ACTOR,
  ACT_TEST_PARTY,  /* stands for actors, by what it belongs to or who leads it, too */
  ACT_TEST_PERSON, /* names a person, or means one of whom it tells the office */
  ACT_TEST_WORD,
  ACT_TEST_CLASS,
} act_test_kind;

typedef struct act_test {
  act_path path;
  act_test_kind kind;
  const char *word;
  uint32_t class_number;
} act_test;

/* All needs must hold; one of the alternatives of each. */
typedef struct act_need {
  const act_test *alternatives;
  size_t count;
} act_need;

typedef struct act_needs {
  const act_need *items;
  size_t count;
} act_needs;

typedef struct act_frame {
  const char *name;
  act_needs needs;
  act_paths who, whom, matter;
  size_t line;
} act_frame;

typedef enum act_word_class {
  ACT_VERB,
  ACT_NOUN,
  ACT_ADJECTIVE,
  ACT_PHRASE, /* words that follow one another, whatever the tree says */
} act_word_class;

typedef enum act_mark {
  ACT_MARK_SPEECH = 1 << 0, /* an act only as something said of another ("Kyiv violates …") */
  ACT_MARK_OWN = 1 << 1,    /* an act only as something said of oneself ("we stand ready to …") */
  ACT_MARK_FAILING = 1 << 2, /* an act only where it is negated ("did not answer") */
  ACT_MARK_HOSTILE = 1 << 3, /* not doing it is a promise, announcing it a warning */
  ACT_MARK_VERBAL = 1 << 4,  /* tells an act of speech by its verb alone */
  ACT_MARK_NO_WHOM = 1 << 5, /* no other side is to be looked for */
  ACT_MARK_WITHDRAWN = 1 << 6,
  ACT_MARK_KEPT = 1 << 7,
  ACT_MARK_SCHEDULED = 1 << 8,
  ACT_MARK_PROPOSED = 1 << 9,
  ACT_MARK_POSTPONED = 1 << 10,
  ACT_MARK_CANCELLED = 1 << 11,
  ACT_MARK_STANDING = 1 << 12, /* a position rather than a deed of a day */
  ACT_MARK_CONDITIONAL = 1 << 13,
  ACT_MARK_STRICT = 1 << 14, /* both sides must be known actors */
  ACT_MARK_NONE = 1 << 15,   /* no act at all: what else the word could be is not tried */
  ACT_MARK_JOINT = 1 << 16,  /* only of several sides together: "the two will discuss it" */
} act_mark;

typedef struct act_entry {
  const char *const *words; /* lemma, then particle; of a phrase all words */
  size_t word_count;
  act_word_class word_class;
  const act_frame *frame;
  act_needs needs;
  ro_act act;
  const char *event, *mode, *cameo; /* NULL: by the act's defaults */
  unsigned marks;
  const char *file; /* name of the table, without its folder */
  size_t line;
  bool own;               /* the user's */
  struct act_entry *next; /* with the same first word, most particular first */
} act_entry;

enum { MAXIMUM_CLASSES = 192 };

/* Some of the classes of act-words.tsv, a bit each by its number from 1. */
typedef struct act_class_set {
  uint64_t bits[MAXIMUM_CLASSES / 64];
} act_class_set;

typedef struct act_lexicon {
  ro_arena *arena;    /* the finder's */
  word_table entries; /* first word to the address of its first act_entry */
  word_table words;   /* word to the address of its act_class_set */
  word_table classes; /* name of a class to its number */
  word_table frames;
} act_lexicon;

/* `own_files`: the user's tables, in the columns of acts.tsv, with our frames and classes. */
ro_status act_lexicon_load(act_lexicon *lexicon, ro_arena *arena, const char *data_directory,
                           const char *const *own_files, size_t own_file_count, ro_error *error);

/* The first entry whose first word is `word`; NULL. */
const act_entry *act_lexicon_entries(const act_lexicon *lexicon, const char *word);

/* The classes that `word` belongs to. */
act_class_set act_lexicon_classes(const act_lexicon *lexicon, const char *word);

/* The number of a class; 0 where act-words.tsv has none of that name. */
uint32_t act_lexicon_class(const act_lexicon *lexicon, const char *name);

/* Whether the set holds the class of that number. */
bool act_class_set_has(act_class_set set, uint32_t class_number);
bool act_class_set_is_empty(act_class_set set);
act_class_set act_class_set_join(act_class_set some, act_class_set others);

#endif
