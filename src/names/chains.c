#include "names/chains.h"

#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"
#include "names/actor_code.h"
#include "names/named_actors.h"
#include "names/nominals.h"
#include "names/office.h"
#include "names/surname.h"
#include "syntax/tree.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

/* Long texts are searched this far back and no farther, so that time grows with
 * their length. */
enum { SENTENCES_BACK = 3, MOST_LOOKED_AT = 200, MOST_ENTITIES = 2000, MOST_DRAFTS = 4000 };

typedef struct entity {
  const char *actor, *code, *role, *base;
  const char *surname, *given; /* of a person, folded surname */
  const char *folded;
  const char *nouns; /* "alliance|bloc" */
  ro_actor_type type;
  ro_gender gender;
  bool person, plural, unnamed;
} entity;

typedef struct chains {
  ro_name_scene *scene;
  ro_document *document;
  ro_arena *arena;
  uint32_t *order; /* drafts by their first word */
  entity *entities;
  size_t count, capacity;
  const char *home; /* state of the dateline; NULL */
  uint32_t at;      /* place in the order of the draft that is being resolved */
} chains;

static ro_mention_draft *draft_at(const chains *c, uint32_t place) {
  return &c->scene->drafts[c->order[place]];
}

static const char *fold(ro_arena *arena, const char *name) {
  name = ro_surname_without_article(name);
  size_t size = strlen(name), at = 0, out = 0;
  char *folded = ro_arena_alloc(arena, size * 2 + 1);
  while (at < size) {
    uint32_t letter = ro_utf8_next(name, size, &at);
    if (ro_unicode_is_letter(letter))
      out += ro_utf8_put(ro_unicode_lower(ro_unicode_base_letter(letter)), folded + out);
  }
  return folded;
}

static uint32_t new_entity(chains *c, const ro_mention_draft *draft) {
  entity *e = RO_ARENA_PUSH(c->arena, &c->entities, c->count, c->capacity);
  *e = (entity){.actor = draft->actor,
                .code = draft->code,
                .role = draft->role,
                .base = draft->base,
                .type = draft->type,
                .gender = draft->gender,
                .person = draft->person,
                .plural = draft->plural,
                .unnamed = draft->unnamed};
  return (uint32_t)c->count - 1;
}

/* --- titles
 * ---------------------------------------------------------------------------------
 */

static bool joins_title(ro_deprel deprel) {
  return deprel == RO_DEPREL_NMOD_DESC || deprel == RO_DEPREL_COMPOUND ||
         deprel == RO_DEPREL_APPOS || deprel == RO_DEPREL_FLAT ||
         deprel == RO_DEPREL_NMOD_UNMARKED || deprel == RO_DEPREL_DEP;
}

static uint32_t draft_of(const chains *c, uint32_t token) {
  return token == RO_NONE ? RO_NONE : c->scene->draft_of[token];
}

static bool is_title_for(const chains *c, const ro_mention_draft *title,
                         const ro_mention_draft *name) {
  const ro_token *t = &c->document->tokens[title->head], *n = &c->document->tokens[name->head];
  if (title->kind != RO_MENTION_NOMINAL || !title->person || title->plural || title == name)
    return false;
  bool before = title->head < name->head;
  if (t->head == name->head && joins_title(t->deprel))
    return before || t->deprel == RO_DEPREL_APPOS || t->deprel == RO_DEPREL_NMOD_UNMARKED;
  if (n->head == title->head && joins_title(n->deprel)) return before;
  return title->first + title->count == name->first && t->sentence == n->sentence;
}

/* The nominal that ends where the name begins: "Secretary of State" has its
 * head two words before.
 */
static uint32_t title_before(const chains *c, const ro_mention_draft *name) {
  enum { FARTHEST = 4 };
  for (uint32_t back = 1; back <= FARTHEST && back <= name->first; back++) {
    uint32_t number = draft_of(c, name->first - back);
    if (number == RO_NONE) continue;
    const ro_mention_draft *title = &c->scene->drafts[number];
    return title->first + title->count == name->first ? number : RO_NONE;
  }
  return RO_NONE;
}

/* The nominals that tell the name's office; their number. */
static uint32_t titles_of(const chains *c, const ro_mention_draft *name, uint32_t *titles,
                          uint32_t most) {
  const ro_document *d = c->document;
  uint32_t count = 0, near = title_before(c, name);
  if (near != RO_NONE && is_title_for(c, &c->scene->drafts[near], name)) titles[count++] = near;
  uint32_t above = draft_of(c, d->tokens[name->head].head);
  if (above != RO_NONE && above != near && is_title_for(c, &c->scene->drafts[above], name))
    titles[count++] = above;
  for (uint32_t child = d->first_child[name->head]; child != RO_NONE && count < most;
       child = d->next_sibling[child]) {
    uint32_t below = draft_of(c, child);
    if (below != RO_NONE && below != near && is_title_for(c, &c->scene->drafts[below], name))
      titles[count++] = below;
  }
  return count;
}

