#include "statements/inner_cue.h"

#include "statements/phrase.h"
#include "statements/speaker.h"
#include "syntax/tree.h"

/* An actor; "you" and "they" are left, as who is meant is seldom told, and so is whom somebody's
 * own words call "he". */
static bool has_known_subject(const ro_feature_source *source, uint32_t verb) {
  const ro_document *document = source->document;
  uint32_t subject = ro_tree_child(document, verb, RO_DEPREL_NSUBJ);
  if (subject == RO_NONE) return false;
  const ro_token *token = &document->tokens[subject];
  uint32_t mention = ro_mention_of_token(document, subject);
  if (mention == RO_NONE) return false;
  if (token->upos != RO_UPOS_PRON) return true;
  bool singular = ro_token_has_lemma(token, "it") || ro_token_has_lemma(token, "he") ||
                  ro_token_has_lemma(token, "she");
  return singular && source->quotations->of_token[verb] == RO_NONE &&
         ro_mention_actor(document, mention) != NULL;
}

bool ro_is_inner_cue(const ro_feature_source *source, uint32_t token) {
  const ro_document *document = source->document;
  const ro_token *verb = &document->tokens[token];
  if (verb->upos != RO_UPOS_VERB) return false;
  const ro_cue *cue = ro_cue_list_find_at(source->cues, document, token);
  return cue && cue->manner == RO_MANNER_SPEECH &&
         ro_tree_child(document, token, RO_DEPREL_CCOMP) != RO_NONE &&
         has_known_subject(source, token);
}
