#include "records/evidence/listed.h"

#include <string.h>

#include "syntax/tree.h"

enum { HIGHEST_CLIMB = 8 };

static const ro_token *token_of(const ro_scene *scene, uint32_t index) {
  return &scene->document->tokens[index];
}

static bool has_xpos(const ro_scene *scene, uint32_t token, const char *xpos) {
  const char *own = token_of(scene, token)->xpos;
  return own && strcmp(own, xpos) == 0;
}

static bool is_noun(const ro_scene *scene, uint32_t token) {
  return token != RO_NONE && token_of(scene, token)->upos == RO_UPOS_NOUN;
}

/* A noun that the lexicon has as a demand: "demand", "request", "proposal". */
static bool is_demand(const ro_scene *scene, uint32_t token) {
  if (!is_noun(scene, token)) return false;
  for (const act_entry *entry = act_lexicon_entries(scene->lexicon, token_of(scene, token)->lemma);
       entry; entry = entry->next)
    if (entry->word_class == ACT_NOUN && entry->act == RO_ACT_DEMAND) return true;
  return false;
}

/* "a list of DEMANDS", "some of its DEMANDS" */
static uint32_t counted(const ro_scene *scene, uint32_t token) {
  if (token == RO_NONE || is_demand(scene, token)) return token;
  uint32_t below = ro_tree_child(scene->document, token, RO_DEPREL_NMOD);
  return is_demand(scene, below) ? below : token;
}

/* The first of what is coordinated, also where the tree hangs a further gerund too low: "banning it
 * from joining and SCALING back troops". */
static uint32_t first_listed(const ro_scene *scene, uint32_t token) {
  for (int height = 0; height < HIGHEST_CLIMB; height++) {
    const ro_token *word = token_of(scene, token);
    if (word->deprel != RO_DEPREL_CONJ || word->head == RO_NONE) return token;
    bool gerund = has_xpos(scene, token, "VBG");
    uint32_t head = word->head, above = token_of(scene, head)->head;
    bool low = gerund && above != RO_NONE && token_of(scene, head)->deprel == RO_DEPREL_ADVCL &&
               has_xpos(scene, head, "VBG") && has_xpos(scene, above, "VBG") &&
               ro_tree_child(scene->document, token, RO_DEPREL_OBJ) != RO_NONE;
    token = low ? above : head;
  }
  return token;
}

static bool is_listing_verb(const ro_scene *scene, uint32_t verb) {
  static const char *const lemmas[] = {"include", "contain", "comprise", "cover", "encompass"};
  for (size_t i = 0; i < sizeof lemmas / sizeof *lemmas; i++)
    if (scene_lemma_is(scene, verb, lemmas[i])) return true;
  return false;
}

/* "demands (which) include a BAN" */
static uint32_t listed_by_verb(const ro_scene *scene, uint32_t first) {
  const ro_token *word = token_of(scene, first);
  bool object = word->deprel == RO_DEPREL_OBJ || word->deprel == RO_DEPREL_XCOMP ||
                word->deprel == RO_DEPREL_CCOMP;
  if (!object || word->head == RO_NONE || !is_listing_verb(scene, word->head)) return RO_NONE;
  return counted(scene, arguments_surface_subject(scene, word->head));
}

/* "its demands, including a BAN" */
static uint32_t listed_by_including(const ro_scene *scene, uint32_t first) {
  const ro_document *document = scene->document;
  const char *preposition = arguments_preposition(document, first);
  uint32_t head = token_of(scene, first)->head;
  if (!preposition || head == RO_NONE) return RO_NONE;
  if (strcmp(preposition, "include") != 0 && strcmp(preposition, "including") != 0) return RO_NONE;
  if (is_demand(scene, head)) return head;
  return counted(scene, ro_tree_child(document, head, RO_DEPREL_OBJ));
}

/* "Its main demand IS that Norway WITHDRAW" */
static uint32_t listed_by_being(const ro_scene *scene, uint32_t first) {
  const ro_document *document = scene->document;
  if (ro_tree_child(document, first, RO_DEPREL_COP) == RO_NONE) return RO_NONE;
  uint32_t subject = ro_tree_child(document, first, RO_DEPREL_NSUBJ_OUTER);
  bool infinitive = arguments_is_infinitive(document, first);
  if (subject == RO_NONE && (infinitive || is_noun(scene, first)))
    subject = ro_tree_child(document, first, RO_DEPREL_NSUBJ);
  return counted(scene, subject);
}

/* "its demands stand: the RELEASE …", "has three demands: that Norway WITHDRAW …" */
static uint32_t listed_behind_colon(const ro_scene *scene, uint32_t item) {
  const ro_document *document = scene->document;
  const ro_token *word = token_of(scene, item);
  uint32_t head = word->head, first, last;
  if (word->deprel != RO_DEPREL_APPOS && word->deprel != RO_DEPREL_PARATAXIS) return RO_NONE;
  if (head == RO_NONE || head > item) return RO_NONE;
  ro_tree_extent(document, item, &first, &last);
  bool colon = strcmp(document->tokens[first].form, ":") == 0 ||
               (first > 0 && strcmp(document->tokens[first - 1].form, ":") == 0);
  if (!colon) return RO_NONE;
  if (is_demand(scene, head)) return head;
  uint32_t noun = counted(scene, ro_tree_child(document, head, RO_DEPREL_OBJ));
  return is_demand(scene, noun) ? noun
                                : counted(scene, ro_tree_child(document, head, RO_DEPREL_NSUBJ));
}

