#include "records/days/dates.h"

#include <string.h>

#include "records/days/deadlines.h"
#include "records/evidence/evidence.h"
#include "syntax/tree.h"
#include "times/time_role.h"

enum { DAYS_OF_WEEK = 7, DAYS_OF_MONTH = 31, HIGHEST_CLIMB = 64 };

static const ro_interval no_days = {RO_NO_DAY, RO_NO_DAY};

static bool has_days(ro_interval interval) {
  return time_line_has_days(interval);
}

static ro_interval time_of_clause(const time_line *line, uint32_t clause, bool future) {
  ro_day earliest = future ? line->scene->document->published : TIME_LINE_ANY_DAY;
  const ro_time *time = time_line_first(line, clause, earliest);
  return time ? time->interval : no_days;
}

/* The first time anywhere below a token that is not over at the publication. */
static ro_interval future_below(const time_line *line, uint32_t token) {
  const ro_document *document = line->scene->document;
  if (token == RO_NONE) return no_days;
  uint32_t sentence = document->tokens[token].sentence;
  for (uint32_t i = line->first_times[sentence]; i < line->first_times[sentence + 1]; i++) {
    const ro_time *time = &document->times[i];
    if (!time_line_is_day(time) || time->interval.last < document->published) continue;
    uint32_t head = time_line_head(document, time);
    if (head != RO_NONE && ro_tree_is_below(document, head, token)) return time->interval;
  }
  return no_days;
}

/* Of the verbs that the clause hangs on or shares its sentence with. */
static ro_interval time_around(const time_line *line, uint32_t clause) {
  const ro_document *document = line->scene->document;
  uint32_t at = clause;
  for (int height = 0; at != RO_NONE && height < HIGHEST_CLIMB; height++) {
    ro_interval found = time_of_clause(line, at, false);
    if (has_days(found)) return found;
    at = document->tokens[at].head;
  }
  return no_days;
}

static ro_interval setting_or_published(const time_line *line, uint32_t sentence) {
  if (has_days(line->settings[sentence])) return line->settings[sentence];
  ro_day published = line->scene->document->published;
  return (ro_interval){published, published};
}

/* The past day of an event beside the verb: "said after talks on Friday". */
static ro_interval day_of_event_beside(const time_line *line, uint32_t verb) {
  const ro_document *document = line->scene->document;
  uint32_t sentence = document->tokens[verb].sentence;
  for (uint32_t i = line->first_times[sentence]; i < line->first_times[sentence + 1]; i++) {
    const ro_time *time = &document->times[i];
    if (!time_line_is_day(time) || time->interval.last > document->published) continue;
    if (time_line_verb_around(document, line->clauses[i]) == verb) return time->interval;
  }
  return no_days;
}

/* The day on which something was said. */
static ro_interval day_of_saying(const time_line *line, uint32_t statement) {
  const ro_document *document = line->scene->document;
  uint32_t cue = line->scene->statements[statement].cue_token;
  if (cue >= document->token_count) return no_days;
  ro_interval own = time_around(line, cue);
  if (!has_days(own)) own = day_of_event_beside(line, cue);
  if (has_days(own) && own.first <= document->published) return own;
  ro_circumstances circumstances;
  circumstances_of_verb(&circumstances, line->scene, cue);
  if (circumstances.tense == TENSE_PERFECT) return no_days;
  if (circumstances.tense == TENSE_PRESENT)
    return (ro_interval){document->published, document->published};
  return setting_or_published(line, document->tokens[cue].sentence);
}

/* Whether the statement itself performs the act ("we will return", "Kyiv must …"). */
static bool is_said(const act_match *match) {
  if (match->statement == RO_NONE) return false;
  bool said = match->rule && match->act != RO_ACT_NONE;
  if (said || match->act == RO_ACT_PROMISE || match->act == RO_ACT_CONDITION) return true;
  return match->entry && match->entry->marks & (ACT_MARK_SPEECH | ACT_MARK_OWN);
}

static bool can_fall_due(const act_match *match) {
  return match->act == RO_ACT_PROMISE || match->act == RO_ACT_DEMAND;
}

/* The past day of the clause at `token`. */
static ro_interval past_day_of(const time_line *line, uint32_t token) {
  ro_interval days = time_of_clause(line, token, false);
  return has_days(days) && days.last <= line->scene->document->published ? days : no_days;
}

/* A day that is told of the verb around: of the infinitive below ("let the ship go on Friday"), of
 * the clause behind a noun ("the talks, which opened on Friday"), of what the act is the subject of
 * ("talks on Friday have brought nothing"). */
