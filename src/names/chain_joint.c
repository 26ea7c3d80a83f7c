#include <string.h>

#include "names/chain_joint.h"
#include "names/chain_state.h"
#include "syntax/tree.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

static bool head_is_one_of(const chains *c, const ro_mention_draft *draft, const char *const *nouns,
                           size_t count) {
  const ro_token *token = &c->document->tokens[draft->head];
  ro_token lemma = {.form = token->lemma ? token->lemma : token->form};
  return ro_token_is_one_of(&lemma, nouns, count);
}

static bool is_joint_of_persons(const chains *c, const ro_mention_draft *draft) {
  static const char *const nouns[] = {
      "two",   "pair",      "duo",        "both",       "three",      "trio",     "four",
      "five",  "six",       "leader",     "minister",   "man",        "woman",    "diplomat",
      "envoy", "president", "chief",      "premier",    "official",   "general",  "counterpart",
      "head",  "secretary", "negotiator", "ambassador", "politician", "statesman"};
  return head_is_one_of(c, draft, nouns, COUNT(nouns));
}

static bool has_word(const chains *c, const ro_mention_draft *draft, const char *const *words,
                     size_t count) {
  for (uint32_t i = draft->first; i <= draft->head; i++)
    if (ro_token_is_one_of(&c->document->tokens[i], words, count)) return true;
  return false;
}

uint32_t chain_number_named(const chains *c, const ro_mention_draft *draft) {
  static const struct {
    const char *word;
    uint32_t number;
  } numbers[] = {{"both", 2}, {"two", 2},  {"pair", 2}, {"duo", 2}, {"three", 3},
                 {"trio", 3}, {"four", 4}, {"five", 5}, {"six", 6}};
  for (uint32_t i = draft->first; i <= draft->head; i++)
    for (size_t k = 0; k < COUNT(numbers); k++)
      if (ro_token_is(&c->document->tokens[i], numbers[k].word)) return numbers[k].number;
  return 0;
}

bool chain_says_opponents(const chains *c, const ro_mention_draft *draft) {
  static const char *const nouns[] = {"belligerent", "combatant", "opponent", "foe"};
  static const char *const words[] = {"warring", "rival", "opposing", "feuding", "belligerent"};
  return head_is_one_of(c, draft, nouns, COUNT(nouns)) || has_word(c, draft, words, COUNT(words));
}

/* "the WARRING parties", "the belligerents": those whom the whole report is about. */
static bool names_opponents(const chains *c, const ro_mention_draft *draft) {
  bool all = ro_token_is(&c->document->tokens[draft->first], "the") && draft->plural;
  return all && chain_says_opponents(c, draft);
}

/* "the LEADERS", with nothing that tells whose. */
static bool is_bare_plural(const chains *c, const ro_mention_draft *draft) {
  return draft->person && draft->plural && draft->count == 2 && is_joint_of_persons(c, draft) &&
         ro_token_is(&c->document->tokens[draft->first], "the");
}

static bool is_joint(const chains *c, const ro_mention_draft *draft) {
  static const char *const nouns[] = {
      "side",        "party",      "country",    "nation",     "government",  "leader",
      "minister",    "delegation", "neighbour",  "neighbor",   "power",       "state",
      "ally",        "president",  "capital",    "diplomat",   "official",    "man",
      "woman",       "envoy",      "chief",      "premier",    "army",        "general",
      "counterpart", "rival",      "foe",        "faction",    "belligerent", "combatant",
      "commander",   "signatory",  "opponent",   "military",   "team",        "camp",
      "head",        "secretary",  "negotiator", "ambassador", "politician",  "statesman"};
  static const char *const bare[] = {"sides",     "parties", "neighbours",
                                     "neighbors", "foes",    "rivals"};
  static const char *const definite_words[] = {"both", "the", "all", "these", "those"};
  const ro_document *d = c->document;
  bool loose =
      draft->type == RO_ACTOR_GROUP && chain_number_named(c, draft); /* "two Nordic states" */
  if (draft->base || (draft->actor && !loose)) return false;
  if (!draft->agent && !draft->person) return true; /* "the two" */
  if (!head_is_one_of(c, draft, nouns, COUNT(nouns))) return false;
  bool definite =
      ro_token_is_one_of(&d->tokens[draft->first], definite_words, COUNT(definite_words));
  return (chain_number_named(c, draft) && definite) || names_opponents(c, draft) ||
         (draft->count == 2 && ro_token_is(&d->tokens[draft->first], "the") &&
          ro_token_is_one_of(&d->tokens[draft->head], bare, COUNT(bare)));
}

/* "the three COUNTRIES" are states; "both SIDES" may be armed groups. */
static member_kind kind_of_members(const chains *c, const ro_mention_draft *draft) {
  static const char *const nouns[] = {"country",  "nation",     "state",   "neighbour",
                                      "neighbor", "government", "capital", "army"};
  return head_is_one_of(c, draft, nouns, COUNT(nouns)) ? STATES : STATES_AND_BODIES;
}

