#include "records/counterparts/participants.h"

#include <string.h>

#include "records/counterparts/rivals.h"
#include "syntax/tree.h"

/* Other acts of the sentence are looked for this far to either side. */
enum { WIDTH = 16, DEEPEST_PHRASE = 4 };

static ro_parties all_of(const act_match *match) {
  ro_parties all = match->who;
  for (uint32_t i = 0; i < match->whom.count; i++)
    parties_add(&all, match->whom.items[i]);
  return all;
}

static uint32_t count_sides(const ro_parties *parties) {
  uint32_t sides = 0;
  for (uint32_t i = 0; i < parties->count; i++) {
    bool known = false;
    for (uint32_t k = 0; k < i && !known; k++)
      known = parties_same_side(parties->items[i].actor, parties->items[k].actor);
    sides += !known;
  }
  return sides;
}

static uint32_t count_all(const act_match *match) {
  ro_parties all = all_of(match);
  return count_sides(&all);
}

static bool is_plural_pronoun(const ro_scene *scene, uint32_t token) {
  return scene_lemma_is(scene, token, "they") || scene_lemma_is(scene, token, "both");
}

/* "the sides", "the two ministers": those of the talks that were told before. */
static bool is_group_of_story(const ro_scene *scene, uint32_t token) {
  static const char *const lemmas[] = {"side", "party", "delegation", "negotiator", "two",
                                       "pair", "team",  "leader",     "minister",   "counterpart"};
  uint32_t article = ro_tree_child(scene->document, token, RO_DEPREL_DET);
  bool definite = article != RO_NONE &&
                  (scene_lemma_is(scene, article, "the") || scene_lemma_is(scene, article, "both"));
  for (size_t i = 0; definite && i < sizeof lemmas / sizeof *lemmas; i++)
    if (scene_lemma_is(scene, token, lemmas[i])) return true;
  return false;
}

/* A word before the noun that is one of `lemmas`. */
static bool is_modified_by(const ro_scene *scene, uint32_t noun, const char *const *lemmas,
                           size_t count) {
  const ro_document *document = scene->document;
  for (uint32_t child = document->first_child[noun]; child != RO_NONE && child < noun;
       child = document->next_sibling[child])
    for (size_t i = 0; i < count; i++)
      if (scene_lemma_is(scene, child, lemmas[i])) return true;
  return false;
}

/* "the NEXT sitting", "a SECOND round": one more of those that were told before. */
static bool is_one_more(const ro_scene *scene, uint32_t noun) {
  static const char *const lemmas[] = {"next",    "another", "second", "third",
                                       "further", "new",     "first",  "follow-up"};
  return is_modified_by(scene, noun, lemmas, sizeof lemmas / sizeof *lemmas);
}

/* "the talks", "these talks": those that were told before. */
static bool is_definite(const ro_scene *scene, uint32_t noun) {
  static const char *const lemmas[] = {"the",  "same", "these",  "those",
                                       "this", "that", "latest", "last"};
  return is_modified_by(scene, noun, lemmas, sizeof lemmas / sizeof *lemmas);
}

static bool is_sequel(const ro_scene *scene, uint32_t noun) {
  return scene->document->tokens[noun].upos == RO_UPOS_NOUN &&
         (is_definite(scene, noun) || is_one_more(scene, noun));
}

static bool refers_to_group(const act_match *match, const ro_scene *scene) {
  uint32_t subject = arguments_find(&match->arguments, ACT_SUBJECT, NULL);
  return subject != RO_NONE &&
         (is_plural_pronoun(scene, subject) || is_group_of_story(scene, subject));
}

/* "at THE talks", "the two also discussed": a word more about what was told. */
static bool is_same_again(const act_match *match, const ro_scene *scene, const act_match *last) {
  uint32_t noun = match->predicate;
  if (!last || match->status != RO_STATUS_HELD || last->status != RO_STATUS_HELD) return false;
  if (scene->document->tokens[noun].upos == RO_UPOS_NOUN)
    return is_definite(scene, noun) && !is_one_more(scene, noun);
  return match->entry && match->entry->marks & ACT_MARK_JOINT && refers_to_group(match, scene);
}

/* A word more of sides that have all met: "the two DISCUSSED …". */
static bool is_within(const act_match *match, const act_match *last) {
  if (!last || !match->entry || !(match->entry->marks & ACT_MARK_JOINT)) return false;
  ro_parties all = all_of(match), others = all_of(last);
  parties_remove_sides(&all, &others);
  return !all.count;
}

