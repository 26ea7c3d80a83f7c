#include "names/named_actors.h"
#include "names/office_holders.h"

#include <string.h>

#include "names/acronyms.h"
#include "names/actor_code.h"
#include "names/body_names.h"
#include "names/nation_people.h"
#include "names/noun_owner.h"
#include "names/noun_town.h"
#include "names/party_homes.h"
#include "names/person_names.h"
#include "names/place_use.h"
#include "names/short_names.h"
#include "names/surname.h"
#include "syntax/tree.h"

static int rank(const ro_entry *entry, const ro_posting *posting) {
  switch (entry->kind) {
  case RO_ENTRY_STATE:
    return posting->flags & RO_POSTING_ADJECTIVE ? 5 : 6;
  case RO_ENTRY_ACTOR:
    return 4;
  case RO_ENTRY_SEAT:
    return 3;
  case RO_ENTRY_PERSON:
    return posting->flags & RO_POSTING_SURNAME ? 0 : 7;
  default:
    return 0;
  }
}

/* An actor's entry is taken from the user's dictionary first. */
static const ro_posting *best_posting(const ro_name_scene *scene, const ro_name_match *match) {
  const ro_posting *best = NULL;
  int best_rank = 0;
  for (uint32_t i = 0; i < match->posting_count; i++) {
    const ro_entry *entry = ro_dictionary_entry(match->dictionary, &match->postings[i]);
    if (!entry || !ro_name_match_fits(scene, match, &match->postings[i])) continue;
    if (entry->kind == RO_ENTRY_ACTOR && !ro_entry_holds_today(scene, entry)) continue;
    if (rank(entry, &match->postings[i]) <= best_rank) continue;
    if (entry->kind == RO_ENTRY_ACTOR && !ro_party_may_be_meant(scene, match, entry)) continue;
    best = &match->postings[i];
    best_rank = rank(entry, best);
  }
  return best;
}

/* A single word that is part of a longer name: "Jordan" in "Jordan Smith",
 * "Georgia Tech". */
static bool is_part_of_person(const ro_name_scene *scene, uint32_t first, uint32_t count) {
  const ro_document *d = scene->document;
  const ro_dictionary *unused;
  uint32_t start, end;
  if (!ro_person_name_span(d, first, &start, &end)) return false;
  bool title_follows = first + count < end && ro_name_scene_agent(scene, first + count, 1, &unused);
  return end - start > count && d->tokens[first].upos == RO_UPOS_PROPN && !title_follows;
}

/* "GBR+FRA+DEU" is a name for several together. */
static void split_members(const ro_name_scene *scene, ro_mention_draft *draft) {
  size_t count = 1;
  for (const char *at = draft->actor; (at = strchr(at, '+')); at++)
    count++;
  const char **members = ro_arena_alloc_array(scene->arena, count, sizeof *members);
  const char *at = draft->actor;
  for (size_t i = 0; i < count; i++) {
    size_t length = strcspn(at, "+");
    members[i] = ro_arena_copy(scene->arena, at, length);
    at += length + (at[length] == '+');
  }
  draft->members = members;
  draft->member_count = (uint32_t)count;
}

static void fill_actor(const ro_name_scene *scene, ro_mention_draft *draft,
                       const ro_name_match *match, const ro_posting *posting) {
  const ro_dictionary *d = match->dictionary;
  draft->kind = RO_MENTION_NAME;
  draft->dictionary = d;
  draft->entry = ro_dictionary_entry(d, posting);
  draft->type = (ro_actor_type)draft->entry->type;
  draft->adjective = (posting->flags & RO_POSTING_ADJECTIVE) != 0;
  draft->actor = ro_dictionary_string(d, draft->entry->actor);
  const char *code = ro_dictionary_string(d, draft->entry->code);
  draft->code = *code ? code : NULL;
  draft->base = draft->actor;
  if (strchr(draft->actor, '+') && draft->type == RO_ACTOR_GROUP) split_members(scene, draft);
}

