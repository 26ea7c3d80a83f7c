/* Keys of names: what is left of a name without case, diacritics, spaces and punctuation, hashed,
 * so that "U.S." and "US", "al-Assad" and "Al Assad" have one key. */
#ifndef RO_NAMES_NAME_KEY_H
#define RO_NAMES_NAME_KEY_H

#include <stddef.h>
#include <stdint.h>

/* A key in the making: names may be added piece by piece. */
typedef struct ro_name_key {
  uint64_t hash;
  size_t letters; /* letters and digits so far */
} ro_name_key;

/* Keys of names, of family names and of common nouns live apart. */
typedef enum ro_name_space { RO_SPACE_NAME, RO_SPACE_SURNAME, RO_SPACE_NOUN } ro_name_space;

ro_name_key ro_name_key_begin(ro_name_space space);

/* Takes in the letters and digits of valid UTF-8. */
void ro_name_key_add(ro_name_key *key, const char *text, size_t size);

/* Never 0. */
uint64_t ro_name_key_finish(const ro_name_key *key);

uint64_t ro_name_key_of(ro_name_space space, const char *name);

#endif