static bool is_state(const entity *e, const char *base) {
  return strlen(base) == 3 && e->code && strncmp(base, e->code, 3) == 0;
}

const char *chain_member_of(const entity *e, member_kind kind) {
  if (kind == PERSONS) return e->person && !e->plural && e->surname ? e->actor : NULL;
  const char *base = e->base ? e->base : e->actor;
  if (!base || e->type == RO_ACTOR_GROUP || e->type == RO_ACTOR_MEDIUM || strchr(base, ':'))
    return NULL;
  if (chain_is_private_part(base)) return NULL;
  return kind == STATES && !is_state(e, base) ? NULL : base;
}

/* "THE SOUTH AFRICAN president, the chairman of THE UNION, offered both sides …": the words of the
 * phrase that tells who acts. */
static bool tells_who_acts(const chains *c, const ro_mention_draft *draft,
                           const ro_mention_draft *earlier) {
  enum { DEEPEST = 5 };
  const ro_document *d = c->document;
  uint32_t token = earlier->head;
  for (int steps = 0; steps < DEEPEST; steps++) {
    ro_deprel deprel = d->tokens[token].deprel;
    bool inner = deprel == RO_DEPREL_AMOD || deprel == RO_DEPREL_NMOD ||
                 deprel == RO_DEPREL_APPOS || deprel == RO_DEPREL_COMPOUND ||
                 deprel == RO_DEPREL_NMOD_DESC || deprel == RO_DEPREL_NMOD_POSS;
    if (!inner || d->tokens[token].head == RO_NONE) break;
    token = d->tokens[token].head;
  }
  uint32_t outer = chain_draft_of(c, token);
  return token != earlier->head && (outer == RO_NONE || c->scene->drafts[outer].person) &&
         chain_is_subject(d->tokens[token].deprel) &&
         d->tokens[token].head == d->tokens[draft->head].head;
}

/* "France AND GERMANY called on both sides" */
bool chain_acts_on(const chains *c, const ro_mention_draft *draft,
                   const ro_mention_draft *earlier) {
  const ro_token *token = &c->document->tokens[earlier->head];
  if (chain_is_coargument(c, draft, earlier) || tells_who_acts(c, draft, earlier)) return true;
  if (token->deprel != RO_DEPREL_CONJ || token->head == RO_NONE) return false;
  uint32_t first = chain_draft_of(c, token->head);
  return first != RO_NONE && chain_is_coargument(c, draft, &c->scene->drafts[first]);
}

/* Who was named in the sentences from `first` on, the last ones first. Who does something to both
 * is none of them: "the EU called on both sides". */
static void collect(const chains *c, const ro_mention_draft *draft, uint32_t first,
                    member_kind kind, candidates *out) {
  out->count = 0;
  for (uint32_t i = c->at, looked = 0; i-- > 0 && looked < MOST_LOOKED_AT; looked++) {
    const ro_mention_draft *earlier = chain_draft_at(c, i);
    if (earlier->entity == RO_NONE || chain_acts_on(c, draft, earlier)) continue;
    if (chain_sentence_of(c, earlier) < first) break;
    const char *member = chain_member_of(&c->entities[earlier->entity], kind);
    if (member) chain_count_member(out, member);
  }
}

/* Drops those named least often, until so many are left; of equals the ones named longest ago. */
static bool keep(candidates *all, uint32_t number) {
  while (all->count > number) {
    uint32_t least = all->count - 1;
    for (uint32_t i = all->count; i-- > 0;)
      if (all->items[i].mentions < all->items[least].mentions) least = i;
    all->count--;
    memmove(&all->items[least], &all->items[least + 1], (all->count - least) * sizeof *all->items);
  }
  return all->count == number;
}

/* Those that the sentence names before, else those of the sentences before: so many as the phrase
 * says, those spoken of most, else all, where they are few. */
static bool choose(const chains *c, const ro_mention_draft *draft, member_kind kind,
                   candidates *all) {
  uint32_t sentence = chain_sentence_of(c, draft), said = chain_number_named(c, draft);
  uint32_t number = said ? said : 2;
  if (kind != PERSONS && (names_opponents(c, draft) || number > 2)) {
    collect(c, draft, 0, kind, all);
    return keep(all, number);
  }
  collect(c, draft, sentence, kind, all);
  if (all->count == number) return true;
  if (kind != PERSONS && number == 2 && chain_main_two(c, draft, kind, all)) return true;
  if (!said && sentence) {
    collect(c, draft, sentence - 1, kind, all);
    if (all->count >= 2 && all->count <= MOST_MEMBERS) return true;
  }
  collect(c, draft, sentence > SENTENCES_BACK ? sentence - SENTENCES_BACK : 0, kind, all);
  if (kind != PERSONS && all->count < number) collect(c, draft, 0, kind, all);
  return keep(all, number);
}

/* "Brennan and Dahl saw Holm. BOTH insisted …": two who are one subject in the sentence before;
 * false where no such two are. */
