#include "records/days/deadlines.h"

#include <string.h>

#include "syntax/tree.h"
#include "times/time_role.h"

static const ro_interval no_days = {RO_NO_DAY, RO_NO_DAY};

static bool has_days(ro_interval interval) {
  return time_line_has_days(interval);
}

static ro_interval due_of_clause(const time_line *line, uint32_t clause, ro_day earliest) {
  const ro_time *time = time_line_first(line, clause, earliest);
  return time ? ro_time_due(line->scene->document, time) : no_days;
}

/* Which times tell by which day something falls due. */
typedef enum due_kind {
  DUE_BY_DEADLINE,           /* "by Friday", "within 48 hours" */
  DUE_BY_DEADLINE_OR_LENGTH, /* "for 120 days" too */
  DUE_ON_ANY_DAY,
} due_kind;

static bool tells_due(due_kind kind, ro_time_role role) {
  if (role == RO_TIME_ROLE_DEADLINE || kind == DUE_ON_ANY_DAY) return true;
  return kind == DUE_BY_DEADLINE_OR_LENGTH && role == RO_TIME_ROLE_LENGTH;
}

/* The first day below a token by which something falls due, not before `earliest` unless it is a
 * deadline. */
static ro_interval due_below(const time_line *line, uint32_t token, due_kind kind,
                             ro_day earliest) {
  const ro_document *document = line->scene->document;
  if (token == RO_NONE) return no_days;
  uint32_t sentence = document->tokens[token].sentence;
  for (uint32_t i = line->first_times[sentence]; i < line->first_times[sentence + 1]; i++) {
    const ro_time *time = &document->times[i];
    ro_interval due = ro_time_due(document, time);
    ro_time_role role = ro_time_role_of(document, time);
    if (!tells_due(kind, role) || !has_days(due) || line->clauses[i] == RO_NONE) continue;
    if (due.last < earliest && role != RO_TIME_ROLE_DEADLINE) continue;
    uint32_t head = time_line_head(document, time);
    if (head != RO_NONE && ro_tree_is_below(document, head, token)) return due;
  }
  return no_days;
}

/* "They pledge, in the coming 120 days, to …": a deadline beside the act that tells its days. */
static ro_interval deadline_of_clause(const time_line *line, uint32_t clause) {
  const ro_document *document = line->scene->document;
  uint32_t sentence = document->tokens[clause].sentence;
  for (uint32_t i = line->first_times[sentence]; i < line->first_times[sentence + 1]; i++) {
    const ro_time *time = &document->times[i];
    bool deadline = ro_time_role_of(document, time) == RO_TIME_ROLE_DEADLINE;
    if (line->clauses[i] == clause && deadline && has_days(time->interval) &&
        time->interval.last >= document->published)
      return ro_time_due(document, time);
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

ro_interval deadline_of_matter(const act_match *match, const time_line *line, uint32_t clause,
                               bool later) {
  const ro_document *document = line->scene->document;
  ro_day earliest = match->status == RO_STATUS_KEPT ? TIME_LINE_ANY_DAY : document->published;
  uint32_t matter = match->matter != RO_NONE ? match->matter : clause;
  ro_interval due = due_below(line, matter, DUE_BY_DEADLINE, earliest);
  if (!has_days(due)) due = due_below(line, matter, DUE_ON_ANY_DAY, earliest);
  if (later && !has_days(due)) due = due_of_clause(line, match->predicate, earliest);
  if (later && !has_days(due)) due = due_of_clause(line, clause, earliest);
  if (!has_days(due)) due = deadline_of_clause(line, match->predicate);
  if (!has_days(due)) due = deadline_of_sentence(line, document->tokens[clause].sentence);
  return due;
}

/* A noun among what the token tells of that can be handed over: an answer, a paper, goods. */
static uint64_t kinds_below(const ro_scene *scene, uint32_t token) {
  static const char *const kinds[] = {"paper", "goods", "prisoners"};
  uint32_t first, last;
  uint64_t found = 0; /* a bit for each kind */
  if (token == RO_NONE) return 0;
  ro_tree_extent(scene->document, token, &first, &last);
  for (uint32_t i = first; i <= last; i++) {
    bool noun = scene->document->tokens[i].upos == RO_UPOS_NOUN;
    if (!noun || !ro_tree_is_below(scene->document, i, token)) continue;
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
      if (scene_in_class(scene, i, kinds[k])) found |= UINT64_C(1) << k;
  }
  return found;
}

static bool is_expecting(const ro_scene *scene, uint32_t verb) {
  static const char *const lemmas[] = {"expect", "await", "anticipate", "due", "arrive", "come"};
  for (size_t i = 0; i < sizeof lemmas / sizeof *lemmas; i++)
    if (scene_lemma_is(scene, verb, lemmas[i])) return true;
  return false;
}

ro_interval deadline_told_elsewhere(const act_match *match, const time_line *line) {
  enum { SENTENCES_AROUND = 16 };
  const ro_scene *scene = line->scene;
  const ro_document *document = scene->document;
  uint64_t kinds = kinds_below(scene, match->matter);
  uint32_t own = document->tokens[match->predicate].sentence;
  uint32_t sentence = own > SENTENCES_AROUND ? own - SENTENCES_AROUND : 0;
  for (; kinds && sentence < document->sentence_count && sentence <= own + SENTENCES_AROUND;
       sentence++) {
    for (uint32_t i = line->first_times[sentence]; i < line->first_times[sentence + 1]; i++) {
      uint32_t clause = line->clauses[i];
      if (sentence == own || clause == RO_NONE || !is_expecting(scene, clause)) continue;
      ro_interval due = ro_time_due(document, &document->times[i]);
      if (has_days(due) && due.last >= document->published && kinds & kinds_below(scene, clause))
        return due;
    }
  }
  return no_days;
}

ro_interval deadline_of_accord(const time_line *line, uint32_t clause) {
  return due_below(line, clause, DUE_BY_DEADLINE_OR_LENGTH, line->scene->document->published);
}

/* "put off until Friday" */
static bool is_new_day(const ro_document *document, const ro_time *time) {
  if (time->first_token == 0) return false;
  const char *before = document->tokens[time->first_token - 1].form;
  return strcmp(before, "until") == 0 || strcmp(before, "till") == 0;
}

ro_interval deadline_from_now(const time_line *line, uint32_t clause) {
  const ro_document *document = line->scene->document;
  uint32_t sentence = document->tokens[clause].sentence;
  for (uint32_t i = line->first_times[sentence]; i < line->first_times[sentence + 1]; i++) {
    const ro_time *time = &document->times[i];
    if (line->clauses[i] != clause || ro_time_role_of(document, time) != RO_TIME_ROLE_DEADLINE ||
        is_new_day(document, time))
      continue;
    ro_interval due = ro_time_due(document, time);
    if (has_days(due) && due.last >= document->published)
      return (ro_interval){document->published, due.last};
  }
  return no_days;
}

ro_interval deadline_counted_from(const time_line *line, uint32_t clause, ro_interval due,
                                  ro_day day) {
  const ro_document *document = line->scene->document;
  uint32_t sentence = document->tokens[clause].sentence;
  for (uint32_t i = line->first_times[sentence]; i < line->first_times[sentence + 1]; i++) {
    const ro_time *time = &document->times[i];
    if (time->type != RO_TIME_DURATION || has_days(time->interval)) continue;
    ro_interval counted = ro_time_due(document, time);
    if (counted.last != due.last || counted.first != due.first) continue;
    ro_day last = ro_time_day_apart(time, day, 1);
    if (last != RO_NO_DAY) return (ro_interval){last, last};
  }
  return due;
}
