#include "names/office_holders.h"

#include <string.h>

#include "names/first_name.h"

enum { DAYS_OF_GRACE = 45, SURE_WEIGHT = 23 };

static bool is_active(const ro_entry *entry, ro_day day) {
  if (day == RO_NO_DAY) return entry->to == RO_NO_DAY;
  bool begun = entry->from == RO_NO_DAY || entry->from <= day + DAYS_OF_GRACE;
  bool ended = entry->to != RO_NO_DAY && entry->to + DAYS_OF_GRACE < day;
  return begun && !ended;
}

/* Higher is better: in office on the day, else the one that ended last before
 * it. */
static int64_t fitness(const ro_entry *entry, ro_day day) {
  int64_t fit = (int64_t)entry->weight * 100;
  if (is_active(entry, day)) {
    fit += 1000000;
    if (entry->from != RO_NO_DAY && entry->from <= day) fit += entry->from / 400;
    if (day != RO_NO_DAY && entry->from != RO_NO_DAY && entry->from > day) fit -= 500000;
    if (day != RO_NO_DAY && entry->to != RO_NO_DAY && entry->to < day) fit -= 400000;
    if (entry->to == RO_NO_DAY && entry->weight < 20) fit -= 1000; /* may just be unknown */
    return fit;
  }
  bool future = day != RO_NO_DAY && entry->from != RO_NO_DAY && entry->from > day;
  if (future) return fit - 100000;
  return fit + (entry->to == RO_NO_DAY ? 0 : entry->to);
}

static bool same_home(const ro_dictionary *d, const ro_entry *entry, const char *home) {
  return !home || strcmp(ro_dictionary_string(d, entry->actor), home) == 0;
}

const ro_entry *ro_office_holders_choose(const ro_name_scene *scene, const ro_name_match *match,
                                         const char *home, uint16_t flag, bool *sure) {
  const ro_dictionary *d = match->dictionary;
  ro_day day = scene->document->published;
  const ro_entry *best = NULL;
  int64_t best_fit = 0;
  bool rival = false;
  for (uint32_t i = 0; i < match->posting_count; i++) {
    const ro_posting *posting = &match->postings[i];
    const ro_entry *entry = ro_dictionary_entry(d, posting);
    if (!entry || entry->kind != RO_ENTRY_PERSON || (posting->flags & RO_POSTING_SURNAME) != flag)
      continue;
    if (!ro_name_match_fits(scene, match, posting) || !same_home(d, entry, home)) continue;
    int64_t fit = fitness(entry, day);
    bool other = best && strcmp(ro_dictionary_string(d, best->name),
                                ro_dictionary_string(d, entry->name)) != 0;
    if (other && is_active(entry, day) && is_active(best, day) &&
        entry->weight + 3 > best->weight && best->weight + 3 > entry->weight)
      rival = true;
    if (best && fit <= best_fit) continue;
    if (other && entry->weight > best->weight + 3) rival = false;
    best = entry;
    best_fit = fit;
  }
  uint32_t needed = flag ? SURE_WEIGHT : RO_WEIGHT_LIKELY;
  bool of_office = match->count == 0; /* an office whose end is known needs no fame */
  if (of_office && best) needed = best->to == RO_NO_DAY ? RO_WEIGHT_OWN : RO_WEIGHT_LIKELY;
  *sure = best && !rival && is_active(best, day) && best->weight >= needed;
  return best;
}

/* Whether the report names the state or body by itself, near its beginning where it is long. */
static bool is_named(const ro_name_scene *scene, const char *actor) {
  enum { MOST_DRAFTS = 1000 };
  for (size_t i = 0; i < scene->draft_count && i < MOST_DRAFTS; i++) {
    const ro_mention_draft *draft = &scene->drafts[i];
    if (draft->kind == RO_MENTION_NAME && !draft->person && draft->actor &&
        strcmp(draft->actor, actor) == 0)
      return true;
  }
  return false;
}

const ro_entry *ro_office_holders_of_scene(const ro_name_scene *scene, const ro_name_match *match) {
  const ro_dictionary *d = match->dictionary;
  ro_day day = scene->document->published;
  const ro_entry *best = NULL;
  for (uint32_t i = 0; i < match->posting_count; i++) {
    const ro_posting *posting = &match->postings[i];
    const ro_entry *entry = ro_dictionary_entry(d, posting);
    bool fits = entry && entry->kind == RO_ENTRY_PERSON && (posting->flags & RO_POSTING_SURNAME) &&
                entry->weight >= RO_WEIGHT_LIKELY && is_active(entry, day) &&
                ro_name_match_fits(scene, match, posting) &&
                is_named(scene, ro_dictionary_string(d, entry->actor));
    if (!fits) continue;
    bool other = best && strcmp(ro_dictionary_string(d, best->name),
                                ro_dictionary_string(d, entry->name)) != 0;
    if (other) return NULL;
    if (!best || fitness(entry, day) > fitness(best, day)) best = entry;
  }
  return best;
}

const ro_entry *ro_office_holders_by_given(const ro_name_scene *scene, const ro_name_match *match,
                                           const char *given) {
  const ro_dictionary *d = match->dictionary;
  const ro_entry *best = NULL;
  for (uint32_t i = 0; i < match->posting_count; i++) {
    const ro_posting *posting = &match->postings[i];
    const ro_entry *entry = ro_dictionary_entry(d, posting);
    if (!entry || entry->kind != RO_ENTRY_PERSON || !(posting->flags & RO_POSTING_SURNAME))
      continue;
    const char *name = ro_dictionary_string(d, entry->name);
    bool fits =
        is_active(entry, scene->document->published) &&
        (*given ? ro_first_names_agree(scene, given, name) : entry->weight >= RO_WEIGHT_OWN) &&
        is_named(scene, ro_dictionary_string(d, entry->actor));
    if (!fits) continue;
    if (best && strcmp(ro_dictionary_string(d, best->name), name) != 0) return NULL;
    if (!best || entry->weight > best->weight) best = entry;
  }
  return best;
}
