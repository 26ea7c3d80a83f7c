#include "times/time_chart.h"

#include <string.h>

/* Bounds of the work for one unit, so that no text takes more than linear time. */
enum { MOST_EDGES = 64, MOST_STEPS = 4096, NO_EDGE = 0 };

/* Something that a rule or a number has made of the units from a start to `end`. */
typedef struct edge {
  ro_time_symbol symbol;
  uint32_t end;
  uint32_t rule; /* 0: a number */
  uint32_t next; /* of those with the same start; NO_EDGE at the end */
  ro_time_fields fields;
} edge;

typedef struct edge_list {
  uint32_t first, last, count;
} edge_list;

struct ro_time_chart {
  ro_arena *arena;
  const ro_time_grammar *grammar;
  ro_time_number_classes classes;
  ro_time_symbol noun, name, verb, adjective; /* what contexts can ask of a word's tag */
  edge *edges;                                /* [0] is unused */
  size_t edge_count, edge_capacity;
  edge_list *starts; /* one a unit */
  ro_time_symbol *symbols;
  size_t unit_capacity;
  ro_time_match *matches;
  size_t match_count, match_capacity;

  const ro_document *document;
  const ro_time_unit_word *words;
  uint32_t count, start, steps;
};

ro_time_chart *ro_time_chart_create(ro_arena *arena, const ro_time_grammar *grammar) {
  ro_time_chart *chart = ro_arena_alloc(arena, sizeof *chart);
  *chart = (ro_time_chart){.arena = arena, .grammar = grammar};
  ro_time_number_classes_find(&chart->classes, grammar);
  chart->noun = ro_time_grammar_symbol(grammar, "<noun>");
  chart->name = ro_time_grammar_symbol(grammar, "<name>");
  chart->verb = ro_time_grammar_symbol(grammar, "<verb>");
  chart->adjective = ro_time_grammar_symbol(grammar, "<adjective>");
  (void)RO_ARENA_PUSH(arena, &chart->edges, chart->edge_count, chart->edge_capacity);
  return chart;
}

static void make_room(ro_time_chart *chart, uint32_t count) {
  if (count > chart->unit_capacity) {
    chart->unit_capacity = (size_t)count * 2;
    chart->starts = ro_arena_alloc_array(chart->arena, chart->unit_capacity, sizeof(edge_list));
    chart->symbols =
        ro_arena_alloc_array(chart->arena, chart->unit_capacity, sizeof(ro_time_symbol));
  }
  memset(chart->starts, 0, count * sizeof(edge_list));
  chart->edge_count = 1;
  chart->match_count = 0;
}

/* The symbol of a unit; "Sept." is found as "sept" too. */
static ro_time_symbol symbol_of(const ro_time_grammar *grammar, const char *form) {
  ro_time_symbol symbol = ro_time_grammar_symbol(grammar, form);
  size_t length = strlen(form);
  if (symbol || length < 2 || form[length - 1] != '.') return symbol;
  char bare[RO_TIME_UNIT_SIZE];
  memcpy(bare, form, length - 1);
  bare[length - 1] = '\0';
  return ro_time_grammar_symbol(grammar, bare);
}

static bool is_tagged(const ro_token *token) {
  return token->xpos && token->xpos[0] && token->xpos[0] != '_';
}

/* The tag asked for; every tag will do where the parser has left none. */
static bool has_tag(const ro_document *document, uint32_t token, ro_time_only only) {
  const ro_token *word = &document->tokens[token];
  if (!is_tagged(word)) return true;
  if (only == RO_ONLY_NOUN) return word->upos == RO_UPOS_NOUN || word->upos == RO_UPOS_PROPN;
  return word->upos == (only == RO_ONLY_ADJECTIVE ? RO_UPOS_ADJ : RO_UPOS_ADV);
}

/* "by", "in", "until" stand before a month, never before an auxiliary. */
static bool follows_preposition(const ro_document *document, uint32_t token) {
  uint32_t start = document->sentences[document->tokens[token].sentence].first_token;
  return token > start && document->tokens[token - 1].upos == RO_UPOS_ADP;
}

/* "May" the verb and "May" the person are no months. */
static bool may_name_time(const ro_time_chart *chart, const ro_time_unit_word *word) {
  const ro_token *token = &chart->document->tokens[word->token];
  if (token->name_tag == RO_NAME_TAG_PERSON) return false;
  if (!is_tagged(token) || (token->upos != RO_UPOS_AUX && token->upos != RO_UPOS_VERB)) return true;
  return follows_preposition(chart->document, word->token);
}

