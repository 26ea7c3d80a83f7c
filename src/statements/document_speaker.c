#include "statements/document_speaker.h"

#include <string.h>
#include <strings.h>

#include "statements/phrase.h"
#include "statements/speaker.h"
#include "syntax/tree.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

/* A document, which somebody issues, and no medium. */
static bool is_document(const ro_token *noun) {
  static const char *const lemmas[] = {
      "statement", "communique", "communiqué", "text",    "document", "letter",  "declaration",
      "annex",     "readout",    "summary",    "release", "memo",     "message", "announcement",
      "note",      "paper",      "account",    "version", "report"};
  if (noun->upos != RO_UPOS_NOUN && noun->upos != RO_UPOS_PROPN) return false;
  for (size_t i = 0; i < COUNT(lemmas); i++)
    if (ro_token_has_lemma(noun, lemmas[i])) return true;
  return false;
}

/* "A statement FROM YEREVAN"; NULL. */
static const char *issuer_behind(const ro_document *document, uint32_t noun) {
  uint32_t place = ro_tree_child(document, noun, RO_DEPREL_NMOD);
  uint32_t preposition =
      place == RO_NONE ? RO_NONE : ro_tree_child(document, place, RO_DEPREL_CASE);
  bool from = preposition != RO_NONE && ro_token_has_lemma(&document->tokens[preposition], "from");
  return from ? ro_government_at(document, place) : NULL;
}

static bool ends_with(const char *text, const char *end) {
  size_t size = strlen(text), part = strlen(end);
  return part <= size && strcasecmp(text + size - part, end) == 0;
}

static void take_speaker(ro_statement *statement, const ro_statement *before) {
  statement->speaker = before->speaker;
  statement->unnamed = before->unnamed;
  statement->source_mention = before->source_mention;
}

/* Whoever spoke in a document of that name before. */
static bool take_from_channel(ro_document *document, uint32_t number, uint32_t noun) {
  const char *lemma = document->tokens[noun].lemma;
  for (uint32_t k = number; lemma && k-- > 0;) {
    const ro_statement *before = &document->statements[k];
    if (!before->speaker || !before->channel || !ends_with(before->channel, lemma)) continue;
    take_speaker(&document->statements[number], before);
    return true;
  }
  return false;
}

/* Whom the sentence is about: its first subject before the document that is somebody. */
static bool take_from_sentence(ro_document *document, uint32_t number, uint32_t sentence,
                               uint32_t noun) {
  for (uint32_t i = 0; i < document->actor_count; i++) {
    const ro_actor_mention *mention = &document->actors[i];
    const ro_token *head = &document->tokens[mention->head_token];
    bool subject = head->deprel == RO_DEPREL_NSUBJ || head->deprel == RO_DEPREL_NSUBJ_PASS;
    if (mention->head_token >= noun || head->sentence > sentence) break;
    if (head->sentence != sentence || !subject || !ro_mention_actor(document, i)) continue;
    document->statements[number].speaker = ro_mention_actor(document, i);
    document->statements[number].source_mention = i;
    return true;
  }
  return false;
}

static void find_issuer(ro_document *document, uint32_t number, uint32_t noun) {
  ro_statement *statement = &document->statements[number];
  uint32_t sentence = document->tokens[noun].sentence;
  uint32_t article = ro_tree_child(document, noun, RO_DEPREL_DET);
  bool the = article != RO_NONE && ro_token_has_lemma(&document->tokens[article], "the");
  statement->speaker = issuer_behind(document, noun);
  if (statement->speaker || ro_tree_child(document, noun, RO_DEPREL_NMOD) != RO_NONE) return;
  if (the && take_from_channel(document, number, noun)) return;
  if (take_from_sentence(document, number, sentence, noun)) return;
  if (number > 0 && document->statements[number - 1].speaker &&
      document->tokens[document->statements[number - 1].cue_token].sentence + 2 >= sentence)
    take_speaker(statement, &document->statements[number - 1]);
  else if (sentence > 0)
    take_from_sentence(document, number, sentence - 1, noun);
}

void ro_document_speakers_find(ro_document *document, const ro_attributions *found) {
  for (uint32_t i = 0; i < found->count; i++) {
    const ro_statement *statement = &document->statements[i];
    uint32_t head = ro_ranges_head(document, &found->items[i].source);
    if (statement->speaker || statement->unnamed || head == RO_NONE) continue;
    if (is_document(&document->tokens[head])) find_issuer(document, i, head);
  }
}