static uint32_t demand_that_lists(const ro_scene *scene, uint32_t first) {
  static uint32_t (*const ways[])(const ro_scene *, uint32_t) = {
      listed_by_verb, listed_by_including, listed_by_being, listed_behind_colon};
  for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
    uint32_t noun = ways[i](scene, first);
    if (is_demand(scene, noun)) return noun;
  }
  return RO_NONE;
}

/* The verb that has the noun as its object: "REJECTED some of the demands". */
static uint32_t verb_about(const ro_scene *scene, uint32_t noun) {
  uint32_t at = noun;
  while (token_of(scene, at)->deprel == RO_DEPREL_NMOD && token_of(scene, at)->head != RO_NONE)
    at = token_of(scene, at)->head;
  ro_deprel deprel = token_of(scene, at)->deprel;
  bool about = deprel == RO_DEPREL_OBJ || deprel == RO_DEPREL_NSUBJ_PASS;
  return about ? token_of(scene, at)->head : RO_NONE;
}

/* Whose demand or draft it is: the noun's owner, else who presents it. */
static void add_author(ro_parties *out, const ro_scene *scene, uint32_t noun) {
  uint32_t verb = verb_about(scene, noun);
  parties_of_owner(out, scene, noun);
  if (!out->count && verb != RO_NONE) parties_of_phrase(out, scene, arguments_subject(scene, verb));
}

static void tell(act_match *match, const ro_scene *scene, uint32_t token, const char *rule) {
  match->rule = match->decision = rule;
  match->act = RO_ACT_DEMAND;
  match->status = RO_STATUS_MADE;
  match->predicate = token;
  match->listed = true;
  match->circumstances = (ro_circumstances){.clause = token, .condition = RO_NONE};
  arguments_collect(&match->arguments, scene, token);
}

/* Who is to do it, else who answers for it: "Oslo rejected its demands, which include …". */
static void add_addressee(act_match *match, const ro_scene *scene, uint32_t noun) {
  uint32_t verb = verb_about(scene, noun);
  bool clause = token_of(scene, match->predicate)->upos == RO_UPOS_VERB;
  if (clause)
    parties_of_phrase(&match->whom, scene,
                      ro_tree_child(scene->document, match->predicate, RO_DEPREL_NSUBJ));
  parties_remove_sides(&match->whom, &match->who);
  if (match->whom.count || verb == RO_NONE) return;
  parties_of_phrase(&match->whom, scene, arguments_subject(scene, verb));
  parties_remove_sides(&match->whom, &match->who);
}

static bool listed_among_demands(act_match *match, const ro_scene *scene, uint32_t token) {
  const ro_token *word = token_of(scene, token);
  if (word->upos != RO_UPOS_VERB && word->upos != RO_UPOS_NOUN) return false;
  uint32_t noun = demand_that_lists(scene, first_listed(scene, token));
  if (noun == RO_NONE || noun == token) return false;
  add_author(&match->who, scene, noun);
  if (!match->who.count) return false;
  tell(match, scene, token, "listed among the demands: a demand");
  add_addressee(match, scene, noun);
  uint32_t verb = verb_about(scene, noun);
  ro_parties doers = {.count = 0};
  if (verb != RO_NONE) parties_of_phrase(&doers, scene, arguments_subject(scene, verb));
  match->standing = !parties_share_side(&doers, &match->who);
  return true;
}

static bool has_auxiliary(const ro_scene *scene, uint32_t verb) {
  const ro_document *document = scene->document;
  for (uint32_t child = ro_tree_child(document, verb, RO_DEPREL_AUX); child != RO_NONE;
       child = ro_tree_next_child(document, child, RO_DEPREL_AUX))
    if (scene_lemma_is(scene, child, "would") || scene_lemma_is(scene, child, "should") ||
        scene_lemma_is(scene, child, "must"))
      return true;
  return false;
}

/* "drafts under which NATO would GIVE UP enlargement and WITHDRAW forces" */
static bool stands_in_draft(act_match *match, const ro_scene *scene, uint32_t token) {
  const ro_document *document = scene->document;
  if (token_of(scene, token)->upos != RO_UPOS_VERB) return false;
  uint32_t first = first_listed(scene, token), noun = token_of(scene, first)->head;
  if (token_of(scene, first)->deprel != RO_DEPREL_ACL_RELCL || !is_noun(scene, noun)) return false;
  bool draft = scene_in_class(scene, noun, "offer-nouns") || scene_in_class(scene, noun, "paper") ||
               scene_in_class(scene, noun, "agreement");
  if (!draft || !has_auxiliary(scene, first)) return false;
  ro_parties doers = {.count = 0};
  uint32_t doer = ro_tree_child(document, first, RO_DEPREL_NSUBJ);
  if (doer != RO_NONE && arguments_antecedent(document, doer) == doer)
    parties_of_phrase(&doers, scene, doer);
  add_author(&match->who, scene, noun);
  parties_remove_sides(&doers, &match->who);
  if (!match->who.count || !doers.count) return false;
  tell(match, scene, token, "asked for in a draft: a demand");
  match->whom = doers;
  return true;
}

