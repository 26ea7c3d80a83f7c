#include "names/name_match.h"

#include <string.h>

#include "base/unicode.h"

enum { LONGEST_NAME = 9, LONGEST_NOUN = 4 };

/* How a run of words is written. */
typedef struct lettering {
  bool begins_upper; /* some word begins with a capital */
  bool all_upper;    /* there is no small letter */
} lettering;

static lettering lettering_of(const ro_document *document, uint32_t first, uint32_t count) {
  lettering found = {false, true};
  for (uint32_t i = first; i < first + count; i++) {
    const char *form = document->tokens[i].form;
    size_t size = strlen(form);
    for (size_t at = 0; at < size;) {
      bool is_first = at == 0;
      uint32_t codepoint = ro_utf8_next(form, size, &at);
      bool upper = ro_unicode_is_upper(codepoint);
      if (is_first && upper) found.begins_upper = true;
      if (ro_unicode_is_letter(codepoint) && !upper) found.all_upper = false;
    }
  }
  return found;
}

static bool is_proper(const ro_token *token) {
  return token->upos == RO_UPOS_PROPN || token->upos == RO_UPOS_X ||
         token->name_tag != RO_NAME_TAG_NONE;
}

/* Whether a posting may stand for words written so. */
static bool fits(const ro_document *document, const ro_dictionary_posting *posting, uint32_t first,
                 uint32_t count, lettering written) {
  const ro_token *token = &document->tokens[first];
  bool begins_sentence = document->sentences[token->sentence].first_token == first;
  if (!written.begins_upper) return false;
  if ((posting->flags & RO_NAME_CAPITALS) && !written.all_upper) return false;
  if (count > 1) return true;
  if ((posting->flags & RO_NAME_WORD) && !is_proper(token)) return false;
  if (begins_sentence && (posting->flags & RO_NAME_WORD)) return token->name_tag != 0;
  if (posting->use == RO_USE_ADJECTIVE || posting->use == RO_USE_PEOPLE) return true;
  return !begins_sentence || is_proper(token) || !(posting->flags & RO_NAME_OF_PERSON);
}

static bool any_fits(const ro_document *document, const ro_dictionary_posting *postings,
                     uint32_t posting_count, uint32_t first, uint32_t count) {
  lettering written = lettering_of(document, first, count);
  for (uint32_t i = 0; i < posting_count; i++)
    if (fits(document, &postings[i], first, count, written)) return true;
  return false;
}

static bool begins_with_capital_or_digit(const char *form) {
  size_t at = 0;
  uint32_t codepoint = ro_utf8_next(form, strlen(form), &at);
  return ro_unicode_is_upper(codepoint) || ro_unicode_is_digit(codepoint);
}

/* "al-Qaeda": a name that begins with a small particle. */
static bool begins_with_particle(const ro_document *document, uint32_t token) {
  const char *form = document->tokens[token].form;
  return strncmp(form, "al-", 3) == 0 || strcmp(form, "al") == 0 || strcmp(form, "el") == 0;
}

static uint32_t end_of_sentence(const ro_document *document, uint32_t token) {
  const ro_sentence *sentence = &document->sentences[document->tokens[token].sentence];
  return sentence->first_token + sentence->token_count;
}

/* A multi-word name does not end in punctuation, nor go over a comma. */
static bool may_go_on(const ro_token *token) {
  return strcmp(token->form, ",") != 0 && strcmp(token->form, ";") != 0 &&
         strcmp(token->form, "(") != 0 && strcmp(token->form, ")") != 0 &&
         strcmp(token->form, "\"") != 0 && strcmp(token->form, "'s") != 0 &&
         strcmp(token->form, "\xE2\x80\x99s") != 0;
}

static bool match_at(const ro_dictionary *dictionary, const ro_document *document, uint32_t first,
                     ro_name_match *match) {
  uint32_t end = end_of_sentence(document, first);
  if (end > first + LONGEST_NAME) end = first + LONGEST_NAME;
  ro_name_key key = ro_name_key_begin(RO_SPACE_NAME);
  *match = (ro_name_match){0};
  for (uint32_t i = first; i < end && (i == first || may_go_on(&document->tokens[i])); i++) {
    size_t letters = key.letters;
    ro_name_key_add(&key, document->tokens[i].form, strlen(document->tokens[i].form));
    if (key.letters == letters) continue;
    uint32_t count;
    const ro_dictionary_posting *postings =
        ro_dictionary_find(dictionary, ro_name_key_finish(&key), &count);
    if (postings && any_fits(document, postings, count, first, i - first + 1))
      *match = (ro_name_match){first, i - first + 1, postings, count};
  }
  return match->count > 0;
}