static bool is_allowed(const ro_time_chart *chart, const ro_time_rule *rule) {
  const ro_time_unit_word *word = &chart->words[chart->start];
  if (rule->only == RO_ONLY_ANY) return true;
  if (rule->only == RO_ONLY_CAPITAL) return word->capital;
  if (rule->only == RO_ONLY_NAME) return word->capital && may_name_time(chart, word);
  if (rule->only == RO_ONLY_SMALL) return !word->capital || chart->start == 0;
  return has_tag(chart->document, word->token, rule->only);
}

/* Whether `context` asks for the tag of the word at `unit`. Without tags it never does. */
static bool context_has_tag(const ro_time_chart *chart, ro_time_symbol context, uint32_t unit) {
  const ro_token *token = &chart->document->tokens[chart->words[unit].token];
  if (!is_tagged(token)) return false;
  ro_time_symbol tag = 0;
  if (token->upos == RO_UPOS_NOUN) tag = chart->noun;
  if (token->upos == RO_UPOS_PROPN) tag = chart->name;
  if (token->upos == RO_UPOS_VERB) tag = chart->verb;
  if (token->upos == RO_UPOS_ADJ) tag = chart->adjective;
  return tag && ro_time_grammar_has_alias(chart->grammar, tag, context);
}

/* Whether something that starts at `start` is, or is among, what `context` asks for. */
static bool context_starts_at(const ro_time_chart *chart, ro_time_symbol context, uint32_t start) {
  if (chart->symbols[start] &&
      ro_time_grammar_has_alias(chart->grammar, chart->symbols[start], context))
    return true;
  if (context_has_tag(chart, context, start)) return true;
  for (uint32_t i = chart->starts[start].first; i != NO_EDGE; i = chart->edges[i].next)
    if (ro_time_grammar_has_alias(chart->grammar, chart->edges[i].symbol, context)) return true;
  return false;
}

/* What stands before has not been read yet: its single words alone are looked at. */
static bool context_ends_at(const ro_time_chart *chart, ro_time_symbol context, uint32_t end) {
  ro_time_symbol symbol = chart->symbols[end - 1];
  if (context_has_tag(chart, context, end - 1)) return true;
  if (!symbol) return false;
  if (ro_time_grammar_has_alias(chart->grammar, symbol, context)) return true;
  uint32_t node = ro_time_grammar_next(chart->grammar, 1, symbol);
  uint32_t rule = node ? ro_time_grammar_first_rule(chart->grammar, node) : 0;
  for (; rule; rule = ro_time_grammar_rule(chart->grammar, rule)->next_at_node)
    if (ro_time_grammar_has_alias(chart->grammar, ro_time_grammar_rule(chart->grammar, rule)->makes,
                                  context))
      return true;
  return false;
}

static bool contexts_hold(const ro_time_chart *chart, const ro_time_rule *rule, uint32_t end) {
  for (uint32_t i = 0; i < rule->context_count; i++) {
    const ro_time_context *context = &rule->contexts[i];
    bool found = false;
    if (context->after)
      found = end < chart->count && context_starts_at(chart, context->symbol, end);
    else if (chart->start)
      found = context_ends_at(chart, context->symbol, chart->start);
    if (found == context->forbidden) return false;
  }
  return true;
}

static bool is_known(const ro_time_chart *chart, const edge *new_edge) {
  uint32_t i = chart->starts[chart->start].first;
  for (; i != NO_EDGE; i = chart->edges[i].next) {
    const edge *old = &chart->edges[i];
    if (old->end == new_edge->end && old->rule == new_edge->rule &&
        old->symbol == new_edge->symbol &&
        memcmp(&old->fields, &new_edge->fields, sizeof old->fields) == 0)
      return true;
  }
  return false;
}

static void add_edge(ro_time_chart *chart, const edge *new_edge) {
  edge_list *list = &chart->starts[chart->start];
  if (list->count >= MOST_EDGES || is_known(chart, new_edge)) return;
  uint32_t number = (uint32_t)chart->edge_count;
  *RO_ARENA_PUSH(chart->arena, &chart->edges, chart->edge_count, chart->edge_capacity) = *new_edge;
  if (list->count++)
    chart->edges[list->last].next = number;
  else
    list->first = number;
  list->last = number;
}

/* Adds what the rules that end at `node` make. */
static void complete(ro_time_chart *chart, uint32_t node, uint32_t end,
                     const ro_time_fields *fields) {
  uint32_t number = ro_time_grammar_first_rule(chart->grammar, node);
  for (; number; number = ro_time_grammar_rule(chart->grammar, number)->next_at_node) {
    const ro_time_rule *rule = ro_time_grammar_rule(chart->grammar, number);
    if (!is_allowed(chart, rule) || !contexts_hold(chart, rule, end)) continue;
    edge made = {.symbol = rule->makes, .end = end, .rule = number, .fields = *fields};
    ro_time_meaning_apply(rule->meaning, &made.fields);
    add_edge(chart, &made);
  }
}