/* "Mostafa MOHAMED IBRAHIM" is hardly the minister Mohamed Ibrahim. */
static bool ends_longer_name(const ro_name_scene *scene, uint32_t first) {
  const ro_document *d = scene->document;
  const ro_dictionary *unused;
  uint32_t start, end;
  return ro_person_name_span(d, first, &start, &end) && start < first &&
         d->tokens[first - 1].upos == RO_UPOS_PROPN && scene->seed_of[first - 1] == RO_NONE &&
         !ro_name_scene_agent(scene, first - 1, 1, &unused);
}

/* "Hemedti": who is known by a name of one word has the surname of his full name; of several words
 * ("Moussa Faki Mahamat") it is the one that he is called by. */
static void take_known_surname(const ro_name_scene *scene, ro_mention_draft *draft) {
  const char *name = ro_dictionary_string(draft->dictionary, draft->entry->name);
  const char *home = ro_dictionary_string(draft->dictionary, draft->entry->country);
  const char *known = ro_surname_of(scene->arena, name, home);
  if (draft->count > 1) {
    const char *written = ro_arena_print(scene->arena, "%s%s", draft->given, draft->surname);
    if (!strstr(written, known)) return;
    draft->surname = known;
    draft->given = ro_given_names_of(scene->arena, written, known);
    return;
  }
  if (strstr(name, draft->surname)) return;
  draft->surname = known;
  draft->given = ro_given_names_of(scene->arena, name, draft->surname);
}

static bool add_full_person(ro_name_scene *scene, const ro_name_match *match, uint32_t first,
                            uint32_t count) {
  if (count == 1 && is_part_of_person(scene, first, count)) return false;
  bool sure;
  const ro_entry *entry = ro_office_holders_choose(scene, match, NULL, 0, &sure);
  if (!entry || (entry->weight < RO_WEIGHT_OWN && ends_longer_name(scene, first))) return false;
  ro_mention_draft *draft = ro_name_scene_add(scene, first, count);
  if (!draft) return false;
  draft->dictionary = match->dictionary;
  draft->entry = entry;
  ro_person_name_fill(scene, draft, ro_dictionary_string(match->dictionary, entry->country));
  take_known_surname(scene, draft);
  return true;
}

/* No state or group is named in "the West Bank", nobody is "bank" there. */
static bool is_long_place(ro_name_scene *scene, const ro_name_match *match, uint32_t first,
                          uint32_t count) {
  bool place = false;
  for (uint32_t i = 0; count > 1 && i < match->posting_count; i++) {
    const ro_entry *entry = ro_dictionary_entry(match->dictionary, &match->postings[i]);
    bool region = entry && entry->kind == RO_ENTRY_REGION;
    bool tagged = entry && entry->kind == RO_ENTRY_PLACE &&
                  scene->document->tokens[first].name_tag == RO_NAME_TAG_PLACE;
    if ((region || tagged) && ro_name_match_fits(scene, match, &match->postings[i])) place = true;
  }
  for (uint32_t i = first; place && i < first + count; i++)
    scene->in_name[i] = true;
  return place;
}

/* The state whose name or adjective stands just before the name, or behind it after "of"; NULL. */
static const char *state_beside(const ro_name_scene *scene, const ro_mention_draft *draft) {
  const ro_document *d = scene->document;
  uint32_t before = draft->first, end = draft->first + draft->count;
  if (before > 0 && d->tokens[before - 1].deprel == RO_DEPREL_CASE) before--; /* "Iceland's" */
  uint32_t seed = before > 0 ? scene->seed_of[before - 1] : RO_NONE;
  const ro_mention_draft *owner = seed == RO_NONE ? NULL : &scene->drafts[seed];
  bool inside = owner && d->tokens[owner->head].sentence == d->tokens[draft->first].sentence;
  bool group = owner && !owner->adjective && before < draft->first; /* "the TALIBAN's" */
  bool holds_land = owner && (owner->type == RO_ACTOR_STATE || (group && owner->actor));
  if (inside && holds_land && owner->actor) return owner->actor;
  bool followed = end + 1 < d->token_count && ro_token_is(&d->tokens[end], "of");
  return followed ? ro_noun_state_at(scene, end + 1) : NULL;
}

