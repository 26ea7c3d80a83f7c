#include "report/facts/byline.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/unicode.h"
#include "report/builder/inline_text.h"
#include "report/builder/tables.h"
#include "report/facts/credits.h"

enum { LONGEST_BYLINE = 160, LONGEST_NAME = 60, MOST_WORDS = 6 };

static bool starts_with(ro_slice text, const char *prefix) {
  size_t length = strlen(prefix);
  return text.size > length && strncasecmp(text.bytes, prefix, length) == 0;
}

/* Where the next name ends: at a comma, semicolon, "and", "&", "|" or bracket. */
static size_t name_end(ro_slice text, size_t *next) {
  for (size_t at = 0; at < text.size; at++) {
    char c = text.bytes[at];
    if (strchr(",;&|(\n", c) && c) {
      *next = at + 1;
      return at;
    }
    if (c == ' ' && at + 5 <= text.size && strncasecmp(text.bytes + at, " and ", 5) == 0) {
      *next = at + 5;
      return at;
    }
    if (c == ' ' && at + 4 <= text.size &&
        (strncasecmp(text.bytes + at, " in ", 4) == 0 ||
         strncasecmp(text.bytes + at, " for ", 5) == 0)) {
      *next = text.size;
      return at;
    }
  }
  *next = text.size;
  return text.size;
}

/* Words of offices and desks: no part of a name. */
static bool is_office(const char *word, size_t length) {
  static const char *const offices[] = {
      "editor",         "correspondent", "reporter",     "writer",      "staff",
      "desk",           "bureau",        "chief",        "contributor", "news",
      "team",           "agency",        "agencies",     "updated",     "published",
      "senior",         "deputy",        "political",    "producer",    "columnist",
      "analyst",        "journalist",    "photographer", "associated",  "press",
      "freelance",      "special",       "online",       "digital",     "admin",
      "administrator",  "webdesk",       "newsroom",     "editorial",   "guest",
      "opinion",        "report",        "service",      "services",    "wire",
      "wires",          "twitter",       "email",        "follow",      "daily",
      "magazine",       "reporters",     "editors",      "writers",     "contributors",
      "correspondents", "director",      "manager",      "professor",   "author",
      "board"};
  for (size_t i = 0; i < sizeof offices / sizeof *offices; i++)
    if (strlen(offices[i]) == length && strncasecmp(offices[i], word, length) == 0) return true;
  return false;
}

/* A name: one to six words, capital first letters but for "de", "al", "van"; no digits. */
bool ro_is_byline_name(ro_slice name) {
  if (name.size < 2 || name.size > LONGEST_NAME) return false;
  if (name.size == 2 && strncasecmp(name.bytes, "by", 2) == 0) return false;
  size_t words = 0, capitals = 0;
  for (size_t at = 0; at < name.size;) {
    while (at < name.size && name.bytes[at] == ' ')
      at++;
    size_t start = at;
    size_t first = at;
    uint32_t c = at < name.size ? ro_utf8_next(name.bytes, name.size, &first) : 0;
    while (at < name.size && name.bytes[at] != ' ')
      at++;
    if (at == start) break;
    if (is_office(name.bytes + start, at - start)) return false;
    words++;
    capitals += ro_unicode_is_upper(c) || (!ro_unicode_is_letter(c) ? 0 : c > 0x2000);
    for (size_t i = start; i < at; i++)
      if (isdigit((unsigned char)name.bytes[i]) || strchr("@:#!?", name.bytes[i])) return false;
  }
  return words >= 1 && words <= MOST_WORDS && capitals >= 1 && capitals * 2 >= words;
}

static ro_slice without_prefix(ro_slice text) {
  static const char *const prefixes[] = {"by:",          "by ",     "written by ", "posted by ",
                                         "reported by ", "author:", "authors:",    "story by ",
                                         "words by ",    "from "};
  for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
    if (!starts_with(text, prefixes[i])) continue;
    size_t length = strlen(prefixes[i]);
    return ro_trimmed((ro_slice){text.bytes + length, text.size - length});
  }
  return text;
}

/* An agency that signs as the author is a credit too. */
static void add_name(ro_report_builder *report, ro_slice name) {
  ro_add_credits(report, name.bytes, name.size);
  ro_list_add(&report->byline, report->arena, name.bytes, name.size);
}

size_t ro_add_byline_names(ro_report_builder *report, ro_slice names) {
  names = without_prefix(ro_trimmed(names));
  size_t before = report->byline.count;
  while (names.size) {
    size_t next;
    ro_slice name = without_prefix(ro_trimmed((ro_slice){names.bytes, name_end(names, &next)}));
    if (ro_is_byline_name(name)) add_name(report, name);
    names.bytes += next;
    names.size -= next;
  }
  return report->byline.count - before;
}

bool ro_take_byline(ro_report_builder *report, ro_slice line) {
  if (line.size > LONGEST_BYLINE) return false;
  ro_slice names = without_prefix(line);
  if (names.bytes == line.bytes || starts_with(line, "from ")) return false;
  return ro_add_byline_names(report, names) > 0;
}
