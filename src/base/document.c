#include "base/document.h"

void ro_document_set_defaults(ro_document *document) {
  for (uint32_t i = 0; i < document->token_count; i++) {
    ro_token *token = &document->tokens[i];
    token->lemma = token->xpos = token->feats = "_";
    token->head = RO_NONE;
    token->upos = RO_UPOS_X;
    token->deprel = RO_DEPREL_DEP;
  }
}