/* A title that stands right before the name becomes part of its mention. */
static void absorb_title(chains *c, ro_mention_draft *name, ro_mention_draft *title) {
  bool adjacent = title->first + title->count == name->first;
  if (!adjacent) return;
  name->count += name->first - title->first;
  name->first = title->first;
  title->dropped = true;
  const ro_document *d = c->document;
  uint32_t above = d->tokens[name->head].head;
  if (above != RO_NONE && above >= name->first && above < name->first + name->count) {
    c->scene->draft_of[name->head] = RO_NONE;
    name->head = ro_name_scene_head(d, name->first, name->count);
    c->scene->draft_of[name->head] = (uint32_t)(name - c->scene->drafts);
  }
}

/* The title that tells most of the name is the one whose state or body is
 * known. */
static void link_titles(chains *c, uint32_t number) {
  enum { MOST = 4 };
  ro_mention_draft *name = &c->scene->drafts[number];
  uint32_t titles[MOST], count = titles_of(c, name, titles, MOST);
  for (uint32_t i = 0; i < count; i++) {
    ro_mention_draft *title = &c->scene->drafts[titles[i]];
    if (title->same_as == RO_NONE) title->same_as = number;
    bool better =
        name->same_as == RO_NONE || (title->base && !c->scene->drafts[name->same_as].base);
    if (better) name->same_as = titles[i];
    absorb_title(c, name, title);
  }
}

static void prepare_titles(chains *c) {
  for (uint32_t i = 0; i < c->scene->draft_count; i++)
    if (c->scene->drafts[i].kind == RO_MENTION_NAME && c->scene->drafts[i].person) {
      link_titles(c, i);
      link_titles(c, i); /* what stands around the title that was taken in */
    }
}

/* --- looking back
 * ---------------------------------------------------------------------------
 */

static bool is_subject(ro_deprel deprel) {
  return deprel == RO_DEPREL_NSUBJ || deprel == RO_DEPREL_NSUBJ_PASS ||
         deprel == RO_DEPREL_NSUBJ_OUTER;
}

static uint32_t sentence_of(const chains *c, const ro_mention_draft *draft) {
  return c->document->tokens[draft->head].sentence;
}

typedef bool accept_entity(const chains *c, const entity *e, const ro_mention_draft *draft,
                           const ro_mention_draft *earlier);

/* The arguments of one verb are different ones; an owner may be the subject. */
static bool is_coargument(const chains *c, const ro_mention_draft *draft,
                          const ro_mention_draft *earlier) {
  const ro_token *t = &c->document->tokens[draft->head], *e = &c->document->tokens[earlier->head];
  if (earlier->head >= draft->first && earlier->head < draft->first + draft->count) return true;
  if (draft->head >= earlier->first && draft->head < earlier->first + earlier->count) return true;
  if (t->deprel == RO_DEPREL_NMOD_POSS) return t->head == earlier->head;
  return t->head == e->head || t->head == earlier->head || e->head == draft->head;
}

static int salience(const chains *c, const ro_mention_draft *earlier, uint32_t sentence) {
  const ro_token *token = &c->document->tokens[earlier->head];
  uint32_t back = sentence - token->sentence;
  int score = 40 - 20 * (int)back;
  if (is_subject(token->deprel)) score += 15;
  if (token->head != RO_NONE && c->document->tokens[token->head].deprel == RO_DEPREL_ROOT)
    score += 4;
  if (earlier->adjective || token->deprel == RO_DEPREL_NMOD_POSS ||
      token->deprel == RO_DEPREL_COMPOUND)
    score -= 12;
  if (token->deprel == RO_DEPREL_APPOS) score -= 2;
  return score;
}

static uint32_t look_back(const chains *c, const ro_mention_draft *draft, accept_entity *accept) {
  uint32_t sentence = sentence_of(c, draft), best = RO_NONE;
  int best_score = 0;
  uint32_t looked_at = 0;
  for (uint32_t i = c->at; i-- > 0 && looked_at < MOST_LOOKED_AT; looked_at++) {
    const ro_mention_draft *earlier = draft_at(c, i);
    uint32_t then = sentence_of(c, earlier);
    if (then + SENTENCES_BACK < sentence) break;
    if (earlier->entity == RO_NONE || then > sentence || earlier->head >= draft->head) continue;
    if (then == sentence && is_coargument(c, draft, earlier)) continue;
    if (!accept(c, &c->entities[earlier->entity], draft, earlier)) continue;
    int score = salience(c, earlier, sentence);
    if (score <= best_score) continue;
    best = earlier->entity;
    best_score = score;
  }
  return best;
}