static ro_name_matches begin_matches(const ro_document *document) {
  ro_name_matches found = {0};
  found.at = ro_arena_alloc_array(document->arena, document->token_count + 1, sizeof *found.at);
  for (uint32_t i = 0; i < document->token_count; i++)
    found.at[i] = RO_NONE;
  return found;
}

static void push(const ro_document *document, ro_name_matches *found, size_t *capacity,
                 ro_name_match match) {
  size_t count = found->count;
  for (uint32_t i = 0; i < match.count; i++)
    found->at[match.first + i] = found->count;
  *RO_ARENA_PUSH(document->arena, &found->items, count, *capacity) = match;
  found->count = (uint32_t)count;
}

ro_name_matches ro_match_names(const ro_dictionary *dictionary, const ro_document *document) {
  ro_name_matches found = begin_matches(document);
  size_t capacity = 0;
  for (uint32_t i = 0; i < document->token_count;) {
    ro_name_match match;
    bool may_begin =
        begins_with_capital_or_digit(document->tokens[i].form) || begins_with_particle(document, i);
    if (may_begin && match_at(dictionary, document, i, &match)) {
      push(document, &found, &capacity, match);
      i += match.count;
    } else {
      i++;
    }
  }
  return found;
}

static const char *noun_form(const ro_token *token, bool last) {
  return last && token->lemma && *token->lemma ? token->lemma : token->form;
}

static bool noun_at(const ro_dictionary *dictionary, const ro_document *document, uint32_t first,
                    ro_name_match *match) {
  uint32_t end = end_of_sentence(document, first);
  if (end > first + LONGEST_NOUN) end = first + LONGEST_NOUN;
  ro_name_key before = ro_name_key_begin(RO_SPACE_NOUN);
  *match = (ro_name_match){0};
  for (uint32_t i = first; i < end; i++) {
    const ro_token *token = &document->tokens[i];
    for (int as_lemma = 0; as_lemma < 2; as_lemma++) {
      ro_name_key key = before;
      const char *form = noun_form(token, as_lemma);
      ro_name_key_add(&key, form, strlen(form));
      uint32_t count;
      const ro_dictionary_posting *postings =
          ro_dictionary_find(dictionary, ro_name_key_finish(&key), &count);
      if (!postings || match->count == i - first + 1) continue;
      *match = (ro_name_match){first, i - first + 1, postings, count};
    }
    ro_name_key_add(&before, token->form, strlen(token->form));
  }
  return match->count > 0;
}

static bool is_nominal(const ro_token *token) {
  return token->upos == RO_UPOS_NOUN || token->upos == RO_UPOS_PROPN ||
         token->upos == RO_UPOS_ADJ || token->upos == RO_UPOS_X;
}

ro_name_matches ro_match_agents(const ro_dictionary *dictionary, const ro_document *document) {
  ro_name_matches found = begin_matches(document);
  size_t capacity = 0;
  for (uint32_t i = 0; i < document->token_count;) {
    ro_name_match match;
    if (is_nominal(&document->tokens[i]) && noun_at(dictionary, document, i, &match)) {
      push(document, &found, &capacity, match);
      i += match.count;
    } else {
      i++;
    }
  }
  return found;
}

const ro_dictionary_entry *ro_match_entry(const ro_dictionary *dictionary,
                                          const ro_name_match *match, ro_entry_kind kind,
                                          ro_name_use use) {
  for (uint32_t i = 0; i < match->posting_count; i++) {
    const ro_dictionary_entry *entry = ro_dictionary_get(dictionary, match->postings[i].entry);
    bool same_use = match->postings[i].use == use ||
                    (use == RO_USE_NAME && match->postings[i].use == RO_USE_OTHER_NAME);
    if (entry->kind == (uint32_t)kind && same_use) return entry;
  }
  return NULL;
}
