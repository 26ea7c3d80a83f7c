#include "statements/passive_cue.h"

#include "statements/phrase.h"
#include "syntax/tree.h"

/* "saying" in "quoted as saying"; RO_NONE. */
static uint32_t gerund_of(const ro_document *document, uint32_t verb) {
  uint32_t child = ro_tree_child(document, verb, RO_DEPREL_ADVCL);
  for (; child != RO_NONE; child = ro_tree_next_child(document, child, RO_DEPREL_ADVCL)) {
    uint32_t mark = child > verb ? ro_tree_child(document, child, RO_DEPREL_MARK) : RO_NONE;
    if (mark != RO_NONE && ro_token_has_lemma(&document->tokens[mark], "as")) return child;
  }
  return RO_NONE;
}

bool ro_is_passive_cue(const ro_document *document, uint32_t token) {
  const ro_token *verb = &document->tokens[token];
  if (!ro_token_has_lemma(verb, "quote") && !ro_token_has_lemma(verb, "cite")) return false;
  return gerund_of(document, token) != RO_NONE &&
         ro_tree_child(document, token, RO_DEPREL_NSUBJ_PASS) != RO_NONE;
}

/* "quoted", from it or from "saying"; RO_NONE. */
static uint32_t passive_verb(const ro_document *document, uint32_t cue) {
  if (ro_is_passive_cue(document, cue)) return cue;
  uint32_t head = document->tokens[cue].head;
  return head != RO_NONE && ro_is_passive_cue(document, head) ? head : RO_NONE;
}

static void add_range(ro_arena *arena, ro_token_ranges *ranges, uint32_t start, uint32_t end) {
  if (start < end)
    *RO_ARENA_PUSH(arena, &ranges->items, ranges->count, ranges->capacity) =
        (ro_token_range){start, end};
}

/* What is left may be nothing. */
static void take_out(ro_arena *arena, ro_token_ranges *ranges, ro_token_range out) {
  ro_token_ranges rest = {0};
  for (size_t i = 0; i < ranges->count; i++) {
    ro_token_range range = ranges->items[i];
    if (range.end <= out.start || range.start >= out.end) {
      add_range(arena, &rest, range.start, range.end);
      continue;
    }
    add_range(arena, &rest, range.start, out.start);
    add_range(arena, &rest, out.end, range.end);
  }
  *ranges = rest;
}

/* "… by the agency on Saturday" tells who quotes, and when. */
static void take_out_obliques(const ro_document *document, uint32_t verb,
                              ro_attribution *attribution) {
  uint32_t first, last, child = ro_tree_child(document, verb, RO_DEPREL_OBL);
  for (; child != RO_NONE; child = ro_tree_next_child(document, child, RO_DEPREL_OBL)) {
    if (child < verb) continue;
    ro_tree_extent(document, child, &first, &last);
    take_out(document->arena, &attribution->content, (ro_token_range){first, last + 1});
  }
}

/* "…," the minister was quoted as saying: the clause that the parser hangs the verb on. */
static void take_clause_before(const ro_document *document, uint32_t verb, uint32_t end,
                               ro_token_ranges *content) {
  uint32_t head = document->tokens[verb].head, first, last;
  if (head == RO_NONE || head >= end) return;
  ro_tree_extent(document, head, &first, &last);
  add_range(document->arena, content, first, end);
}

/* Verbs in the passive whose subject belongs to the infinitive: "is said to have left". */
static bool takes_subject_of_infinitive(const ro_token *verb) {
  static const char *const lemmas[] = {"say",        "report",  "believe", "think",
                                       "allege",     "rumor",   "rumour",  "expect",
                                       "understand", "suppose", "know"};
  for (size_t i = 0; i < sizeof lemmas / sizeof *lemmas; i++)
    if (ro_token_has_lemma(verb, lemmas[i])) return true;
  return false;
}

static bool governs_infinitive(const ro_document *document, uint32_t verb) {
  uint32_t child = document->first_child[verb];
  for (; child != RO_NONE; child = document->next_sibling[child]) {
    uint32_t mark = child > verb ? ro_tree_child(document, child, RO_DEPREL_MARK) : RO_NONE;
    if (mark != RO_NONE && ro_token_has_lemma(&document->tokens[mark], "to")) return true;
  }
  return false;
}

/* "Officials were reported to be leaving" is what somebody told of them, none of them did. */
static void give_subject_to_content(const ro_document *document, ro_attribution *attribution) {
  uint32_t verb = attribution->cue_token, first, last;
  uint32_t subject = ro_tree_child(document, verb, RO_DEPREL_NSUBJ_PASS);
  if (subject == RO_NONE || !ro_ranges_hold(&attribution->source, subject) ||
      !takes_subject_of_infinitive(&document->tokens[verb]) || !governs_infinitive(document, verb))
    return;
  ro_tree_extent(document, subject, &first, &last);
  ro_token_ranges rest = attribution->content;
  attribution->source.count = 0;
  attribution->content = (ro_token_ranges){0};
  add_range(document->arena, &attribution->content, first, last + 1);
  for (size_t i = 0; i < rest.count; i++)
    add_range(document->arena, &attribution->content, rest.items[i].start, rest.items[i].end);
}

bool ro_passive_cue_complete(const ro_document *document, ro_attribution *attribution) {
  uint32_t verb = passive_verb(document, attribution->cue_token), first, last;
  if (verb == RO_NONE) {
    give_subject_to_content(document, attribution);
    return true;
  }
  ro_tree_extent(document, ro_tree_child(document, verb, RO_DEPREL_NSUBJ_PASS), &first, &last);
  ro_token_range subject = {first, last + 1};
  ro_token_range words = {verb, gerund_of(document, verb) + 1};
  if (attribution->cue.items[0].start < words.start && attribution->cue.items[0].start >= last)
    words.start = attribution->cue.items[0].start;
  attribution->cue_token = verb;
  attribution->cue.items[0] = words;
  take_out(document->arena, &attribution->content, subject);
  take_out(document->arena, &attribution->content, words);
  take_out_obliques(document, verb, attribution);
  take_out_obliques(document, words.end - 1, attribution);
  if (!attribution->content.count)
    take_clause_before(document, verb, subject.start, &attribution->content);
  attribution->source.count = 0;
  add_range(document->arena, &attribution->source, subject.start, subject.end);
  return attribution->content.count > 0;
}
