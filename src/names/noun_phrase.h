/* The phrase that a common noun heads, and which words of it can own the noun. */
#ifndef RO_NAMES_NOUN_PHRASE_H
#define RO_NAMES_NOUN_PHRASE_H

#include "names/name_scene.h"

/* First word of the phrase that the noun heads, without what stands after it. */
uint32_t ro_noun_phrase_start(const ro_document *document, uint32_t head);

/* "pro-RUSSIAN separatists", "IRAN-backed rebels", "ethnic SERB civilians" are none of that state.
 */
bool ro_noun_is_no_owner(const ro_document *document, uint32_t token);

/* Whether who follows the preposition owns the noun: an adviser TO somebody and a spokesman FOR him
 * are his; an envoy "to Syria" is of none there. */
bool ro_noun_takes_owner(const ro_document *document, uint32_t head, const char *preposition);

#endif
