#include "report/facts/language.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/unicode.h"
#include "report/builder/tables.h"

/* The first words tell enough. */
enum { LOOK_AT = 600, LONGEST_WORD = 48, MOST_LANGUAGES = 64, LEAST_HITS = 3 };

typedef struct tally {
  uint32_t words, hits[MOST_LANGUAGES];
  uint32_t han, kana, hangul, greek, thai, devanagari, georgian, armenian, letters;
} tally;

static bool word_in(const char *list, const char *word, size_t length) {
  for (const char *at = list; (at = strstr(at, word)); at++) {
    bool starts = at == list || at[-1] == ' ';
    if (starts && (at[length] == ' ' || at[length] == '\0')) return true;
  }
  return false;
}

static void count_word(tally *t, const char *word, size_t length, const char *only) {
  t->words++;
  if (only) t->hits[0] += word_in(only, word, length);
  for (size_t i = 0; !only && i < ro_languages_table.count && i < MOST_LANGUAGES; i++)
    t->hits[i] += word_in(ro_languages_table.rows[i].cells[1], word, length);
}

static void count_script(tally *t, uint32_t c) {
  t->letters++;
  if (c < 0x370) return;
  t->greek += c < 0x400;
  t->armenian += c >= 0x530 && c < 0x590;
  t->devanagari += c >= 0x900 && c < 0x980;
  t->thai += c >= 0xE00 && c < 0xE80;
  t->georgian += c >= 0x10A0 && c < 0x1100;
  t->kana += c >= 0x3040 && c < 0x3100;
  t->han += c >= 0x4E00 && c < 0xA000;
  t->hangul += c >= 0xAC00 && c < 0xD7B0;
}

/* With `only`, a list of words, nothing else is counted. */
static void count_text(tally *t, const char *text, size_t size, const char *only) {
  char word[LONGEST_WORD + 4];
  size_t length = 0;
  for (size_t at = 0; at < size && t->words < LOOK_AT && t->letters < LOOK_AT * 8;) {
    uint32_t c = ro_utf8_next(text, size, &at);
    bool letter = ro_unicode_is_letter(c);
    if (letter) count_script(t, c);
    if (letter && length < LONGEST_WORD) length += ro_utf8_put(ro_unicode_lower(c), word + length);
    if (letter && at < size) continue;
    word[length] = '\0';
    if (length) count_word(t, word, length, only);
    length = 0;
  }
}

static const char *language_of_script(const tally *t) {
  uint32_t half = t->letters / 2;
  if (t->kana * 5 > t->letters) return "ja";
  if (t->hangul > half) return "ko";
  if (t->han > half) return t->kana ? "ja" : "zh";
  if (t->greek > half) return "el";
  if (t->thai > half) return "th";
  if (t->devanagari > half) return "hi";
  if (t->georgian > half) return "ka";
  if (t->armenian > half) return "hy";
  return NULL;
}

/* Most texts are English, and English ones show it at once. */
static bool is_plainly_english(const char *text, size_t size) {
  const ro_data_row *english = ro_data_find(&ro_languages_table, "en", 2);
  if (!english) return false;
  tally t = {0};
  count_text(&t, text, size < 2000 ? size : 2000, english->cells[1]);
  return t.words >= 60 && t.hits[0] * 3 >= t.words;
}

const char *ro_detect_language(const char *text, size_t size) {
  if (is_plainly_english(text, size)) return "en";
  tally t = {0};
  count_text(&t, text, size, NULL);
  const char *by_script = t.letters ? language_of_script(&t) : NULL;
  if (by_script) return by_script;
  size_t best = 0, count = ro_languages_table.count;
  for (size_t i = 1; i < count && i < MOST_LANGUAGES; i++)
    if (t.hits[i] > t.hits[best]) best = i;
  /* languages share short words: a narrow lead in a short text tells nothing */
  uint32_t second = 0;
  for (size_t i = 0; i < count && i < MOST_LANGUAGES; i++)
    if (i != best && t.hits[i] > second) second = t.hits[i];
  bool told =
      t.hits[best] >= LEAST_HITS && t.hits[best] * 12 >= t.words && t.hits[best] * 10 > second * 11;
  return told ? ro_languages_table.rows[best].cells[0] : "und";
}