/* --- named ones
 * -----------------------------------------------------------------------------
 */

static uint32_t find_actor(const chains *c, const ro_mention_draft *draft) {
  size_t first = c->count > MOST_ENTITIES ? c->count - MOST_ENTITIES : 0;
  for (size_t i = first; i < c->count; i++) {
    const entity *e = &c->entities[i];
    if (!e->person && e->actor && draft->actor && strcmp(e->actor, draft->actor) == 0 && !e->plural)
      return (uint32_t)i;
  }
  return RO_NONE;
}

static void resolve_actor(chains *c, ro_mention_draft *draft) {
  if (draft->member_count) {
    draft->actor = draft->base = draft->code = NULL;
    draft->entity = new_entity(c, draft);
    c->entities[draft->entity].plural = true;
    draft->reason = "entry of the dictionary";
    return;
  }
  draft->entity = find_actor(c, draft);
  if (draft->entity == RO_NONE) draft->entity = new_entity(c, draft);
  entity *e = &c->entities[draft->entity];
  const char *nouns = ro_dictionary_string(draft->dictionary, draft->entry->nouns);
  if (*nouns) e->nouns = nouns;
  draft->reason = "entry of the dictionary";
}

static bool given_names_agree(const char *some, const char *other) {
  if (!some || !other || !*some || !*other) return true;
  size_t at = 0, other_at = 0;
  uint32_t a = ro_unicode_lower(ro_unicode_base_letter(ro_utf8_next(some, strlen(some), &at)));
  uint32_t b =
      ro_unicode_lower(ro_unicode_base_letter(ro_utf8_next(other, strlen(other), &other_at)));
  return a == b;
}

/* The latest person of that surname whose first name and state do not speak
 * against it. */
static uint32_t find_person(const chains *c, const ro_mention_draft *draft, const char *folded,
                            const char *base) {
  size_t end = c->count > MOST_ENTITIES ? c->count - MOST_ENTITIES : 0;
  for (size_t i = c->count; i-- > end;) {
    const entity *e = &c->entities[i];
    if (!e->person || !e->folded || strcmp(e->folded, folded) != 0) continue;
    if (!given_names_agree(e->given, draft->given)) continue;
    if (draft->surname_only && base && e->base && strcmp(base, e->base) != 0) continue;
    return (uint32_t)i;
  }
  return RO_NONE;
}

/* The dictionary's person of a bare surname, or of a full name that it spells
 * differently. */
static void consult_dictionary(const chains *c, ro_mention_draft *draft, const char *base,
                               bool has_title) {
  if (draft->entry) return;
  const ro_document *d = c->document;
  uint32_t last = draft->first + draft->count;
  uint32_t words = 1;
  while (words < draft->count && last - words > 0 &&
         strlen(draft->surname) > strlen(d->tokens[last - words].form) &&
         strstr(draft->surname, d->tokens[last - words - 1].form))
    words++;
  const ro_name_match *match = ro_named_actors_match_of(c->scene, last - words, words);
  if (!match) return;
  bool sure;
  const ro_entry *entry =
      ro_named_actors_choose_person(c->scene, match, base, RO_POSTING_SURNAME, &sure);
  if (!entry) return;
  const char *name = ro_dictionary_string(match->dictionary, entry->name);
  bool full = *draft->given != '\0';
  if (full && !given_names_agree(draft->given, name)) return;
  if (full && !base && entry->weight < 20) return; /* a namesake */
  if (!full && !sure && !(has_title && base)) return;
  draft->entry = entry;
  draft->dictionary = match->dictionary;
}

/* Who speaks for a body has its code. */
static const char *code_or_of_body(const chains *c, const char *code, const char *base) {
  if ((code && *code) || !base || !*base) return code;
  return ro_name_scene_code_of(c->scene, base);
}

static void describe_person(const chains *c, ro_mention_draft *draft, const ro_mention_draft *title,
                            const char *base, const char *code) {
  if (draft->entry) {
    draft->base = ro_dictionary_string(draft->dictionary, draft->entry->actor);
    draft->code = ro_dictionary_string(draft->dictionary, draft->entry->code);
    ro_day end = draft->entry->to;
    bool over = end != RO_NO_DAY && c->document->published != RO_NO_DAY &&
                end + 90 < c->document->published;
    const char *office = ro_dictionary_string(draft->dictionary, draft->entry->role);
    draft->role = over ? ro_arena_print(c->arena, "former %s", office) : office;
    if (over && strlen(draft->base) == 3)
      draft->code = ro_actor_code_join(c->arena, draft->base, "ELI");
    draft->reason = "office held on the report's day";
  } else {
    draft->base = base;
    draft->code = code;
    draft->reason = base ? "title with its state or body" : "name alone";
  }
  if (title && title->role) draft->role = title->role;
  draft->code = code_or_of_body(c, draft->code, draft->base);
}

