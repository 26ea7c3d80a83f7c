#include "statements/cue_list.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/file.h"

enum { COLUMNS = 5 };

struct ro_cue_list {
  ro_cue *cues; /* by lemma and part */
  size_t count;
};

static int compare(const void *a, const void *b) {
  const ro_cue *x = a, *y = b;
  int order = strcasecmp(x->lemma, y->lemma);
  return order ? order : (int)x->part - (int)y->part;
}

/* Index of `word` among `count` names; `count` where it is none of them. */
static size_t name_index(const char *word, const char *const *names, size_t count) {
  size_t i = 0;
  while (i < count && strcmp(word, names[i]) != 0)
    i++;
  return i;
}

static bool read_cue(ro_cue *cue, const ro_table_row *row) {
  static const char *const parts[] = {"verb", "noun", "adjective", "adverb", "preposition"};
  static const ro_upos upos[] = {RO_UPOS_VERB, RO_UPOS_NOUN, RO_UPOS_ADJ, RO_UPOS_ADV, RO_UPOS_ADP};
  static const char *const manners[] = {"speech", "thought", "act"};
  static const char *const told[] = {"", "object", "to"};
  size_t part = name_index(row->columns[1], parts, 5);
  size_t manner = name_index(row->columns[2], manners, 3);
  size_t whom = name_index(row->columns[4], told, 3);
  bool is_bare = strcmp(row->columns[3], "bare") == 0;
  bool is_deed = strcmp(row->columns[3], "deed") == 0;
  if (!is_bare && !is_deed && *row->columns[3]) return false;
  if (!*row->columns[0] || part == 5 || manner == 3 || whom == 3) return false;
  *cue = (ro_cue){row->columns[0], upos[part], (ro_manner)manner, is_bare, is_deed, (ro_told)whom};
  return true;
}

ro_status ro_cue_list_load(const ro_cue_list **out, ro_arena *arena, const char *path,
                           ro_error *error) {
  *out = NULL;
  ro_table table;
  ro_status status = ro_table_read(&table, arena, path, COLUMNS, error);
  if (status != RO_OK) return status;
  ro_cue_list *list = ro_arena_alloc(arena, sizeof *list);
  list->cues = ro_arena_alloc_array(arena, table.row_count, sizeof *list->cues);
  for (size_t i = 0; i < table.row_count; i++)
    if (!read_cue(&list->cues[list->count++], &table.rows[i]))
      return ro_fail(error, RO_ERROR_FORMAT, path, table.rows[i].line,
                     "expected lemma, part, manner, bare, deed or nothing, and who is told");
  qsort(list->cues, list->count, sizeof *list->cues, compare);
  for (size_t i = 1; i < list->count; i++)
    if (compare(&list->cues[i - 1], &list->cues[i]) == 0)
      return ro_fail(error, RO_ERROR_FORMAT, path, 0, "has the %s twice", list->cues[i].lemma);
  *out = list;
  return RO_OK;
}

const ro_cue *ro_cue_list_find(const ro_cue_list *list, const char *lemma, ro_upos part) {
  if (part == RO_UPOS_AUX) part = RO_UPOS_VERB;
  if (part == RO_UPOS_PROPN) part = RO_UPOS_NOUN;
  ro_cue key = {.lemma = lemma ? lemma : "", .part = part};
  return list->count ? bsearch(&key, list->cues, list->count, sizeof key, compare) : NULL;
}

/* A word that hangs on the verb, or the preposition of a phrase that does ("asked for more time").
 */
static bool may_complete(const ro_document *document, uint32_t word, uint32_t verb) {
  const ro_token *token = &document->tokens[word];
  if (token->deprel == RO_DEPREL_CASE || token->deprel == RO_DEPREL_MARK) {
    const ro_token *noun = token->head == RO_NONE ? NULL : &document->tokens[token->head];
    return noun && noun->head == verb &&
           (noun->deprel == RO_DEPREL_OBL || noun->deprel == RO_DEPREL_ADVCL);
  }
  return token->head == verb &&
         (token->deprel == RO_DEPREL_COMPOUND_PRT || token->deprel == RO_DEPREL_ADVMOD ||
          token->deprel == RO_DEPREL_XCOMP || token->deprel == RO_DEPREL_OBJ);
}

const ro_cue *ro_cue_list_find_at(const ro_cue_list *list, const ro_document *document,
                                  uint32_t token) {
  enum { NEAR = 4, NEAR_AS = 12, LONGEST = 64 };
  const ro_token *verb = &document->tokens[token];
  for (uint32_t t = token + 1; t < document->token_count && t <= token + NEAR_AS; t++) {
    const ro_token *other = &document->tokens[t];
    char phrase[LONGEST];
    if (verb->upos != RO_UPOS_VERB || !verb->lemma || !other->lemma) break;
    if (t > token + NEAR && strcmp(other->lemma, "as") != 0) continue;
    if (!may_complete(document, t, token)) continue;
    int size = snprintf(phrase, sizeof phrase, "%s %s", verb->lemma, other->lemma);
    const ro_cue *cue = size < LONGEST ? ro_cue_list_find(list, phrase, RO_UPOS_VERB) : NULL;
    if (cue) return cue;
  }
  return ro_cue_list_find(list, verb->lemma, verb->upos);
}
