#include "records/clause/circumstances.h"

#include <string.h>
#include <strings.h>

#include "records/clause/arguments.h"
#include "records/clause/conditions.h"
#include "records/clause/negation.h"
#include "syntax/tree.h"

enum { HIGHEST_CLIMB = 12 };

static const ro_token *token_of(const ro_scene *scene, uint32_t index) {
  return &scene->document->tokens[index];
}

static bool has_xpos(const ro_scene *scene, uint32_t token, const char *xpos) {
  const char *own = token_of(scene, token)->xpos;
  return own && strcmp(own, xpos) == 0;
}

/* "would have preferred": it was not so. */
static bool would_have(const ro_scene *scene, uint32_t verb) {
  const ro_document *document = scene->document;
  for (uint32_t child = ro_tree_child(document, verb, RO_DEPREL_AUX); child != RO_NONE;
       child = ro_tree_next_child(document, child, RO_DEPREL_AUX))
    if (scene_lemma_is(scene, child, "have") && has_xpos(scene, child, "VB")) return true;
  return false;
}

/* "IS TO release the crew by Friday" is to come; "its aim IS TO …" is only wanted. */
static void read_is_to(ro_circumstances *out, const ro_scene *scene, uint32_t verb) {
  static const ro_deprel relations[] = {RO_DEPREL_NSUBJ, RO_DEPREL_NSUBJ_PASS,
                                        RO_DEPREL_NSUBJ_OUTER};
  const ro_document *document = scene->document;
  uint32_t be = ro_tree_child(document, verb, RO_DEPREL_COP), subject = RO_NONE;
  uint32_t to = ro_tree_child(document, verb, RO_DEPREL_MARK);
  if (be == RO_NONE) be = ro_tree_child(document, verb, RO_DEPREL_AUX);
  if (token_of(scene, verb)->upos != RO_UPOS_VERB || be == RO_NONE || be + 1 != to) return;
  if (!scene_lemma_is(scene, be, "be") || !scene_lemma_is(scene, to, "to")) return;
  if (scene_lemma_is(scene, verb, "blame")) return; /* "is TO BLAME" */
  for (size_t i = 0; subject == RO_NONE && i < sizeof relations / sizeof *relations; i++)
    subject = ro_tree_child(document, verb, relations[i]);
  if (subject == RO_NONE || out->reality != REALITY_FACT) return;
  out->is_to = !scene_in_class(scene, subject, "aims");
  out->reality = out->is_to ? REALITY_FUTURE : REALITY_WANTED;
}

/* What the auxiliaries and the verb's form tell; false where there is nothing finite. */
static bool read_form(ro_circumstances *out, const ro_scene *scene, uint32_t verb) {
  const ro_document *document = scene->document;
  bool finite = false;
  for (uint32_t child = document->first_child[verb]; child != RO_NONE;
       child = document->next_sibling[child]) {
    ro_deprel deprel = document->tokens[child].deprel;
    if (deprel != RO_DEPREL_AUX && deprel != RO_DEPREL_AUX_PASS && deprel != RO_DEPREL_COP)
      continue;
    if (scene_in_class(scene, child, "future-auxiliaries")) {
      out->tense = TENSE_FUTURE;
      if (out->reality == REALITY_FACT) out->reality = REALITY_FUTURE;
      out->would = scene_lemma_is(scene, child, "would");
    } else if (scene_in_class(scene, child, "obliging-auxiliaries")) {
      if (out->reality == REALITY_FACT) out->reality = REALITY_OBLIGED;
    } else if (scene_in_class(scene, child, "possibility-auxiliaries")) {
      if (out->reality == REALITY_FACT) out->reality = REALITY_POSSIBLE;
    } else if (out->tense != TENSE_FUTURE && scene_lemma_is(scene, child, "have")) {
      out->tense = TENSE_PERFECT;
    } else if (out->tense == TENSE_NONE) {
      out->progressive = scene_lemma_is(scene, child, "be") && has_xpos(scene, verb, "VBG");
      if (has_xpos(scene, child, "VBD")) out->tense = TENSE_PAST;
      if (has_xpos(scene, child, "VBZ") || has_xpos(scene, child, "VBP"))
        out->tense = TENSE_PRESENT;
    }
    bool bare = has_xpos(scene, child, "VB") || has_xpos(scene, child, "VBG"); /* "to BE held" */
    finite = finite || (!bare && !has_xpos(scene, child, "VBN"));
  }
  if (out->would && would_have(scene, verb)) out->reality = REALITY_UNREAL;
  read_is_to(out, scene, verb);
  if (finite) return true;
  if (has_xpos(scene, verb, "VBD")) out->tense = TENSE_PAST;
  if (has_xpos(scene, verb, "VBZ") || has_xpos(scene, verb, "VBP")) out->tense = TENSE_PRESENT;
  return out->tense != TENSE_NONE;
}

