#include "times/time_grammar.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "times/symbol_table.h"
#include "times/time_pattern.h"

enum { LARGEST_SYMBOL = UINT16_MAX, LONGEST_ALTERNATIVES = 4000 };

/* Which alternatives ("a|b") a symbol belongs to, itself first. */
typedef struct alias_list {
  ro_time_symbol *items;
  size_t count, capacity;
} alias_list;

struct ro_time_grammar {
  ro_arena *arena;
  ro_symbol_table symbols;
  ro_transition_table transitions;
  alias_list *aliases; /* one a symbol */
  size_t alias_count, alias_capacity;
  uint32_t *node_rules; /* first rule that ends at each node; [0] and [1] are no node and root */
  size_t node_count, node_capacity;
  ro_time_rule *rules; /* [0] is unused */
  size_t rule_count, rule_capacity;
  bool *made; /* one a symbol: some rule makes this class */
};

/* Classes that numbers give (times/time_numbers.h), and the tagger, to contexts alone. */
static const char *const built_in_classes[] = {
    "<number>", "<ordinal>",   "<year>", "<day>",  "<hour>", "<clock>",    "<military>",
    "<decade>", "<full_date>", "<noun>", "<name>", "<verb>", "<old_year>", "<adjective>"};

ro_time_symbol ro_time_grammar_symbol(const ro_time_grammar *grammar, const char *name) {
  return (ro_time_symbol)ro_symbol_table_find(&grammar->symbols, name);
}

const ro_time_symbol *ro_time_grammar_aliases(const ro_time_grammar *grammar, ro_time_symbol symbol,
                                              uint32_t *count) {
  *count = (uint32_t)grammar->aliases[symbol].count;
  return grammar->aliases[symbol].items;
}

bool ro_time_grammar_has_alias(const ro_time_grammar *grammar, ro_time_symbol symbol,
                               ro_time_symbol alias) {
  const alias_list *list = &grammar->aliases[symbol];
  for (size_t i = 0; i < list->count; i++)
    if (list->items[i] == alias) return true;
  return false;
}

uint32_t ro_time_grammar_next(const ro_time_grammar *grammar, uint32_t node,
                              ro_time_symbol symbol) {
  return ro_transition_table_find(&grammar->transitions, node, symbol);
}

uint32_t ro_time_grammar_first_rule(const ro_time_grammar *grammar, uint32_t node) {
  return grammar->node_rules[node];
}

const ro_time_rule *ro_time_grammar_rule(const ro_time_grammar *grammar, uint32_t rule) {
  return &grammar->rules[rule];
}

bool ro_time_grammar_word(const ro_time_grammar *grammar, ro_time_symbol word,
                          ro_time_symbol class_symbol, ro_time_fields *fields) {
  uint32_t node = ro_time_grammar_next(grammar, 1, word);
  for (uint32_t i = node ? grammar->node_rules[node] : 0; i; i = grammar->rules[i].next_at_node) {
    if (grammar->rules[i].makes != class_symbol) continue;
    ro_time_fields_clear(fields);
    ro_time_meaning_apply(grammar->rules[i].meaning, fields);
    return true;
  }
  return false;
}

static void add_alias(ro_time_grammar *grammar, ro_time_symbol symbol, ro_time_symbol alias) {
  if (ro_time_grammar_has_alias(grammar, symbol, alias)) return;
  alias_list *list = &grammar->aliases[symbol];
  *RO_ARENA_PUSH(grammar->arena, &list->items, list->count, list->capacity) = alias;
}

static ro_time_symbol add_symbol(ro_time_grammar *grammar, const char *name) {
  uint32_t number = ro_symbol_table_add(&grammar->symbols, name);
  if (number > LARGEST_SYMBOL) return 0;
  while (grammar->alias_count <= number) {
    ro_time_symbol fresh = (ro_time_symbol)grammar->alias_count;
    (void)RO_ARENA_PUSH(grammar->arena, &grammar->aliases, grammar->alias_count,
                        grammar->alias_capacity);
    add_alias(grammar, fresh, fresh);
  }
  return (ro_time_symbol)number;
}

