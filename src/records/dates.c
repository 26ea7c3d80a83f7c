#include "records/dates.h"

#include "records/evidence.h"
#include "syntax/tree.h"
#include "times/time_role.h"

enum { DAYS_OF_WEEK = 7, DAYS_OF_MONTH = 31, HIGHEST_CLIMB = 64 };

static const ro_interval no_days = {RO_NO_DAY, RO_NO_DAY};

static bool has_days(ro_interval interval) {
  return interval.first != RO_NO_DAY && interval.last != RO_NO_DAY;
}

static uint32_t head_of_time(const ro_document *document, const ro_time *time) {
  uint32_t end = time->first_token + time->token_count;
  for (uint32_t i = time->first_token; i < end && i < document->token_count; i++) {
    uint32_t head = document->tokens[i].head;
    if (head == RO_NONE || head < time->first_token || head >= end) return i;
  }
  return RO_NONE;
}

static bool is_clause(const ro_scene *scene, uint32_t token) {
  const ro_document *document = scene->document;
  if (document->tokens[token].upos == RO_UPOS_VERB) return true;
  if (ro_tree_child(document, token, RO_DEPREL_NSUBJ) != RO_NONE) return true;
  return act_lexicon_entries(scene->lexicon, document->tokens[token].lemma) != NULL;
}

static uint32_t clause_of_time(const ro_scene *scene, const ro_time *time) {
  const ro_document *document = scene->document;
  uint32_t at = head_of_time(document, time);
  if (at != RO_NONE) at = document->tokens[at].head;
  for (int height = 0; at != RO_NONE && height < HIGHEST_CLIMB && !is_clause(scene, at); height++)
    at = document->tokens[at].head;
  return at;
}

/* Whether the time tells the day of a past deed in the report's own words. */
static bool sets_scene(const time_line *line, uint32_t index) {
  const ro_scene *scene = line->scene;
  const ro_document *document = scene->document;
  const ro_time *time = &document->times[index];
  uint32_t clause = line->clauses[index];
  if (clause == RO_NONE || !has_days(time->interval) || scene->outer[clause] != RO_NONE)
    return false;
  ro_day published = document->published;
  if (published != RO_NO_DAY && time->interval.first > published) return false;
  if (published != RO_NO_DAY && time->interval.last < published - 365) return false;
  if (time->interval.last - time->interval.first >= DAYS_OF_WEEK) return false;
  ro_circumstances circumstances;
  circumstances_of_verb(&circumstances, scene, clause);
  return circumstances.tense == TENSE_PAST && circumstances.reality == REALITY_FACT;
}

void time_line_build(time_line *line, const ro_scene *scene) {
  const ro_document *document = scene->document;
  line->scene = scene;
  line->clauses =
      ro_arena_alloc_array(document->arena, document->time_count, sizeof *line->clauses);
  line->settings =
      ro_arena_alloc_array(document->arena, document->sentence_count, sizeof *line->settings);
  line->first_times = ro_arena_alloc_array(document->arena, document->sentence_count + 1,
                                           sizeof *line->first_times);
  ro_interval setting = no_days;
  uint32_t next = 0;
  for (uint32_t i = 0; i < document->sentence_count; i++) {
    const ro_sentence *sentence = &document->sentences[i];
    line->first_times[i] = next;
    for (; next < document->time_count && document->times[next].span.start < sentence->span.end;
         next++) {
      line->clauses[next] = clause_of_time(scene, &document->times[next]);
      if (sets_scene(line, next)) setting = document->times[next].interval;
    }
    line->settings[i] = setting;
  }
  line->first_times[document->sentence_count] = next;
}

static bool is_of_type(const ro_time *time) {
  return (time->type == RO_TIME_DATE || time->type == RO_TIME_TIME) && has_days(time->interval);
}

/* The first time whose clause is `clause`, and that is not over at the publication where `future`
 * asks for it; NULL. */
static const ro_time *first_of_clause(const time_line *line, uint32_t clause, bool future) {
  const ro_document *document = line->scene->document;
  if (clause == RO_NONE) return NULL;
  uint32_t sentence = document->tokens[clause].sentence;
  for (uint32_t i = line->first_times[sentence]; i < line->first_times[sentence + 1]; i++) {
    const ro_time *time = &document->times[i];
    if (line->clauses[i] != clause || !is_of_type(time)) continue;
    if (future && time->interval.last < document->published) continue;
    return time;
  }
  return NULL;
}

static ro_interval time_of_clause(const time_line *line, uint32_t clause, bool future) {
  const ro_time *time = first_of_clause(line, clause, future);
  return time ? time->interval : no_days;
}

static ro_interval due_of_clause(const time_line *line, uint32_t clause) {
  const ro_time *time = first_of_clause(line, clause, true);
  return time ? ro_time_due(line->scene->document, time) : no_days;
}

/* The first time anywhere below a token that is not over at the publication. */
static ro_interval future_below(const time_line *line, uint32_t token) {
  const ro_document *document = line->scene->document;
  if (token == RO_NONE) return no_days;
  uint32_t sentence = document->tokens[token].sentence;
  for (uint32_t i = line->first_times[sentence]; i < line->first_times[sentence + 1]; i++) {
    const ro_time *time = &document->times[i];
    if (!is_of_type(time) || time->interval.last < document->published) continue;
    uint32_t head = head_of_time(document, time);
    if (head != RO_NONE && ro_tree_is_below(document, head, token)) return time->interval;
  }
  return no_days;
}

