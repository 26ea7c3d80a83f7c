#include "records/learned/side_features.h"

#include <string.h>

#include "records/counterparts/things.h"
#include "records/learned/feature_rows.h"
#include "records/learned/near_mention.h"
#include "records/learned/side_scores.h"
#include "syntax/tree.h"

enum {
  PATHS = 2048,
  CASES = 1024,
  LEMMAS = 2048,
  RULES = 256,
  PAIRS = 256, /* of small numbers, by their hash */
  TYPES = 8,
  PICKS = 5,
};

/* What is told by each feature, in the order of the tables. */
enum {
  ACT_AND_PICK,     /* the act, and whether the rules found the side, others, nobody */
  RULE_AND_PICK,    /* by which rule */
  PLACE,            /* where the mention nearest to the predicate stands */
  PATH,             /* relations between it and the predicate */
  CASE,             /* its relation and preposition */
  RANK,             /* how many sides are mentioned more, and its type */
  SHARE,            /* of all mentions */
  ACTS_BETWEEN,     /* how many acts the doer does to it, and it to the doer */
  MEETINGS_BETWEEN, /* how many, and how far the nearest */
  LAST_BETWEEN,     /* the last act of one to the other before */
  SAID,             /* whether it, or the doer, says so or is told */
  FIRST_SENTENCE,   /* whether it stands there */
  PREDICATE,        /* the lemma */
  THING,            /* lemma of what it is about */
  OWNER,            /* whether that is the side's, or done by it, or only names it */
  TYPES_OF_BOTH,    /* of doer and side */
  CIRCUMSTANCES,    /* act, status, reality */
  SIDES,            /* how many the report has */
  HOME,             /* a group's state, a state's group */
  FORM,             /* word class, passive, said, of the lexicon */
  LAST_ACT,         /* the last act before at all, and how the two take part */
  PREDICATE_PLACE,  /* the lemma and where the mention stands */
  ACT_PLACE,        /* the act and where the mention stands */
  NEXT_ACT,         /* how the two take part in the next act */
  HEAD,             /* lemma that the nearest mention hangs on */
  MENTION,          /* whether that names somebody, or a place, or is an adjective */
  COUNT_NEAR,       /* mentions in the predicate's sentence, and governed by it */
  AS_WHOM,          /* how the model of acts has it as such, and what the rules have */
  AS_WHO,           /* and as doer */
  RANK_AS_WHOM,     /* as such among the other sides */
};

const uint32_t side_feature_rows[SIDE_FEATURES] = {
    [ACT_AND_PICK] = 80,
    [RULE_AND_PICK] = RULES,
    [PLACE] = 16,
    [PATH] = PATHS,
    [CASE] = CASES,
    [RANK] = 64,
    [SHARE] = 16,
    [ACTS_BETWEEN] = 32,
    [MEETINGS_BETWEEN] = 32,
    [LAST_BETWEEN] = PAIRS,
    [SAID] = 32,
    [FIRST_SENTENCE] = 8,
    [PREDICATE] = LEMMAS,
    [THING] = LEMMAS,
    [OWNER] = 16,
    [TYPES_OF_BOTH] = 64,
    [CIRCUMSTANCES] = PAIRS,
    [SIDES] = 32,
    [HOME] = 8,
    [FORM] = 32,
    [LAST_ACT] = 128,
    [PREDICATE_PLACE] = LEMMAS,
    [ACT_PLACE] = 160,
    [NEXT_ACT] = 32,
    [HEAD] = LEMMAS,
    [MENTION] = 32,
    [COUNT_NEAR] = 32,
    [AS_WHOM] = 128,
    [AS_WHO] = 128,
    [RANK_AS_WHOM] = 64,
};

static uint32_t sentence_of(const ro_document *document, uint32_t token) {
  return document->tokens[token].sentence;
}

static uint16_t path_row(const ro_document *document, uint32_t predicate, uint32_t token) {
  uint64_t hash = feature_path(document, predicate, token, true);
  return hash ? feature_row(hash, PATHS) : 0;
}

static uint16_t case_row(const ro_document *document, uint32_t predicate, uint32_t token) {
  bool near = sentence_of(document, token) == sentence_of(document, predicate);
  return near ? feature_row(feature_case(document, token), CASES) : 0;
}

/* Loose group, state, party inside a state, body of states, armed group, other. */
static unsigned type_of(const ro_party *party) {
  size_t length;
  const char *side = parties_side(party->actor, &length);
  for (size_t i = 0; i < length; i++)
    if (side[i] >= 'a' && side[i] <= 'z') return 1;
  if (length == 3 && party->code && strncmp(party->code, side, 3) == 0) return 2;
  if (length > 3 && side[3] == '-') return 3;
  if (party->code && strstr(party->code, "IGO")) return 4;
  if (party->code && (strstr(party->code, "REB") || strstr(party->code, "UAF"))) return 5;
  return party->political ? 6 : 7;
}

