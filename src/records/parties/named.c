#include "records/parties/named.h"

#include "syntax/tree.h"

enum { LONGEST_PLACE = 4 };

static bool add_place(ro_parties *out, const ro_scene *scene, uint32_t token) {
  uint32_t place = scene->adjectives[token];
  if (place == RO_NONE) return false;
  const ro_place *found = &scene->document->places[place];
  parties_add(out, (ro_party){found->country, found->country, found->span, true});
  return true;
}

/* The speaker's "we" and the listener's "you". */
static bool add_first_person(ro_parties *out, const ro_scene *scene, uint32_t token) {
  const ro_token *word = &scene->document->tokens[token];
  uint32_t statement = scene->inner[token];
  if (word->upos != RO_UPOS_PRON || statement == RO_NONE) return false;
  if (!scene_in_class(scene, token, "first-person")) return false;
  uint32_t before = out->count;
  parties_of_speaker(out, scene, statement);
  return out->count > before;
}

/* "Iceland said IT had …": a pronoun that nobody resolved, in what somebody says, is who says it.
 */
static bool add_reported_subject(ro_parties *out, const ro_scene *scene, uint32_t token) {
  const ro_document *document = scene->document;
  const ro_token *word = &document->tokens[token];
  if (!scene_in_class(scene, token, "third-person") || word->deprel != RO_DEPREL_NSUBJ)
    return false;
  if (word->head == RO_NONE || document->tokens[word->head].deprel != RO_DEPREL_CCOMP) return false;
  uint32_t above = document->tokens[word->head].head;
  uint32_t subject = above == RO_NONE ? RO_NONE : ro_tree_child(document, above, RO_DEPREL_NSUBJ);
  uint32_t before = out->count;
  uint32_t mention = subject == RO_NONE ? RO_NONE : scene->mentions[subject];
  bool one = mention != RO_NONE && document->actors[mention].type == RO_ACTOR_PERSON;
  if (one && scene_lemma_is(scene, token, "they")) return false;
  if (mention != RO_NONE) parties_add_mention(out, &document->actors[mention]);
  return out->count > before;
}

/* The place whose name begins at the token; RO_NONE. */
static uint32_t place_from(const ro_scene *scene, uint32_t token) {
  const ro_document *document = scene->document;
  for (uint32_t i = token; i < document->token_count && i < token + LONGEST_PLACE; i++) {
    uint32_t place = scene->places[i];
    if (place != RO_NONE) return document->places[place].first_token == token ? place : RO_NONE;
  }
  return RO_NONE;
}

/* "the government IN PRISTINA", whichever was spoken of before. */
static bool add_seated(ro_parties *out, const ro_scene *scene, uint32_t token) {
  const ro_document *document = scene->document;
  if (token + 2 >= document->token_count) return false;
  if (!scene_in_class(scene, token, "governing-bodies")) return false;
  uint32_t place = scene_lemma_is(scene, token + 1, "in") ? place_from(scene, token + 2) : RO_NONE;
  if (place == RO_NONE) return false;
  const ro_place *seat = &document->places[place];
  parties_add(out, (ro_party){seat->country, seat->country, document->tokens[token].span, true});
  return true;
}

bool named_add(ro_parties *out, const ro_scene *scene, uint32_t token) {
  uint32_t before = out->count;
  if (add_seated(out, scene, token)) return true;
  uint32_t mention = scene->mentions[token];
  if (mention != RO_NONE) parties_add_mention(out, &scene->document->actors[mention]);
  if (out->count > before) return true;
  return add_place(out, scene, token) || add_first_person(out, scene, token) ||
         add_reported_subject(out, scene, token);
}