/* "ICELAND's Ministry of Defence", "the Security Council OF ICELAND": many states have an organ of
 * that name. */
static void give_to_state_beside(const ro_name_scene *scene, ro_mention_draft *draft) {
  const ro_token *last = &scene->document->tokens[draft->first + draft->count - 1];
  bool organ = draft->type == RO_ACTOR_MINISTRY || draft->type == RO_ACTOR_GOVERNMENT;
  bool council = draft->type == RO_ACTOR_INTERNATIONAL && draft->count == 2 &&
                 ro_token_is(last, "council") &&
                 !ro_token_is(&scene->document->tokens[draft->first], "un");
  const char *state = organ || council ? state_beside(scene, draft) : NULL;
  if (!state || strcmp(state, draft->actor) == 0) return;
  const char *sector = organ && draft->code && strlen(draft->code) == 6 ? draft->code + 3 : "GOV";
  draft->type = RO_ACTOR_MINISTRY;
  draft->base = draft->actor = state;
  draft->code = strlen(state) == 3 ? ro_actor_code_join(scene->arena, state, sector)
                                   : ro_name_scene_code_of(scene, state);
  draft->reason = "an organ of the state beside it";
}

/* "the FOUR States" are not the United ones. */
static bool is_counted(const ro_document *d, uint32_t first, uint32_t count) {
  return count == 1 && first > 0 && d->tokens[first - 1].upos == RO_UPOS_NUM &&
         ro_token_is(&d->tokens[first], "states");
}

static bool try_match(ro_name_scene *scene, const ro_name_match *match) {
  uint32_t first, count;
  ro_name_match_tokens(scene, match, &first, &count);
  const ro_posting *posting = best_posting(scene, match);
  if (!posting) return is_long_place(scene, match, first, count);
  const ro_entry *entry = ro_dictionary_entry(match->dictionary, posting);
  if (entry->kind == RO_ENTRY_PERSON) {
    bool one_word_common = count == 1 && scene->document->tokens[first].upos != RO_UPOS_PROPN;
    return !one_word_common && add_full_person(scene, match, first, count);
  }
  if (count == 1 && is_part_of_person(scene, first, count)) return false;
  if (is_counted(scene->document, first, count)) return false;
  if (entry->kind == RO_ENTRY_SEAT && !ro_place_acts(scene->document, first, count)) return false;
  ro_mention_draft *draft = ro_name_scene_add(scene, first, count);
  if (!draft) return false;
  fill_actor(scene, draft, match, posting);
  if (draft->adjective && draft->type == RO_ACTOR_STATE) ro_nation_people_part(scene, draft);
  give_to_state_beside(scene, draft);
  for (uint32_t i = first; draft->kind == RO_MENTION_NAME && i < first + count; i++)
    scene->seed_of[i] = (uint32_t)scene->draft_count - 1;
  return true;
}

/* Leftmost and longest first. */
static void take_matches(ro_name_scene *scene) {
  uint32_t free_from = 0;
  for (size_t i = 0; i < scene->match_count;) {
    size_t end = i;
    while (end < scene->match_count && scene->matches[end].first == scene->matches[i].first)
      end++;
    uint32_t longest = 0, taken = 0;
    for (size_t k = i; k < end; k++)
      if (scene->matches[k].count > longest) longest = scene->matches[k].count;
    for (uint32_t length = longest; length > 0 && !taken; length--)
      for (size_t k = i; k < end && !taken; k++)
        if (scene->matches[k].count == length && scene->matches[k].first >= free_from &&
            try_match(scene, &scene->matches[k]))
          taken = length;
    if (taken) free_from = scene->matches[i].first + taken;
    i = end;
  }
}

void ro_named_actors_find(ro_name_scene *scene) {
  take_matches(scene);
  ro_person_names_find(scene);
  ro_short_names_find(scene);
  ro_body_names_find(scene);
  ro_acronyms_find(scene);
}
