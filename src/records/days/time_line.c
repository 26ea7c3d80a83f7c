#include "records/days/time_line.h"

#include <string.h>

#include "records/clause/circumstances.h"
#include "syntax/tree.h"
#include "times/time_role.h"

enum {
  LONGEST_SETTING = 3,
  DAYS_OF_MONTH = 31,
  HIGHEST_CLIMB = 64,
  LONGEST_DATE_LINE = 14,
  LEAD = 2
};

uint32_t time_line_head(const ro_document *document, const ro_time *time) {
  uint32_t end = time->first_token + time->token_count;
  for (uint32_t i = time->first_token; i < end && i < document->token_count; i++) {
    uint32_t head = document->tokens[i].head;
    if (head == RO_NONE || head < time->first_token || head >= end) return i;
  }
  return RO_NONE;
}

bool time_line_is_past_perfect(const ro_document *document, uint32_t verb) {
  if (verb == RO_NONE) return false;
  for (uint32_t i = document->first_child[verb]; i != RO_NONE; i = document->next_sibling[i]) {
    const ro_token *child = &document->tokens[i];
    if (child->deprel != RO_DEPREL_AUX || !child->lemma || strcmp(child->lemma, "have") != 0)
      continue;
    return child->xpos && strcmp(child->xpos, "VBD") == 0;
  }
  return false;
}

static bool is_clause(const ro_scene *scene, uint32_t token) {
  const ro_document *document = scene->document;
  if (document->tokens[token].upos == RO_UPOS_VERB) return true;
  if (ro_tree_child(document, token, RO_DEPREL_NSUBJ) != RO_NONE) return true;
  if (ro_tree_child(document, token, RO_DEPREL_NSUBJ_PASS) != RO_NONE) return true;
  return act_lexicon_entries(scene->lexicon, scene->lemmas[token]) != NULL;
}

static bool is_dash(const char *form) {
  return !strcmp(form, "-") || !strcmp(form, "--") || !strcmp(form, "\xe2\x80\x93") ||
         !strcmp(form, "\xe2\x80\x94");
}

static bool is_small_verb(const ro_token *token) {
  return token->upos == RO_UPOS_VERB && token->form[0] >= 'a' && token->form[0] <= 'z';
}

/* "GENEVA, May 20 (Wire) - …" tells the day of no act. */
static bool is_of_date_line(const ro_document *document, const ro_time *time) {
  const ro_sentence *first = &document->sentences[0];
  if (time->span.start >= first->span.end) return false;
  uint32_t end = first->first_token + first->token_count;
  if (end > first->first_token + LONGEST_DATE_LINE) end = first->first_token + LONGEST_DATE_LINE;
  uint32_t dash = first->first_token;
  while (dash < end && !is_small_verb(&document->tokens[dash]) &&
         !is_dash(document->tokens[dash].form))
    dash++;
  return dash < end && is_dash(document->tokens[dash].form) && time->first_token < dash;
}

static uint32_t clause_of_time(const ro_scene *scene, const ro_time *time) {
  const ro_document *document = scene->document;
  if (is_of_date_line(document, time)) return RO_NONE;
  uint32_t at = time_line_head(document, time);
  if (at != RO_NONE) at = document->tokens[at].head;
  for (int height = 0; at != RO_NONE && height < HIGHEST_CLIMB && !is_clause(scene, at); height++)
    at = document->tokens[at].head;
  return at;
}

static bool is_recent_day(const ro_document *document, ro_interval days) {
  if (!time_line_has_days(days) || days.last - days.first >= LONGEST_SETTING) return false;
  ro_day published = document->published;
  return published == RO_NO_DAY ||
         (days.first <= published && days.last >= published - DAYS_OF_MONTH);
}

/* A past form with a subject of its own that was taken for a participle. */
static bool is_past_form(const ro_document *document, uint32_t verb,
                         const ro_circumstances *circumstances) {
  const ro_token *token = &document->tokens[verb];
  return circumstances->tense == TENSE_NONE && token->xpos && strcmp(token->xpos, "VBN") == 0 &&
         token->head == RO_NONE && ro_tree_child(document, verb, RO_DEPREL_NSUBJ) != RO_NONE;
}

/* Whether `clause` is told in words that are not quoted, by a saying that names no day of its own:
 * "they agreed on Thursday, an aide said". */
static bool is_told(const time_line *line, uint32_t clause) {
  const ro_scene *scene = line->scene;
  const ro_document *document = scene->document;
  const ro_statement *said = &scene->statements[scene->outer[clause]];
  if (said->directness != RO_INDIRECT || said->cue_token >= document->token_count) return false;
  if (document->tokens[said->cue_token].deprel == RO_DEPREL_ACL_RELCL) return false;
  uint32_t sentence = document->tokens[clause].sentence;
  for (uint32_t i = line->first_times[sentence]; i < line->first_times[sentence + 1]; i++)
    if (line->clauses[i] == said->cue_token && is_recent_day(document, document->times[i].interval))
      return false;
  return true;
}

