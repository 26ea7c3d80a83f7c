#include "records/counterparts/doers.h"

#include <string.h>

#include "records/counterparts/adversary.h"
#include "records/counterparts/doer_groups.h"
#include "syntax/tree.h"

/* A report of fewer acts by known parties is none on a dispute; how far back a doer is sought. */
enum { FEWEST_ACTS = 3, SENTENCES_BACK = 4 };

static uint32_t sentence_of(const ro_scene *scene, uint32_t token) {
  return scene->document->tokens[token].sentence;
}

static uint32_t subject_of(const act_match *match) {
  return arguments_find(&match->arguments, ACT_SUBJECT, NULL);
}

static bool is_on_dispute(const act_match *matches, size_t count) {
  size_t acts = 0;
  for (size_t i = 0; i < count && acts < FEWEST_ACTS; i++)
    acts += !matches[i].dropped && !matches[i].announced && matches[i].act != RO_ACT_NONE &&
            parties_any_political(&matches[i].who);
  return acts >= FEWEST_ACTS;
}

static bool lacks_doer(const act_match *match) {
  return !match->dropped && match->act != RO_ACT_NONE && !match->who.count;
}

static bool is_noun_of_act(const act_match *match) {
  return match->entry && match->entry->word_class == ACT_NOUN;
}

/* "THE parties", "EACH side", "Negotiators": with nothing behind or before that tells whose. */
static bool is_untold_side(const ro_scene *scene, uint32_t noun) {
  const ro_document *document = scene->document;
  const char *tag = document->tokens[noun].xpos;
  if (!scene_in_class(scene, noun, "sides") || !tag) return false;
  bool several = strcmp(tag, "NNS") == 0 || strcmp(tag, "NNPS") == 0;
  for (uint32_t child = document->first_child[noun]; child != RO_NONE;
       child = document->next_sibling[child]) {
    ro_deprel deprel = document->tokens[child].deprel;
    bool tells = deprel == RO_DEPREL_NMOD || deprel == RO_DEPREL_NMOD_POSS ||
                 deprel == RO_DEPREL_AMOD || deprel == RO_DEPREL_COMPOUND;
    if (scene_lemma_is(scene, child, "each") || scene_lemma_is(scene, child, "both") ||
        scene_lemma_is(scene, child, "warring"))
      several = true;
    else if (tells)
      return false;
  }
  return several;
}

/* "both", "the two", "the three", "each side", "the parties" */
static bool means_several(const ro_scene *scene, uint32_t subject) {
  static const char *const lemmas[] = {"both", "two", "three", "four", "neither"};
  for (size_t i = 0; i < sizeof lemmas / sizeof *lemmas; i++)
    if (scene_lemma_is(scene, subject, lemmas[i])) return true;
  return is_untold_side(scene, subject);
}

static bool is_person(const ro_parties *who) {
  return who->count == 1 && strchr(who->items[0].actor, ':');
}

/* "he" stands for a person, "it" for a state or a body, "they" for whom it is not told. */
static bool may_stand_for(const ro_scene *scene, uint32_t pronoun, const ro_parties *who) {
  if (scene_lemma_is(scene, pronoun, "he") || scene_lemma_is(scene, pronoun, "she"))
    return is_person(who);
  if (scene_lemma_is(scene, pronoun, "it")) return who->count == 1 && !is_person(who);
  return scene_lemma_is(scene, pronoun, "they") && !is_person(who);
}

/* "They deny it": who did the last thing that was told, where the pronoun fits them. */
static bool last_doer(act_match *match, const doer_search *search) {
  const ro_scene *scene = search->scene;
  uint32_t pronoun = subject_of(match);
  if (pronoun == RO_NONE || scene->document->tokens[pronoun].upos != RO_UPOS_PRON) return false;
  uint32_t here = sentence_of(scene, match->predicate);
  for (size_t i = search->index; i-- > 0;) {
    const act_match *before = &search->matches[i];
    if (sentence_of(scene, before->predicate) + SENTENCES_BACK < here) return false;
    if (!before->who.count || !may_stand_for(scene, pronoun, &before->who)) continue;
    match->who = before->who;
    return true;
  }
  return false;
}

