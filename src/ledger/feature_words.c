#include "ledger/feature_words.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "ledger/features.h"

static bool has_word(const char *text, ro_span span, const char *word) {
  size_t size = strlen(word);
  for (size_t at = span.start; at + size <= span.end; at++) {
    bool begins = at == span.start || !isalpha((unsigned char)text[at - 1]);
    bool ended = at + size == span.end || !isalpha((unsigned char)text[at + size]);
    if (begins && ended && strncmp(text + at, word, size) == 0) return true;
  }
  return false;
}

static bool has_any_word(const char *text, ro_span span, const char *const *words) {
  for (; *words; words++)
    if (has_word(text, span, *words)) return true;
  return false;
}

/* Days that are too many for a deadline: "in the coming 120 days". */
enum { PERIOD = 30 };

static bool is_period(ro_interval due) {
  return due.first != RO_NO_DAY && due.last != RO_NO_DAY && due.last - due.first >= PERIOD;
}

uint32_t ro_features_flags(const char *text, const ro_record *record) {
  static const char *const part[] = {"some", "several", "parts", "most", NULL};
  static const char *const ceases[] = {"drop",   "dropped", "drops",     "dropping",
                                       "longer", "abandon", "abandoned", NULL};
  static const char *const negative[] = {"not", "no",    "neither", "never",
                                         "nor", "won't", "without", NULL};
  static const char *const demanded[] = {
      "demand",     "demands",    "request",   "requests",   "call",        "calls",    "appeal",
      "appeals",    "proposal",   "proposals", "offer",      "suggestion",  "idea",     "ideas",
      "plan",       "list",       "ultimatum", "conditions", "terms",       "order",    "statement",
      "statements", "resolution", "draft",     "roadmap",    "suggestions", "deadline", NULL};
  static const char *const unless[] = {"unless", "until", "before", "if", NULL};
  static const char *const remote[] = {"call",       "called", "phone", "telephone",
                                       "telephoned", "phoned", "ring",  "rang",
                                       "video",      "online", NULL};
  static const char *const lasts[] = {"until",      "till",      "through",   "another", "go on",
                                      "going on",   "goes on",   "continue",  "extend",  "extended",
                                      "extension",  "prolong",   "prolonged", "renew",   "renewal",
                                      "continuing", "continues", "extending", "roll",    NULL};
  static const char *const deadline[] = {"by", "within", "before", NULL};
  uint32_t flags = 0;
  bool by_a_day = has_any_word(text, record->evidence, deadline);
  if (has_any_word(text, record->evidence, lasts) || (is_period(record->due) && !by_a_day))
    flags |= RO_FEATURE_LASTS;
  if (has_any_word(text, record->evidence, part)) flags |= RO_FEATURE_SOME;
  if (has_any_word(text, record->evidence, ceases)) flags |= RO_FEATURE_CEASES;
  if (has_any_word(text, record->evidence, unless)) flags |= RO_FEATURE_UNLESS;
  if (has_any_word(text, record->evidence, negative)) flags |= RO_FEATURE_NEGATIVE;
  if (record->act == RO_ACT_MEETING && has_any_word(text, record->evidence, remote))
    flags |= RO_FEATURE_REMOTE;
  ro_span what = {0, record->what ? (uint32_t)strlen(record->what) : 0};
  if (has_any_word(text, record->evidence, demanded) ||
      (record->what && has_any_word(record->what, what, demanded)))
    flags |= RO_FEATURE_DEMANDED;
  if (record->background) flags |= RO_FEATURE_BACKGROUND;
  if (record->hypothetical || record->questioned) flags |= RO_FEATURE_DOUBTFUL;
  if (record->says.count) flags |= RO_FEATURE_ATTRIBUTED;
  return flags;
}

ro_span ro_features_condition(const char *text, ro_span span) {
  static const char *const words[] = {"unless", "until",  "once",    "provided", "if", "after",
                                      "before", "depend", "depends", "depended", NULL};
  for (size_t at = span.start; at < span.end; at++) {
    bool begins = at == span.start || !isalpha((unsigned char)text[at - 1]);
    for (size_t i = 0; begins && words[i]; i++) {
      size_t size = strlen(words[i]);
      if (at + size >= span.end || strncasecmp(text + at, words[i], size) != 0 ||
          isalpha((unsigned char)text[at + size]))
        continue;
      ro_span part = {(uint32_t)(at + size), span.end};
      const char *comma = memchr(text + part.start, ',', part.end - part.start);
      if (at < span.start + 3 && comma) part.end = (uint32_t)(comma - text);
      return part;
    }
  }
  return span;
}
