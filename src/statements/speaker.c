#include "statements/speaker.h"

#include <string.h>

#include "statements/phrase.h"
#include "statements/speaker_reference.h"
#include "statements/unnamed_source.h"
#include "syntax/tree.h"

/* Mentions that begin at or after the token, by binary search. */
static uint32_t first_mention_from(const ro_document *document, uint32_t token) {
  uint32_t low = 0, high = document->actor_count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (document->actors[middle].first_token < token)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static bool holds(const ro_actor_mention *mention, uint32_t token) {
  return token >= mention->first_token && token - mention->first_token < mention->token_count;
}

uint32_t ro_mention_of_token(const ro_document *document, uint32_t token) {
  enum { FARTHEST = 24 }; /* a mention is no longer than that */
  uint32_t from = first_mention_from(document, token > FARTHEST ? token - FARTHEST : 0);
  uint32_t best = RO_NONE;
  for (uint32_t i = from; i < document->actor_count; i++) {
    const ro_actor_mention *mention = &document->actors[i];
    if (mention->first_token > token) break;
    if (!holds(mention, token)) continue;
    if (mention->head_token == token) return i;
    if (best == RO_NONE) best = i;
  }
  return best;
}

const char *ro_mention_actor(const ro_document *document, uint32_t index) {
  if (index == RO_NONE) return NULL;
  const ro_actor_mention *mention = &document->actors[index];
  if (mention->actor || !mention->member_count) return mention->actor;
  const char *joined = mention->members[0];
  for (uint32_t i = 1; i < mention->member_count; i++)
    joined = ro_arena_print(document->arena, "%s %s", joined, mention->members[i]);
  return joined;
}

/* Words that name the same one as the head of the source: "the spokesman, Dmitry Peskov". */
static bool is_same_as(const ro_document *document, uint32_t token, uint32_t head) {
  for (int steps = 0; token != head && steps < 6; steps++) {
    const ro_token *at = &document->tokens[token];
    bool same = at->deprel == RO_DEPREL_APPOS || at->deprel == RO_DEPREL_FLAT ||
                at->deprel == RO_DEPREL_COMPOUND || at->deprel == RO_DEPREL_NMOD_DESC ||
                at->deprel == RO_DEPREL_NMOD_UNMARKED;
    if (!same || at->head == RO_NONE) return false;
    token = at->head;
  }
  return token == head;
}

/* "A spokesman for the U.N., Stephane Dujarric": the name is set beside the body, but a person's
 * name says who the one before it is, unless that is a person's office ("an aide to the president,
 * …"). */
static bool is_name_beside_body(const ro_document *document, const ro_actor_mention *mention) {
  const ro_token *token = &document->tokens[mention->head_token];
  if (mention->kind != RO_MENTION_NAME || token->deprel != RO_DEPREL_APPOS) return false;
  uint32_t beside = ro_mention_of_token(document, token->head);
  if (beside == RO_NONE) return false;
  const ro_actor_mention *other = &document->actors[beside];
  return other->kind == RO_MENTION_NAME || (other->actor && !strchr(other->actor, ':'));
}

/* "of the office of the president": a chain of nouns from the token up to the head. */
static bool hangs_by_prepositions(const ro_document *document, uint32_t token, uint32_t head) {
  for (int steps = 0; token != head && steps < 6; steps++) {
    const ro_token *at = &document->tokens[token];
    bool within = at->deprel == RO_DEPREL_NMOD || at->deprel == RO_DEPREL_FLAT ||
                  at->deprel == RO_DEPREL_COMPOUND || at->deprel == RO_DEPREL_NMOD_DESC;
    if (!within || at->head == RO_NONE) return false;
    token = at->head;
  }
  return token == head;
}

/* Joined to the head of the source or to the name set beside it ("the senators A and B"), or with
 * it to another word that the parser takes for the first of them. */
static bool is_conjunct(const ro_document *document, uint32_t token, uint32_t head,
                        uint32_t speaker) {
  const ro_token *word = &document->tokens[token];
  if (word->deprel != RO_DEPREL_CONJ) return false;
  if (word->head == head || word->head == speaker) return true;
  return document->tokens[head].deprel == RO_DEPREL_CONJ &&
         document->tokens[head].head == word->head && token > head;
}

/* How well a mention within the source stands for the whole of it; 0: not at all. */
static int fitness(const ro_document *document, const ro_actor_mention *mention, uint32_t head) {
  bool is_resolved = mention->actor || mention->member_count;
  bool is_person = mention->actor && strchr(mention->actor, ':') != NULL;
  int fit = 0;
  if (mention->head_token == head)
    fit = 6;
  else if (is_same_as(document, mention->head_token, head) ||
           (is_person && is_name_beside_body(document, mention)))
    fit = 5;
  else if (holds(mention, head))
    fit = 4;
  else
    fit = 1; /* "a readout from the ministry", "the president's spokesman" */
  if (fit >= 4 && is_person) fit += 4;
  if (fit >= 4 && mention->kind == RO_MENTION_NAME) fit += 1;
  return is_resolved || mention->unnamed ? fit : fit > 3 ? 1 : 0;
}

static void add_conjuncts(const ro_document *document, const ro_token_ranges *source, uint32_t head,
                          ro_speaker *speaker) {
  if (!speaker->actor) return;
  uint32_t end = source->items[source->count - 1].end;
  uint32_t first =
      speaker->mention == RO_NONE ? head : document->actors[speaker->mention].head_token;
  for (uint32_t i = first_mention_from(document, source->items[0].start);
       i < document->actor_count && document->actors[i].first_token < end; i++) {
    const ro_actor_mention *mention = &document->actors[i];
    if (!mention->actor || !is_conjunct(document, mention->head_token, head, first)) continue;
    if (strstr(speaker->actor, mention->actor)) continue;
    speaker->actor = ro_arena_print(document->arena, "%s %s", speaker->actor, mention->actor);
  }
}

static bool is_first_person(const ro_token *token) {
  static const char *const forms[] = {"i", "we", "me", "us", "my", "our"};
  if (token->upos != RO_UPOS_PRON && token->upos != RO_UPOS_DET) return false;
  for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
    if (ro_token_has_lemma(token, forms[i])) return true;
  return false;
}

const char *ro_government_at(const ro_document *document, uint32_t token) {
  static const char *const parts[] = {"north", "south", "east", "west"}; /* of whatever country */
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
    if (ro_token_has_lemma(&document->tokens[token], parts[i])) return NULL;
  uint32_t low = 0, high = document->place_count;
  while (low < high) { /* places that begin at or before the token */
    uint32_t middle = low + (high - low) / 2;
    if (document->places[middle].first_token <= token)
      low = middle + 1;
    else
      high = middle;
  }
  if (low == 0) return NULL;
  const ro_place *place = &document->places[low - 1];
  bool covers = token - place->first_token < place->token_count;
  return covers && place->use != RO_PLACE_INSIDE_NAME ? place->country : NULL;
}

static ro_speaker speaker_at(const ro_document *document, uint32_t token) {
  ro_speaker speaker = {.mention = RO_NONE};
  if (token == RO_NONE) return speaker;
  uint32_t mention = ro_mention_of_token(document, token);
  if (mention != RO_NONE) {
    speaker.actor = ro_mention_actor(document, mention);
    speaker.unnamed = document->actors[mention].unnamed;
  }
  if (speaker.actor || speaker.unnamed)
    speaker.mention = mention;
  else
    speaker.actor = ro_government_at(document, token);
  return speaker;
}

static uint32_t best_mention(const ro_document *document, const ro_token_ranges *source,
                             uint32_t head) {
  uint32_t end = source->items[source->count - 1].end, found = RO_NONE;
  int best = 0;
  for (uint32_t i = first_mention_from(document, source->items[0].start);
       i < document->actor_count && document->actors[i].first_token < end; i++) {
    const ro_actor_mention *mention = &document->actors[i];
    if (!ro_ranges_hold(source, mention->head_token)) continue;
    int fit = fitness(document, mention, head);
    if (fit <= best) continue;
    best = fit;
    found = i;
  }
  return found == RO_NONE ? ro_mention_of_token(document, head) : found;
}

/* "An official in the office of President Orlova": one who is known by description alone speaks for
 * those whom the description names. NULL where it names nobody. */
static const char *described_side(const ro_document *document, const ro_token_ranges *source,
                                  uint32_t head) {
  uint32_t end = source->items[source->count - 1].end;
  for (uint32_t i = first_mention_from(document, head + 1);
       i < document->actor_count && document->actors[i].first_token < end; i++) {
    const ro_actor_mention *mention = &document->actors[i];
    if (!mention->actor || !hangs_by_prepositions(document, mention->head_token, head)) continue;
    const char *colon = strchr(mention->actor, ':');
    if (!colon) return mention->actor;
    return ro_arena_copy(document->arena, mention->actor, (size_t)(colon - mention->actor));
  }
  return NULL;
}

/* "The defence ministry in Moscow": an organ of the state that the place lies in, as an embassy is
 * not. */
static const char *government_of_organ(const ro_document *document, uint32_t head) {
  static const char *const organs[] = {"ministry", "government", "cabinet", "parliament",
                                       "presidency"};
  bool is_organ = false;
  for (size_t i = 0; i < sizeof organs / sizeof *organs; i++)
    is_organ |= ro_token_has_lemma(&document->tokens[head], organs[i]);
  if (!is_organ) return NULL;
  uint32_t place = ro_tree_child(document, head, RO_DEPREL_NMOD);
  if (place == RO_NONE) return NULL;
  uint32_t preposition = ro_tree_child(document, place, RO_DEPREL_CASE);
  bool inside = preposition != RO_NONE && ro_token_has_lemma(&document->tokens[preposition], "in");
  return inside ? ro_government_at(document, place) : NULL;
}

/* "Halden said, citing the ministry": whoever is not known passes on what another says. */
static ro_speaker cited(const ro_document *document, uint32_t verb, ro_speaker unknown) {
  uint32_t citing = ro_tree_child(document, verb, RO_DEPREL_ADVCL);
  if (citing == RO_NONE || !document->tokens[citing].xpos) return unknown;
  bool cites = ro_token_has_lemma(&document->tokens[citing], "cite") ||
               ro_token_has_lemma(&document->tokens[citing], "quote");
  if (!cites || strcmp(document->tokens[citing].xpos, "VBG") != 0) return unknown;
  uint32_t object = ro_tree_child(document, citing, RO_DEPREL_OBJ);
  if (object == RO_NONE) return unknown;
  ro_speaker speaker = speaker_at(document, object);
  if (!speaker.actor && !speaker.unnamed) speaker.actor = government_of_organ(document, object);
  return speaker;
}

/* "people BRIEFED on it", "officials FAMILIAR with it": the parser may take what describes the noun
 * for its verb. */
static uint32_t head_of_source(const ro_document *document, const ro_token_ranges *source) {
  uint32_t head = ro_ranges_head(document, source);
  if (head == RO_NONE ||
      (document->tokens[head].upos != RO_UPOS_VERB && document->tokens[head].upos != RO_UPOS_ADJ))
    return head;
  uint32_t subject = ro_tree_child(document, head, RO_DEPREL_NSUBJ);
  if (subject == RO_NONE) subject = ro_tree_child(document, head, RO_DEPREL_NSUBJ_PASS);
  return subject != RO_NONE && subject < head && ro_ranges_hold(source, subject) ? subject : head;
}

/* A medium or a company speaks for its part of the state where it is at home: "RUS-MED". */
static void part_from_state(const ro_document *document, ro_speaker *speaker) {
  if (speaker->mention == RO_NONE || !speaker->actor) return;
  const ro_actor_mention *mention = &document->actors[speaker->mention];
  const char *part = mention->type == RO_ACTOR_MEDIUM    ? "MED"
                     : mention->type == RO_ACTOR_COMPANY ? "BUS"
                                                         : NULL;
  bool home = part && mention->code && strlen(mention->code) >= 6 && !strchr(speaker->actor, ':');
  if (home && mention->kind == RO_MENTION_NAME)
    speaker->actor = ro_arena_print(document->arena, "%.3s-%s", mention->code, part);
}

ro_speaker ro_speaker_find(const ro_document *document, const ro_attribution *attribution) {
  const ro_token_ranges *source = &attribution->source;
  uint32_t head = head_of_source(document, source);
  if (head == RO_NONE)
    return speaker_at(document, ro_shared_subject(document, attribution->cue_token));
  if (ro_is_relative_pronoun(&document->tokens[head]))
    return speaker_at(document, ro_antecedent(document, head));
  ro_speaker speaker = {.mention = best_mention(document, source, head),
                        .is_first_person = is_first_person(&document->tokens[head])};
  if (speaker.mention != RO_NONE) {
    speaker.actor = ro_mention_actor(document, speaker.mention);
    speaker.unnamed = document->actors[speaker.mention].unnamed;
  }
  if (!speaker.actor && speaker.unnamed) speaker.actor = described_side(document, source, head);
  if (!speaker.actor && !speaker.unnamed) speaker.actor = government_of_organ(document, head);
  if (!speaker.actor && !speaker.unnamed) speaker.actor = ro_government_at(document, head);
  if (!speaker.actor && !speaker.unnamed)
    speaker = cited(document, attribution->cue_token, speaker);
  if (!speaker.actor) {
    speaker.actor = ro_loose_source(document, head);
    if (speaker.actor) speaker.unnamed = true;
  }
  part_from_state(document, &speaker);
  add_conjuncts(document, source, head, &speaker);
  if (!speaker.actor && !speaker.unnamed) speaker.mention = RO_NONE;
  return speaker;
}