static unsigned type_of_doer(const act_match *match) {
  return match->who.count ? type_of(&match->who.items[0]) : 0;
}

/* Nobody; another side, or several others; the side alone, or with others. */
static unsigned pick_of(const act_match *match, const char *actor) {
  bool several = parties_many_sides(&match->whom);
  if (!match->whom.count) return 0;
  if (parties_have_side(&match->whom, actor)) return several ? 4 : 3;
  return several ? 2 : 1;
}

static uint16_t rule_row(const act_match *match, unsigned pick) {
  const char *rule = match->whom_found ? match->whom_found : match->whom.count ? "told" : "none";
  uint64_t hash = ro_hash_add(RO_HASH_START, rule, strlen(rule));
  return feature_row(feature_add_number(hash, pick * 2 + match->whom_told), RULES);
}

static uint16_t rank_row(const side_question *question, uint32_t side, unsigned type) {
  enum { LOWEST = 4 };
  const report_side *items = question->sides->items;
  unsigned rank = 0;
  for (uint32_t i = 0; i < side && rank < LOWEST; i++)
    rank += !parties_have_side(&question_act(question)->who, items[i].party.actor);
  return (uint16_t)(1 + rank * TYPES + type);
}

static unsigned at_most(uint32_t number, unsigned most) {
  return number < most ? (unsigned)number : most;
}

static uint16_t last_between_row(const side_question *question, const char *actor) {
  const act_match *last = dealings_last(question, actor);
  if (!last) return 0;
  uint64_t hash = feature_add_number(RO_HASH_START, (unsigned)last->act);
  hash = feature_add_number(hash, dealings_parts(question, last, actor));
  return feature_row(feature_add_number(hash, at_most(dealings_distance(question, last), 3)),
                     PAIRS);
}

static uint16_t last_act_row(const side_question *question, const char *actor) {
  const act_match *last = dealings_before(question);
  if (!last) return 0;
  unsigned part = dealings_parts(question, last, actor);
  return (uint16_t)(1 + (unsigned)last->act * DEALINGS_PARTS + part);
}

static uint16_t next_act_row(const side_question *question, const char *actor) {
  const act_match *next = dealings_after(question);
  if (!next) return 0;
  unsigned kind = next->act == question_act(question)->act ? 1
                  : next->act == RO_ACT_MEETING            ? 2
                                                           : 0;
  return (uint16_t)(1 + kind * DEALINGS_PARTS + dealings_parts(question, next, actor));
}

static uint16_t said_row(const side_question *question, const char *actor) {
  const act_match *own = question_act(question);
  uint32_t statement = question->scene->outer[own->predicate];
  if (statement == RO_NONE) return 0;
  const char *addressee = question->scene->statements[statement].addressee;
  ro_parties speakers = {.count = 0};
  parties_of_speaker(&speakers, question->scene, statement);
  unsigned speaks = parties_have_side(&speakers, actor);
  unsigned doer_speaks = parties_share_side(&speakers, &own->who);
  unsigned told = !addressee ? 0 : parties_same_side(addressee, actor) ? 2 : 1;
  return (uint16_t)(1 + speaks + 2 * doer_speaks + 4 * told);
}

static bool is_done_by(const ro_scene *scene, uint32_t verb, const char *actor) {
  uint32_t subject = arguments_subject(scene, verb);
  ro_parties doers = {.count = 0};
  if (subject != RO_NONE) parties_of_phrase(&doers, scene, subject);
  return parties_have_side(&doers, actor);
}

static uint16_t owner_row(const ro_scene *scene, uint32_t thing, const char *actor) {
  if (thing == RO_NONE) return 0;
  ro_parties owners = {.count = 0}, below = {.count = 0};
  parties_of_owner(&owners, scene, thing);
  parties_mentioned(&below, scene, thing);
  bool verb = scene->document->tokens[thing].upos == RO_UPOS_VERB;
  unsigned part = parties_have_side(&owners, actor)         ? 1
                  : verb && is_done_by(scene, thing, actor) ? 2
                  : parties_have_side(&below, actor)        ? 3
                                                            : 0;
  return (uint16_t)(1 + part + (verb ? 8 : owners.count ? 4 : 0));
}

static bool stands_first(const ro_document *document, const report_side *side) {
  return sentence_of(document, side->tokens[0]) == 0;
}

/* A group is of its state, and the state has the group. */
static uint16_t home_row(const act_match *own, const ro_party *side) {
  if (!own->who.count) return 0;
  const ro_party *doer = &own->who.items[0];
  size_t length;
  bool home = doer->code && strncmp(doer->code, parties_side(side->actor, &length), 3) == 0;
  bool guest = side->code && strncmp(side->code, parties_side(doer->actor, &length), 3) == 0;
  return home ? 2 : guest ? 3 : 1;
}