static bool resolve_draft(chains *c, ro_mention_draft *draft);

/* The state or body that the title tells; its own antecedent where it has none.
 */
static const char *base_of_title(chains *c, ro_mention_draft *title, const char **code) {
  *code = NULL;
  if (!title || !title->agent) return NULL;
  if (title->base && title->type != RO_ACTOR_GROUP) {
    *code = title->code;
    return title->base;
  }
  const ro_document *d = c->document;
  for (uint32_t child = d->first_child[title->head]; child != RO_NONE;
       child = d->next_sibling[child]) {
    if (d->tokens[child].deprel != RO_DEPREL_NMOD_POSS) continue;
    uint32_t owner = c->scene->draft_of[child];
    if (owner == RO_NONE) continue;
    const ro_mention_draft *of = &c->scene->drafts[owner];
    const entity *e = of->entity == RO_NONE ? NULL : &c->entities[of->entity];
    const char *base = e ? e->base : of->base;
    if (e && e->base) *code = e->code;
    if (base) return base;
  }
  return NULL;
}

static const char *actor_of_person(const chains *c, const char *base, const char *surname) {
  return base && *base ? ro_arena_print(c->arena, "%s:%s", base, surname) : NULL;
}

static void resolve_person(chains *c, ro_mention_draft *draft) {
  ro_mention_draft *title = draft->same_as == RO_NONE ? NULL : &c->scene->drafts[draft->same_as];
  const char *code, *base = base_of_title(c, title, &code);
  const char *folded = fold(c->arena, draft->surname);
  uint32_t known = find_person(c, draft, folded, base);
  if (known == RO_NONE) {
    consult_dictionary(c, draft, base, title != NULL);
    if (!base && title && title->agent && !draft->entry && c->home) {
      base = c->home;
      code = ro_actor_code_join(c->arena, base,
                                ro_dictionary_string(title->dictionary, title->agent->code));
    }
    describe_person(c, draft, title, base, code);
    draft->actor = actor_of_person(c, draft->base, draft->surname);
    if (title && title->gender) draft->gender = title->gender;
    known = new_entity(c, draft);
    c->entities[known].surname = draft->surname;
    c->entities[known].given = draft->given;
    c->entities[known].folded = folded;
  }
  draft->entity = known;
  entity *e = &c->entities[known];
  if (!e->base && base) {
    e->base = base;
    e->code = code;
    e->actor = actor_of_person(c, base, e->surname);
  }
  if (!e->role && title) e->role = title->role;
  if (title) title->entity = known;
}

/* --- nouns
 * ----------------------------------------------------------------------------------
 */

static bool lists_noun(const char *nouns, const char *noun) {
  size_t length = strlen(noun);
  for (const char *at = nouns; at && *at;) {
    size_t size = strcspn(at, "|");
    if (size == length && strncmp(at, noun, size) == 0) return true;
    at += size + (at[size] == '|');
  }
  return false;
}

static const char *lemma_of(const chains *c, const ro_mention_draft *draft) {
  const ro_token *token = &c->document->tokens[draft->head];
  return token->lemma ? token->lemma : token->form;
}

/* "the alliance" is the latest one of which the dictionary says so. */
static uint32_t entity_with_noun(const chains *c, const char *noun) {
  for (uint32_t i = c->at; i-- > (c->at > MOST_DRAFTS ? c->at - MOST_DRAFTS : 0);) {
    uint32_t number = draft_at(c, i)->entity;
    if (number != RO_NONE && lists_noun(c->entities[number].nouns, noun)) return number;
  }
  return RO_NONE;
}

/* "the official", "the diplomat": the latest one of that title, and of that
 * state if one is told.
 */
static uint32_t person_with_role(const chains *c, const ro_mention_draft *draft) {
  const char *noun = lemma_of(c, draft);
  uint32_t sentence = sentence_of(c, draft);
  for (uint32_t i = c->at; i-- > (c->at > MOST_DRAFTS ? c->at - MOST_DRAFTS : 0);) {
    const ro_mention_draft *earlier = draft_at(c, i);
    if (earlier->entity == RO_NONE) continue;
    const entity *e = &c->entities[earlier->entity];
    if (!e->person || e->plural) continue;
    if (sentence - sentence_of(c, earlier) > 12) break;
    if (draft->base && (!e->base || strcmp(draft->base, e->base) != 0)) continue;
    if (draft->gender && e->gender && draft->gender != e->gender) continue;
    if (e->role && strstr(e->role, noun)) return earlier->entity;
  }
  return RO_NONE;
}