/* What the verb above makes of what stands below it; false where nothing is known of it. */
static bool apply_operator(ro_circumstances *out, const ro_scene *scene, uint32_t verb) {
  static const struct {
    const char *name;
    ro_reality reality;
  } operators[] = {
      {"planning", REALITY_FUTURE},       {"proposing", REALITY_PROPOSED},
      {"wanting", REALITY_WANTED},        {"pondering", REALITY_POSSIBLE},
      {"calling-off", REALITY_CANCELLED}, {"putting-off", REALITY_POSTPONED},
      {"having-to", REALITY_OBLIGED},     {"being-able", REALITY_POSSIBLE},
  };
  bool opens = token_of(scene, verb)->upos == RO_UPOS_VERB && scene_lemma_is(scene, verb, "open");
  for (size_t i = 0; i < sizeof operators / sizeof *operators && !opens; i++) {
    if (!scene_in_class(scene, verb, operators[i].name)) continue;
    out->reality = operators[i].reality;
    return true;
  }
  if (scene_in_class(scene, verb, "failing")) {
    out->negated = !out->negated;
    return true;
  }
  return scene_in_class(scene, verb, "going-on");
}

/* "will meet Lavrov and hold talks": a bare form shares what the first verb has. */
static bool shares_form(const ro_scene *scene, uint32_t verb) {
  if (token_of(scene, verb)->deprel != RO_DEPREL_CONJ) return false;
  if (ro_tree_child(scene->document, verb, RO_DEPREL_AUX) != RO_NONE) return false;
  return has_xpos(scene, verb, "VB") || has_xpos(scene, verb, "VBN") ||
         has_xpos(scene, verb, "VBG");
}

static bool is_infinitive(const ro_scene *scene, uint32_t verb) {
  return arguments_is_infinitive(scene->document, verb);
}

/* From an infinitive or participle up to the finite verb that it hangs on. */
static void climb(ro_circumstances *out, const ro_scene *scene, uint32_t verb) {
  for (int height = 0; height < HIGHEST_CLIMB; height++) {
    const ro_token *token = token_of(scene, verb);
    out->clause = verb;
    if (read_form(out, scene, verb) || token->head == RO_NONE) return;
    bool below = token->deprel == RO_DEPREL_XCOMP || token->deprel == RO_DEPREL_CCOMP;
    if (shares_form(scene, verb)) {
      verb = token->head;
      continue;
    }
    if (below && apply_operator(out, scene, token->head)) {
      if (negation_of(scene, token->head)) out->negated = !out->negated;
    } else if (is_infinitive(scene, verb) || below) {
      out->reality = REALITY_UNREAL;
      return;
    } else if (token->deprel != RO_DEPREL_ADVCL && token->deprel != RO_DEPREL_ACL) {
      return;
    } else {
      ro_circumstances above = *out;
      read_form(&above, scene, token->head);
      out->tense = above.tense;
      if (token->deprel == RO_DEPREL_ADVCL && scene_lemma_is(scene, token->head, "due"))
        out->reality = REALITY_FUTURE; /* "is DUE to meet" */
      return;
    }
    verb = token->head;
  }
}

/* The clauses around the predicate: "if it attacks", "whether it will attack", "before it left" */
static void read_surroundings(ro_circumstances *out, const ro_scene *scene, uint32_t predicate) {
  uint32_t at = predicate;
  for (int height = 0; height < HIGHEST_CLIMB && at != RO_NONE; height++) {
    const ro_token *token = token_of(scene, at);
    if (token->deprel == RO_DEPREL_ADVCL) {
      condition_kind kind = conditions_kind_of(scene, at);
      bool provided =
          token->head != RO_NONE && scene_in_class(scene, token->head, "provided-markers");
      if (kind != CONDITION_NONE || provided || conditions_marker_is(scene, at, "if-markers"))
        out->hypothetical = true;
    }
    if (conditions_is_inverted(scene, at)) out->hypothetical = true;
    if (conditions_marker_is(scene, at, "question-markers") && token->deprel != RO_DEPREL_ROOT)
      out->questioned = true;
    at = token->head;
    /* what is said stands on its own, whatever the sentence around it supposes */
    if (at != RO_NONE && scene->inner[predicate] != RO_NONE &&
        !scene_is_said_in(scene, at, scene->inner[predicate]))
      break;
  }
  const ro_document *document = scene->document;
  const ro_sentence *sentence = &document->sentences[token_of(scene, predicate)->sentence];
  for (uint32_t i = sentence->token_count; i-- > 0;) {
    uint32_t last = sentence->first_token + i;
    if (document->tokens[last].upos != RO_UPOS_PUNCT) break;
    if (strcmp(document->tokens[last].form, "?") == 0) out->questioned = true;
  }
}

