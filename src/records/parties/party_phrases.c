#include <string.h>
#include <strings.h>

#include "records/clause/arguments.h"
#include "records/parties/named.h"
#include "records/parties/parties.h"
#include "syntax/tree.h"

enum { DEEPEST_PHRASE = 12 };

void parties_named(ro_parties *out, const ro_scene *scene, uint32_t token) {
  named_add(out, scene, arguments_antecedent(scene->document, token));
}

static bool is_name(const ro_scene *scene, uint32_t token) {
  return scene->document->tokens[token].upos == RO_UPOS_PROPN;
}

static void phrase(ro_parties *out, const ro_scene *scene, uint32_t token, int depth);

/* "PROTESTERS in Oslo" are Norway's; a bomb or an embassy there need not be. */
static bool is_somebody(const ro_scene *scene, uint32_t noun) {
  if (scene->mentions[noun] != RO_NONE)
    return !scene_lemma_is(scene, noun, "embassy") && !scene_lemma_is(scene, noun, "consulate");
  return scene_in_class(scene, noun, "civilians") || scene_in_class(scene, noun, "protesters") ||
         scene_in_class(scene, noun, "representatives") || scene_in_class(scene, noun, "leaders") ||
         scene_in_class(scene, noun, "collectives") ||
         scene_in_class(scene, noun, "quantity-nouns");
}

/* "PRO-ICELANDIC protesters" need not be of Iceland. */
static bool is_leaning(const ro_document *document, uint32_t child) {
  const char *form = document->tokens[child].form;
  return strncasecmp(form, "pro-", 4) == 0 || strncasecmp(form, "anti-", 5) == 0;
}

static bool owns(const ro_scene *scene, uint32_t child) {
  const ro_document *document = scene->document;
  if (is_leaning(document, child)) return false;
  switch (document->tokens[child].deprel) {
  case RO_DEPREL_NMOD_POSS:
  case RO_DEPREL_NMOD_DESC: /* "Icelandic MINISTER Jonsdottir" */
  case RO_DEPREL_AMOD:
  case RO_DEPREL_COMPOUND:
  case RO_DEPREL_FLAT:
    return true;
  case RO_DEPREL_NMOD: {
    const char *preposition = arguments_preposition(document, child);
    if (!preposition) return true; /* "Secretary of State ANTONY BLINKEN" */
    if (strcmp(preposition, "in") == 0) return is_somebody(scene, document->tokens[child].head);
    return (strcmp(preposition, "of") == 0 || strcmp(preposition, "from") == 0 ||
            strcmp(preposition, "by") == 0);
  }
  default:
    return false;
  }
}

/* "guarantees FROM WASHINGTON", "warships FROM MOSCOW": where it comes from is whose it is. */
static void add_origin(ro_parties *out, const ro_scene *scene, uint32_t child) {
  const ro_document *document = scene->document;
  const char *preposition = arguments_preposition(document, child);
  uint32_t place = scene->places[child];
  if (place == RO_NONE || document->tokens[child].deprel != RO_DEPREL_NMOD) return;
  if (!preposition || strcmp(preposition, "from") != 0) return;
  const ro_place *found = &document->places[place];
  parties_add(out, (ro_party){found->country, found->country, found->span, true});
}

/* "the ultimatum ISSUED BY OSLO": who made a thing that is nobody. */
static uint32_t made_by(const ro_scene *scene, uint32_t child) {
  const ro_document *document = scene->document;
  uint32_t thing = document->tokens[child].head;
  bool participle = document->tokens[child].deprel == RO_DEPREL_ACL &&
                    arguments_is_passive(document, child) && thing != RO_NONE;
  return participle && !is_somebody(scene, thing) ? arguments_subject(scene, child) : RO_NONE;
}

/* Each owner with those coordinated: "American and Russian negotiators". */
static void owners(ro_parties *out, const ro_scene *scene, uint32_t noun, int depth) {
  const ro_document *document = scene->document;
  for (uint32_t child = document->first_child[noun]; child != RO_NONE;
       child = document->next_sibling[child]) {
    uint32_t maker = made_by(scene, child);
    if (maker == RO_NONE && !owns(scene, child)) continue;
    uint32_t owner = arguments_antecedent(document, maker == RO_NONE ? child : maker);
    uint32_t before = out->count;
    if (owner != noun) phrase(out, scene, owner, depth + 1);
    if (out->count == before) add_origin(out, scene, child);
  }
}

void parties_of_owner(ro_parties *out, const ro_scene *scene, uint32_t noun) {
  owners(out, scene, noun, 0);
}

