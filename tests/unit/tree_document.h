/* Documents for tests from snippets of CoNLL-U, so that rules can be tested on trees that no parser
 * has to find. */
#ifndef RO_TESTS_TREE_DOCUMENT_H
#define RO_TESTS_TREE_DOCUMENT_H

#include "base/document.h"

/* Builds a document with its own arena from sentences in CoNLL-U whose columns are parted by blanks
 * or tabs; an empty line ends a sentence. MISC may hold, parted by bars:
 *
 *   Actor=RUS:Lavrov   an actor mention headed by the word
 *   Code=RUSGOV        its code
 *   Sector=REB         what the word makes of its bearer; without Actor nobody known
 *   Place=FRA          a place in that state; Use=adjective makes it one that stands for its state
 *   Day=2022-01-18     a time that covers the day
 *   Says=RUS:Lavrov    the word belongs to the content of that speaker's statement
 *   Cue=Yes            the word is the cue of the sentence's statement
 *   Tag=B-PER          the tagger's word on names: B- begins one, I- goes on; PER, ORG, LOC, MISC
 *   SpaceAfter=No */
ro_document *tree_document_create(const char *conllu, const char *published);
void tree_document_free(ro_document *document);

#endif
