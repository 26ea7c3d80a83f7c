#include "times/time_role.h"

#include <stdlib.h>
#include <string.h>

#include "times/calendar.h"

typedef enum lead_kind {
  LEAD_NONE,
  LEAD_BY,
  LEAD_BEFORE,
  LEAD_WITHIN,
  LEAD_IN,
  LEAD_SINCE,
  LEAD_FOR,
} lead_kind;

/* A preposition or what serves as one, of up to three words. */
typedef struct lead_words {
  const char *words[3]; /* the last one stands next to the expression */
  lead_kind kind;
} lead_words;

static const lead_words leads[] = {
    {{NULL, NULL, "by"}, LEAD_BY},         {{"no", "later", "than"}, LEAD_BY},
    {{"not", "later", "than"}, LEAD_BY},   {{NULL, NULL, "until"}, LEAD_BY},
    {{NULL, NULL, "till"}, LEAD_BY},       {{NULL, NULL, "through"}, LEAD_BY},
    {{NULL, NULL, "before"}, LEAD_BEFORE}, {{NULL, "ahead", "of"}, LEAD_BEFORE},
    {{NULL, "prior", "to"}, LEAD_BEFORE},  {{NULL, NULL, "within"}, LEAD_WITHIN},
    {{NULL, NULL, "in"}, LEAD_IN},         {{NULL, NULL, "over"}, LEAD_IN},
    {{NULL, NULL, "since"}, LEAD_SINCE},   {{NULL, NULL, "from"}, LEAD_SINCE},
    {{NULL, NULL, "for"}, LEAD_FOR},
};

static bool is_word(const ro_token *token, const char *word) {
  size_t i = 0;
  for (; word[i] && token->form[i]; i++)
    if ((token->form[i] | 0x20) != word[i]) return false;
  return !word[i] && !token->form[i];
}

static bool stands_before(const ro_document *document, const ro_time *time,
                          const lead_words *lead) {
  uint32_t at = time->first_token;
  uint32_t start = document->sentences[document->tokens[at].sentence].first_token;
  for (int i = 2; i >= 0 && lead->words[i]; i--) {
    if (at == start || !is_word(&document->tokens[at - 1], lead->words[i])) return false;
    at--;
  }
  return true;
}

static lead_kind lead_of(const ro_document *document, const ro_time *time) {
  for (size_t i = 0; i < sizeof leads / sizeof *leads; i++)
    if (stands_before(document, time, &leads[i])) return leads[i].kind;
  return LEAD_NONE;
}

/* "the first meeting in two years", "the worst attack in months" */
static bool is_compared(const ro_document *document, const ro_time *time) {
  uint32_t at = time->first_token, end = time->first_token + time->token_count;
  while (at < end && document->tokens[at].head >= time->first_token &&
         document->tokens[at].head < end)
    at++;
  if (!document->first_child || at == end || document->tokens[at].head == RO_NONE) return false;
  uint32_t governor = document->tokens[at].head;
  for (uint32_t i = document->first_child[governor]; i != RO_NONE; i = document->next_sibling[i]) {
    const ro_token *child = &document->tokens[i];
    if (child->xpos && strcmp(child->xpos, "JJS") == 0) return true;
    if (child->lemma && strcmp(child->lemma, "first") == 0) return true;
  }
  return false;
}

static ro_time_role role_of_length(const ro_document *document, const ro_time *time,
                                   lead_kind lead) {
  bool tied = time->interval.first != RO_NO_DAY; /* "the next three days", "the past week" */
  if (tied && time->interval.first < document->published) return RO_TIME_ROLE_DAY;
  if (lead == LEAD_WITHIN || (tied && lead == LEAD_IN)) return RO_TIME_ROLE_DEADLINE;
  if (tied) return RO_TIME_ROLE_DAY;
  bool away = lead == LEAD_IN && !time->mod && !is_compared(document, time);
  return away ? RO_TIME_ROLE_DISTANCE : RO_TIME_ROLE_LENGTH;
}

ro_time_role ro_time_role_of(const ro_document *document, const ro_time *time) {
  lead_kind lead = lead_of(document, time);
  if (time->type == RO_TIME_SET) return RO_TIME_ROLE_REPEATED;
  if (time->type == RO_TIME_DURATION) return role_of_length(document, time, lead);
  if (time->interval.first == RO_NO_DAY) return RO_TIME_ROLE_VAGUE;
  if (lead == LEAD_BY || lead == LEAD_BEFORE) return RO_TIME_ROLE_DEADLINE;
  return lead == LEAD_SINCE ? RO_TIME_ROLE_SINCE : RO_TIME_ROLE_DAY;
}

/* The unit that a letter of a TIMEX3 length stands for. */
static ro_time_unit unit_of(const char *letters, bool clock) {
  if (clock) return *letters == 'H' ? RO_UNIT_HOUR : RO_UNIT_MINUTE;
  if (strcmp(letters, "WE") == 0) return RO_UNIT_WEEKEND;
  switch (*letters) {
  case 'D':
    return RO_UNIT_DAY;
  case 'W':
    return RO_UNIT_WEEK;
  case 'M':
    return RO_UNIT_MONTH;
  case 'Q':
    return RO_UNIT_QUARTER;
  case 'Y':
    return RO_UNIT_YEAR;
  default:
    return RO_UNIT_UNKNOWN;
  }
}

ro_day ro_time_day_apart(const ro_time *time, ro_day day, int sign) {
  const char *value = time->value;
  if (day == RO_NO_DAY || time->type != RO_TIME_DURATION || value[0] != 'P') return RO_NO_DAY;
  bool clock = value[1] == 'T';
  char *end;
  long count = strtol(value + 1 + clock, &end, 10);
  if (end == value + 1 + clock || count < 0 || count > 100000) return RO_NO_DAY;
  ro_time_unit unit = unit_of(end, clock);
  if (unit == RO_UNIT_UNKNOWN) return RO_NO_DAY;
  if (unit == RO_UNIT_MINUTE) return day;
  if (unit == RO_UNIT_HOUR) count = (count + 23) / 24;
  if (unit == RO_UNIT_HOUR) unit = RO_UNIT_DAY;
  return ro_calendar_shift(day, unit, sign < 0 ? (int32_t)-count : (int32_t)count);
}

/* Whether a length is told as a lower bound: where it ends is not known. */
static bool has_open_end(const ro_time *time) {
  return time->mod && (!strcmp(time->mod, "EQUAL_OR_MORE") || !strcmp(time->mod, "MORE_THAN"));
}

static ro_interval one_day(ro_day day) {
  return (ro_interval){day, day};
}

static ro_interval due_of_length(const ro_document *document, const ro_time *time, lead_kind lead) {
  ro_time_role role = role_of_length(document, time, lead);
  bool ends = role == RO_TIME_ROLE_DEADLINE || role == RO_TIME_ROLE_DISTANCE || lead == LEAD_FOR;
  if (!ends || has_open_end(time)) return one_day(RO_NO_DAY);
  return one_day(ro_time_day_apart(time, document->published, 1));
}

ro_interval ro_time_due(const ro_document *document, const ro_time *time) {
  lead_kind lead = lead_of(document, time);
  if (time->type == RO_TIME_DURATION && time->interval.first == RO_NO_DAY)
    return due_of_length(document, time, lead);
  if (time->interval.first == RO_NO_DAY) return time->interval;
  if (lead == LEAD_BY) return one_day(time->interval.last);
  if (lead == LEAD_BEFORE) return one_day(time->interval.first - 1);
  return time->interval;
}