static bool refers_back(const act_match *match, const ro_scene *scene) {
  uint32_t object = arguments_find(&match->arguments, ACT_OBJECT, NULL);
  bool ahead = match->status == RO_STATUS_SCHEDULED || match->status == RO_STATUS_PROPOSED;
  if (is_sequel(scene, match->predicate)) return !ahead || is_one_more(scene, match->predicate);
  if (object != RO_NONE && scene_in_class(scene, object, "meeting") && is_sequel(scene, object))
    return true; /* "postponed the NEXT ROUND" */
  if (object != RO_NONE && scene_in_class(scene, object, "calendar"))
    return true; /* "proposes the second WEEK of April" */
  return refers_to_group(match, scene);
}

/* "said after talks that Oslo had PROMISED them …": who deals with the one side in the sentence. */
static bool add_dealing_side(act_match *match, const ro_scene *scene, const act_match *matches,
                             size_t count, size_t index) {
  const ro_document *document = scene->document;
  ro_parties known = all_of(match);
  uint32_t sentence = document->tokens[match->predicate].sentence;
  size_t first = index > WIDTH ? index - WIDTH : 0;
  for (size_t i = first; i < count && i < index + WIDTH; i++) {
    const act_match *other = &matches[i];
    if (other->dropped || other->act == RO_ACT_MEETING || other->act == RO_ACT_NONE) continue;
    if (document->tokens[other->predicate].sentence != sentence) continue;
    ro_parties all = all_of(other);
    bool shared = parties_share_side(&all, &known) || scene->outer[other->predicate] != RO_NONE;
    parties_remove_sides(&all, &known);
    if (!shared || !all.count) continue;
    for (uint32_t k = 0; k < all.count; k++)
      parties_add(&match->whom, all.items[k]);
    return true;
  }
  return false;
}

bool participants_are_members(const ro_scene *scene, const ro_parties *parties) {
  if (parties->count != 1) return false;
  const ro_party *body = &parties->items[0];
  const char *code = parties_code(scene, body);
  if (!code || strncmp(code, "IGO", 3) != 0 || strchr(body->actor, ':')) return false;
  if (body->words.start == body->words.end) return false;
  const char *xpos = scene->document->tokens[scene_token_at(scene, body->words.end - 1)].xpos;
  return xpos && strcmp(xpos, "NNS") == 0;
}

/* "the talks OF Iran WITH Britain and China", wherever in the phrase the tree hangs them. */
static void add_named_in_phrase(ro_parties *out, const ro_scene *scene, uint32_t token, int depth) {
  static const char *const prepositions[] = {"of", "with", "between", "among"};
  const ro_document *document = scene->document;
  if (depth > DEEPEST_PHRASE) return;
  for (uint32_t child = document->first_child[token]; child != RO_NONE;
       child = document->next_sibling[child]) {
    bool edge = scene_in_class(scene, child, "edges"); /* "on the MARGINS of the Assembly" */
    if (document->tokens[child].deprel != RO_DEPREL_NMOD || edge) continue;
    const char *preposition = arguments_preposition(document, child);
    for (size_t i = 0; preposition && i < sizeof prepositions / sizeof *prepositions; i++)
      if (strcmp(preposition, prepositions[i]) == 0) parties_of_phrase(out, scene, child);
    add_named_in_phrase(out, scene, child, depth + 1);
  }
}

/* "the talks were HOSTED BY Denmark", "LUND, who had STEERED two hours of talks between …" */
static void add_leader(act_match *match, const ro_scene *scene) {
  const ro_document *document = scene->document;
  uint32_t noun = match->predicate;
  while (document->tokens[noun].deprel == RO_DEPREL_NMOD &&
         document->tokens[noun].head != RO_NONE &&
         scene_in_class(scene, document->tokens[noun].head, "quantity-nouns"))
    noun = document->tokens[noun].head;
  const ro_token *word = &document->tokens[noun];
  bool led = word->deprel == RO_DEPREL_OBJ || word->deprel == RO_DEPREL_NSUBJ_PASS;
  if (!led || word->head == RO_NONE || !scene_in_class(scene, word->head, "brokering")) return;
  if (match->who.count < 2) return; /* its own act: "Lund CHAIRED the talks" */
  parties_of_phrase(&match->whom, scene, arguments_subject(scene, word->head));
}