static bool find_joint_subject(const chains *c, const ro_mention_draft *draft, candidates *all) {
  const ro_document *d = c->document;
  uint32_t sentence = chain_sentence_of(c, draft);
  if (chain_number_named(c, draft) != 2 || !chain_is_subject(d->tokens[draft->head].deprel))
    return false;
  for (uint32_t i = c->at, looked = 0; i-- > 0 && looked < MOST_LOOKED_AT; looked++) {
    const ro_mention_draft *earlier = chain_draft_at(c, i);
    if (chain_sentence_of(c, earlier) + 1 < sentence) return false;
    uint32_t other = ro_tree_child(d, earlier->head, RO_DEPREL_CONJ);
    uint32_t number = other == RO_NONE ? RO_NONE : chain_draft_of(c, other);
    bool joint = chain_is_subject(d->tokens[earlier->head].deprel) && number != RO_NONE &&
                 ro_tree_next_child(d, other, RO_DEPREL_CONJ) == RO_NONE &&
                 chain_sentence_of(c, earlier) + 1 == sentence;
    const ro_mention_draft *second = joint ? &c->scene->drafts[number] : NULL;
    if (!second || earlier->entity == RO_NONE || second->entity == RO_NONE) continue;
    const char *one = chain_member_of(&c->entities[earlier->entity], PERSONS);
    const char *two = chain_member_of(&c->entities[second->entity], PERSONS);
    if (!one || !two) continue;
    *all = (candidates){{{two, 1}, {one, 1}}, 2};
    return true;
  }
  return false;
}

/* "The ministers of Norway and Iceland signed. BOTH MINISTERS …": those of whom the report has
 * spoken by the same noun; RO_NONE. */
static uint32_t both_with_noun(const chains *c, const ro_mention_draft *draft) {
  if (!draft->agent || chain_number_named(c, draft) != 2) return RO_NONE;
  for (uint32_t i = c->at, looked = 0; i-- > 0 && looked < MOST_LOOKED_AT; looked++) {
    const ro_mention_draft *earlier = chain_draft_at(c, i);
    if (earlier->kind != RO_MENTION_NOMINAL || earlier->entity == RO_NONE) continue;
    if (c->entities[earlier->entity].member_count == 2 && earlier->agent &&
        strcmp(chain_lemma_of(c, earlier), chain_lemma_of(c, draft)) == 0)
      return earlier->entity;
  }
  return RO_NONE;
}

/* "Iran and the six powers met. THE SIX agreed …": the latest group of so many; RO_NONE. */
static uint32_t group_of_number(const chains *c, const ro_mention_draft *draft) {
  uint32_t number = chain_number_named(c, draft);
  for (uint32_t i = c->at, looked = 0; number > 2 && i-- > 0 && looked < MOST_LOOKED_AT; looked++) {
    uint32_t earlier = chain_draft_at(c, i)->entity;
    if (earlier != RO_NONE && c->entities[earlier].member_count == number) return earlier;
  }
  return RO_NONE;
}

/* "urged BOTH MEN": two persons whom the sentence names, else those of the two sides that the
 * report speaks of most. */
static bool find_two_persons(const chains *c, const ro_mention_draft *draft, candidates *all) {
  if (chain_number_named(c, draft) != 2) return false;
  collect(c, draft, chain_sentence_of(c, draft), PERSONS, all);
  return all->count == 2 || (draft->agent && chain_main_persons(c, draft, all));
}

static bool join_those_spoken_of(chains *c, ro_mention_draft *draft) {
  candidates all;
  if (chain_join_at_war(c, draft) || chain_join_bilateral(c, draft)) return true;
  if (!is_joint(c, draft)) return false;
  bool persons = is_joint_of_persons(c, draft);
  uint32_t both = persons ? both_with_noun(c, draft) : RO_NONE;
  if (both == RO_NONE) both = group_of_number(c, draft);
  if (both != RO_NONE) {
    draft->entity = both;
    draft->reason = "those that were spoken of so";
    return true;
  }
  bool found =
      persons && (find_joint_subject(c, draft, &all) || chain_find_list(c, draft, PERSONS, &all) ||
                  find_two_persons(c, draft, &all) || choose(c, draft, PERSONS, &all));
  member_kind kind = kind_of_members(c, draft);
  if (!found)
    found = chain_find_list(c, draft, kind, &all) || chain_find_list_ahead(c, draft, kind, &all) ||
            choose(c, draft, kind, &all);
  if (!found) return false;
  const char **members = ro_arena_alloc_array(c->arena, all.count, sizeof *members);
  for (uint32_t i = 0; i < all.count; i++) /* in the order of the text */
    members[i] = all.items[all.count - 1 - i].member;
  chain_take_members(c, draft, members, all.count);
  draft->reason = all.count == 2 ? "the two that are spoken of" : "those that are spoken of";
  return true;
}

bool chain_join_members(chains *c, ro_mention_draft *draft) {
  if (chain_join_named(c, draft) || join_those_spoken_of(c, draft)) return true;
  return is_bare_plural(c, draft) && !draft->base && !draft->actor &&
         chain_join_partners(c, draft, 2);
}
