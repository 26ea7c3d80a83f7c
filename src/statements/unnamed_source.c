#include "statements/unnamed_source.h"

#include <string.h>

#include "statements/phrase.h"
#include "syntax/tree.h"

/* "A COMMISSION official": of somebody, whom the names did not tell. */
static bool serves_somebody(const ro_document *document, uint32_t head) {
  for (uint32_t child = document->first_child[head]; child != RO_NONE && child < head;
       child = document->next_sibling[child]) {
    const ro_token *token = &document->tokens[child];
    bool capital = token->form[0] >= 'A' && token->form[0] <= 'Z' &&
                   token->name_tag != RO_NAME_TAG_PLACE; /* "Gulf sources" */
    if (capital && (token->deprel == RO_DEPREL_COMPOUND || token->deprel == RO_DEPREL_NMOD_POSS))
      return true;
  }
  return false;
}

const char *ro_loose_source(const ro_document *document, uint32_t head) {
  static const char *const nouns[] = {
      "diplomat",   "official", "person",   "people",   "source",      "envoy",      "mediator",
      "negotiator", "insider",  "delegate", "observer", "participant", "ambassador", "group"};
  const ro_token *token = &document->tokens[head];
  for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++)
    if (ro_token_has_lemma(token, nouns[i]) && !serves_somebody(document, head))
      return strcmp(nouns[i], "people") == 0 ? nouns[i]
                                             : ro_arena_print(document->arena, "%ss", nouns[i]);
  return NULL;
}