/* "talks BROKERED BY Denmark BETWEEN …": who brings others together sits at the table. */
static void add_brokers(act_match *match, const ro_scene *scene) {
  const ro_document *document = scene->document;
  add_leader(match, scene);
  for (uint32_t child = ro_tree_child(document, match->predicate, RO_DEPREL_ACL); child != RO_NONE;
       child = ro_tree_next_child(document, child, RO_DEPREL_ACL)) {
    if (!scene_in_class(scene, child, "brokering") || !arguments_is_passive(document, child))
      continue;
    ro_arguments arguments;
    arguments_collect(&arguments, scene, child);
    uint32_t between = arguments_find(&arguments, ACT_PREPOSITION, "between");
    parties_of_phrase(&match->whom, scene, arguments_subject(scene, child));
    if (between != RO_NONE) parties_of_phrase(&match->whom, scene, between);
  }
}

/* "attended a ceremony", "at THE dinner": who is there alone meets nobody that is told. */
static bool is_lonely_occasion(const act_match *match, const ro_scene *scene) {
  uint32_t object = arguments_find(&match->arguments, ACT_OBJECT, NULL);
  bool visited = match->arguments.support != RO_NONE || is_definite(scene, match->predicate);
  bool social = (visited && scene_in_class(scene, match->predicate, "social-events")) ||
                (object != RO_NONE && scene_in_class(scene, object, "social-events"));
  return social && count_all(match) < 2;
}

static void complete(act_match *match, const ro_scene *scene, const act_match *last) {
  ro_parties known = all_of(match), all;
  uint32_t sides = count_sides(&known);
  if (!last || sides > 1 || !refers_back(match, scene)) return;
  all = all_of(last);
  if (sides && !parties_share_side(&all, &known)) return;
  parties_remove_sides(&all, &known);
  for (uint32_t i = 0; i < all.count; i++)
    parties_add(sides ? &match->whom : &match->who, all.items[i]);
}

/* "The meeting WAS CHAIRED BY Lund", "Lund HOSTED THE TALKS": who led the talks told before. */
static bool leads_same(const act_match *match, const ro_scene *scene, const act_match *last) {
  uint32_t object = arguments_find(&match->arguments, ACT_OBJECT, NULL);
  if (!last || object == RO_NONE || !match->entry || match->entry->word_class != ACT_VERB)
    return false;
  if (!scene_in_class(scene, match->predicate, "brokering") || match->status != last->status)
    return false;
  bool meant = scene_lemma_is(scene, object, "they") || scene_lemma_is(scene, object, "it") ||
               object == last->predicate ||
               (scene_in_class(scene, object, "meeting") && is_definite(scene, object));
  return meant && (match->arguments.passive || match->who.count < 2);
}

static void join_leader(act_match *last, act_match *match) {
  ro_parties leaders = match->who, known = all_of(last);
  parties_remove_sides(&leaders, &known);
  for (uint32_t i = 0; i < leaders.count; i++)
    parties_add(&last->whom, leaders.items[i]);
  match->dropped = true;
  match->decision = "who led the talks told before";
}

void participants_find(const ro_scene *scene, act_match *matches, size_t count) {
  act_match *last = NULL; /* the last meeting of several known sides */
  for (size_t i = 0; i < count; i++) {
    act_match *match = &matches[i];
    if (match->dropped || match->act != RO_ACT_MEETING) continue;
    bool noun = scene->document->tokens[match->predicate].upos == RO_UPOS_NOUN;
    if (noun && match->who.count) add_named_in_phrase(&match->whom, scene, match->predicate, 0);
    if (noun) add_brokers(match, scene);
    parties_remove_sides(&match->whom, &match->who);
    if (leads_same(match, scene, last)) {
      join_leader(last, match);
      continue;
    }
    bool named = count_all(match) > 1;
    bool told = !named || is_within(match, last); /* "the two also discussed …" */
    if (told && is_same_again(match, scene, last)) {
      match->dropped = true;
      match->decision = "the meeting that was told before";
      continue;
    }
    complete(match, scene, last);
    ro_parties all = all_of(match);
    bool alone = participants_are_members(scene, &all);
    if (count_all(match) == 1 && noun && !alone) add_dealing_side(match, scene, matches, count, i);
    if (!is_lonely_occasion(match, scene)) rivals_join(match, scene, matches, count);
    all = all_of(match);
    if (is_lonely_occasion(match, scene)) {
      match->dropped = true;
      match->decision = "an occasion with nobody else";
    } else if (count_sides(&all) > 1 && parties_any_political(&all)) {
      last = match;
    }
  }
}
