#include "statements/speaker_reference.h"

#include <string.h>

#include "statements/speaker.h"
#include "syntax/tree.h"

bool ro_is_relative_pronoun(const ro_token *token) {
  return token->xpos && (strcmp(token->xpos, "WP") == 0 || strcmp(token->xpos, "WDT") == 0);
}

/* The noun that a relative clause describes, from its pronoun. */
static uint32_t described_noun(const ro_document *document, uint32_t pronoun) {
  uint32_t at = document->tokens[pronoun].head;
  for (int steps = 0; at != RO_NONE && steps < 6; steps++) {
    ro_deprel deprel = document->tokens[at].deprel;
    if (deprel == RO_DEPREL_ACL_RELCL || deprel == RO_DEPREL_ACL) return document->tokens[at].head;
    at = document->tokens[at].head;
  }
  return RO_NONE;
}

/* "with the consent of the Union, WHICH": who is named right before the pronoun. */
static uint32_t named_before(const ro_document *document, uint32_t pronoun) {
  uint32_t end = pronoun;
  if (end > 0 && document->tokens[end - 1].upos == RO_UPOS_PUNCT) end--;
  if (end == 0) return RO_NONE;
  uint32_t mention = ro_mention_of_token(document, end - 1);
  return ro_mention_actor(document, mention) ? document->actors[mention].head_token : RO_NONE;
}

uint32_t ro_antecedent(const ro_document *document, uint32_t pronoun) {
  uint32_t noun = described_noun(document, pronoun);
  bool known = noun != RO_NONE && ro_mention_of_token(document, noun) != RO_NONE;
  uint32_t named = known ? RO_NONE : named_before(document, pronoun);
  return named == RO_NONE ? noun : named;
}

static bool shares_subject(ro_deprel deprel) {
  return deprel == RO_DEPREL_CONJ || deprel == RO_DEPREL_XCOMP || deprel == RO_DEPREL_ADVCL;
}

uint32_t ro_shared_subject(const ro_document *document, uint32_t verb) {
  for (int steps = 0; steps < 4; steps++) {
    uint32_t subject = ro_tree_child(document, verb, RO_DEPREL_NSUBJ);
    if (subject != RO_NONE) return subject;
    subject = ro_tree_child(document, verb, RO_DEPREL_NSUBJ_PASS);
    if (subject != RO_NONE) return steps > 0 ? subject : RO_NONE;
    if (!shares_subject(document->tokens[verb].deprel)) return RO_NONE;
    verb = document->tokens[verb].head;
    if (verb == RO_NONE) return RO_NONE;
  }
  return RO_NONE;
}