/* "Each side blames THE OTHER" */
static bool blames_other(const act_match *match, const ro_scene *scene) {
  uint32_t object = arguments_find(&match->arguments, ACT_OBJECT, NULL);
  return object != RO_NONE && scene_lemma_is(scene, object, "other");
}

/* Those who last did or met together, or (not only `together`) dealt with one another. */
static void last_joined(act_match *match, const doer_search *search, bool together) {
  for (size_t i = search->index; i-- > 0 && !match->who.count;) {
    const act_match *before = &search->matches[i];
    ro_parties all = before->who;
    for (uint32_t k = 0; k < before->whom.count; k++)
      if (before->act == RO_ACT_MEETING || !together) parties_add(&all, before->whom.items[k]);
    if (parties_many_sides(&all)) match->who = all;
  }
}

/* "The two agreed", "It was agreed that …": those who met or dealt last, else the two that the
 * report speaks of most. */
static bool last_several(act_match *match, const doer_search *search) {
  uint32_t subject = subject_of(match);
  bool agreed =
      match->arguments.passive && scene_lemma_is(search->scene, match->predicate, "agree");
  if (subject == RO_NONE ? !agreed : !means_several(search->scene, subject)) return false;
  last_joined(match, search, true);
  if (!match->who.count) adversaries_for(&match->who, search->scene, &match->who);
  if (!match->who.count) last_joined(match, search, false);
  if (blames_other(match, search->scene)) match->whom = match->who;
  return match->who.count > 0;
}

/* "…, thanked the government and BEGGED everyone": the doer of the verb that it goes on from. */
static bool doer_of_head(act_match *match, const doer_search *search) {
  const ro_document *document = search->scene->document;
  if (subject_of(match) != RO_NONE || match->arguments.passive || is_noun_of_act(match))
    return false;
  uint32_t at = document->tokens[match->predicate].head;
  for (int height = 0; height < 4 && at != RO_NONE; height++, at = document->tokens[at].head)
    for (size_t i = 0; i < search->count; i++)
      if (search->matches[i].predicate == at && search->matches[i].who.count) {
        match->who = search->matches[i].who;
        return true;
      }
  return false;
}

/* "said that the first trucks WOULD BE LET through": on whose word it is. */
static bool speaker_of_passive(act_match *match, const doer_search *search) {
  bool own = match->act == RO_ACT_PROMISE || match->act == RO_ACT_SUPPORT ||
             match->act == RO_ACT_ACCUSATION || match->act == RO_ACT_DEMAND ||
             match->act == RO_ACT_REFUSAL || match->act == RO_ACT_CONDITION;
  if (!own || !match->arguments.passive || subject_of(match) != RO_NONE) return false;
  parties_of_speaker(&match->who, search->scene, match->statement);
  return match->who.count > 0;
}

/* "Arms sales were criticised": who did what was told before and is not asked or blamed himself. */
static bool doer_before_passive(act_match *match, const doer_search *search) {
  bool verbal = match->act == RO_ACT_DEMAND || match->act == RO_ACT_ACCUSATION ||
                match->act == RO_ACT_SUPPORT ||
                (match->act == RO_ACT_REFUSAL && !match->circumstances.negated);
  bool untold = match->arguments.passive && subject_of(match) == RO_NONE;
  if (!verbal || (!untold && !match->announced)) return false;
  uint32_t here = sentence_of(search->scene, match->predicate);
  for (size_t i = search->index; i-- > 0;) {
    const act_match *before = &search->matches[i];
    if (sentence_of(search->scene, before->predicate) + SENTENCES_BACK < here) return false;
    if (!before->who.count || parties_many_sides(&before->who) ||
        parties_share_side(&before->who, &match->whom))
      continue;
    match->who = before->who;
    return true;
  }
  return false;
}

/* "The Norwegian ministry said that NYGAARD asked …": somebody unknown in the words of a party is
 * one of its own. */
