#include "ledger/features/terms.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/unicode.h"

enum { WORD_SIZE = 64, ORDINARY_WEIGHT = 8, NAME_WEIGHT = 9, NUMBER_WEIGHT = 4 };

typedef struct entry {
  uint32_t word; /* hash of the stem; 0: free */
  ro_term term;  /* weight 0: an empty word */
} entry;

struct ro_vocabulary {
  entry *entries; /* a hash table with linear probing */
  uint32_t size;  /* a power of two */
  ro_feature_words words;
  ro_arena *arena; /* of the words */
};

static bool ends(const char *word, size_t length, const char *ending) {
  size_t size = strlen(ending);
  return length > size && strcmp(word + length - size, ending) == 0;
}

static bool is_vowel(char letter) {
  return letter && strchr("aeiouy", letter);
}

static bool has_vowel(const char *word, size_t length) {
  for (size_t i = 0; i < length; i++)
    if (is_vowel(word[i])) return true;
  return false;
}

/* "stopp" to "stop"; but "pull", "pass" keep both. */
static size_t single_end(const char *word, size_t length) {
  if (length > 3 && word[length - 1] == word[length - 2] && !is_vowel(word[length - 1]) &&
      !strchr("lsz", word[length - 1]))
    return length - 1;
  return length;
}

static size_t without_plural(const char *word, size_t length) {
  if (ends(word, length, "ies") && length > 4) return length - 2;
  if (ends(word, length, "sses") || ends(word, length, "shes") || ends(word, length, "ches") ||
      ends(word, length, "xes"))
    return length - 2;
  if (ends(word, length, "ss") || ends(word, length, "us") || ends(word, length, "is"))
    return length;
  return length > 3 && word[length - 1] == 's' ? length - 1 : length;
}

static size_t without_suffix(const char *word, size_t length, const char *suffix) {
  size_t size = strlen(suffix);
  if (!ends(word, length, suffix) || length < size + 3 || !has_vowel(word, length - size))
    return length;
  return single_end(word, length - size);
}

void ro_stem(char *word) {
  size_t length = strlen(word);
  length = without_plural(word, length);
  word[length] = '\0';
  size_t shorter = without_suffix(word, length, "ing");
  if (shorter == length) shorter = without_suffix(word, length, "ed");
  length = shorter;
  if (length > 3 && word[length - 1] == 'e') length--;
  if (length > 2 && word[length - 1] == 'y') word[length - 1] = 'i';
  word[length] = '\0';
}

static uint32_t hash_word(const char *word) {
  uint32_t hash = (uint32_t)ro_hash(word, strlen(word));
  return hash ? hash : 1;
}

static entry *find(const ro_vocabulary *vocabulary, uint32_t word) {
  uint32_t at = word & (vocabulary->size - 1);
  while (vocabulary->entries[at].word && vocabulary->entries[at].word != word)
    at = (at + 1) & (vocabulary->size - 1);
  return &vocabulary->entries[at];
}

static void add_words(ro_vocabulary *vocabulary, const char *words, ro_term term) {
  while (*words) {
    char word[WORD_SIZE];
    size_t length = strcspn(words, " ");
    if (length > 0 && length < WORD_SIZE) {
      memcpy(word, words, length);
      word[length] = '\0';
      ro_stem(word);
      entry *free_entry = find(vocabulary, hash_word(word));
      if (!free_entry->word) *free_entry = (entry){.word = hash_word(word), .term = term};
    }
    words += length + (words[length] == ' ');
  }
}

static size_t count_words(const ro_table *table) {
  size_t count = 1;
  for (size_t i = 0; i < table->row_count; i++)
    for (const char *at = table->rows[i].columns[2]; at; at = strchr(at, ' '), at = at ? at + 1 : 0)
      count++;
  return count;
}

static ro_status load_matters(ro_vocabulary *vocabulary, const char *data_directory,
                              ro_error *error) {
  ro_arena *arena = ro_arena_create();
  ro_table table;
  ro_status status =
      ro_table_read(&table, arena, ro_path_join(arena, data_directory, "matters.tsv"), 3, error);
  if (status == RO_OK) {
    vocabulary->size = 1024;
    while (vocabulary->size < 4 * count_words(&table))
      vocabulary->size *= 2;
    vocabulary->entries = ro_allocate(vocabulary->size * sizeof(entry));
    memset(vocabulary->entries, 0, vocabulary->size * sizeof(entry));
    for (size_t i = 0; i < table.row_count; i++) {
      const char *const *columns = table.rows[i].columns;
      ro_term term = {hash_word(columns[0]), (uint32_t)strtoul(columns[1], NULL, 10)};
      add_words(vocabulary, columns[2], term);
    }
  }
  ro_arena_free(arena);
  return status;
}

ro_status ro_vocabulary_load(ro_vocabulary **out, const char *data_directory, ro_error *error) {
  ro_vocabulary *vocabulary = ro_allocate(sizeof *vocabulary);
  *vocabulary = (ro_vocabulary){.arena = ro_arena_create()};
  *out = NULL;
  ro_status status = load_matters(vocabulary, data_directory, error);
  if (status == RO_OK)
    status = ro_feature_words_load(&vocabulary->words, vocabulary->arena, data_directory, error);
  if (status == RO_OK)
    *out = vocabulary;
  else
    ro_vocabulary_free(vocabulary);
  return status;
}