static bool is_general_noun(const char *noun) {
  static const char *const list[] = {"diplomat", "official",   "politician", "leader",
                                     "minister", "negotiator", "envoy",      "statesman"};
  for (size_t i = 0; i < COUNT(list); i++)
    if (strcmp(list[i], noun) == 0) return true;
  return false;
}

static bool same_base_person(const chains *c, const entity *e, const ro_mention_draft *draft,
                             const ro_mention_draft *earlier) {
  (void)c;
  (void)earlier;
  return e->person && !e->plural && e->surname && e->base && draft->base &&
         strcmp(e->base, draft->base) == 0 &&
         (!draft->gender || !e->gender || draft->gender == e->gender);
}

static bool same_body(const chains *c, const char *noun, const ro_mention_draft *draft,
                      uint32_t *out) {
  for (uint32_t i = c->at; i-- > (c->at > MOST_DRAFTS ? c->at - MOST_DRAFTS : 0);) {
    const ro_mention_draft *earlier = draft_at(c, i);
    if (earlier->kind != RO_MENTION_NOMINAL || earlier->entity == RO_NONE || earlier->person)
      continue;
    if (sentence_of(c, draft) - sentence_of(c, earlier) > 12) break;
    if (strcmp(lemma_of(c, earlier), noun) != 0 || !c->entities[earlier->entity].actor) continue;
    *out = earlier->entity;
    return true;
  }
  return false;
}

static bool is_joint_of_persons(const ro_name_scene *scene, const ro_mention_draft *draft) {
  static const char *const nouns[] = {"two", "leader", "minister", "president", "man", "diplomat"};
  const ro_token *token = &scene->document->tokens[draft->head];
  ro_token lemma = {.form = token->lemma ? token->lemma : token->form};
  return ro_token_is_one_of(&lemma, nouns, COUNT(nouns));
}

/* Whether the phrase stands for two that were named: "both sides", "the two
 * countries". */
static bool is_joint(const chains *c, const ro_mention_draft *draft) {
  static const char *const nouns[] = {"side",       "party",     "country",  "nation",
                                      "government", "leader",    "minister", "delegation",
                                      "neighbour",  "neighbor",  "power",    "state",
                                      "ally",       "president", "capital",  "diplomat"};
  static const char *const words[] = {"both", "two"};
  const ro_document *d = c->document;
  if (draft->base || draft->actor) return false;
  if (!draft->agent && !draft->person) return ro_token_is(&d->tokens[draft->head], "two");
  const ro_token *token = &d->tokens[draft->head];
  ro_token lemma = {.form = token->lemma ? token->lemma : token->form};
  if (!ro_token_is_one_of(&lemma, nouns, COUNT(nouns))) return false;
  for (uint32_t i = draft->first; i < draft->head; i++)
    if (ro_token_is_one_of(&d->tokens[i], words, COUNT(words))) return true;
  return draft->count == 2 && ro_token_is(token, "sides") &&
         ro_token_is(&d->tokens[draft->first], "the");
}

static const char *member_of(const entity *e, bool persons) {
  if (persons) return e->person && !e->plural ? e->actor : NULL;
  const char *base = e->base ? e->base : e->actor;
  if (!base || e->type == RO_ACTOR_GROUP || e->type == RO_ACTOR_MEDIUM || strchr(base, ':'))
    return NULL;
  return base;
}

/* The last two different ones that were named, in the order of the text. */
static uint32_t last_two(const chains *c, const ro_mention_draft *draft, bool persons,
                         const char **members) {
  uint32_t count = 0;
  for (uint32_t i = c->at; i-- > 0 && count < 2;) {
    const ro_mention_draft *earlier = draft_at(c, i);
    if (earlier->entity == RO_NONE) continue;
    if (sentence_of(c, draft) - sentence_of(c, earlier) > SENTENCES_BACK) break;
    const char *member = member_of(&c->entities[earlier->entity], persons);
    if (!member || (count && strcmp(members[1], member) == 0)) continue;
    members[1 - count++] = member;
  }
  return count;
}

