/* How often words were found. */
#ifndef RO_COMMAND_TALLY_H
#define RO_COMMAND_TALLY_H

#include <stddef.h>

typedef struct ro_tally ro_tally;

ro_tally *ro_tally_create(void);
void ro_tally_free(ro_tally *tally);

/* Counts the words with this kind, which may be NULL, once more. The same words with another kind
 * are counted apart. */
void ro_tally_add(ro_tally *tally, const char *words, size_t length, const char *kind);

/* Prints the heading, then count, words and kind, the commonest first, with tabs between. */
void ro_tally_print(const ro_tally *tally, const char *heading);

#endif