/* The first day below a token by which something falls due: the last day of what stands behind
 * "by", the end of "within 48 hours" or "for 120 days", or, with `any_day`, any day to come. */
static ro_interval due_below(const time_line *line, uint32_t token, bool any_day) {
  const ro_document *document = line->scene->document;
  if (token == RO_NONE) return no_days;
  uint32_t sentence = document->tokens[token].sentence;
  for (uint32_t i = line->first_times[sentence]; i < line->first_times[sentence + 1]; i++) {
    const ro_time *time = &document->times[i];
    ro_interval due = ro_time_due(document, time);
    ro_time_role role = ro_time_role_of(document, time);
    bool deadline = role == RO_TIME_ROLE_DEADLINE;
    if (!any_day && !deadline && role != RO_TIME_ROLE_LENGTH) continue;
    if (!has_days(due) || (due.last < document->published && !deadline)) continue;
    uint32_t head = head_of_time(document, time);
    if (head != RO_NONE && ro_tree_is_below(document, head, token)) return due;
  }
  return no_days;
}

/* The deadline that a sentence names where it names just one: "By Friday, he said, they would
 * answer". */
static ro_interval deadline_of_sentence(const time_line *line, uint32_t sentence) {
  const ro_document *document = line->scene->document;
  ro_interval found = no_days;
  for (uint32_t i = line->first_times[sentence]; i < line->first_times[sentence + 1]; i++) {
    const ro_time *time = &document->times[i];
    if (ro_time_role_of(document, time) != RO_TIME_ROLE_DEADLINE) continue;
    if (has_days(found)) return no_days;
    found = ro_time_due(document, time);
  }
  return has_days(found) && found.last >= document->published ? found : no_days;
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

/* The day on which something was said. */
static ro_interval day_of_saying(const time_line *line, uint32_t statement) {
  const ro_document *document = line->scene->document;
  uint32_t cue = line->scene->statements[statement].cue_token;
  if (cue >= document->token_count) return no_days;
  ro_interval own = time_around(line, cue);
  if (has_days(own)) return own;
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
  if (match->rule || match->act == RO_ACT_PROMISE || match->act == RO_ACT_CONDITION) return true;
  return match->entry && match->entry->marks & (ACT_MARK_SPEECH | ACT_MARK_OWN);
}

static ro_interval day_of_deed(const act_match *match, const time_line *line, uint32_t clause) {
  const ro_document *document = line->scene->document;
  uint32_t sentence = document->tokens[match->predicate].sentence;
  if (match->entry && match->entry->marks & ACT_MARK_STANDING) return no_days;
  switch (match->circumstances.tense) {
  case TENSE_PAST:
  case TENSE_NONE: {
    ro_interval around = match->statement == RO_NONE ? time_around(line, clause) : no_days;
    return has_days(around) ? around : setting_or_published(line, sentence);
  }
  case TENSE_FUTURE:
  case TENSE_PRESENT:
    return (ro_interval){document->published, document->published};
  default:
    return no_days;
  }
}

static const char *precision_of(ro_interval when) {
  if (!has_days(when)) return NULL;
  ro_day days = when.last - when.first + 1;
  if (days == 1) return "day";
  if (days <= DAYS_OF_WEEK) return "week";
  return days <= DAYS_OF_MONTH ? "month" : "year";
}

static bool is_ahead(const act_match *match) {
  return match->status == RO_STATUS_SCHEDULED || match->status == RO_STATUS_PROPOSED ||
         match->status == RO_STATUS_POSTPONED || match->status == RO_STATUS_PLANNED;
}

static bool can_fall_due(const act_match *match) {
  return match->act == RO_ACT_PROMISE || match->act == RO_ACT_DEMAND;
}

act_dates dates_find(const act_match *match, const time_line *line) {
  act_dates dates = {.when = no_days, .due = no_days};
  uint32_t clause = evidence_anchor(match, line->scene);
  ro_interval own = time_of_clause(line, match->predicate, is_ahead(match));
  if (!has_days(own)) own = time_of_clause(line, clause, is_ahead(match));
  if (is_ahead(match) && !has_days(own)) own = future_below(line, clause);
  if (can_fall_due(match)) {
    dates.due = due_below(line, match->matter != RO_NONE ? match->matter : clause, true);
    bool later = match->circumstances.reality == REALITY_FUTURE || is_said(match);
    if (later && !has_days(dates.due)) dates.due = due_of_clause(line, match->predicate);
    if (later && !has_days(dates.due)) dates.due = due_of_clause(line, clause);
    if (!has_days(dates.due))
      dates.due = deadline_of_sentence(line, line->scene->document->tokens[clause].sentence);
    if (later) own = no_days;
  }
  if (match->act == RO_ACT_ACCEPTANCE) dates.due = due_below(line, clause, false);
  if (is_ahead(match))
    dates.when = own;
  else if (is_said(match))
    dates.when = day_of_saying(line, match->statement);
  else
    dates.when = has_days(own) ? own : day_of_deed(match, line, clause);
  if (has_days(dates.due) && has_days(dates.when) && dates.due.last < dates.when.first &&
      match->status != RO_STATUS_KEPT)
    dates.due = no_days;
  dates.precision = precision_of(dates.when);
  return dates;
}
