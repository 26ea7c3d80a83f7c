#include <string.h>

#include "names/actor_code.h"
#include "names/chain_state.h"
#include "names/first_name.h"
#include "names/named_actors.h"
#include "names/noun_owner.h"
#include "names/office.h"
#include "names/office_holders.h"
#include "names/surname.h"
#include "syntax/tree.h"

uint32_t chain_find_actor(const chains *c, const ro_mention_draft *draft) {
  size_t first = c->count > MOST_ENTITIES ? c->count - MOST_ENTITIES : 0;
  for (size_t i = first; i < c->count; i++) {
    const entity *e = &c->entities[i];
    if (!e->person && e->actor && draft->actor && strcmp(e->actor, draft->actor) == 0 && !e->plural)
      return (uint32_t)i;
  }
  return RO_NONE;
}

void chain_resolve_actor(chains *c, ro_mention_draft *draft) {
  if (draft->member_count) {
    draft->actor = draft->base = draft->code = NULL;
    draft->entity = chain_new_entity(c, draft);
    c->entities[draft->entity].plural = true;
    draft->reason = "entry of the dictionary";
    return;
  }
  chain_take_possessor(c, draft);
  bool same = draft->same_as != RO_NONE; /* a body by its name alone */
  draft->entity = same ? c->scene->drafts[draft->same_as].entity : chain_find_actor(c, draft);
  if (draft->entity == RO_NONE) draft->entity = chain_new_entity(c, draft);
  entity *e = &c->entities[draft->entity];
  if (!draft->entry) return;
  const char *nouns = ro_dictionary_string(draft->dictionary, draft->entry->nouns);
  if (*nouns) e->nouns = nouns;
  if (!draft->reason || draft->type != RO_ACTOR_MINISTRY) draft->reason = "entry of the dictionary";
}

/* The latest person of that surname whose first name and state do not speak
 * against it. */
uint32_t chain_find_person(const chains *c, const ro_mention_draft *draft, const char *folded,
                           const char *base) {
  size_t end = c->count > MOST_ENTITIES ? c->count - MOST_ENTITIES : 0;
  for (size_t i = c->count; i-- > end;) {
    const entity *e = &c->entities[i];
    if (!e->person || !e->folded || strcmp(e->folded, folded) != 0) continue;
    if (!ro_first_names_agree(c->scene, e->given, draft->given)) continue;
    bool sure = draft->gender && e->gender && !e->gender_guessed;
    if (sure && draft->gender != e->gender) continue; /* "Mrs. Clinton" */
    if (draft->surname_only && base && e->base && strcmp(base, e->base) != 0) continue;
    return (uint32_t)i;
  }
  return RO_NONE;
}

/* Who speaks for a body has its code. */
const char *chain_code_of(const chains *c, const char *code, const char *base) {
  if ((code && *code) || !base || !*base) return code;
  return ro_name_scene_code_of(c->scene, base);
}

/* "South Sudanese rebel leader": one of an armed group of that state, which the dictionary knows.
 */
static bool tells_group(const chains *c, const char *base, const char *known) {
  const char *home = ro_name_scene_home_of(c->scene, known);
  return base && strlen(base) == 7 &&
         (strcmp(base + 3, "-REB") == 0 || strcmp(base + 3, "-OPP") == 0) && *home &&
         strncmp(base, home, 3) == 0 && strlen(known) != 3;
}

/* "Palestinian Prime Minister" outweighs what the dictionary says of the name. */
static bool is_told_otherwise(const chains *c, const ro_mention_draft *draft,
                              const ro_mention_draft *title, const char *base) {
  const char *known = ro_dictionary_string(draft->dictionary, draft->entry->actor);
  if (tells_group(c, base, known)) return false;
  bool opposes = base && strlen(base) == 7 && strcmp(base + 3, "-OPP") == 0;
  if (opposes && strlen(known) == 3 && strncmp(base, known, 3) == 0) return true;
  bool of_body = ro_name_scene_code_of(c->scene, known) != NULL;
  if (of_body && base && strlen(base) == 3 && title && chain_tells_nation(title)) return false;
  return base && title && title->base && strcmp(base, title->base) == 0 && strcmp(base, known) != 0;
}