/* The symbol of "a|b|<c>", and each alternative's place in it. */
static ro_time_symbol add_alternatives(ro_time_grammar *grammar, const char *text) {
  ro_time_symbol whole = add_symbol(grammar, text);
  if (!strchr(text, '|') || strlen(text) == 1) return whole;
  while (whole && *text) {
    size_t length = strcspn(text, "|");
    ro_time_symbol part = add_symbol(grammar, ro_arena_copy(grammar->arena, text, length));
    if (!part) return 0;
    add_alias(grammar, part, whole);
    text += length + (text[length] == '|');
  }
  return whole;
}

static uint32_t add_node(ro_time_grammar *grammar) {
  (void)RO_ARENA_PUSH(grammar->arena, &grammar->node_rules, grammar->node_count,
                      grammar->node_capacity);
  return (uint32_t)grammar->node_count - 1;
}

/* Lays one sequence of symbols into the tree and returns the node where it ends. */
static uint32_t add_path(ro_time_grammar *grammar, const ro_time_symbol *symbols, size_t count) {
  uint32_t node = 1;
  for (size_t i = 0; i < count; i++) {
    uint32_t next = ro_time_grammar_next(grammar, node, symbols[i]);
    if (!next) {
      next = add_node(grammar);
      ro_transition_table_add(&grammar->transitions, node, symbols[i], next);
    }
    node = next;
  }
  return node;
}

/* Rules that end at one node stay in the order of the files. */
static void end_rule_at(ro_time_grammar *grammar, uint32_t node, const ro_time_rule *rule) {
  uint32_t number = (uint32_t)grammar->rule_count;
  *RO_ARENA_PUSH(grammar->arena, &grammar->rules, grammar->rule_count, grammar->rule_capacity) =
      *rule;
  uint32_t *link = &grammar->node_rules[node];
  while (*link)
    link = &grammar->rules[*link].next_at_node;
  *link = number;
}

/* What a line of either file says, before its pattern is laid into the tree. */
typedef struct rule_line {
  const char *name, *makes, *pattern, *meaning, *only;
  const char *file;
  size_t line;
} rule_line;

static ro_status read_only(ro_time_only *out, const rule_line *line, ro_error *error) {
  static const char *const names[] = {"",       "capital", "noun", "adjective",
                                      "adverb", "small",   "name"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    if (strcmp(line->only, names[i]) != 0) continue;
    *out = (ro_time_only)i;
    return RO_OK;
  }
  return ro_fail(error, RO_ERROR_FORMAT, line->file, line->line,
                 "\"%s\" is no condition: capital, name, small, noun, adjective or adverb",
                 line->only);
}

static bool read_type(const char *name, ro_time_type *type) {
  static const char *const names[] = {"DATE", "TIME", "DURATION", "SET"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    if (strcmp(name, names[i]) != 0) continue;
    *type = (ro_time_type)i;
    return true;
  }
  return false;
}

static ro_status start_rule(ro_time_rule *rule, ro_time_grammar *grammar, const rule_line *line,
                            ro_error *error) {
  *rule = (ro_time_rule){.name = line->name};
  rule->name_only = strcmp(line->makes, "NAME") == 0;
  rule->whole = rule->name_only || read_type(line->makes, &rule->type);
  rule->makes = add_symbol(grammar, ro_arena_print(grammar->arena, "<%s>", line->makes));
  if (!*line->makes || !*line->name || !rule->makes)
    return ro_fail(error, RO_ERROR_FORMAT, line->file, line->line, "the rule has no name or class");
  ro_status status = read_only(&rule->only, line, error);
  if (status != RO_OK) return status;
  return ro_time_meaning_parse(&rule->meaning, grammar->arena, line->meaning, line->file,
                               line->line, error);
}