/* "a spokesman FOR THE MINISTRY", "an aide TO ZELENSKY": the side that such people speak for. */
static void represented(ro_parties *out, const ro_scene *scene, uint32_t noun, int depth) {
  const ro_document *document = scene->document;
  if (!scene_in_class(scene, noun, "representatives")) return;
  for (uint32_t child = ro_tree_child(document, noun, RO_DEPREL_NMOD); child != RO_NONE;
       child = ro_tree_next_child(document, child, RO_DEPREL_NMOD)) {
    const char *preposition = arguments_preposition(document, child);
    if (!preposition || (strcmp(preposition, "for") != 0 && strcmp(preposition, "to") != 0))
      continue;
    ro_parties found = {.count = 0};
    phrase(&found, scene, child, depth + 1);
    for (uint32_t i = 0; i < found.count; i++) {
      size_t length;
      const char *side = parties_side(found.items[i].actor, &length);
      found.items[i].actor = ro_arena_copy(document->arena, side, length);
      parties_add(out, found.items[i]);
    }
  }
}

/* "a delegation UNDER LAVROV", "a team LED BY LAVROV" */
static void leaders(ro_parties *out, const ro_scene *scene, uint32_t noun, int depth) {
  const ro_document *document = scene->document;
  for (uint32_t child = document->first_child[noun]; child != RO_NONE;
       child = document->next_sibling[child]) {
    const char *preposition = arguments_preposition(document, child);
    ro_deprel deprel = document->tokens[child].deprel;
    if (deprel == RO_DEPREL_NMOD && preposition && strcmp(preposition, "under") == 0)
      phrase(out, scene, child, depth + 1);
    if (deprel != RO_DEPREL_ACL || !scene_in_class(scene, child, "leading")) continue;
    uint32_t leader = arguments_subject(scene, child);
    if (leader != RO_NONE && leader != noun) phrase(out, scene, leader, depth + 1);
  }
}

/* A noun that no list knows: who it is said to be, then its owners. */
static void describe(ro_parties *out, const ro_scene *scene, uint32_t token, int depth) {
  uint32_t before = out->count;
  uint32_t apposition = ro_tree_child(scene->document, token, RO_DEPREL_APPOS);
  uint32_t mention = apposition == RO_NONE ? RO_NONE : scene->mentions[apposition];
  if (mention != RO_NONE && is_name(scene, apposition)) {
    parties_add_mention(out, &scene->document->actors[mention]);
    parties_coordinated(out, scene, apposition); /* "the mediators QATAR AND EGYPT" */
  }
  if (out->count == before) leaders(out, scene, token, depth);
  if (out->count == before) owners(out, scene, token, depth);
  if (out->count == before) represented(out, scene, token, depth);
  if (out->count == before && apposition != RO_NONE) phrase(out, scene, apposition, depth + 1);
}

/* "delegations from Ukraine, Russia and Turkey": a noun that stands for one of its owners stands
 * for all of them. */
static void add_other_owners(ro_parties *out, const ro_scene *scene, uint32_t token, int depth) {
  ro_parties found = {.count = 0};
  if (out->count && strchr(out->items[out->count - 1].actor, ':')) return;
  if (ro_tree_child(scene->document, token, RO_DEPREL_NMOD_POSS) != RO_NONE) return;
  owners(&found, scene, token, depth);
  if (found.count < 2 || !out->count) return;
  ro_parties last = {.count = 1, .items = {out->items[out->count - 1]}};
  if (!parties_share_side(&found, &last)) return;
  for (uint32_t i = 0; i < found.count; i++)
    parties_add(out, found.items[i]);
}

/* "the NATO-RUSSIA meeting": a hyphen joins two of equal rank. */
static void add_hyphened(ro_parties *out, const ro_scene *scene, uint32_t token) {
  const ro_document *document = scene->document;
  for (uint32_t child = document->first_child[token]; child != RO_NONE && child < token;
       child = document->next_sibling[child]) {
    ro_deprel deprel = document->tokens[child].deprel;
    if (deprel != RO_DEPREL_COMPOUND && deprel != RO_DEPREL_AMOD) continue;
    const char *next = document->tokens[child + 1].form;
    if (strcmp(next, "-") == 0 || strcmp(next, "–") == 0 || strcmp(next, "/") == 0)
      named_add(out, scene, child);
  }
}

/* "Lund, ICELAND'S JONSSON and Holm met": who is of another side is one more, though the tree has
 * him for another name of the first. */