static bool joint_members(chains *c, ro_mention_draft *draft) {
  if (!is_joint(c, draft)) return false;
  const char **members = ro_arena_alloc_array(c->arena, 2, sizeof *members);
  bool persons = is_joint_of_persons(c->scene, draft);
  uint32_t count = last_two(c, draft, persons, members);
  if (count < 2 && persons) count = last_two(c, draft, false, members);
  if (count < 2) return false;
  draft->members = members;
  draft->member_count = 2;
  draft->actor = draft->code = NULL;
  draft->entity = new_entity(c, draft);
  c->entities[draft->entity].plural = true;
  draft->reason = "the two that were named last";
  return true;
}

static const char *owner_base(const chains *c, const ro_mention_draft *draft,
                              const ro_mention_draft **owner) {
  const ro_document *d = c->document;
  for (uint32_t child = d->first_child[draft->head]; child != RO_NONE && child < draft->head;
       child = d->next_sibling[child]) {
    if (d->tokens[child].deprel != RO_DEPREL_NMOD_POSS &&
        d->tokens[child].deprel != RO_DEPREL_COMPOUND)
      continue;
    uint32_t number = c->scene->draft_of[child];
    if (number == RO_NONE || c->scene->drafts[number].entity == RO_NONE) continue;
    *owner = &c->scene->drafts[number];
    const entity *e = &c->entities[(*owner)->entity];
    if (e->base) return e->base;
  }
  return NULL;
}

/* "its foreign minister", "his spokesman", "the Foreign Ministry's spokesman".
 */
static void belong_to_owner(chains *c, ro_mention_draft *draft) {
  const ro_mention_draft *owner = NULL;
  const char *base = draft->base ? NULL : owner_base(c, draft, &owner);
  if (!base || !draft->agent) return;
  const char *kind = ro_dictionary_string(draft->dictionary, draft->agent->role);
  if (strcmp(kind, "group") == 0) return;
  bool counterpart = strcmp(lemma_of(c, draft), "counterpart") == 0;
  if (counterpart) return;
  ro_mention_draft of = {.actor = base,
                         .base = base,
                         .code = base,
                         .type = strlen(base) == 3 ? RO_ACTOR_STATE : RO_ACTOR_INTERNATIONAL};
  ro_nominal_belong(c->scene, draft, &of);
  draft->reason = "a noun with its owner";
}

/* "his Russian counterpart" holds the office that he holds himself. */
static const char *office_named(const chains *c, const ro_mention_draft *draft) {
  static const char *const mirrors[] = {"counterpart", "colleague"};
  const ro_mention_draft *owner = NULL;
  if (!ro_token_is_one_of(&c->document->tokens[draft->head], mirrors, COUNT(mirrors)))
    return draft->role ? draft->role : lemma_of(c, draft);
  owner_base(c, draft, &owner);
  const char *role = owner ? c->entities[owner->entity].role : NULL;
  return role ? role : "";
}

/* A surname of whom nothing was known is the holder's. */
static uint32_t complete_person(chains *c, uint32_t number, const ro_mention_draft *person) {
  entity *e = &c->entities[number];
  e->base = person->base;
  e->code = person->code;
  e->actor = actor_of_person(c, e->base, e->surname);
  return number;
}

/* "the Russian president", "the U.N. chief": who holds the office on the
 * report's day, where the report names nobody. */
static uint32_t holder_of_office(chains *c, ro_mention_draft *draft, const char *home) {
  ro_office office = {home, office_named(c, draft)};
  ro_mention_draft person = {.person = true, .type = RO_ACTOR_PERSON, .role = draft->role};
  if (!ro_office_holder(c->scene, &office, &person)) return RO_NONE;
  const char *folded = fold(c->arena, person.surname);
  person.given = "";
  uint32_t known = find_person(c, &person, folded, person.base);
  draft->reason = "who holds the office on the report's day";
  if (known != RO_NONE && c->entities[known].base) return known;
  person.actor = actor_of_person(c, person.base, person.surname);
  person.code = code_or_of_body(c, person.code, person.base);
  if (known != RO_NONE) return complete_person(c, known, &person);
  known = new_entity(c, &person);
  c->entities[known].surname = person.surname;
  c->entities[known].given = "";
  c->entities[known].folded = folded;
  return known;
}

static uint32_t definite_person(chains *c, ro_mention_draft *draft) {
  uint32_t found = RO_NONE;
  if (draft->base && is_general_noun(lemma_of(c, draft)))
    found = look_back(c, draft, same_base_person);
  if (found == RO_NONE && draft->base) found = holder_of_office(c, draft, draft->base);
  if (found == RO_NONE) found = person_with_role(c, draft);
  if (found == RO_NONE && !draft->base && c->home) found = holder_of_office(c, draft, c->home);
  return found;
}