/* "is demanding that it be extended and THAT the ports be INCLUDED" */
static bool demanded_too(act_match *match, const ro_scene *scene, uint32_t token) {
  const ro_document *document = scene->document;
  uint32_t mark = ro_tree_child(document, token, RO_DEPREL_MARK);
  if (token_of(scene, token)->deprel != RO_DEPREL_CONJ || mark == RO_NONE) return false;
  uint32_t first = token_of(scene, token)->head, verb;
  if (!scene_lemma_is(scene, mark, "that") || token_of(scene, first)->deprel != RO_DEPREL_CCOMP)
    return false;
  verb = token_of(scene, first)->head;
  if (verb == RO_NONE || !scene_in_class(scene, verb, "demanding")) return false;
  ro_circumstances circumstances;
  circumstances_of_verb(&circumstances, scene, verb);
  if (circumstances.reality != REALITY_FACT || circumstances.negated) return false;
  parties_of_phrase(&match->who, scene, arguments_subject(scene, verb));
  if (!match->who.count) return false;
  tell(match, scene, token, "demanded beside another: a demand");
  parties_of_phrase(&match->whom, scene, arguments_subject(scene, token));
  parties_remove_sides(&match->whom, &match->who);
  return true;
}

/* The verb that asks for the things of which `first` is the first: "DEMANDED a ceasefire and the
 * release …", "CALLED FOR …"; RO_NONE. */
static uint32_t verb_asking_for(const ro_scene *scene, uint32_t first) {
  const ro_token *word = token_of(scene, first);
  uint32_t verb = word->head;
  if (verb == RO_NONE || token_of(scene, verb)->upos != RO_UPOS_VERB) return RO_NONE;
  const char *preposition = arguments_preposition(scene->document, first);
  bool called = word->deprel == RO_DEPREL_OBL && scene_lemma_is(scene, verb, "call") &&
                preposition && strcmp(preposition, "for") == 0;
  bool asked = word->deprel == RO_DEPREL_OBJ && scene_in_class(scene, verb, "demanding") &&
               !scene_lemma_is(scene, verb, "propose");
  return called || asked ? verb : RO_NONE;
}

static bool is_act_noun(const ro_scene *scene, uint32_t token) {
  for (const act_entry *entry = act_lexicon_entries(scene->lexicon, scene->lemmas[token]); entry;
       entry = entry->next)
    if (entry->word_class == ACT_NOUN) return true;
  return false;
}

/* Also where the tree hangs a further deed too low: "a ceasefire for the month and the RELEASE". */
static uint32_t first_demanded(const ro_scene *scene, uint32_t token) {
  uint32_t first = first_listed(scene, token);
  while (is_act_noun(scene, token) && token_of(scene, first)->deprel == RO_DEPREL_NMOD &&
         token_of(scene, first)->head != RO_NONE)
    first = token_of(scene, first)->head;
  return first;
}

/* "demanded a ceasefire and the RELEASE of all hostages" */
static bool demanded_beside(act_match *match, const ro_scene *scene, uint32_t token) {
  const ro_document *document = scene->document;
  if (token_of(scene, token)->deprel != RO_DEPREL_CONJ || !is_noun(scene, token)) return false;
  if (ro_tree_child(document, token, RO_DEPREL_NMOD) == RO_NONE) return false;
  uint32_t first = first_demanded(scene, token), verb = verb_asking_for(scene, first);
  if (verb == RO_NONE || !is_noun(scene, first)) return false;
  ro_circumstances circumstances;
  circumstances_of_verb(&circumstances, scene, verb);
  if (circumstances.reality != REALITY_FACT || circumstances.negated) return false;
  parties_of_phrase(&match->who, scene, arguments_subject(scene, verb));
  if (!match->who.count) return false;
  tell(match, scene, token, "demanded beside another thing: a demand");
  return true;
}

bool listed_match(act_match *match, const ro_scene *scene, uint32_t token) {
  act_match empty = *match;
  if (listed_among_demands(match, scene, token)) return true;
  *match = empty;
  if (stands_in_draft(match, scene, token)) return true;
  *match = empty;
  if (demanded_too(match, scene, token)) return true;
  *match = empty;
  if (demanded_beside(match, scene, token)) return true;
  *match = empty;
  return false;
}

bool listed_by_clause(const ro_scene *scene, uint32_t clause) {
  uint32_t head = token_of(scene, clause)->head;
  return token_of(scene, clause)->deprel == RO_DEPREL_ACL_RELCL && is_listing_verb(scene, clause) &&
         head != RO_NONE && is_demand(scene, head);
}
