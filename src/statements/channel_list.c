#include "statements/channel_list.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/file.h"

enum { COLUMNS = 2, MOST_WORDS = 4 };

struct ro_channel_list {
  const char **media, **nouns; /* sorted */
  size_t medium_count, noun_count;
};

static int compare_names(const void *a, const void *b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static int compare_nouns(const void *a, const void *b) {
  return strcasecmp(*(const char *const *)a, *(const char *const *)b);
}

static bool is_kind(const char *kind) {
  static const char *const kinds[] = {"agency", "paper", "broadcaster", "network", "noun"};
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
    if (strcmp(kind, kinds[i]) == 0) return true;
  return false;
}

ro_status ro_channel_list_load(const ro_channel_list **out, ro_arena *arena, const char *path,
                               ro_error *error) {
  *out = NULL;
  ro_table table;
  ro_status status = ro_table_read(&table, arena, path, COLUMNS, error);
  if (status != RO_OK) return status;
  ro_channel_list *list = ro_arena_alloc(arena, sizeof *list);
  list->media = ro_arena_alloc_array(arena, table.row_count, sizeof *list->media);
  list->nouns = ro_arena_alloc_array(arena, table.row_count, sizeof *list->nouns);
  for (size_t i = 0; i < table.row_count; i++) {
    const char *name = table.rows[i].columns[0], *kind = table.rows[i].columns[1];
    if (!*name || !is_kind(kind))
      return ro_fail(error, RO_ERROR_FORMAT, path, table.rows[i].line, "expected name and kind");
    if (strcmp(kind, "noun") == 0)
      list->nouns[list->noun_count++] = name;
    else
      list->media[list->medium_count++] = name;
  }
  qsort(list->media, list->medium_count, sizeof *list->media, compare_names);
  qsort(list->nouns, list->noun_count, sizeof *list->nouns, compare_nouns);
  *out = list;
  return RO_OK;
}

/* The longest name that begins at the token. */
static const char *medium_at(const ro_channel_list *list, const ro_document *document,
                             uint32_t start, uint32_t end) {
  for (uint32_t words = MOST_WORDS; words > 0; words--) {
    if (start + words > end) continue;
    uint32_t from = document->tokens[start].span.start;
    uint32_t to = document->tokens[start + words - 1].span.end;
    char name[64];
    if (to - from >= sizeof name) continue;
    memcpy(name, document->text + from, to - from);
    name[to - from] = '\0';
    const char *key = name;
    const char **found = list->medium_count ? bsearch(&key, list->media, list->medium_count,
                                                      sizeof *list->media, compare_names)
                                            : NULL;
    if (found) return *found;
  }
  return NULL;
}

const char *ro_channel_list_medium(const ro_channel_list *list, const ro_document *document,
                                   uint32_t start, uint32_t end) {
  for (uint32_t i = start; i < end; i++) {
    const char *name = medium_at(list, document, i, end);
    if (name) return name;
  }
  return NULL;
}

bool ro_channel_list_is_noun(const ro_channel_list *list, const ro_token *token) {
  if (token->upos != RO_UPOS_NOUN && token->upos != RO_UPOS_PROPN) return false;
  const char *lemma = token->lemma ? token->lemma : token->form;
  return list->noun_count &&
         bsearch(&lemma, list->nouns, list->noun_count, sizeof *list->nouns, compare_nouns) != NULL;
}
