/* Where a report comes from, and of which state it speaks most. */
#include <ctype.h>
#include <string.h>

#include "names/chain_state.h"
#include "names/noun_town.h"

/* "Cairo, 6 July 2021" as a paragraph of its own. */
static bool is_line_of_place_and_day(const ro_document *d) {
  enum { LONGEST = 10 };
  bool number = false;
  for (uint32_t i = 0; i < d->token_count; i++) {
    if (d->sentences[d->tokens[i].sentence].paragraph != 0) return number;
    if (i == LONGEST || d->tokens[i].upos == RO_UPOS_VERB) return false;
    number = number || (i > 0 && d->tokens[i].upos == RO_UPOS_NUM);
  }
  return false;
}

static const char *state_of_dateline(const chains *c) {
  const ro_document *d = c->document;
  static const char *const marks[] = {"-", "–", "—", ":"};
  enum { LONGEST_DATELINE = 16 };
  for (uint32_t i = 1; i < d->token_count && i < LONGEST_DATELINE; i++)
    if (ro_token_is_one_of(&d->tokens[i], marks, sizeof marks / sizeof *marks))
      return ro_noun_state_at(c->scene, 0);
  return is_line_of_place_and_day(d) ? ro_noun_state_at(c->scene, 0) : NULL;
}

/* How often the report names the state, and those who are of it, behind the dateline. */
static uint32_t times_named(const chains *c, const char *state) {
  uint32_t times = 0;
  for (size_t i = 0; i < c->scene->draft_count && i < MOST_DRAFTS; i++) {
    const ro_mention_draft *draft = &c->scene->drafts[i];
    const char *of = draft->kind == RO_MENTION_NAME && draft->first > 0 && draft->entry
                         ? ro_dictionary_string(draft->dictionary, draft->entry->country)
                         : "";
    if (strcmp(of, state) == 0) times++;
  }
  return times;
}

const char *chain_state_named_most(const chains *c) {
  const char *most = NULL;
  uint32_t best = 1;
  bool rival = false;
  for (size_t i = 0; i < c->scene->draft_count && i < MOST_DRAFTS / 10; i++) {
    const ro_mention_draft *draft = &c->scene->drafts[i];
    const char *state = draft->kind == RO_MENTION_NAME && draft->entry
                            ? ro_dictionary_string(draft->dictionary, draft->entry->country)
                            : "";
    if (strlen(state) != 3 || (most && strcmp(most, state) == 0)) continue;
    uint32_t times = times_named(c, state);
    if (times < best) continue;
    rival = times == best;
    most = state;
    best = times;
  }
  return rival ? NULL : most;
}

/* A report from Geneva or Nairobi that never speaks of Switzerland or Kenya is about others. */
const char *chain_state_of_dateline(const chains *c) {
  const char *state = state_of_dateline(c);
  if (!state || times_named(c, state)) return state;
  return c->main ? c->main : state;
}

/* The state or capital whose name is spelt by the pieces from `first` on; NULL. */
static const char *state_spelt(const chains *c, const ro_name_pieces *pieces, size_t first) {
  enum { LONGEST = 3 };
  const ro_dictionary *d = &c->scene->dictionaries[c->scene->dictionary_count - 1];
  const char *state = NULL;
  uint64_t key = 0;
  for (size_t i = first; i < pieces->count && i < first + LONGEST; i++) {
    const ro_posting *postings;
    uint32_t count;
    key = ro_name_key_extend(key, &pieces->items[i]);
    if (!ro_dictionary_find(d, key, &postings, &count)) break;
    for (uint32_t k = 0; k < count; k++) {
      const ro_entry *entry = ro_dictionary_entry(d, &postings[k]);
      bool named = entry && (entry->kind == RO_ENTRY_SEAT || entry->kind == RO_ENTRY_STATE) &&
                   !((postings[k].flags & RO_POSTING_UPPER) && !pieces->items[i].upper);
      if (named) state = ro_dictionary_string(d, entry->country);
    }
  }
  return state && strlen(state) == 3 ? state : NULL;
}

const char *chain_state_of_publisher(const chains *c) {
  const char *name = c->document->publisher;
  ro_name_pieces pieces = {0};
  if (!name) return NULL;
  ro_name_pieces_add(&pieces, c->arena, name, 0, strlen(name));
  for (size_t i = 0; i < pieces.count; i++) {
    const char *state = state_spelt(c, &pieces, i);
    if (state) return state;
  }
  return NULL;
}

/* "THE MINISTER" with a capital, in what offices write, and "OUR PRESIDENT" are their own. */
static bool is_own_title(const chains *c, const ro_mention_draft *draft, bool *ours) {
  const ro_document *d = c->document;
  *ours = ro_token_is(&d->tokens[draft->first], "our");
  if (!draft->agent || draft->plural || draft->count != 2) return false;
  if (*ours) return true;
  return !draft->base && c->publisher && ro_token_is(&d->tokens[draft->first], "the") &&
         isupper((unsigned char)d->tokens[draft->head].form[0]);
}

uint32_t chain_own_office(const chains *c, const ro_mention_draft *draft) {
  bool ours;
  if (!is_own_title(c, draft, &ours)) return RO_NONE;
  const char *noun = ro_dictionary_string(draft->dictionary, draft->agent->name);
  for (uint32_t i = 0; i < c->at && i < MOST_DRAFTS; i++) {
    uint32_t number = chain_draft_at(c, i)->entity;
    const entity *e = number == RO_NONE ? NULL : &c->entities[number];
    if (!e || !e->person || e->plural || !e->base || !e->role || !strstr(e->role, noun)) continue;
    if (c->publisher ? strcmp(e->base, c->publisher) == 0 : ours) return number;
  }
  return RO_NONE;
}
