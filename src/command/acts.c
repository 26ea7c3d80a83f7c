#include <string.h>

#include "base/arena.h"
#include "command/counting.h"
#include "command/tally.h"

/* An example is cut at so many bytes. */
enum { LONGEST_EXAMPLE = 100 };

static const char *kind_of(const ro_record *record) {
  const char *act = ro_act_name(record->act);
  return act ? act : record->event;
}

static void count_acts(ro_tally *tally, const ro_annotation *annotation) {
  size_t count, token_count;
  const ro_record *records = ro_annotation_records(annotation, &count);
  const ro_token *tokens = ro_annotation_tokens(annotation, &token_count);
  for (size_t i = 0; i < count; i++) {
    const char *lemma = tokens[records[i].predicate_token].lemma;
    ro_tally_add(tally, lemma, strlen(lemma), kind_of(&records[i]));
  }
}

/* For each token: whether it is told already, as the predicate of a record, as the verb that
 * carries one ("HELD talks") or as the cue of a statement. */
static bool *mark_told(ro_arena *arena, const ro_annotation *annotation) {
  size_t token_count, count;
  const ro_token *tokens = ro_annotation_tokens(annotation, &token_count);
  bool *told = ro_arena_alloc_array(arena, token_count, sizeof *told);
  const ro_record *records = ro_annotation_records(annotation, &count);
  for (size_t i = 0; i < count; i++) {
    uint32_t predicate = records[i].predicate_token;
    told[predicate] = true;
    if (tokens[predicate].head != RO_NONE) told[tokens[predicate].head] = true;
  }
  const ro_statement *statements = ro_annotation_statements(annotation, &count);
  for (size_t i = 0; i < count; i++)
    if (statements[i].cue_token != RO_NONE) told[statements[i].cue_token] = true;
  return told;
}

/* The sentence on one line, cut where it runs on. */
static const char *example_of(ro_arena *arena, const ro_annotation *annotation, uint32_t sentence) {
  size_t count, size;
  ro_span span = ro_annotation_sentences(annotation, &count)[sentence].span;
  size_t length = span.end - span.start;
  const char *text = ro_annotation_text(annotation, &size) + span.start;
  bool cut = length > LONGEST_EXAMPLE;
  for (length = cut ? LONGEST_EXAMPLE : length; cut && length && text[length] != ' ';)
    length--;
  char *example = ro_arena_print(arena, "%.*s%s", (int)length, text, cut ? " …" : "");
  for (char *at = example; *at; at++)
    if (*at == '\t' || *at == '\n' || *at == '\r') *at = ' ';
  return example;
}

/* Verbs whose subject is a known actor, and that told nothing. */
static void count_unknown(ro_tally *tally, const ro_annotation *annotation) {
  ro_arena *arena = ro_arena_create();
  size_t count, token_count;
  const ro_actor_mention *mentions = ro_annotation_actors(annotation, &count);
  const ro_token *tokens = ro_annotation_tokens(annotation, &token_count);
  bool *told = mark_told(arena, annotation);
  for (size_t i = 0; i < count; i++) {
    if (!mentions[i].actor || mentions[i].head_token >= token_count) continue;
    const ro_token *subject = &tokens[mentions[i].head_token];
    bool acts = subject->deprel == RO_DEPREL_NSUBJ || subject->deprel == RO_DEPREL_NSUBJ_PASS;
    if (!acts || subject->head == RO_NONE) continue;
    const ro_token *verb = &tokens[subject->head];
    if (verb->upos != RO_UPOS_VERB || told[subject->head]) continue;
    told[subject->head] = true; /* once, whoever else acts */
    ro_tally_add(tally, verb->lemma, strlen(verb->lemma),
                 example_of(arena, annotation, verb->sentence));
  }
  ro_arena_free(arena);
}

static int run(int argc, char **argv) {
  ro_count_options options;
  int wrong = ro_count_options_read(&options, &ro_command_acts, RO_OPTION_ACTS, argc, argv);
  if (wrong >= 0) return wrong;
  return options.unknown
             ? ro_count_reports(&options, RO_LAYERS_RECORDS, count_unknown,
                                "count\tverb\tfor example")
             : ro_count_reports(&options, RO_LAYERS_RECORDS, count_acts, "count\tpredicate\ttells");
}

const ro_command ro_command_acts = {
    .name = "acts",
    .summary = "count the predicates that told an act, or the verbs that told none",
    .help =
        "Usage: readout acts [OPTION]... REPORT...\n"
        "       readout acts --check FILE\n"
        "\n"
        "Counts the predicates of the records in the reports, the commonest first, with the act\n"
        "or event that they told. docs/records.md tells how predicates of your own are written.\n"
        "\n"
        "  --unknown         instead the verbs that a known actor is the subject of and that\n"
        "                    told nothing, each with a sentence\n"
        "  --check FILE      only read a table of predicates and tell the first wrong "
        "line\n" RO_OWN_FILE_HELP
        "  --published DATE  the date of reports that carry none (YYYY-MM-DD)\n"
        "  --help            this text\n"
        "\n"
        "Examples:\n"
        "  readout acts --unknown reports.jsonl\n"
        "  readout acts --check own-acts.tsv\n",
    .run = run,
};