void ro_vocabulary_free(ro_vocabulary *vocabulary) {
  if (!vocabulary) return;
  ro_arena_free(vocabulary->arena);
  free(vocabulary->entries);
  free(vocabulary);
}

const ro_feature_words *ro_vocabulary_words(const ro_vocabulary *vocabulary) {
  return &vocabulary->words;
}

/* The word that starts at or after *at, in lower case and without diacritics; false at the end. */
static bool next_word(const char *text, size_t end, size_t *at, char word[WORD_SIZE],
                      size_t *start) {
  size_t length = 0;
  while (*at < end) {
    size_t before = *at;
    uint32_t letter = ro_utf8_next(text, end, at);
    bool inside = ro_unicode_is_letter(letter) || ro_unicode_is_digit(letter);
    if (!inside && length) break;
    if (!inside) continue;
    if (!length) *start = before;
    letter = ro_unicode_base_letter(ro_unicode_lower(letter));
    if (length + 5 < WORD_SIZE) length += ro_utf8_put(letter, word + length);
  }
  word[length] = '\0';
  return length > 0;
}

static bool is_skipped(size_t at, const ro_span *skipped, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (skipped[i].start <= at && at < skipped[i].end) return true;
  return false;
}

static bool is_capital(const char *text, size_t end, size_t at) {
  return ro_unicode_is_upper(ro_utf8_next(text, end, &at));
}

static ro_term term_of(const ro_vocabulary *vocabulary, char *word, bool capital) {
  bool number = word[0] >= '0' && word[0] <= '9';
  ro_stem(word);
  uint32_t hash = hash_word(word);
  const entry *known = find(vocabulary, hash);
  if (known->word) return known->term;
  if (!word[1] || (!word[2] && !number)) return (ro_term){hash, 0};
  return (ro_term){hash, number ? NUMBER_WEIGHT : capital ? NAME_WEIGHT : ORDINARY_WEIGHT};
}

static void insert(ro_terms *terms, ro_term term) {
  uint32_t at = 0;
  while (at < terms->count && terms->items[at].concept < term.concept)
    at++;
  if (at < terms->count && terms->items[at].concept == term.concept) return;
  if (terms->count == RO_TERMS_LIMIT) return;
  memmove(terms->items + at + 1, terms->items + at, (terms->count - at) * sizeof term);
  terms->items[at] = term;
  terms->count++;
}

ro_terms ro_terms_of(const ro_vocabulary *vocabulary, ro_arena *arena, const char *text,
                     ro_span span, const ro_span *skipped, size_t skipped_count) {
  ro_terms terms = {.items = ro_arena_alloc_array(arena, RO_TERMS_LIMIT, sizeof(ro_term))};
  char word[WORD_SIZE];
  size_t at = span.start, start = 0;
  while (next_word(text, span.end, &at, word, &start)) {
    if (is_skipped(start, skipped, skipped_count)) continue;
    ro_term term =
        term_of(vocabulary, word, start > span.start && is_capital(text, span.end, start));
    if (term.weight) insert(&terms, term);
  }
  return terms;
}

bool ro_terms_have(ro_terms terms, const char *concept) {
  uint32_t hash = hash_word(concept);
  for (uint32_t i = 0; i < terms.count; i++)
    if (terms.items[i].concept == hash) return true;
  return false;
}

uint32_t ro_terms_weight(ro_terms terms) {
  uint32_t weight = 0;
  for (uint32_t i = 0; i < terms.count; i++)
    weight += terms.items[i].weight;
  return weight;
}

uint32_t ro_terms_shared(ro_terms a, ro_terms b) {
  uint32_t weight = 0;
  for (uint32_t i = 0, j = 0; i < a.count && j < b.count;) {
    if (a.items[i].concept == b.items[j].concept) {
      weight += a.items[i].weight < b.items[j].weight ? a.items[i].weight : b.items[j].weight;
      i++, j++;
    } else if (a.items[i].concept < b.items[j].concept) {
      i++;
    } else {
      j++;
    }
  }
  return weight;
}

/* The whole part of the square root of a number below a million and a little. */
static uint32_t square_root(uint64_t number) {
  enum { LARGEST_BIT = 1 << 10 };
  uint64_t root = 0;
  for (uint64_t bit = LARGEST_BIT; bit; bit >>= 1)
    if ((root + bit) * (root + bit) <= number) root += bit;
  return (uint32_t)root;
}

uint32_t ro_terms_likeness(ro_terms a, ro_terms b) {
  uint64_t weight_a = ro_terms_weight(a), weight_b = ro_terms_weight(b);
  uint64_t shared = ro_terms_shared(a, b);
  uint64_t shorter = weight_a < weight_b ? weight_a : weight_b;
  if (!shared || !shorter) return 0;
  return square_root(shared * 1000 / shorter * (2 * shared * 1000 / (weight_a + weight_b)));
}