/* A title is who the name is that it belongs to. */
static bool follow_name(chains *c, ro_mention_draft *draft) {
  if (draft->same_as == RO_NONE) return false;
  ro_mention_draft *name = &c->scene->drafts[draft->same_as];
  if (name->kind != RO_MENTION_NAME) return false;
  if (name->entity == RO_NONE) resolve_draft(c, name);
  draft->entity = name->entity;
  draft->reason = "a title of the name beside it";
  return draft->entity != RO_NONE;
}

static void resolve_nominal(chains *c, ro_mention_draft *draft) {
  if (draft->entity != RO_NONE || follow_name(c, draft)) return;
  if (joint_members(c, draft)) return;
  if (draft->member_count) {
    draft->actor = draft->code = NULL;
    draft->entity = new_entity(c, draft);
    return;
  }
  if (!draft->agent) {
    draft->entity = new_entity(c, draft);
    return;
  }
  belong_to_owner(c, draft);
  const char *noun = lemma_of(c, draft);
  uint32_t found = RO_NONE;
  bool definite = !draft->indefinite && !draft->plural;
  if (draft->actor && draft->type == RO_ACTOR_GROUP) {
    found = find_actor(c, draft);
  } else if (definite && draft->person) {
    found = definite_person(c, draft);
  } else if (definite && !draft->base) {
    found = entity_with_noun(c, noun);
    if (found == RO_NONE) same_body(c, noun, draft, &found);
  } else if (draft->plural && !draft->base && !draft->indefinite) {
    found = entity_with_noun(c, noun);
    if (found == RO_NONE) same_body(c, noun, draft, &found);
  } else if (!draft->person && draft->base && !draft->plural) {
    found = find_actor(c, draft);
  }
  draft->unnamed = draft->person && found == RO_NONE;
  draft->entity = found == RO_NONE ? new_entity(c, draft) : found;
  if (found != RO_NONE) draft->reason = "refers back";
}

/* --- pronouns
 * -------------------------------------------------------------------------------
 */

static bool is_he_or_she(const chains *c, const entity *e, const ro_mention_draft *draft,
                         const ro_mention_draft *earlier) {
  (void)c;
  return e->person && !e->plural && !earlier->adjective &&
         (!e->gender || !draft->gender || e->gender == draft->gender);
}

static bool is_it(const chains *c, const entity *e, const ro_mention_draft *draft,
                  const ro_mention_draft *earlier) {
  if (e->person || e->plural || !e->actor || earlier->adjective || e->type == RO_ACTOR_GROUP)
    return false;
  const ro_token *token = &c->document->tokens[draft->head],
                 *then = &c->document->tokens[earlier->head];
  bool owner = token->deprel == RO_DEPREL_NMOD_POSS;
  if (!owner && !is_subject(token->deprel)) return false;
  ro_upos of = token->head == RO_NONE ? RO_UPOS_X : c->document->tokens[token->head].upos;
  if (!owner && of != RO_UPOS_VERB) return false; /* "it was clear that" */
  return is_subject(then->deprel) || (owner && token->sentence == then->sentence);
}

static bool is_they(const chains *c, const entity *e, const ro_mention_draft *draft,
                    const ro_mention_draft *earlier) {
  (void)draft;
  if (earlier->adjective) return false;
  bool many = e->plural || earlier->plural || earlier->member_count || e->type == RO_ACTOR_GROUP ||
              e->type == RO_ACTOR_ARMED_GROUP;
  return many && is_subject(c->document->tokens[earlier->head].deprel);
}

/* "Iran and Russia said that they …": the subjects that are coordinated. */
static bool coordinated_members(chains *c, ro_mention_draft *draft) {
  const ro_document *d = c->document;
  uint32_t sentence = sentence_of(c, draft);
  for (uint32_t i = c->at; i-- > (c->at > MOST_DRAFTS ? c->at - MOST_DRAFTS : 0);) {
    const ro_mention_draft *earlier = draft_at(c, i);
    if (sentence_of(c, earlier) + 1 < sentence) return false;
    if (earlier->entity == RO_NONE || !is_subject(d->tokens[earlier->head].deprel)) continue;
    if (sentence_of(c, earlier) == sentence && is_coargument(c, draft, earlier)) continue;
    const char **members = ro_arena_alloc_array(c->arena, 8, sizeof *members);
    uint32_t count = 0;
    const char *first = c->entities[earlier->entity].actor;
    if (first) members[count++] = first;
    for (uint32_t k = ro_tree_child(d, earlier->head, RO_DEPREL_CONJ); k != RO_NONE && count < 8;
         k = ro_tree_next_child(d, k, RO_DEPREL_CONJ)) {
      uint32_t number = c->scene->draft_of[k];
      const ro_mention_draft *other = number == RO_NONE ? NULL : &c->scene->drafts[number];
      const char *actor = other && other->entity != RO_NONE ? c->entities[other->entity].actor
                          : other                           ? other->actor
                                                            : NULL;
      if (actor) members[count++] = actor;
    }
    if (count < 2) continue;
    draft->members = members;
    draft->member_count = count;
    draft->entity = new_entity(c, draft);
    draft->reason = "those that are the subject together";
    return true;
  }
  return false;
}