static uint16_t circumstances_row(const act_match *own) {
  uint64_t hash = feature_add_number(RO_HASH_START, (unsigned)own->act);
  hash = feature_add_number(hash, (unsigned)own->status);
  return feature_row(feature_add_number(hash, (unsigned)own->circumstances.reality), PAIRS);
}

static uint16_t form_row(const side_question *question) {
  const ro_scene *scene = question->scene;
  const act_match *own = question_act(question);
  ro_upos upos = scene->document->tokens[own->predicate].upos;
  unsigned word_class = upos == RO_UPOS_VERB ? 1 : upos == RO_UPOS_NOUN ? 2 : 0;
  bool said = scene->inner[own->predicate] != RO_NONE;
  bool listed = own->entry != NULL;
  return (uint16_t)(1 + word_class + 3 * own->arguments.passive + 6 * said + 12 * listed);
}

static uint16_t mention_row(const ro_scene *scene, uint32_t token) {
  uint32_t index = scene->mentions[token];
  if (index == RO_NONE) return 1;
  const ro_actor_mention *mention = &scene->document->actors[index];
  unsigned place = scene->places[token] != RO_NONE ? 1 : 0;
  unsigned person = mention->actor && strchr(mention->actor, ':') ? 1 : 0;
  return (uint16_t)(2 + place + 2 * person + 4 * at_most((uint32_t)mention->kind, 4));
}

static uint16_t count_row(const ro_document *document, const report_side *side,
                          uint32_t predicate) {
  uint32_t near = 0, governed = 0;
  for (uint32_t i = 0; i < side->count; i++) {
    if (sentence_of(document, side->tokens[i]) != sentence_of(document, predicate)) continue;
    near++;
    governed += ro_tree_is_below(document, side->tokens[i], predicate);
  }
  return (uint16_t)(1 + at_most(near, 3) * 4 + at_most(governed, 3));
}

void side_features_fill(const side_question *question, uint32_t side, uint16_t out[SIDE_FEATURES]) {
  const ro_scene *scene = question->scene;
  const ro_document *document = scene->document;
  const act_match *own = question_act(question);
  const report_side *one = &question->sides->items[side];
  const char *actor = one->party.actor;
  uint32_t predicate = own->predicate;
  uint32_t nearest = near_mention_find(document, one, predicate);
  uint32_t thing = own->matter != RO_NONE ? own->matter : things_noun(own);
  unsigned place = near_mention_place(document, predicate, nearest), type = type_of(&one->party);
  unsigned pick = pick_of(own, actor), act = (unsigned)own->act;
  dealings with = dealings_count(question, actor);
  out[ACT_AND_PICK] = (uint16_t)(1 + act * PICKS + pick);
  out[RULE_AND_PICK] = rule_row(own, pick);
  out[PLACE] = (uint16_t)(1 + place);
  out[PATH] = path_row(document, predicate, nearest);
  out[CASE] = case_row(document, predicate, nearest);
  out[RANK] = rank_row(question, side, type);
  out[SHARE] = (uint16_t)(1 + 12 * one->count / (question->sides->mentions + 1));
  out[ACTS_BETWEEN] = (uint16_t)(1 + at_most(with.to, 5) * 5 + at_most(with.from, 4));
  out[MEETINGS_BETWEEN] = (uint16_t)(1 + at_most(with.meetings, 3) * 6 + with.nearest);
  out[LAST_BETWEEN] = last_between_row(question, actor);
  out[SAID] = said_row(question, actor);
  out[FIRST_SENTENCE] = (uint16_t)(1 + stands_first(document, one));
  out[PREDICATE] = feature_row(feature_lemma(scene, predicate), LEMMAS);
  out[THING] = feature_row(feature_lemma(scene, thing), LEMMAS);
  out[OWNER] = owner_row(scene, thing, actor);
  out[TYPES_OF_BOTH] = (uint16_t)(type_of_doer(own) * TYPES + type);
  out[CIRCUMSTANCES] = circumstances_row(own);
  out[SIDES] = (uint16_t)(1 + question->sides->count);
  out[HOME] = home_row(own, &one->party);
  out[FORM] = form_row(question);
  out[LAST_ACT] = last_act_row(question, actor);
  out[PREDICATE_PLACE] =
      feature_row(feature_add_number(feature_lemma(scene, predicate), place), LEMMAS);
  out[ACT_PLACE] = (uint16_t)(1 + act * NEAR_MENTION_PLACES + place);
  out[NEXT_ACT] = next_act_row(question, actor);
  out[HEAD] = feature_row(feature_lemma(scene, document->tokens[nearest].head), LEMMAS);
  out[MENTION] = mention_row(scene, nearest);
  out[COUNT_NEAR] = count_row(document, one, predicate);
  side_score score = side_score_find(question, side);
  out[AS_WHOM] = (uint16_t)(1 + score.whom * PICKS + pick);
  out[AS_WHO] = (uint16_t)(1 + score.who * PICKS + pick);
  out[RANK_AS_WHOM] = (uint16_t)(1 + score.rank);
}
