#include "records/learned/party_features.h"

#include <string.h>

#include "records/clause/arguments.h"
#include "records/learned/feature_rows.h"
#include "records/parties/parties.h"
#include "syntax/tree.h"

enum {
  PATHS = 4096,
  CASES = 1024,
  DISTANCES = 24,
  SENTENCES = 5,
  KINDS = 96,
  STATEMENTS = 12,
  ROLES = 8,
  HEADS = 4096,
};

const uint32_t party_feature_rows[PARTY_FEATURES] = {
    PATHS, CASES, DISTANCES, SENTENCES, KINDS, STATEMENTS, ROLES, HEADS, PATHS,
};

bool party_features_apply(const ro_scene *scene, uint32_t token) {
  uint32_t index = scene->mentions[token];
  if (index == RO_NONE) return scene->adjectives[token] != RO_NONE;
  const ro_actor_mention *mention = &scene->document->actors[index];
  return mention->actor || mention->member_count;
}

void party_features_parties(ro_parties *out, const ro_scene *scene, uint32_t token) {
  ro_parties named = {.count = 0};
  parties_named(&named, scene, token);
  if (!named.count) parties_of_phrase(&named, scene, token);
  for (uint32_t i = 0; i < named.count; i++)
    parties_add(out, named.items[i]);
}

static uint16_t path_row(const ro_document *document, uint32_t predicate, uint32_t token,
                         bool with_down) {
  uint64_t hash = feature_path(document, predicate, token, with_down);
  return hash ? feature_row(hash, PATHS) : 0;
}

static uint16_t distance_row(uint32_t predicate, uint32_t token) {
  static const uint8_t limits[] = {1, 2, 3, 4, 6, 8, 12, 16, 24, 40, 80};
  uint32_t distance = token < predicate ? predicate - token : token - predicate;
  uint16_t bucket = 0;
  while (bucket < sizeof limits && distance >= limits[bucket])
    bucket++;
  return (uint16_t)(bucket + (token < predicate ? 12 : 0));
}

static uint16_t sentence_row(const ro_document *document, uint32_t predicate, uint32_t token) {
  uint32_t own = document->tokens[predicate].sentence, other = document->tokens[token].sentence;
  if (own == other) return 2;
  if (other < own) return own - other > 1 ? 0 : 1;
  return other - own > 1 ? 4 : 3;
}

static uint16_t kind_row(const ro_scene *scene, uint32_t token) {
  uint32_t index = scene->mentions[token];
  if (index == RO_NONE) return 0;
  const ro_actor_mention *mention = &scene->document->actors[index];
  unsigned type = (unsigned)mention->type < 14 ? (unsigned)mention->type : 14;
  unsigned person = mention->actor && strchr(mention->actor, ':') ? 1 : 0;
  return (uint16_t)(1u + type * 6u + (unsigned)mention->kind * 2u + person);
}

static bool is_of_side(const ro_parties *parties, const char *actor) {
  for (uint32_t i = 0; i < parties->count; i++)
    if (parties_same_side(parties->items[i].actor, actor)) return true;
  return false;
}

static bool names_one_of(const ro_scene *scene, const ro_parties *parties, uint32_t token) {
  ro_parties own = {.count = 0};
  parties_named(&own, scene, token);
  for (uint32_t i = 0; i < own.count; i++)
    if (own.items[i].actor && is_of_side(parties, own.items[i].actor)) return true;
  return false;
}

/* How mention and predicate stand to the statements around them, and whether the mention is on the
 * side of who speaks. */
static uint16_t statement_row(const ro_scene *scene, uint32_t predicate, uint32_t token) {
  uint32_t statement = scene->inner[predicate], other = scene->inner[token];
  if (statement == RO_NONE) return other == RO_NONE ? 0 : 1;
  ro_parties speakers = {.count = 0};
  parties_of_speaker(&speakers, scene, statement);
  unsigned side = names_one_of(scene, &speakers, token) ? 1 : 0;
  unsigned place = other == statement ? 0 : other == RO_NONE ? 1 : 2;
  return (uint16_t)(2u + place * 2u + side);
}

/* Whether it is the predicate's logical subject, object, or on the side of the subject. */
static uint16_t role_row(const ro_scene *scene, uint32_t predicate, uint32_t token) {
  uint32_t subject = arguments_subject(scene, predicate);
  if (subject == RO_NONE) return 0;
  if (subject == token) return 1;
  ro_parties parties = {.count = 0};
  parties_of_phrase(&parties, scene, subject);
  if (!parties.count) return 2;
  return names_one_of(scene, &parties, token) ? 3 : 4;
}

static uint16_t head_row(const ro_scene *scene, uint32_t token) {
  uint32_t head = scene->document->tokens[token].head;
  if (head == RO_NONE) return 0;
  return feature_row(feature_lemma(scene, head), HEADS);
}

void party_features_fill(const ro_scene *scene, uint32_t predicate, uint32_t token,
                         uint16_t out[PARTY_FEATURES]) {
  const ro_document *document = scene->document;
  out[0] = path_row(document, predicate, token, true);
  out[1] = feature_row(feature_case(document, token), CASES);
  out[2] = distance_row(predicate, token);
  out[3] = sentence_row(document, predicate, token);
  out[4] = kind_row(scene, token);
  out[5] = statement_row(scene, predicate, token);
  out[6] = role_row(scene, predicate, token);
  out[7] = head_row(scene, token);
  out[8] = path_row(document, predicate, token, false);
}
