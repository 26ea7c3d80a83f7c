/* Names that the dictionary spells in another way: "Kovachevski" is its Kovacevski. */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "names/chain_state.h"
#include "names/first_name.h"
#include "names/office_holders.h"
#include "names/surname.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

enum { SHORTEST = 5, LONGEST = 24, MOST_CHANGES = 2 };

/* Two ways to write one sound of another script or language. */
static const char *const sounds[][2] = {
    {"kh", "h"},  {"ch", "c"},  {"sh", "s"}, {"zh", "z"}, {"iy", "y"},  {"yy", "y"}, {"yj", "y"},
    {"ii", "i"},  {"ou", "u"},  {"oo", "u"}, {"w", "v"},  {"oa", "ua"}, {"ph", "f"}, {"ss", "s"},
    {"ll", "l"},  {"mm", "m"},  {"nn", "n"}, {"tt", "t"}, {"q", "k"},   {"gh", "g"}, {"ei", "ey"},
    {"ai", "ay"}, {"ya", "ia"}, {"dj", "j"}, {"y", "i"},  {"s", "z"},   {"e", "i"},  {"o", "u"},
    {"j", "y"},   {"ts", "c"},  {"dh", "d"}, {"th", "t"}};

typedef struct search {
  const chains *c;
  const ro_mention_draft *draft;
  ro_name_match match;
  const ro_entry *found;
} search;

/* Looks the spelling up as a surname. */
static bool look_up(search *s, const char *spelling) {
  ro_name_match match;
  if (!ro_name_scene_find(s->c->scene, spelling, &match)) return false;
  s->found = ro_office_holders_by_given(s->c->scene, &match, s->draft->given);
  s->match = match;
  return s->found != NULL;
}

static bool try_spellings(search *s, const char *spelling, size_t from, int changes);

/* With `old` at the place written as `new`. */
static bool try_change(search *s, const char *spelling, size_t at, const char *old, const char *new,
                       int changes) {
  size_t before = strlen(old), after = strlen(new);
  char other[LONGEST + 8];
  if (strncmp(spelling + at, old, before) != 0) return false;
  int length =
      snprintf(other, sizeof other, "%.*s%s%s", (int)at, spelling, new, spelling + at + before);
  if (length < 0 || (size_t)length >= sizeof other) return false;
  return look_up(s, other) || (changes > 1 && try_spellings(s, other, at + after, changes - 1));
}

static bool try_spellings(search *s, const char *spelling, size_t from, int changes) {
  for (size_t at = from; spelling[at]; at++)
    for (size_t i = 0; i < COUNT(sounds); i++)
      if (try_change(s, spelling, at, sounds[i][0], sounds[i][1], changes) ||
          try_change(s, spelling, at, sounds[i][1], sounds[i][0], changes))
        return true;
  return false;
}

void chain_find_other_spelling(const chains *c, ro_mention_draft *draft) {
  const char *folded = chain_fold(c->arena, ro_surname_without_article(draft->surname));
  size_t length = strlen(folded);
  if (draft->entry || length < SHORTEST || length > LONGEST) return;
  for (const char *at = folded; *at; at++)
    if (!islower((unsigned char)*at)) return;
  search s = {.c = c, .draft = draft};
  if (!try_spellings(&s, folded, 0, MOST_CHANGES)) return;
  draft->entry = s.found;
  draft->dictionary = s.match.dictionary;
}
