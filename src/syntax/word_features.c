#include "syntax/word_features.h"

#include <string.h>

#include "base/hash.h"
#include "base/unicode.h"

/* Longer words are known by their first and last code points. */
enum { LENGTH_MAX = 64, RUN_MAX = 3 };

/* Curly quotes as straight ones, hyphens as the usual one. */
static uint32_t fold(uint32_t codepoint) {
  switch (codepoint) {
  case 0x2018:
  case 0x2019:
    return '\'';
  case 0x201C:
  case 0x201D:
  case 0x201E:
  case 0xAB:
  case 0xBB:
    return '"';
  case 0x2010:
  case 0x2011:
    return '-';
  default:
    return codepoint;
  }
}

static bool is_digit(uint32_t codepoint) {
  return codepoint >= '0' && codepoint <= '9';
}

/* Lower-cased, with all digits as 0. */
static uint32_t normalize(uint32_t codepoint) {
  return is_digit(codepoint) ? '0' : fold(ro_unicode_lower(codepoint));
}

/* A word's normal form in UTF-8, with the start of each code point. */
typedef struct normal_form {
  char bytes[LENGTH_MAX * 4];
  size_t starts[LENGTH_MAX + 1];
  size_t length; /* code points */
  uint64_t hash; /* of the whole form, also of a long one */
} normal_form;

static void put(normal_form *normal, uint32_t codepoint) {
  if (normal->length == LENGTH_MAX) { /* keep the first half, move the second */
    size_t half = LENGTH_MAX / 2, from = normal->starts[half + 1], to = normal->starts[half];
    memmove(normal->bytes + to, normal->bytes + from, normal->starts[LENGTH_MAX] - from);
    for (size_t i = half; i < LENGTH_MAX; i++)
      normal->starts[i] = normal->starts[i + 1] - (from - to);
    normal->length--;
  }
  size_t at = normal->starts[normal->length];
  size_t size = ro_utf8_put(codepoint, normal->bytes + at);
  normal->starts[++normal->length] = at + size;
  normal->hash = ro_hash_add(normal->hash, normal->bytes + at, size);
}

static void read_form(normal_form *normal, const char *form, size_t size) {
  normal->starts[0] = 0;
  normal->length = 0;
  normal->hash = RO_HASH_START;
  for (size_t at = 0; at < size;)
    put(normal, normalize(ro_utf8_next(form, size, &at)));
  normal->hash = ro_hash_finish(normal->hash);
}

static uint32_t find_word(const ro_model *model, uint64_t key) {
  uint32_t low = 0, high = model->sizes.word_count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (model->word_keys[middle] < key)
      low = middle + 1;
    else
      high = middle;
  }
  bool found = low < model->sizes.word_count && model->word_keys[low] == key;
  return found ? low : model->sizes.word_count;
}

static uint32_t affix_row(const ro_model *model, const normal_form *normal, unsigned char kind,
                          size_t first, size_t last) {
  size_t start = normal->starts[first];
  uint64_t hash = ro_hash_add(RO_HASH_START, &kind, 1);
  hash = ro_hash_add(hash, normal->bytes + start, normal->starts[last] - start);
  return (uint32_t)(ro_hash_finish(hash) % model->sizes.affix_rows);
}

static void find_affixes(const ro_model *model, const normal_form *normal,
                         ro_word_features *features) {
  size_t length = normal->length;
  for (unsigned char k = 1; k <= RO_PREFIXES && k <= length; k++)
    features->affixes[features->affix_count++] = affix_row(model, normal, k, 0, k);
  for (unsigned char k = 1; k <= RO_SUFFIXES && k <= length; k++)
    features->affixes[features->affix_count++] =
        affix_row(model, normal, (unsigned char)(16 + k), length - k, length);
}

static uint32_t shape_of(uint32_t codepoint) {
  if (is_digit(codepoint)) return 'd';
  if (ro_unicode_lower(codepoint) != codepoint) return 'X';
  return ro_unicode_is_letter(codepoint) ? 'x' : fold(codepoint);
}

/* Letters as X and x, digits as d, other signs as they are, runs cut at three. */
static uint32_t shape_row(const ro_model *model, const char *form, size_t size) {
  uint64_t hash = RO_HASH_START;
  uint32_t last = 0, run = 0;
  for (size_t at = 0; at < size;) {
    uint32_t kind = shape_of(ro_utf8_next(form, size, &at));
    run = kind == last ? run + 1 : 1;
    last = kind;
    if (run > RUN_MAX) continue;
    char bytes[4];
    hash = ro_hash_add(hash, bytes, ro_utf8_put(kind, bytes));
  }
  return (uint32_t)(ro_hash_finish(hash) % model->sizes.shape_rows);
}

ro_word_features ro_word_features_of(const ro_model *model, const char *form, size_t size) {
  normal_form normal;
  read_form(&normal, form, size);
  ro_word_features features = {.word = find_word(model, normal.hash),
                               .shape = shape_row(model, form, size)};
  find_affixes(model, &normal, &features);
  return features;
}
