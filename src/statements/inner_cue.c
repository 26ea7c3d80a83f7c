#include "statements/inner_cue.h"

#include "statements/speaker.h"
#include "syntax/tree.h"

/* A noun that is an actor; "you" and "they" are left, as who is meant is seldom told. */
static bool has_known_subject(const ro_document *document, uint32_t verb) {
  uint32_t subject = ro_tree_child(document, verb, RO_DEPREL_NSUBJ);
  return subject != RO_NONE && document->tokens[subject].upos != RO_UPOS_PRON &&
         ro_mention_of_token(document, subject) != RO_NONE;
}

bool ro_is_inner_cue(const ro_feature_source *source, uint32_t token) {
  const ro_document *document = source->document;
  const ro_token *verb = &document->tokens[token];
  if (verb->upos != RO_UPOS_VERB) return false;
  const ro_cue *cue = ro_cue_list_find_at(source->cues, document, token);
  return cue && cue->manner == RO_MANNER_SPEECH &&
         ro_tree_child(document, token, RO_DEPREL_CCOMP) != RO_NONE &&
         has_known_subject(document, token);
}