static void describe_person(const chains *c, ro_mention_draft *draft, const ro_mention_draft *title,
                            const char *base, const char *code) {
  if (draft->entry && !is_told_otherwise(c, draft, title, base)) {
    draft->base = ro_dictionary_string(draft->dictionary, draft->entry->actor);
    draft->code = ro_dictionary_string(draft->dictionary, draft->entry->code);
    ro_day end = draft->entry->to;
    bool over = end != RO_NO_DAY && c->document->published != RO_NO_DAY &&
                end + 90 < c->document->published;
    const char *office = ro_dictionary_string(draft->dictionary, draft->entry->role);
    draft->role = over ? ro_arena_print(c->arena, "former %s", office) : office;
    bool governs = chain_governs_by_title(c, title, draft->base);
    bool early = c->document->published != RO_NO_DAY && draft->entry->from != RO_NO_DAY &&
                 draft->entry->from > c->document->published + 90;
    if (over || early || governs) draft->base = chain_state_after_opposition(c, draft->base);
    if (governs) draft->code = ro_actor_code_join(c->arena, draft->base, "GOV");
    bool titled = title && title->sector && strcmp(title->sector, "GOV") == 0;
    if (over && titled && strlen(draft->base) == 3) /* "President Carter": told of those days */
      draft->code = ro_actor_code_join(c->arena, draft->base, title->sector);
    else if (over && strlen(draft->base) == 3)
      draft->code = ro_actor_code_join(c->arena, draft->base, "ELI");
    draft->reason = "office held on the report's day";
  } else {
    draft->base = base;
    draft->code = code;
    draft->reason = base ? "title with its state or body" : "name alone";
  }
  if (title && title->role) draft->role = title->role;
  bool told = title && title->base && draft->base && strcmp(title->base, draft->base) == 0;
  bool former = title && title->sector && strcmp(title->sector, "ELI") == 0;
  if (told && title->code) draft->code = title->code; /* the report knows best */
  if (!told && former && draft->base && strlen(draft->base) == 3)
    draft->code = ro_actor_code_join(c->arena, draft->base, title->sector);
  draft->code = chain_code_of(c, draft->code, draft->base);
}

/* The state or body that the title tells; its own antecedent where it has none.
 */
static const char *base_of_title(chains *c, ro_mention_draft *title, const char **code) {
  *code = NULL;
  if (!title || !title->agent) return NULL;
  if (title->base && title->type != RO_ACTOR_GROUP) {
    *code = title->code;
    return title->base;
  }
  const ro_mention_draft *owner = NULL;
  const char *base = chain_owner_base(c, title, &owner);
  if (base) *code = c->entities[owner->entity].code;
  return base;
}

const char *chain_actor_of_person(const chains *c, const char *base, const char *surname) {
  return base && *base ? ro_arena_print(c->arena, "%s:%s", base, surname) : NULL;
}

ro_gender chain_gender_of_entry(const chains *c, const ro_mention_draft *draft) {
  if (!draft->entry) return RO_GENDER_UNKNOWN;
  const char *name = ro_dictionary_string(draft->dictionary, draft->entry->name);
  const char *home = ro_dictionary_string(draft->dictionary, draft->entry->country);
  const char *surname = ro_surname_of(c->arena, name, home);
  if (ro_given_names_hide_sex(home)) return RO_GENDER_UNKNOWN;
  return ro_first_name_gender(c->scene, ro_given_names_of(c->arena, name, surname));
}

/* "foreign minister", "FOREIGN MINISTRY spokesman" */
static bool is_office_of_state(const chains *c, const ro_mention_draft *title) {
  const ro_document *d = c->document;
  if (ro_noun_is_of_state(title)) return true;
  for (uint32_t child = ro_tree_child(d, title->head, RO_DEPREL_COMPOUND); child != RO_NONE;
       child = ro_tree_next_child(d, child, RO_DEPREL_COMPOUND)) {
    uint32_t organ = chain_draft_of(c, child);
    if (organ != RO_NONE && ro_noun_is_of_state(&c->scene->drafts[organ])) return true;
  }
  return false;
}

static bool leads_state(const char *role) {
  const char *office = role ? ro_office_class(role, true) : NULL;
  return office && (strcmp(office, "head") == 0 || strcmp(office, "government") == 0);
}

/* "Biden met PRESIDENT SALIM": no state has two leaders who meet. */
static bool meets_own_leader(const chains *c, const ro_mention_draft *draft,
                             const ro_mention_draft *title, const char *state) {
  if (!leads_state(title->role)) return false;
  for (uint32_t i = c->at, back = 0; i-- > 0 && back < MOST_LOOKED_AT; back++) {
    const ro_mention_draft *earlier = chain_draft_at(c, i);
    if (chain_sentence_of(c, earlier) != chain_sentence_of(c, draft)) return false;
    if (earlier->entity == RO_NONE || !chain_is_coargument(c, draft, earlier)) continue;
    const entity *e = &c->entities[earlier->entity];
    if (e->person && e->base && strcmp(e->base, state) == 0 && leads_state(e->role)) return true;
  }
  return false;
}