static ro_status add_contexts(ro_time_rule *rule, ro_time_grammar *grammar,
                              const ro_time_pattern *pattern, const rule_line *line,
                              ro_error *error) {
  ro_time_context *contexts =
      ro_arena_alloc_array(grammar->arena, pattern->context_count, sizeof *contexts);
  for (uint32_t i = 0; i < pattern->context_count; i++) {
    const ro_time_pattern_context *from = &pattern->contexts[i];
    contexts[i] =
        (ro_time_context){add_alternatives(grammar, from->text), from->after, from->forbidden};
    if (!contexts[i].symbol)
      return ro_fail(error, RO_ERROR_LIMIT, line->file, line->line, "too many words in the rules");
  }
  rule->contexts = contexts;
  rule->context_count = pattern->context_count;
  return RO_OK;
}

static ro_status add_sequences(const ro_time_rule *rule, ro_time_grammar *grammar,
                               const ro_time_pattern *pattern, const rule_line *line,
                               ro_error *error) {
  for (uint32_t i = 0; i < pattern->sequence_count; i++) {
    ro_time_symbol symbols[RO_TIME_PATTERN_LENGTH];
    const ro_time_sequence *sequence = &pattern->sequences[i];
    for (uint32_t k = 0; k < sequence->count; k++) {
      symbols[k] = add_alternatives(grammar, sequence->elements[k]);
      if (!symbols[k])
        return ro_fail(error, RO_ERROR_LIMIT, line->file, line->line,
                       "too many words in the rules");
    }
    end_rule_at(grammar, add_path(grammar, symbols, sequence->count), rule);
  }
  return RO_OK;
}

static ro_status add_rule(ro_time_grammar *grammar, const rule_line *line, ro_error *error) {
  ro_time_rule rule;
  ro_time_pattern pattern;
  ro_status status = start_rule(&rule, grammar, line, error);
  if (status == RO_OK)
    status = ro_time_pattern_parse(&pattern, grammar->arena, line->pattern, line->file, line->line,
                                   error);
  if (status == RO_OK) status = add_contexts(&rule, grammar, &pattern, line, error);
  if (status == RO_OK) status = add_sequences(&rule, grammar, &pattern, line, error);
  return status;
}

/* time_words.tsv: "class, words, meaning, only"; the words are ways to say the same. */
static ro_status add_words(ro_time_grammar *grammar, const char *path, const ro_table_row *row,
                           ro_error *error) {
  const char *words = row->columns[1];
  if (!*words) return ro_fail(error, RO_ERROR_FORMAT, path, row->line, "the line has no words");
  ro_status status = RO_OK;
  while (*words && status == RO_OK) {
    size_t length = strcspn(words, "|");
    rule_line line = {.name = row->columns[0],
                      .makes = row->columns[0],
                      .file = path,
                      .pattern = ro_arena_copy(grammar->arena, words, length),
                      .meaning = row->columns[2],
                      .only = row->columns[3],
                      .line = row->line};
    status = add_rule(grammar, &line, error);
    words += length + (words[length] == '|');
  }
  return status;
}

static ro_status read_words(ro_time_grammar *grammar, const char *directory, ro_error *error) {
  const char *path = ro_path_join(grammar->arena, directory, "time_words.tsv");
  ro_table table;
  ro_status status = ro_table_read(&table, grammar->arena, path, 4, error);
  for (size_t i = 0; i < table.row_count && status == RO_OK; i++)
    status = add_words(grammar, path, &table.rows[i], error);
  return status;
}

static ro_status read_rules(ro_time_grammar *grammar, const char *path, const ro_table *table,
                            ro_error *error) {
  ro_status status = RO_OK;
  for (size_t i = 0; i < table->row_count && status == RO_OK; i++) {
    const char *const *columns = table->rows[i].columns;
    rule_line line = {.name = columns[0],
                      .makes = columns[1],
                      .pattern = columns[2],
                      .meaning = columns[3],
                      .only = columns[4],
                      .file = path,
                      .line = table->rows[i].line};
    status = add_rule(grammar, &line, error);
  }
  return status;
}

