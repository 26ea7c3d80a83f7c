/* The rules of time_words.tsv and times.tsv, compiled: all patterns share one prefix tree whose
 * edges are words, classes of words, and expressions found by other rules. */
#ifndef RO_TIMES_TIME_GRAMMAR_H
#define RO_TIMES_TIME_GRAMMAR_H

#include "readout/times.h"
#include "times/time_fields.h"

typedef uint16_t ro_time_symbol; /* a word, "<class>" or "a|b"; 0: none */

/* What the column "only" asks of the first word. */
typedef enum ro_time_only {
  RO_ONLY_ANY,
  RO_ONLY_CAPITAL,
  RO_ONLY_NOUN,
  RO_ONLY_ADJECTIVE,
  RO_ONLY_ADVERB,
  RO_ONLY_SMALL, /* no capital letter, unless it begins the sentence */
  RO_ONLY_NAME,  /* a capital letter, and no verb or person's name */
} ro_time_only;

/* A word that must, or must not, stand next to the expression without being part of it. */
typedef struct ro_time_context {
  ro_time_symbol symbol;
  bool after, forbidden;
} ro_time_context;

typedef struct ro_time_rule {
  const char *name;
  ro_time_symbol makes;
  bool whole;     /* an expression of `type`; else a class for other rules */
  bool name_only; /* a whole that only looks like an expression: "the September 11 attacks" */
  ro_time_type type;
  ro_time_only only;
  ro_time_meaning meaning;
  const ro_time_context *contexts;
  uint32_t context_count;
  uint32_t next_at_node; /* of the rules that end at the same node; 0: none */
} ro_time_rule;

typedef struct ro_time_grammar ro_time_grammar;

/* Reads both files of the directory. Errors name file and line. */
ro_status ro_time_grammar_load(ro_time_grammar **out, const char *directory, ro_error *error);
void ro_time_grammar_free(ro_time_grammar *grammar);

/* The symbol of a word in lower case or of "<class>"; 0 where no rule has it. */
ro_time_symbol ro_time_grammar_symbol(const ro_time_grammar *grammar, const char *name);

/* The symbols that a match of `symbol` also matches, itself first: alternatives that have it. */
const ro_time_symbol *ro_time_grammar_aliases(const ro_time_grammar *grammar, ro_time_symbol symbol,
                                              uint32_t *count);

/* The tree: its root is node 1; 0 is no node. */
uint32_t ro_time_grammar_next(const ro_time_grammar *grammar, uint32_t node, ro_time_symbol symbol);

/* The first rule that ends at a node, in the order of the files; 0: none. */
uint32_t ro_time_grammar_first_rule(const ro_time_grammar *grammar, uint32_t node);
const ro_time_rule *ro_time_grammar_rule(const ro_time_grammar *grammar, uint32_t rule);

/* The meaning of a single word of a class ("cardinal" of "twenty"); false where it is none. */
bool ro_time_grammar_word(const ro_time_grammar *grammar, ro_time_symbol word,
                          ro_time_symbol class_symbol, ro_time_fields *fields);

/* Whether `rule` is what a pattern of class or word alternatives asks for, by symbol. */
bool ro_time_grammar_has_alias(const ro_time_grammar *grammar, ro_time_symbol symbol,
                               ro_time_symbol alias);

#endif
