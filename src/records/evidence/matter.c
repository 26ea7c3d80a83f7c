#include "records/evidence/matter.h"

#include <string.h>

#include "records/evidence/evidence.h"
#include "syntax/tree.h"

enum { LONGEST_MATTER = 160 };

/* "wants IT": words that tell nothing of their own. What an answer points at is kept: the ledger
 * looks for what was said before. */
static bool only_points(const ro_scene *scene, const act_match *match) {
  bool answer = match->act == RO_ACT_REFUSAL || match->act == RO_ACT_ACCEPTANCE ||
                match->act == RO_ACT_DELIVERY || match->act == RO_ACT_DENIAL;
  return !answer && scene->document->tokens[match->matter].upos == RO_UPOS_PRON;
}

/* The preposition with which the phrase begins; RO_NONE. */
static uint32_t first_preposition(const ro_document *document, uint32_t head, ro_span span) {
  uint32_t marker = ro_tree_child(document, head, RO_DEPREL_CASE);
  if (marker == RO_NONE) marker = ro_tree_child(document, head, RO_DEPREL_MARK);
  bool begins = marker != RO_NONE && document->tokens[marker].span.start == span.start;
  bool infinitive = begins && document->tokens[marker].upos == RO_UPOS_PART; /* "to leave" */
  bool alone = !begins || marker + 1 >= document->token_count ||
               document->tokens[marker + 1].span.start >= span.end;
  return infinitive || alone ? RO_NONE : marker;
}

/* Where the wording of the matter begins: behind a preposition that only ties it to the predicate.
 */
static uint32_t start_of_matter(const ro_scene *scene, uint32_t matter, ro_span span) {
  uint32_t marker = first_preposition(scene->document, matter, span);
  bool ties = marker != RO_NONE && scene_in_class(scene, marker, "tying-prepositions");
  return ties ? scene->document->tokens[marker + 1].span.start : span.start;
}

/* Where the wording of the evidence does: "a series of TALKS" that somebody spoke after. */
static uint32_t start_of_evidence(const ro_scene *scene, uint32_t predicate, ro_span span) {
  uint32_t marker = first_preposition(scene->document, predicate, span);
  bool noun = scene->document->tokens[predicate].upos == RO_UPOS_NOUN;
  return noun && marker != RO_NONE ? scene->document->tokens[marker + 1].span.start : span.start;
}

/* The end behind a quotation mark that closes one within: "without delay" has both of its own. */
static uint32_t with_closing_quote(const ro_document *document, ro_span span) {
  static const char *const marks[][2] = {{"\"", "\""}, {"“", "”"}, {"‘", "’"}, {"«", "»"}};
  const char *text = document->text;
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
    size_t opening = strlen(marks[i][0]), closing = strlen(marks[i][1]);
    bool open = false;
    if (span.end + closing > document->text_size) continue;
    for (uint32_t at = span.start; at + opening <= span.end; at++) {
      if (!open && memcmp(text + at, marks[i][0], opening) == 0)
        open = true;
      else if (open && at + closing <= span.end && memcmp(text + at, marks[i][1], closing) == 0)
        open = false;
    }
    if (open && memcmp(text + span.end, marks[i][1], closing) == 0)
      return span.end + (uint32_t)closing;
  }
  return span.end;
}

static size_t length_to_show(const char *text, size_t length) {
  if (length <= LONGEST_MATTER) return length;
  length = LONGEST_MATTER;
  while (length && text[length] != ' ')
    length--;
  return length;
}

const char *matter_wording(const ro_scene *scene, const act_match *match, ro_span evidence) {
  const ro_document *document = scene->document;
  ro_span span = evidence;
  if (match->matter != RO_NONE && !only_points(scene, match)) {
    span = evidence_of_phrase(scene, match->matter);
    span.start = start_of_matter(scene, match->matter, span);
  } else {
    span.start = start_of_evidence(scene, match->predicate, span);
  }
  span.end = with_closing_quote(document, span);
  const char *text = document->text + span.start;
  return ro_arena_copy(document->arena, text, length_to_show(text, span.end - span.start));
}