/* "Sept." also stands where rules have "sept", even if one of them names "sept." itself. */
static void join_dotted(ro_time_grammar *grammar) {
  for (size_t dotted = 1; dotted < grammar->symbols.count; dotted++) {
    const char *name = grammar->symbols.names[dotted];
    size_t length = strlen(name);
    if (length < 2 || name[length - 1] != '.') continue;
    ro_time_symbol bare =
        ro_time_grammar_symbol(grammar, ro_arena_copy(grammar->arena, name, length - 1));
    for (size_t i = 0; bare && i < grammar->aliases[bare].count; i++)
      add_alias(grammar, (ro_time_symbol)dotted, grammar->aliases[bare].items[i]);
  }
}

/* Marks what rules and numbers make, the classes that patterns may use. */
static void mark_made(ro_time_grammar *grammar) {
  grammar->made = ro_arena_alloc_array(grammar->arena, grammar->symbols.count, sizeof(bool));
  for (size_t i = 1; i < grammar->rule_count; i++)
    grammar->made[grammar->rules[i].makes] = true;
  for (size_t i = 0; i < sizeof built_in_classes / sizeof *built_in_classes; i++)
    grammar->made[ro_time_grammar_symbol(grammar, built_in_classes[i])] = true;
}

/* The first class of "a|<b>" that nothing makes; NULL. */
static const char *unmade_class(const ro_time_grammar *grammar, ro_arena *arena, const char *text) {
  while ((text = strchr(text, '<'))) {
    size_t length = strcspn(text, ">") + 1;
    const char *name = ro_arena_copy(arena, text, length > strlen(text) ? strlen(text) : length);
    ro_time_symbol symbol = ro_time_grammar_symbol(grammar, name);
    if (!symbol || !grammar->made[symbol]) return name;
    text++;
  }
  return NULL;
}

static ro_status check_classes(ro_time_grammar *grammar, const char *path, const ro_table *table,
                               ro_error *error) {
  mark_made(grammar);
  for (size_t i = 0; i < table->row_count; i++) {
    const char *name = unmade_class(grammar, grammar->arena, table->rows[i].columns[2]);
    if (name)
      return ro_fail(error, RO_ERROR_FORMAT, path, table->rows[i].line,
                     "no rule makes the class %s", name);
  }
  return RO_OK;
}

static ro_time_grammar *create_grammar(void) {
  ro_time_grammar *grammar = ro_allocate(sizeof *grammar);
  *grammar = (ro_time_grammar){.arena = ro_arena_create()};
  ro_symbol_table_start(&grammar->symbols, grammar->arena);
  ro_transition_table_start(&grammar->transitions, grammar->arena);
  add_node(grammar); /* no node */
  add_node(grammar); /* the root */
  (void)RO_ARENA_PUSH(grammar->arena, &grammar->rules, grammar->rule_count, grammar->rule_capacity);
  for (size_t i = 0; i < sizeof built_in_classes / sizeof *built_in_classes; i++)
    add_symbol(grammar, built_in_classes[i]);
  return grammar;
}

ro_status ro_time_grammar_load(ro_time_grammar **out, const char *directory, ro_error *error) {
  ro_time_grammar *grammar = create_grammar();
  const char *path = ro_path_join(grammar->arena, directory, "times.tsv");
  ro_table table;
  ro_status status = read_words(grammar, directory, error);
  if (status == RO_OK) status = ro_table_read(&table, grammar->arena, path, 5, error);
  if (status == RO_OK) status = read_rules(grammar, path, &table, error);
  if (status == RO_OK) status = check_classes(grammar, path, &table, error);
  if (status == RO_OK) join_dotted(grammar);
  if (status != RO_OK) {
    ro_time_grammar_free(grammar);
    grammar = NULL;
  }
  *out = grammar;
  return status;
}

void ro_time_grammar_free(ro_time_grammar *grammar) {
  if (!grammar) return;
  ro_arena_free(grammar->arena);
  free(grammar);
}