static void follow(ro_time_chart *chart, uint32_t node, uint32_t at, const ro_time_fields *fields);

/* Goes on from `node` over every alternative that `symbol` belongs to. */
static void step(ro_time_chart *chart, uint32_t node, ro_time_symbol symbol, uint32_t end,
                 const ro_time_fields *fields) {
  uint32_t count;
  const ro_time_symbol *aliases = ro_time_grammar_aliases(chart->grammar, symbol, &count);
  for (uint32_t i = 0; i < count; i++) {
    uint32_t next = ro_time_grammar_next(chart->grammar, node, aliases[i]);
    if (!next || chart->steps++ > MOST_STEPS) continue;
    follow(chart, next, end, fields);
  }
}

static void step_over_edge(ro_time_chart *chart, uint32_t node, uint32_t number,
                           const ro_time_fields *fields) {
  ro_time_fields merged = *fields;
  ro_time_fields_merge(&merged, &chart->edges[number].fields);
  step(chart, node, chart->edges[number].symbol, chart->edges[number].end, &merged);
}

static void follow(ro_time_chart *chart, uint32_t node, uint32_t at, const ro_time_fields *fields) {
  complete(chart, node, at, fields);
  if (at >= chart->count) return;
  if (chart->symbols[at]) step(chart, node, chart->symbols[at], at + 1, fields);
  for (uint32_t i = chart->starts[at].first; i != NO_EDGE; i = chart->edges[i].next)
    step_over_edge(chart, node, i, fields);
}

static void add_numbers(ro_time_chart *chart) {
  ro_time_number numbers[RO_TIME_NUMBERS_MOST];
  uint32_t count = ro_time_numbers_read(numbers, &chart->classes, chart->grammar, chart->words,
                                        chart->symbols, chart->count, chart->start);
  for (uint32_t i = 0; i < count; i++) {
    edge made = {.symbol = numbers[i].symbol, .end = numbers[i].end, .fields = numbers[i].fields};
    add_edge(chart, &made);
  }
}

/* Everything that starts at chart->start, from the left corner: its word first, then each thing
 * found there, which may be the beginning of a larger one. */
static void read_start(ro_time_chart *chart) {
  ro_time_fields nothing;
  ro_time_fields_clear(&nothing);
  chart->steps = 0;
  add_numbers(chart);
  ro_time_symbol symbol = chart->symbols[chart->start];
  if (symbol) step(chart, 1, symbol, chart->start + 1, &nothing);
  uint32_t i = chart->starts[chart->start].first;
  for (; i != NO_EDGE; i = chart->edges[i].next)
    step_over_edge(chart, 1, i, &nothing);
}

/* The best whole expression at `start`; NULL. */
static const edge *best_at(const ro_time_chart *chart, uint32_t start) {
  const edge *best = NULL;
  for (uint32_t i = chart->starts[start].first; i != NO_EDGE; i = chart->edges[i].next) {
    const edge *candidate = &chart->edges[i];
    if (!candidate->rule || !ro_time_grammar_rule(chart->grammar, candidate->rule)->whole) continue;
    if (!best || candidate->end > best->end ||
        (candidate->end == best->end && candidate->rule < best->rule))
      best = candidate;
  }
  return best;
}

static void choose(ro_time_chart *chart) {
  for (uint32_t at = 0; at < chart->count;) {
    const edge *best = best_at(chart, at);
    if (best && !ro_time_grammar_rule(chart->grammar, best->rule)->name_only)
      *RO_ARENA_PUSH(chart->arena, &chart->matches, chart->match_count, chart->match_capacity) =
          (ro_time_match){at, best->end, ro_time_grammar_rule(chart->grammar, best->rule),
                          best->fields};
    at = best ? best->end : at + 1;
  }
}

ro_time_match *ro_time_chart_read(ro_time_chart *chart, const ro_document *document,
                                  const ro_time_unit_word *words, uint32_t word_count,
                                  uint32_t *count) {
  chart->document = document;
  chart->words = words;
  chart->count = word_count;
  make_room(chart, word_count);
  for (uint32_t i = 0; i < word_count; i++)
    chart->symbols[i] = symbol_of(chart->grammar, words[i].form);
  for (chart->start = word_count; chart->start-- > 0;)
    read_start(chart);
  choose(chart);
  *count = (uint32_t)chart->match_count;
  return chart->matches;
}
