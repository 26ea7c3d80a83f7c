#include "names/surname.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

enum { MOST_WORDS = 12 };

static bool is_one_of(const char *word, size_t length, const char *const *list, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (strlen(list[i]) == length && strncasecmp(list[i], word, length) == 0) return true;
  return false;
}

static bool is_particle(const char *word, size_t length) {
  static const char *const list[] = {"de",    "di",   "da",  "do",    "dos",  "du",  "del",
                                     "della", "von",  "van", "der",   "den",  "la",  "le",
                                     "el",    "al",   "bin", "ben",   "abu",  "ibn", "ter",
                                     "bou",   "ould", "st",  "abdel", "abdul"};
  return is_one_of(word, length, list, sizeof list / sizeof *list);
}

static bool is_suffix(const char *word, size_t length) {
  static const char *const list[] = {"jr", "jr.", "sr", "sr."};
  if (length > 1 && strspn(word, "IVX") >= length) return true; /* "Benedict XVI" */
  return is_one_of(word, length, list, sizeof list / sizeof *list);
}

/* A particle that is hardly a given name, so that a name that begins with it is a family's alone:
 * "VON DER Leyen", but not "Al Gore", "Ben Wallace" nor "Van Jones". */
static bool begins_surname(const char *word, size_t length) {
  static const char *const list[] = {"de",  "di",    "da",  "do",  "dos", "du",
                                     "del", "della", "von", "der", "den", "la",
                                     "le",  "el",    "bin", "ibn", "ter", "ould"};
  return is_one_of(word, length, list, sizeof list / sizeof *list);
}

/* Family names come first there. */
static bool is_family_first(const char *home) {
  static const char *const list[] = {"CHN", "KOR", "PRK", "TWN", "VNM", "HKG"};
  return home && is_one_of(home, strlen(home), list, sizeof list / sizeof *list);
}

bool ro_given_names_hide_sex(const char *home) {
  static const char *const list[] = {"CHN", "KOR", "PRK", "VNM"};
  return home && is_one_of(home, strlen(home), list, sizeof list / sizeof *list);
}

/* There people are called by their own name, which a father's follows. */
static bool is_called_by_first(const char *home) {
  static const char *const list[] = {"ETH", "ERI"};
  return home && is_one_of(home, strlen(home), list, sizeof list / sizeof *list);
}

typedef struct words {
  const char *start[MOST_WORDS];
  size_t length[MOST_WORDS], count;
} words;

static words split(const char *name) {
  words out = {.count = 0};
  while (out.count < MOST_WORDS) {
    name += strspn(name, " ");
    if (!*name) break;
    out.start[out.count] = name;
    out.length[out.count] = strcspn(name, " ");
    name += out.length[out.count++];
  }
  return out;
}

/* "John Lee": in Hong Kong a name of two words without a hyphen has the family's name last. */
static bool is_western_pair(const words *w, const char *home) {
  return strcmp(home, "HKG") == 0 && !memchr(w->start[1], '-', w->length[1]);
}

const char *ro_surname_of(ro_arena *arena, const char *name, const char *home) {
  words w = split(name);
  if (w.count < 2) return name;
  bool western_order =
      w.count == 2 && home && (w.length[0] > 6 || is_western_pair(&w, home)); /* "Annette Lu" */
  if (is_family_first(home) && !western_order) return ro_arena_copy(arena, w.start[0], w.length[0]);
  if (is_called_by_first(home)) return ro_arena_copy(arena, w.start[0], w.length[0]);
  size_t last = w.count - 1;
  while (last > 0 && is_suffix(w.start[last], w.length[last]))
    last--;
  size_t first = last;
  while (first > 1 && is_particle(w.start[first - 1], w.length[first - 1]))
    first--;
  if (first == 1 && begins_surname(w.start[0], w.length[0])) first = 0;
  size_t length = (size_t)(w.start[last] + w.length[last] - w.start[first]);
  return ro_arena_copy(arena, w.start[first], length);
}

const char *ro_given_names_of(ro_arena *arena, const char *name, const char *surname) {
  const char *at = strstr(name, surname);
  if (at && at > name) return ro_arena_copy(arena, name, (size_t)(at - name));
  return at ? name + strlen(surname) : ""; /* the family name comes first */
}

const char *ro_surname_without_article(const char *surname) {
  bool article = strncasecmp(surname, "al", 2) == 0 || strncasecmp(surname, "el", 2) == 0;
  if (article && (surname[2] == '-' || surname[2] == ' ') && surname[3]) return surname + 3;
  return surname;
}