uint32_t time_line_verb_around(const ro_document *document, uint32_t clause) {
  if (clause == RO_NONE || document->tokens[clause].deprel != RO_DEPREL_OBL) return RO_NONE;
  uint32_t verb = document->tokens[clause].head;
  return verb != RO_NONE && document->tokens[verb].upos == RO_UPOS_VERB ? verb : RO_NONE;
}

/* Whether the time tells the day of a past deed. */
static bool sets_scene(const time_line *line, uint32_t index) {
  const ro_scene *scene = line->scene;
  const ro_document *document = scene->document;
  uint32_t clause = line->clauses[index];
  uint32_t verb = time_line_verb_around(document, clause);
  if (verb != RO_NONE) clause = verb;
  if (clause == RO_NONE || !is_recent_day(document, document->times[index].interval)) return false;
  if (scene->outer[clause] != RO_NONE && !is_told(line, clause)) return false;
  if (document->tokens[clause].deprel == RO_DEPREL_ACL_RELCL) return false;
  ro_circumstances circumstances;
  circumstances_of_verb(&circumstances, scene, clause);
  bool past = circumstances.tense == TENSE_PAST || is_past_form(document, clause, &circumstances);
  return past && circumstances.reality == REALITY_FACT;
}

static void find_clauses(time_line *line) {
  const ro_document *document = line->scene->document;
  uint32_t next = 0;
  for (uint32_t i = 0; i < document->sentence_count; i++) {
    const ro_sentence *sentence = &document->sentences[i];
    line->first_times[i] = next;
    for (; next < document->time_count && document->times[next].span.start < sentence->span.end;
         next++)
      line->clauses[next] = clause_of_time(line->scene, &document->times[next]);
  }
  line->first_times[document->sentence_count] = next;
}

/* "Thursday's meeting brought nothing", "the truce signed on Saturday is to last a week": where the
 * lead tells no deed with its day, a day that is over in it is the scene's. */
static ro_interval day_of_lead(const time_line *line, uint32_t end) {
  const ro_document *document = line->scene->document;
  for (uint32_t i = 0; i < line->first_times[end]; i++) {
    const ro_time *time = &document->times[i];
    if (line->clauses[i] == RO_NONE || !time_line_is_day(time) ||
        !is_recent_day(document, time->interval))
      continue;
    if (time->interval.last > document->published ||
        ro_time_role_of(document, time) != RO_TIME_ROLE_DAY)
      continue;
    return time->interval;
  }
  return (ro_interval){RO_NO_DAY, RO_NO_DAY};
}

void time_line_build(time_line *line, const ro_scene *scene) {
  const ro_document *document = scene->document;
  ro_arena *arena = document->arena;
  uint32_t sentences = document->sentence_count;
  line->scene = scene;
  line->clauses = ro_arena_alloc_array(arena, document->time_count, sizeof *line->clauses);
  line->settings = ro_arena_alloc_array(arena, sentences, sizeof *line->settings);
  line->first_times = ro_arena_alloc_array(arena, sentences + 1, sizeof *line->first_times);
  find_clauses(line);
  ro_interval setting = {RO_NO_DAY, RO_NO_DAY}, latest = setting;
  for (uint32_t i = 0; i < sentences; i++) {
    if (i && document->sentences[i].paragraph != document->sentences[i - 1].paragraph)
      setting = latest; /* a look back ends with its paragraph */
    for (uint32_t time = line->first_times[i]; time < line->first_times[i + 1]; time++)
      if (sets_scene(line, time)) setting = document->times[time].interval;
    if (i + 1 == LEAD && !time_line_has_days(setting)) setting = day_of_lead(line, LEAD);
    if (!time_line_has_days(latest) || setting.last > latest.last) latest = setting;
    line->settings[i] = setting;
  }
}

bool time_line_is_day(const ro_time *time) {
  return (time->type == RO_TIME_DATE || time->type == RO_TIME_TIME) &&
         time_line_has_days(time->interval);
}

static bool stands_behind_since(const ro_document *document, const ro_time *time) {
  return time->first_token > 0 &&
         strcmp(document->tokens[time->first_token - 1].form, "since") == 0;
}

/* "now a critic, denied on Thursday": a day goes before the present as such. */
const ro_time *time_line_first(const time_line *line, uint32_t clause, ro_day earliest) {
  const ro_document *document = line->scene->document;
  const ro_time *now = NULL;
  if (clause == RO_NONE) return NULL;
  uint32_t sentence = document->tokens[clause].sentence;
  for (uint32_t i = line->first_times[sentence]; i < line->first_times[sentence + 1]; i++) {
    const ro_time *time = &document->times[i];
    if (line->clauses[i] != clause || !time_line_is_day(time)) continue;
    if (stands_behind_since(document, time)) continue; /* when it began */
    if (time->interval.last < earliest) continue;
    if (strcmp(time->value, "PRESENT_REF") != 0) return time;
    if (!now) now = time;
  }
  return now;
}
