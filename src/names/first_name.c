#include "names/first_name.h"

#include <string.h>

#include "base/unicode.h"

enum { MOST_WORDS = 4, LONGEST_WORD = 24 };

/* A word in lower case without diacritics and doubled letters. */
typedef struct plain_word {
  char letters[LONGEST_WORD];
  size_t length;
} plain_word;

const char *ro_first_name_key(ro_arena *arena, const char *name) {
  return ro_arena_print(arena, "0first 0%s", name);
}

static const ro_entry *find(const ro_name_scene *scene, const char *word, size_t length,
                            const ro_dictionary **dictionary) {
  const char *name = ro_arena_copy(scene->arena, word, length);
  ro_name_match match;
  if (!ro_name_scene_find(scene, ro_first_name_key(scene->arena, name), &match)) return NULL;
  *dictionary = match.dictionary;
  return ro_dictionary_entry(match.dictionary, &match.postings[0]);
}

ro_gender ro_first_name_gender(const ro_name_scene *scene, const char *names) {
  for (const char *at = names + strspn(names, " "); *at; at += strspn(at, " ")) {
    size_t length = strcspn(at, " ");
    const ro_dictionary *dictionary;
    const ro_entry *entry = find(scene, at, length, &dictionary);
    const char *sex = entry ? ro_dictionary_string(dictionary, entry->role) : "";
    if (*sex) return strcmp(sex, "female") == 0 ? RO_GENDER_FEMALE : RO_GENDER_MALE;
    at += length;
  }
  return RO_GENDER_UNKNOWN;
}

static plain_word fold(const char *word, size_t size) {
  plain_word out = {.length = 0};
  for (size_t at = 0; at < size && out.length < LONGEST_WORD;) {
    uint32_t letter = ro_unicode_lower(ro_unicode_base_letter(ro_utf8_next(word, size, &at)));
    if (letter < 'a' || letter > 'z') continue;
    if (out.length && out.letters[out.length - 1] == (char)letter) continue;
    out.letters[out.length++] = (char)letter;
  }
  return out;
}

static bool is_same(const plain_word *some, const plain_word *other) {
  return some->length == other->length && memcmp(some->letters, other->letters, some->length) == 0;
}

/* Letters to put in, leave out or replace, as Levenshtein counts them. */
static size_t distance(const plain_word *some, const plain_word *other) {
  size_t row[LONGEST_WORD + 1];
  for (size_t k = 0; k <= other->length; k++)
    row[k] = k;
  for (size_t i = 1; i <= some->length; i++) {
    size_t corner = row[0];
    row[0] = i;
    for (size_t k = 1; k <= other->length; k++) {
      size_t replaced = corner + (some->letters[i - 1] != other->letters[k - 1]);
      size_t moved = (row[k] < row[k - 1] ? row[k] : row[k - 1]) + 1;
      corner = row[k];
      row[k] = replaced < moved ? replaced : moved;
    }
  }
  return row[other->length];
}

/* "Sergei" and "Sergey", "Mohammed" and "Muhammad"; an initial is spelled by all that begin so. */
static bool is_spelling(const plain_word *some, const plain_word *other) {
  if (!some->length || !other->length) return false;
  if (some->length == 1 || other->length == 1) return some->letters[0] == other->letters[0];
  size_t longer = some->length > other->length ? some->length : other->length;
  return distance(some, other) <= (longer + 1) / 4;
}

static bool is_short_for(const ro_name_scene *scene, const char *word, size_t length,
                         const plain_word *full) {
  const ro_dictionary *dictionary;
  const ro_entry *entry = find(scene, word, length, &dictionary);
  const char *names = entry ? ro_dictionary_string(dictionary, entry->nouns) : "";
  for (const char *at = names; *at;) {
    size_t size = strcspn(at, "|");
    plain_word name = fold(at, size);
    if (is_same(&name, full)) return true;
    at += size + (at[size] == '|');
  }
  return false;
}

static bool words_agree(const ro_name_scene *scene, const char *some, size_t some_length,
                        const char *other, size_t other_length) {
  plain_word a = fold(some, some_length), b = fold(other, other_length);
  return is_spelling(&a, &b) || is_short_for(scene, some, some_length, &b) ||
         is_short_for(scene, other, other_length, &a);
}

static size_t split(const char *names, const char **words, size_t *lengths) {
  size_t count = 0;
  for (const char *at = names + strspn(names, " "); *at && count < MOST_WORDS;
       at += strspn(at, " ")) {
    words[count] = at;
    lengths[count] = strcspn(at, " ");
    at += lengths[count++];
  }
  return count;
}

bool ro_first_names_agree(const ro_name_scene *scene, const char *some, const char *other) {
  if (!some || !other) return true;
  const char *a[MOST_WORDS], *b[MOST_WORDS];
  size_t a_length[MOST_WORDS], b_length[MOST_WORDS];
  size_t a_count = split(some, a, a_length), b_count = split(other, b, b_length);
  if (!a_count || !b_count) return true;
  for (size_t i = 0; i < a_count; i++)
    for (size_t k = 0; k < b_count; k++)
      if (words_agree(scene, a[i], a_length[i], b[k], b_length[k])) return true;
  return false;
}