static ro_interval day_nearby(const act_match *match, const time_line *line) {
  const ro_document *document = line->scene->document;
  const ro_token *predicate = &document->tokens[match->predicate];
  static const ro_deprel below[] = {RO_DEPREL_XCOMP, RO_DEPREL_ACL_RELCL, RO_DEPREL_ACL};
  size_t first = can_fall_due(match) ? 1 : 0, end = predicate->upos == RO_UPOS_NOUN ? 3 : 1;
  for (size_t i = first; i < end; i++) { /* what is asked for happens on another day */
    ro_interval days = past_day_of(line, ro_tree_child(document, match->predicate, below[i]));
    if (has_days(days)) return days;
  }
  return predicate->deprel == RO_DEPREL_NSUBJ ? past_day_of(line, predicate->head) : no_days;
}

/* "the pledge of last March": the noun has a day of its own, whatever is said of it later. */
static ro_interval day_of_noun(const act_match *match, const time_line *line) {
  const ro_document *document = line->scene->document;
  if (document->tokens[match->predicate].upos != RO_UPOS_NOUN) return no_days;
  const ro_time *time = time_line_first(line, match->predicate, TIME_LINE_ANY_DAY);
  if (!time || match->status == RO_STATUS_KEPT || time->interval.last > document->published)
    return no_days;
  return ro_time_role_of(document, time) == RO_TIME_ROLE_DAY ? time->interval : no_days;
}

/* The single day that the sentence names next to one of its times, before it if it can. */
static ro_day day_beside(const time_line *line, uint32_t time) {
  const ro_document *document = line->scene->document;
  uint32_t sentence = document->tokens[document->times[time].first_token].sentence;
  uint32_t start = line->first_times[sentence], end = line->first_times[sentence + 1];
  for (uint32_t i = time > start ? time - 1 : time + 1; i < end && i <= time + 1;
       i = i < time ? time + 1 : i + 1) {
    const ro_time *other = &document->times[i];
    if (time_line_is_day(other) && other->interval.first == other->interval.last)
      return other->interval.first;
  }
  return RO_NO_DAY;
}

/* "Missiles hit the port on Saturday, a day after the sides had signed": Friday. */
static ro_interval day_apart(const time_line *line, uint32_t clause) {
  const ro_document *document = line->scene->document;
  uint32_t mark = ro_tree_child(document, clause, RO_DEPREL_MARK);
  if (mark == RO_NONE) return no_days;
  bool after = strcmp(document->tokens[mark].form, "after") == 0;
  if (!after && strcmp(document->tokens[mark].form, "before") != 0) return no_days;
  uint32_t sentence = document->tokens[clause].sentence;
  for (uint32_t i = line->first_times[sentence]; i < line->first_times[sentence + 1]; i++) {
    const ro_time *time = &document->times[i];
    if (time->first_token + time->token_count != mark) continue;
    ro_day day = ro_time_day_apart(time, day_beside(line, i), after ? -1 : 1);
    return (ro_interval){day, day};
  }
  return no_days;
}

/* "after they had signed" */
static bool is_after_clause(const ro_document *document, uint32_t clause) {
  uint32_t mark = ro_tree_child(document, clause, RO_DEPREL_MARK);
  return mark != RO_NONE && strcmp(document->tokens[mark].form, "after") == 0;
}

static bool is_ahead(const act_match *match) {
  return match->status == RO_STATUS_SCHEDULED || match->status == RO_STATUS_PROPOSED ||
         match->status == RO_STATUS_POSTPONED || match->status == RO_STATUS_PLANNED;
}

/* "ruled out a smaller quota THIS YEAR", "promised a list BY MARCH": what is done by words is done
 * on a day; one to come, and a year or a season that is not over yet, is that of the matter. */
static bool is_of_matter(const act_match *match, ro_interval days, ro_day published) {
  bool by_words = match->act != RO_ACT_MEETING && match->act != RO_ACT_DELIVERY &&
                  match->act != RO_ACT_PRESSURE && match->act != RO_ACT_NONE;
  if (!by_words || is_ahead(match) || !has_days(days) || days.last < published) return false;
  return days.last - days.first >= DAYS_OF_MONTH || days.first > published;
}

/* "X has rejected the terms", as the lead: the sentences behind it tell the day. */
static ro_interval day_told_later(const time_line *line, uint32_t sentence) {
  enum { LEAD = 2, FARTHEST = 4 };
  const ro_document *document = line->scene->document;
  for (uint32_t i = sentence; sentence < LEAD && i < document->sentence_count && i < FARTHEST; i++)
    if (has_days(line->settings[i])) return line->settings[i];
  return no_days;
}

/* "said on Monday that it had accepted": the day of the saying, else the scene's. */
static ro_interval day_before_saying(const act_match *match, const time_line *line,
                                     uint32_t sentence) {
  const ro_document *document = line->scene->document;
  uint32_t cue = document->token_count;
  if (match->statement != RO_NONE) cue = line->scene->statements[match->statement].cue_token;
  ro_interval said = cue < document->token_count ? time_of_clause(line, cue, false) : no_days;
  bool over = has_days(said) && said.last <= document->published;
  return over ? said : line->settings[sentence];
}