/* "Interior MINISTER Nygaard", not "Steelers defensive captain Nygaard" nor "director Nygaard": a
 * title of a state's own is written as one. */
static bool is_written_as_title(const chains *c, const ro_mention_draft *title) {
  char first = c->scene->document->tokens[title->head].form[0];
  return first >= 'A' && first <= 'Z';
}

/* The state that a title without one must be of, and the code that it gives; NULL. */
static const char *base_from_scene(chains *c, const ro_mention_draft *draft,
                                   const ro_mention_draft *title, const char **code) {
  if (!title || !title->agent || title->of_others) return NULL;
  bool opposes = chain_is_of_opposition(title);
  const char *state = opposes ? chain_state_opposed(c, title) : chain_state_of_ours(c, title);
  if (!state) state = is_office_of_state(c, title) ? chain_state_in_focus(c, draft) : c->home;
  bool may_be_main = strcmp(title->sector, "PTY") != 0 && is_written_as_title(c, title);
  if (!state && may_be_main) state = c->main;
  if (!state || meets_own_leader(c, draft, title, state)) return NULL;
  *code = ro_actor_code_join(c->arena, state, title->sector);
  return *title->party ? ro_arena_print(c->arena, "%s-%s", state, title->party) : state;
}

/* In some states the family name comes first, or there is none. */
static void spell_as_at_home(const chains *c, ro_mention_draft *draft, const char *base) {
  if (!base || draft->entry || !*draft->given) return;
  const char *name = ro_arena_print(c->arena, "%s%s", draft->given, draft->surname);
  const char *of_body = ro_name_scene_home_of(c->scene, base);
  if (!*of_body && strlen(base) != 3) return;
  draft->surname = ro_surname_of(c->arena, name, *of_body ? of_body : base);
  draft->given = ro_given_names_of(c->arena, name, draft->surname);
}

/* Somebody whom the report has not named before. */
static uint32_t new_person(chains *c, ro_mention_draft *draft, const ro_mention_draft *title,
                           const char *base, const char *code) {
  chain_consult_dictionary(c, draft, base, title);
  if (!base) chain_find_other_spelling(c, draft);
  if (!base && !draft->entry) {
    const char *past = title ? chain_state_of_past_holder(c, draft, title) : NULL;
    if (past)
      base = past, code = ro_actor_code_join(c->arena, past, title->sector);
    else
      base = base_from_scene(c, draft, title, &code);
    if (base) chain_consult_dictionary(c, draft, base, title);
    spell_as_at_home(c, draft, base);
  }
  describe_person(c, draft, title, base, code);
  chain_tell_opposition(c, draft, title);
  draft->actor = chain_actor_of_person(c, draft->base, draft->surname);
  if (title && title->gender) draft->gender = title->gender;
  if (!draft->gender) draft->gender = chain_gender_of_entry(c, draft);
  uint32_t number = chain_new_entity(c, draft);
  c->entities[number].surname = draft->surname;
  c->entities[number].given = draft->given;
  c->entities[number].folded = chain_fold(c->arena, draft->surname);
  return number;
}

/* What a later mention tells of a person of whom less was known. */
static void learn_of_person(chains *c, entity *e, const ro_mention_draft *draft, const char *base,
                            const char *code) {
  if (!e->base && base) {
    e->base = base;
    e->code = code;
    e->actor = chain_actor_of_person(c, base, e->surname);
  }
  if (!*e->given) e->given = draft->given;
  if (draft->gender && (!e->gender || e->gender_guessed)) {
    e->gender = draft->gender;
    e->gender_guessed = false;
  }
}

void chain_resolve_person(chains *c, ro_mention_draft *draft) {
  ro_mention_draft *title = draft->same_as == RO_NONE ? NULL : &c->scene->drafts[draft->same_as];
  const char *code, *base = base_of_title(c, title, &code);
  if (!base) base = chain_base_described(c, draft, title, &code);
  spell_as_at_home(c, draft, base);
  uint32_t known = chain_find_person(c, draft, chain_fold(c->arena, draft->surname), base);
  if (known == RO_NONE)
    known = new_person(c, draft, title, base, code);
  else if (!base && !c->entities[known].base)
    base = base_from_scene(c, draft, title, &code);
  draft->entity = known;
  entity *e = &c->entities[known];
  learn_of_person(c, e, draft, base, code);
  if (!e->role && title) e->role = title->role;
  if (title) title->entity = known;
}
