/* Makes the bytes of a dictionary from entries and their names: at build time from the tables of
 * data/names, at run time from a user's files. */
#ifndef RO_NAMES_DICTIONARY_BUILDER_H
#define RO_NAMES_DICTIONARY_BUILDER_H

#include "base/arena.h"
#include "names/dictionary.h"

typedef struct ro_dictionary_builder ro_dictionary_builder;

ro_dictionary_builder *ro_dictionary_builder_create(void);
void ro_dictionary_builder_free(ro_dictionary_builder *builder);

/* The offset of a string, which is kept once. */
uint32_t ro_dictionary_builder_string(ro_dictionary_builder *builder, const char *string);

/* Adds an entry and returns its number. */
uint32_t ro_dictionary_builder_entry(ro_dictionary_builder *builder, const ro_entry *entry);

/* Whether a state of that code has been added: "RSF" and "ICC" are none. */
bool ro_dictionary_builder_has_state(ro_dictionary_builder *builder, const char *code);

/* The code of the state that a body or group belongs to, of a state its own; "" where it is of
 * none.
 */
const char *ro_dictionary_builder_home(ro_dictionary_builder *builder, const char *actor);

/* Adds a name of an entry. False where the name has no letter or too many words. */
bool ro_dictionary_builder_name(ro_dictionary_builder *builder, uint32_t entry, const char *name,
                                uint16_t flags);

/* The finished bytes; the caller frees them with free(). */
unsigned char *ro_dictionary_builder_finish(ro_dictionary_builder *builder, size_t *size);

#endif