static ro_interval day_of_deed(const act_match *match, const time_line *line, uint32_t clause) {
  const ro_document *document = line->scene->document;
  uint32_t sentence = document->tokens[match->predicate].sentence;
  if (match->standing || (match->entry && match->entry->marks & ACT_MARK_STANDING)) return no_days;
  ro_interval apart = day_apart(line, clause);
  if (has_days(apart)) return apart;
  ro_interval nearby = day_nearby(match, line);
  if (has_days(nearby)) return nearby;
  switch (match->circumstances.tense) {
  case TENSE_PAST:
  case TENSE_NONE: {
    ro_interval around = match->statement == RO_NONE ? time_around(line, clause) : no_days;
    bool of_act = has_days(around) && !is_of_matter(match, around, document->published);
    return of_act ? around : setting_or_published(line, sentence);
  }
  case TENSE_FUTURE:
  case TENSE_PRESENT: /* what is meant to last is taken up when it is said */
    if (match->statement != RO_NONE) return day_of_saying(line, match->statement);
    return (ro_interval){document->published, document->published};
  case TENSE_PERFECT: /* "had told" belongs to the scene before; "has told" opens one, or has no day
                       */
    if (is_after_clause(document, clause)) return no_days;
    if (!time_line_is_past_perfect(document, clause)) return day_told_later(line, sentence);
    return day_before_saying(match, line, sentence);
  }
  return no_days;
}

static const char *precision_of(ro_interval when) {
  if (!has_days(when)) return NULL;
  ro_day days = when.last - when.first + 1;
  if (days == 1) return "day";
  if (days <= DAYS_OF_WEEK) return "week";
  return days <= DAYS_OF_MONTH ? "month" : "year";
}

/* "The talks move to Vienna on Friday, where the council will meet" */
static ro_interval day_of_place(const time_line *line, uint32_t clause) {
  const ro_document *document = line->scene->document;
  uint32_t adverb = ro_tree_child(document, clause, RO_DEPREL_ADVMOD);
  if (adverb == RO_NONE || strcmp(document->tokens[adverb].form, "where") != 0) return no_days;
  uint32_t at = document->tokens[clause].head;
  for (int height = 0; at != RO_NONE && height < HIGHEST_CLIMB; height++) {
    ro_interval days = time_of_clause(line, at, true);
    if (has_days(days)) return days;
    at = document->tokens[at].head;
  }
  return no_days;
}

static ro_interval own_day(const act_match *match, const time_line *line, uint32_t clause) {
  if (is_ahead(match)) {
    ro_interval until = deadline_from_now(line, match->predicate);
    if (!has_days(until)) until = deadline_from_now(line, clause);
    if (has_days(until)) return until;
  }
  ro_interval own = time_of_clause(line, match->predicate, is_ahead(match));
  if (!has_days(own)) own = time_of_clause(line, clause, is_ahead(match));
  if (is_ahead(match) && !has_days(own)) own = future_below(line, clause);
  if (is_ahead(match) && !has_days(own)) own = day_of_place(line, clause);
  return is_of_matter(match, own, line->scene->document->published) ? no_days : own;
}

act_dates dates_find(const act_match *match, const time_line *line) {
  act_dates dates = {.when = no_days, .due = no_days};
  uint32_t clause = evidence_anchor(match, line->scene);
  ro_interval own = own_day(match, line, clause);
  if (can_fall_due(match)) {
    bool later = match->circumstances.reality == REALITY_FUTURE || is_said(match);
    dates.due = deadline_of_matter(match, line, clause, later);
    bool promised = match->act == RO_ACT_PROMISE && match->status == RO_STATUS_PENDING;
    if (promised && !has_days(dates.due)) dates.due = deadline_told_elsewhere(match, line);
    if (later) own = no_days;
  }
  if (match->act == RO_ACT_ACCEPTANCE) dates.due = deadline_of_accord(line, clause);
  ro_interval of_noun = day_of_noun(match, line);
  if (is_ahead(match))
    dates.when = own;
  else if (has_days(of_noun))
    dates.when = of_noun;
  else if (is_said(match))
    dates.when = day_of_saying(line, match->statement);
  else
    dates.when = has_days(own) ? own : day_of_deed(match, line, clause);
  if (has_days(dates.due) && has_days(dates.when) && !is_ahead(match))
    dates.due = deadline_counted_from(line, clause, dates.due, dates.when.last);
  if (has_days(dates.due) && has_days(dates.when) && dates.due.last < dates.when.first &&
      match->status != RO_STATUS_KEPT)
    dates.due = no_days;
  dates.precision = precision_of(dates.when);
  return dates;
}
