/* The channels of data/channels.tsv: agencies, papers, broadcasters, networks, and the nouns for
 * documents and occasions. */
#ifndef RO_STATEMENTS_CHANNEL_LIST_H
#define RO_STATEMENTS_CHANNEL_LIST_H

#include "base/arena.h"
#include "base/document.h"
#include "base/error.h"

typedef struct ro_channel_list ro_channel_list;

/* Reads the table into the arena. */
ro_status ro_channel_list_load(const ro_channel_list **out, ro_arena *arena, const char *path,
                               ro_error *error);

/* The name of a medium that stands within the tokens [start, end): as the list has it; NULL. */
const char *ro_channel_list_medium(const ro_channel_list *list, const ro_document *document,
                                   uint32_t start, uint32_t end);

/* Whether the token is a noun for a document, an occasion or a kind of medium. */
bool ro_channel_list_is_noun(const ro_channel_list *list, const ro_token *token);

#endif
