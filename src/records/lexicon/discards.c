#include "records/lexicon/discards.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/file.h"

enum { LONGEST_PHRASE = 8, LONGEST_WORD = 64 };

static void enter_phrase(ro_discards *discards, ro_arena *arena, const char *phrase) {
  const char **words = ro_arena_alloc_array(arena, LONGEST_PHRASE, sizeof *words);
  discard *entry = ro_arena_alloc(arena, sizeof *entry);
  char *rest = NULL;
  for (char *word = strtok_r(ro_arena_copy_string(arena, phrase), " ", &rest);
       word && entry->word_count < LONGEST_PHRASE; word = strtok_r(NULL, " ", &rest))
    words[entry->word_count++] = word;
  if (!entry->word_count) return;
  entry->words = words;
  uint64_t *slot = word_table_enter(&discards->phrases, arena, words[0]);
  entry->next = word_pointer(*slot);
  *slot = word_value_of(entry);
}

ro_status discards_load(ro_discards *discards, ro_arena *arena, const char *data_directory,
                        ro_error *error) {
  ro_table table;
  *discards = (struct ro_discards){0};
  const char *path = ro_path_join(arena, data_directory, "act-discards.tsv");
  ro_status status = ro_table_read(&table, arena, path, 2, error);
  for (size_t i = 0; i < table.row_count && status == RO_OK; i++)
    enter_phrase(discards, arena, table.rows[i].columns[0]);
  return status;
}

static bool word_is(const ro_token *token, const char *word) {
  return strcasecmp(token->lemma, word) == 0 || strcasecmp(token->form, word) == 0;
}

static bool phrase_at(const discard *phrase, const ro_token *tokens, size_t left) {
  if (phrase->word_count > left) return false;
  for (size_t i = 0; i < phrase->word_count; i++)
    if (!word_is(&tokens[i], phrase->words[i])) return false;
  return true;
}

/* The phrases that begin with the word, whatever its case. */
static const discard *phrases_from(const ro_discards *discards, const ro_token *token) {
  char key[LONGEST_WORD];
  size_t length = strlen(token->lemma);
  if (length >= sizeof key) return NULL;
  for (size_t i = 0; i <= length; i++)
    key[i] = (char)tolower((unsigned char)token->lemma[i]);
  const uint64_t *slot = word_table_find(&discards->phrases, key);
  return slot ? word_pointer(*slot) : NULL;
}

const discard *discards_find(const ro_discards *discards, const ro_document *document,
                             const ro_sentence *sentence) {
  for (uint32_t i = 0; i < sentence->token_count; i++) {
    const ro_token *tokens = &document->tokens[sentence->first_token + i];
    const discard *phrase = phrases_from(discards, tokens);
    for (; phrase; phrase = phrase->next)
      if (phrase_at(phrase, tokens, sentence->token_count - i)) return phrase;
  }
  return NULL;
}
