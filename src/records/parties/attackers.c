#include "records/parties/attackers.h"

#include <string.h>

#include "records/clause/arguments.h"
#include "records/parties/described.h"
#include "syntax/tree.h"

static bool is_preposition(const char *preposition, const char *const *words, size_t count) {
  for (size_t i = 0; preposition && i < count; i++)
    if (strcmp(preposition, words[i]) == 0) return true;
  return false;
}

/* "in a STRIKE", "by mortar FIRE", "during CLASHES", "in a series of RAIDS" */
static bool is_attack(const ro_scene *scene, uint32_t noun) {
  return scene_in_class(scene, noun, "hostile-acts") || scene_in_class(scene, noun, "fights");
}

static bool leads_to_attack(const ro_scene *scene, uint32_t token) {
  static const char *const prepositions[] = {"in", "by", "during", "after", "of", "from", "under"};
  ro_deprel deprel = scene->document->tokens[token].deprel;
  bool oblique =
      deprel == RO_DEPREL_OBL || deprel == RO_DEPREL_OBL_AGENT || deprel == RO_DEPREL_NMOD;
  return oblique && is_preposition(arguments_preposition(scene->document, token), prepositions,
                                   sizeof prepositions / sizeof *prepositions);
}

/* The attack in which it happened: below the verb, or below a noun beside it, where the parser
 * hangs it too low ("killed along with SOLDIERS in an attack"). */
static uint32_t attack_below(const ro_scene *scene, uint32_t token, int depth) {
  enum { DEEPEST = 3 };
  const ro_document *document = scene->document;
  for (uint32_t child = document->first_child[token]; child != RO_NONE && depth < DEEPEST;
       child = document->next_sibling[child]) {
    if (!leads_to_attack(scene, child) && !scene_in_class(scene, child, "quantity-nouns")) {
      ro_deprel deprel = document->tokens[child].deprel;
      if (deprel != RO_DEPREL_OBL && deprel != RO_DEPREL_NMOD) continue;
    } else if (is_attack(scene, child)) {
      return child;
    }
    uint32_t below = attack_below(scene, child, depth + 1);
    if (below != RO_NONE) return below;
  }
  return RO_NONE;
}

/* Who did it by the phrases behind the attack's noun. */
static bool tells_doer(const ro_scene *scene, uint32_t child) {
  static const char *const doers[] = {"by", "from", "between", "with"};
  return is_preposition(arguments_preposition(scene->document, child), doers,
                        sizeof doers / sizeof *doers);
}

/* Those behind the attack: below its noun, or behind it below the verb, where the parser may hang
 * them as well ("wounded by fire FROM THE HILLS"). */
static void add_doers(ro_parties *out, const ro_scene *scene, uint32_t attack,
                      void (*add)(ro_parties *, const ro_scene *, uint32_t, const ro_parties *),
                      const ro_parties *victims) {
  const ro_document *document = scene->document;
  for (uint32_t child = ro_tree_child(document, attack, RO_DEPREL_NMOD); child != RO_NONE;
       child = ro_tree_next_child(document, child, RO_DEPREL_NMOD))
    if (tells_doer(scene, child)) add(out, scene, child, victims);
  uint32_t verb = document->tokens[attack].head;
  for (uint32_t child = verb == RO_NONE ? RO_NONE : ro_tree_child(document, verb, RO_DEPREL_OBL);
       child != RO_NONE && !out->count; child = ro_tree_next_child(document, child, RO_DEPREL_OBL))
    if (child > attack && tells_doer(scene, child)) add(out, scene, child, victims);
}

static void add_named(ro_parties *out, const ro_scene *scene, uint32_t token,
                      const ro_parties *victims) {
  (void)victims;
  parties_of_phrase(out, scene, token);
}

uint32_t attackers_find(ro_parties *out, const ro_scene *scene, uint32_t verb,
                        const ro_parties *victims) {
  uint32_t attack = attack_below(scene, verb, 0);
  if (attack == RO_NONE) return RO_NONE;
  add_doers(out, scene, attack, add_named, victims);
  parties_remove_sides(out, victims);
  if (!out->count) parties_of_owner(out, scene, attack);
  parties_remove_sides(out, victims);
  return attack;
}

void attackers_describe(ro_parties *out, const ro_scene *scene, uint32_t attack,
                        const ro_parties *victims) {
  add_doers(out, scene, attack, described_add_phrase, victims);
}