static void add_listed(ro_parties *out, const ro_scene *scene, uint32_t token) {
  const ro_document *document = scene->document;
  uint32_t child = ro_tree_child(document, token, RO_DEPREL_APPOS);
  if (child == RO_NONE || !out->count || !is_name(scene, token) || !is_name(scene, child)) return;
  if (!strchr(out->items[out->count - 1].actor, ':')) return;
  uint32_t index = scene->mentions[child];
  if (index == RO_NONE || document->actors[index].kind != RO_MENTION_NAME) return;
  ro_parties one = {.count = 0};
  parties_add_mention(&one, &document->actors[index]);
  parties_remove_sides(&one, out);
  for (uint32_t i = 0; i < one.count; i++)
    if (strchr(one.items[i].actor, ':')) parties_add(out, one.items[i]);
}

static void phrase(ro_parties *out, const ro_scene *scene, uint32_t token, int depth) {
  const ro_document *document = scene->document;
  if (depth > DEEPEST_PHRASE) return;
  if (named_add(out, scene, token)) {
    add_other_owners(out, scene, token, depth);
    add_listed(out, scene, token);
  } else
    describe(out, scene, token, depth);
  add_hyphened(out, scene, token);
  for (uint32_t child = ro_tree_child(document, token, RO_DEPREL_CONJ); child != RO_NONE;
       child = ro_tree_next_child(document, child, RO_DEPREL_CONJ))
    if (document->tokens[child].upos != RO_UPOS_VERB) phrase(out, scene, child, depth + 1);
}

void parties_coordinated(ro_parties *out, const ro_scene *scene, uint32_t token) {
  const ro_document *document = scene->document;
  for (uint32_t child = ro_tree_child(document, token, RO_DEPREL_CONJ); child != RO_NONE;
       child = ro_tree_next_child(document, child, RO_DEPREL_CONJ))
    if (document->tokens[child].upos != RO_UPOS_VERB) parties_of_phrase(out, scene, child);
}

void parties_of_phrase(ro_parties *out, const ro_scene *scene, uint32_t token) {
  if (token != RO_NONE) phrase(out, scene, arguments_antecedent(scene->document, token), 0);
}

/* What hangs on the phrase as a clause of its own, or only to say who is not there, whom others
 * stand between, or who did what is told of another: "experts appointed BY THE UNION". */
static bool stands_aside(const ro_scene *scene, uint32_t token, uint32_t top) {
  static const char *const prepositions[] = {"without", "between", "by"};
  const ro_document *document = scene->document;
  for (uint32_t at = token; at != top && at != RO_NONE; at = document->tokens[at].head) {
    ro_deprel deprel = document->tokens[at].deprel;
    const char *preposition = arguments_preposition(document, at);
    if (deprel == RO_DEPREL_ADVCL || deprel == RO_DEPREL_PARATAXIS) return true;
    if (preposition && strcmp(preposition, "by") == 0 && document->tokens[at].head == top)
      continue; /* "would not be intimidated BY OSLO" */
    for (size_t i = 0; preposition && i < sizeof prepositions / sizeof *prepositions; i++)
      if (strcmp(preposition, prepositions[i]) == 0) return true;
  }
  return false;
}

void parties_mentioned(ro_parties *out, const ro_scene *scene, uint32_t token) {
  uint32_t first, last;
  if (token == RO_NONE) return;
  ro_tree_extent(scene->document, token, &first, &last);
  for (uint32_t i = first; i <= last; i++)
    if (ro_tree_is_below(scene->document, i, token) && !stands_aside(scene, i, token))
      named_add(out, scene, i);
}

void parties_below(ro_parties *out, const ro_scene *scene, uint32_t token) {
  uint32_t first, last;
  if (token == RO_NONE) return;
  ro_tree_extent(scene->document, token, &first, &last);
  for (uint32_t i = first; i <= last; i++)
    if (ro_tree_is_below(scene->document, i, token)) named_add(out, scene, i);
}

void parties_of_clause(ro_parties *out, const ro_scene *scene, uint32_t predicate) {
  const ro_document *document = scene->document;
  for (uint32_t child = document->first_child[predicate]; child != RO_NONE;
       child = document->next_sibling[child]) {
    ro_deprel deprel = document->tokens[child].deprel;
    const char *preposition = arguments_preposition(document, child);
    if (preposition && strcmp(preposition, "by") == 0) continue; /* another doer */
    if (deprel == RO_DEPREL_OBJ || deprel == RO_DEPREL_OBL || deprel == RO_DEPREL_IOBJ ||
        deprel == RO_DEPREL_NMOD || deprel == RO_DEPREL_XCOMP || deprel == RO_DEPREL_NSUBJ_PASS)
      parties_below(out, scene, child);
  }
}