static void resolve_pronoun(chains *c, ro_mention_draft *draft) {
  accept_entity *accept = draft->person ? is_he_or_she : draft->plural ? is_they : is_it;
  if (draft->plural && coordinated_members(c, draft)) return;
  uint32_t found = look_back(c, draft, accept);
  if (found == RO_NONE) {
    draft->entity = new_entity(c, draft);
    draft->reason = "unresolved";
    return;
  }
  draft->entity = found;
  if (draft->person && draft->gender && !c->entities[found].gender)
    c->entities[found].gender = draft->gender;
  draft->reason = "the likeliest before it";
}

static bool resolve_draft(chains *c, ro_mention_draft *draft) {
  if (draft->entity != RO_NONE) return true;
  switch (draft->kind) {
  case RO_MENTION_NAME:
    if (draft->person)
      resolve_person(c, draft);
    else
      resolve_actor(c, draft);
    break;
  case RO_MENTION_NOMINAL:
    resolve_nominal(c, draft);
    break;
  case RO_MENTION_PRONOUN:
    resolve_pronoun(c, draft);
    break;
  }
  return draft->entity != RO_NONE;
}

typedef struct ordered {
  uint32_t draft, first, count;
} ordered;

static int by_place(const void *a, const void *b) {
  const ordered *x = a, *y = b;
  if (x->first != y->first) return x->first < y->first ? -1 : 1;
  if (x->count != y->count) return x->count > y->count ? -1 : 1;
  return x->draft < y->draft ? -1 : 1;
}

/* Owners stand before what they own, so the innermost end first where two begin
 * together. */
static void put_in_order(chains *c) {
  size_t count = c->scene->draft_count;
  ordered *items = ro_arena_alloc_array(c->arena, count + 1, sizeof *items);
  for (uint32_t i = 0; i < count; i++)
    items[i] = (ordered){i, c->scene->drafts[i].head, c->scene->drafts[i].count};
  if (count) qsort(items, count, sizeof *items, by_place);
  c->order = ro_arena_alloc_array(c->arena, count + 1, sizeof *c->order);
  for (size_t i = 0; i < count; i++)
    c->order[i] = items[i].draft;
}

/* The state of the place where the report was filed: "KYIV, July 5 (Agency) -
 * …". */
static const char *home_of_dateline(const chains *c) {
  const ro_document *d = c->document;
  enum { LONGEST_DATELINE = 16 };
  bool ends = false;
  for (uint32_t i = 1; i < d->token_count && i < LONGEST_DATELINE; i++)
    ends = ends || ro_token_is(&d->tokens[i], "-") || ro_token_is(&d->tokens[i], "–") ||
           ro_token_is(&d->tokens[i], "—");
  if (!ends) return NULL;
  for (size_t i = 0; i < c->scene->match_count && c->scene->matches[i].first < 3; i++) {
    const ro_name_match *match = &c->scene->matches[i];
    for (uint32_t k = 0; k < match->posting_count; k++) {
      const ro_entry *entry = ro_dictionary_entry(match->dictionary, &match->postings[k]);
      if (entry && entry->kind == RO_ENTRY_SEAT && match->first == 0)
        return *ro_dictionary_string(match->dictionary, entry->country)
                   ? ro_dictionary_string(match->dictionary, entry->country)
                   : NULL;
    }
  }
  return NULL;
}

void ro_chains_resolve(ro_name_scene *scene) {
  chains c = {.scene = scene, .document = scene->document, .arena = scene->arena};
  c.home = home_of_dateline(&c);
  prepare_titles(&c);
  put_in_order(&c);
  for (c.at = 0; c.at < scene->draft_count; c.at++)
    resolve_draft(&c, draft_at(&c, c.at));
  for (uint32_t i = 0; i < scene->draft_count; i++) {
    ro_mention_draft *draft = &scene->drafts[i];
    if (draft->entity == RO_NONE || draft->member_count) continue;
    const entity *e = &c.entities[draft->entity];
    draft->actor = e->actor;
    if (!draft->code || draft->kind != RO_MENTION_NAME || e->person) draft->code = e->code;
    if (e->person) draft->role = e->role;
    draft->type = e->type;
    draft->unnamed = e->unnamed || (draft->unnamed && e->person);
  }
}
