#include "statements/parenthesis.h"

#include "statements/reporting_clause.h"

bool ro_is_parenthetical_cue(const ro_feature_source *source, uint32_t token) {
  ro_reporting_clause clause;
  const ro_cue *cue = ro_cue_list_find_at(source->cues, source->document, token);
  return cue && cue->manner == RO_MANNER_SPEECH && ro_reporting_clause_at(source, token, &clause);
}

static bool meets(const ro_token_ranges *ranges, ro_token_range range) {
  for (size_t i = 0; i < ranges->count; i++)
    if (ranges->items[i].start < range.end && ranges->items[i].end > range.start) return true;
  return false;
}

/* Whether the content has most of the range. */
static bool covers(const ro_token_ranges *ranges, ro_token_range range) {
  uint32_t size = 0;
  for (size_t i = 0; i < ranges->count; i++) {
    uint32_t start = ranges->items[i].start, end = ranges->items[i].end;
    if (start < range.start) start = range.start;
    if (end > range.end) end = range.end;
    if (start < end) size += end - start;
  }
  return 2 * size >= range.end - range.start;
}

/* Whether the model has gone beyond the clause that the reporting one is set into. */
static bool begins_before(const ro_token_ranges *ranges, uint32_t start) {
  return ranges->count && ranges->items[0].start < start;
}

static void add_range(ro_arena *arena, ro_token_ranges *ranges, ro_token_range range) {
  if (range.start < range.end)
    *RO_ARENA_PUSH(arena, &ranges->items, ranges->count, ranges->capacity) = range;
}

static bool is_whole(const ro_token_ranges *content, const ro_reporting_clause *clause) {
  bool has_after = clause->after.start < clause->after.end;
  if (meets(content, clause->words) || meets(content, clause->other)) return false;
  if (!covers(content, clause->before)) return false;
  if (!has_after && content->items[content->count - 1].end < clause->before.end) return false;
  return (!has_after || meets(content, clause->after)) &&
         !begins_before(content, clause->before.start);
}

void ro_parenthesis_complete(const ro_feature_source *source, ro_attribution *attribution) {
  ro_arena *arena = source->document->arena;
  ro_reporting_clause clause;
  if (!ro_reporting_clause_at(source, attribution->cue_token, &clause)) return;
  if (!is_whole(&attribution->content, &clause)) {
    attribution->content.count = 0;
    add_range(arena, &attribution->content, clause.before);
    add_range(arena, &attribution->content, clause.after);
  }
  if (meets(&attribution->source, clause.subject) && !meets(&attribution->source, clause.before))
    return;
  attribution->source.count = 0;
  add_range(arena, &attribution->source, clause.subject);
}