void circumstances_of_verb(ro_circumstances *out, const ro_scene *scene, uint32_t predicate) {
  *out = (ro_circumstances){.clause = predicate, .condition = RO_NONE};
  out->negated = negation_of(scene, predicate) || negation_of_argument(scene, predicate);
  climb(out, scene, predicate);
  if (out->reality == REALITY_FACT && scene_in_class(scene, out->clause, "hedging"))
    out->reality = REALITY_POSSIBLE;
  conditions_find(out, scene, predicate, predicate);
  if (out->clause != predicate && out->condition == RO_NONE)
    conditions_find(out, scene, out->clause, out->clause);
  uint32_t head = token_of(scene, predicate)->head; /* "We won't, he said, unless …" */
  if (out->condition == RO_NONE && head != RO_NONE && scene->inner[predicate] != RO_NONE &&
      token_of(scene, predicate)->deprel == RO_DEPREL_CCOMP)
    conditions_find(out, scene, head, predicate);
  uint32_t below = ro_tree_child(scene->document, predicate, RO_DEPREL_XCOMP);
  if (out->condition == RO_NONE && below != RO_NONE && is_infinitive(scene, below))
    conditions_find(out, scene, below, predicate); /* "ready to sign IF they leave" */
  if (out->condition == RO_NONE) conditions_find_loose(out, scene, predicate);
  read_surroundings(out, scene, predicate);
}

/* By its form: "the PROPOSED meeting" has "propose" as its lemma. */
static bool is_modifier(const ro_scene *scene, uint32_t token, const char *class_name) {
  act_class_set of_form = act_lexicon_classes(scene->lexicon, token_of(scene, token)->form);
  return scene_in_class(scene, token, class_name) ||
         act_class_set_has(of_form, act_lexicon_class(scene->lexicon, class_name));
}

static void read_modifiers(ro_circumstances *out, const ro_scene *scene, uint32_t noun) {
  const ro_document *document = scene->document;
  static const struct {
    const char *name;
    ro_reality reality;
  } modifiers[] = {{"planned-modifiers", REALITY_FUTURE},
                   {"proposed-modifiers", REALITY_PROPOSED},
                   {"possible-modifiers", REALITY_POSSIBLE},
                   {"cancelled-modifiers", REALITY_CANCELLED},
                   {"postponed-modifiers", REALITY_POSTPONED}};
  for (uint32_t child = document->first_child[noun]; child != RO_NONE && child < noun;
       child = document->next_sibling[child])
    for (size_t i = 0; i < sizeof modifiers / sizeof *modifiers; i++)
      if (is_modifier(scene, child, modifiers[i].name)) out->reality = modifiers[i].reality;
}

/* The noun itself, or the word that counts it: "a SERIES of talks", "a ROUND of talks". */
static uint32_t past_counting(const ro_scene *scene, uint32_t noun) {
  const ro_token *token = token_of(scene, noun);
  while (token->deprel == RO_DEPREL_NMOD && token->head != RO_NONE &&
         scene_in_class(scene, token->head, "quantity-nouns")) {
    noun = token->head;
    token = token_of(scene, noun);
  }
  return noun;
}

/* The verb that carries the noun: as its subject, object or (of "take part in") oblique. */
static uint32_t carrier_of(const ro_scene *scene, uint32_t noun) {
  const ro_token *token = token_of(scene, noun);
  bool carried = token->deprel == RO_DEPREL_OBJ || token->deprel == RO_DEPREL_NSUBJ ||
                 token->deprel == RO_DEPREL_NSUBJ_PASS || token->deprel == RO_DEPREL_OBL;
  return carried ? token->head : RO_NONE;
}

void circumstances_of_noun(ro_circumstances *out, const ro_scene *scene, uint32_t noun) {
  *out = (ro_circumstances){.clause = noun, .condition = RO_NONE};
  read_modifiers(out, scene, noun);
  uint32_t counting = past_counting(scene, noun), carrier = carrier_of(scene, counting);
  bool negated = negation_of(scene, noun);
  if (carrier != RO_NONE && token_of(scene, carrier)->upos == RO_UPOS_VERB) {
    ro_circumstances verb;
    circumstances_of_verb(&verb, scene, carrier);
    verb.clause = carrier;
    ro_deprel deprel = token_of(scene, counting)->deprel;
    bool judged = ro_tree_child(scene->document, carrier, RO_DEPREL_XCOMP) != RO_NONE &&
                  scene_lemma_is(scene, carrier, "call"); /* "called the talks useful" */
    bool operates = !judged && deprel != RO_DEPREL_OBL && deprel != RO_DEPREL_NSUBJ &&
                    apply_operator(&verb, scene, carrier);
    bool carries = operates || scene_in_class(scene, carrier, "holding") ||
                   scene_in_class(scene, carrier, "light-verbs");
    if (carries) {
      bool settled = verb.reality == REALITY_FACT || verb.reality == REALITY_FUTURE;
      if (out->reality != REALITY_FACT && settled) verb.reality = out->reality;
      *out = verb;
    } else {
      out->hypothetical = verb.hypothetical;
      out->questioned = verb.questioned;
      out->tense = verb.tense;
    }
  } else {
    read_surroundings(out, scene, noun);
  }
  out->negated = out->negated || negated;
}