static bool somebody_of_speaker(act_match *match, const doer_search *search) {
  uint32_t subject = subject_of(match);
  if (subject == RO_NONE || search->scene->document->tokens[subject].upos != RO_UPOS_PROPN ||
      search->scene->places[subject] != RO_NONE)
    return false;
  parties_of_speaker(&match->who, search->scene, match->statement);
  if (parties_share_side(&match->who, &match->whom)) match->who.count = 0;
  return match->who.count > 0;
}

/* "The foreign ministry urged Washington …" of an untold state: the other side of whom it asks. */
static bool other_side(act_match *match, const doer_search *search) {
  uint32_t subject = subject_of(match);
  if (subject == RO_NONE || !match->whom.count) return false;
  if (!scene_in_class(search->scene, subject, "governing-bodies") &&
      !scene_in_class(search->scene, subject, "weapons"))
    return false;
  return adversary_of(&match->who, search->scene, search->matches, search->count, &match->whom) ||
         match->who.count;
}

/* "A session IS SET FOR FRIDAY", "the next round BEGINS ON MONDAY" */
static bool is_set_for_a_day(const act_match *match, const ro_scene *scene) {
  uint32_t clause = match->circumstances.clause;
  const ro_document *document = scene->document;
  if (match->status != RO_STATUS_SCHEDULED || clause == match->predicate) return false;
  if (document->tokens[match->predicate].head != clause) return false;
  ro_deprel deprel = document->tokens[match->predicate].deprel;
  if (deprel != RO_DEPREL_NSUBJ && deprel != RO_DEPREL_NSUBJ_PASS) return false;
  for (uint32_t child = document->first_child[clause]; child != RO_NONE;
       child = document->next_sibling[child])
    if (scene->timed[child]) return true;
  return false;
}

/* "The summit WAS CALLED OFF": where nobody is told who was to be there, its two main parties. */
void doers_of_put_off_find(const ro_scene *scene, act_match *matches, size_t count) {
  ro_parties nobody = {.count = 0}, pair = {.count = 0};
  if (!is_on_dispute(matches, count)) return;
  adversaries_for(&pair, scene, &nobody);
  for (size_t i = 0; i < count; i++) {
    act_match *match = &matches[i];
    bool put_off = match->status == RO_STATUS_CANCELLED || match->status == RO_STATUS_POSTPONED ||
                   is_set_for_a_day(match, scene);
    if (match->dropped || match->act != RO_ACT_MEETING || !put_off) continue;
    if (match->who.count || match->whom.count || !pair.count) continue;
    match->who = pair;
    match->decision = "doer: the two that the report speaks of most";
  }
}

void doers_find(const ro_scene *scene, act_match *matches, size_t count) {
  static const struct {
    bool (*find)(act_match *, const doer_search *);
    const char *why;
  } rules[] = {{last_doer, "doer: who did what was told before"},
               {last_several, "doer: the sides that met or dealt before"},
               {doer_of_head, "doer: that of the verb before"},
               {speaker_of_passive, "doer: on whose word it is"},
               {other_side, "doer: the other side"},
               {doer_before_passive, "doer: who did what was told before"},
               {somebody_of_speaker, "doer: somebody on the speaker's side"},
               {doers_of_rebels, "doer: the rebels that the report tells of"},
               {doers_of_state, "doer: the state that the report tells of"},
               {doers_loose_group, "doer: as the report words it"},
               {doers_by_words, "doer: as the report words it"}};
  if (!is_on_dispute(matches, count)) {
    for (size_t i = 0; i < count; i++)
      if (matches[i].announced) matches[i].dropped = true;
    return;
  }
  doer_search search = {.scene = scene, .matches = matches, .count = count};
  for (size_t i = 0; i < count; i++) {
    if (!lacks_doer(&matches[i]) || is_noun_of_act(&matches[i])) continue;
    search.index = i;
    for (size_t k = 0; k < sizeof rules / sizeof *rules && !matches[i].who.count; k++)
      if (rules[k].find(&matches[i], &search)) matches[i].decision = rules[k].why;
    if (!blames_other(&matches[i], scene)) parties_remove_sides(&matches[i].whom, &matches[i].who);
  }
}
