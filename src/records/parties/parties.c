#include "records/parties/parties.h"

#include <ctype.h>
#include <string.h>

#include "syntax/tree.h"

static const char unnamed_prefix[] = "unnamed ";

const char *parties_side(const char *actor, size_t *length) {
  size_t prefix = sizeof unnamed_prefix - 1;
  if (strncmp(actor, unnamed_prefix, prefix) == 0) actor += prefix;
  *length = strcspn(actor, ":");
  return actor;
}

bool parties_same_side(const char *actor, const char *other) {
  size_t length, other_length;
  actor = parties_side(actor, &length);
  other = parties_side(other, &other_length);
  return length == other_length && strncmp(actor, other, length) == 0;
}

bool parties_have_side(const ro_parties *some, const char *actor) {
  for (uint32_t i = 0; i < some->count; i++)
    if (parties_same_side(some->items[i].actor, actor)) return true;
  return false;
}

bool parties_share_side(const ro_parties *some, const ro_parties *others) {
  for (uint32_t i = 0; i < some->count; i++)
    if (parties_have_side(others, some->items[i].actor)) return true;
  return false;
}

bool parties_many_sides(const ro_parties *some) {
  for (uint32_t i = 1; i < some->count; i++)
    if (!parties_same_side(some->items[0].actor, some->items[i].actor)) return true;
  return false;
}

void parties_remove_sides(ro_parties *some, const ro_parties *others) {
  uint32_t kept = 0;
  for (uint32_t i = 0; i < some->count; i++)
    if (!parties_have_side(others, some->items[i].actor)) some->items[kept++] = some->items[i];
  some->count = kept;
}

bool parties_any_political(const ro_parties *some) {
  for (uint32_t i = 0; i < some->count; i++)
    if (some->items[i].political) return true;
  return false;
}

/* A person takes the place of the state that he speaks for, and is not followed by it. */
void parties_add(ro_parties *out, ro_party added) {
  for (uint32_t i = 0; i < out->count; i++) {
    ro_party *known = &out->items[i];
    if (!parties_same_side(known->actor, added.actor)) continue;
    bool known_is_person = strchr(known->actor, ':') != NULL;
    bool added_is_person = strchr(added.actor, ':') != NULL;
    if (added_is_person && known_is_person && strcmp(known->actor, added.actor) != 0) continue;
    if (added_is_person && !known_is_person) *known = added;
    return;
  }
  if (out->count < MAXIMUM_PARTIES) out->items[out->count++] = added;
}

static bool is_state_code(const char *actor) {
  for (int i = 0; i < 3; i++)
    if (!isupper((unsigned char)actor[i])) return false;
  return actor[3] == '\0' || actor[3] == ':';
}

static bool is_private(const char *sector) {
  static const char *const sectors[] = {"BUS", "MED", "JRN", "EDU", "SOC",
                                        "AGR", "CRM", "CVL", "LAB", "REL"};
  for (size_t i = 0; sector && i < sizeof sectors / sizeof *sectors; i++)
    if (strcmp(sector, sectors[i]) == 0) return true;
  return false;
}

bool parties_are_private(const char *actor) {
  return strstr(actor, "-MED") || strstr(actor, "-BUS") || strstr(actor, "-CIV");
}

/* What companies, media and private people do among themselves is no act, nor what bodies do of
 * which only the name is known, nor loose groups of private people ("most people"). */
static bool is_political(const ro_actor_mention *mention, const char *actor) {
  if (mention && (mention->type == RO_ACTOR_COMPANY || mention->type == RO_ACTOR_MEDIUM ||
                  mention->type == RO_ACTOR_BODY))
    return false;
  bool loose = islower((unsigned char)*actor);
  if (mention && loose && is_private(mention->sector)) return false;
  if (mention && !loose && !mention->code && !is_state_code(actor)) return false;
  return !parties_are_private(actor);
}

void parties_add_mention(ro_parties *out, const ro_actor_mention *mention) {
  if (mention->actor)
    parties_add(out, (ro_party){mention->actor, mention->code, mention->span,
                                is_political(mention, mention->actor)});
  for (uint32_t i = 0; !mention->actor && i < mention->member_count; i++)
    parties_add(out, (ro_party){mention->members[i],
                                mention->member_codes ? mention->member_codes[i] : NULL,
                                mention->span, is_political(NULL, mention->members[i])});
}

/* Does an actor begin here, after a blank: "IAEA", not "Drian"? */
static bool begins_actor(const char *word) {
  return isupper((unsigned char)word[0]) && isupper((unsigned char)word[1]);
}

ro_actors parties_in_speaker(ro_arena *arena, const char *speaker) {
  const char **items = NULL;
  size_t count = 0, capacity = 0, length;
  for (; *speaker; speaker += length + (speaker[length] == ' ')) {
    for (length = strcspn(speaker, " "); speaker[length] && !begins_actor(speaker + length + 1);)
      length += 1 + strcspn(speaker + length + 1, " ");
    *RO_ARENA_PUSH(arena, &items, count, capacity) = ro_arena_copy(arena, speaker, length);
  }
  return (ro_actors){items, (uint32_t)count};
}

void parties_of_speaker(ro_parties *out, const ro_scene *scene, uint32_t statement) {
  ro_document *document = scene->document;
  if (statement == RO_NONE) return;
  const ro_statement *said = &scene->statements[statement];
  const ro_actor_mention *mention =
      said->source_mention < document->actor_count ? &document->actors[said->source_mention] : NULL;
  if (!said->speaker) return;
  ro_actors speakers = parties_in_speaker(document->arena, said->speaker);
  ro_span words = mention ? mention->span : (ro_span){0, 0};
  for (uint32_t i = 0; i < speakers.count; i++) {
    bool political = is_political(mention, speakers.items[i]);
    const char *code = mention && speakers.count == 1 ? mention->code : NULL;
    parties_add(out, (ro_party){speakers.items[i], code, words, political});
  }
}

/* "federal-troops": the words of a phrase up to its head, as a loose group is written. */
const char *parties_words(const ro_scene *scene, uint32_t noun) {
  const ro_document *document = scene->document;
  uint32_t first = noun;
  while (first > 0 && document->tokens[first - 1].head == noun &&
         (document->tokens[first - 1].deprel == RO_DEPREL_AMOD ||
          document->tokens[first - 1].deprel == RO_DEPREL_COMPOUND))
    first--;
  uint32_t last = noun; /* "Henrik LUND" */
  while (last + 1 < document->token_count && document->tokens[last + 1].head == noun &&
         document->tokens[last + 1].deprel == RO_DEPREL_FLAT)
    last++;
  ro_span words = ro_tree_span(document, first, last);
  char *copy =
      ro_arena_copy(document->arena, document->text + words.start, words.end - words.start);
  for (char *at = copy; *at; at++)
    *at = *at == ' ' || *at == '\n' ? '-' : (char)tolower((unsigned char)*at);
  return copy;
}

/* A name, or somebody that the report speaks of. */
static bool may_speak(const ro_scene *scene, uint32_t token) {
  ro_upos upos = scene->document->tokens[token].upos;
  bool name = scene->document->tokens[token].name_tag == RO_NAME_TAG_PERSON;
  return (upos == RO_UPOS_PROPN && (name || scene->mentions[token] != RO_NONE)) ||
         (upos == RO_UPOS_NOUN && scene->mentions[token] != RO_NONE);
}

void parties_of_unknown_speaker(ro_parties *out, const ro_scene *scene, uint32_t statement) {
  const ro_document *document = scene->document;
  if (statement == RO_NONE || !scene->statements[statement].source.count) return;
  ro_span source = scene->statements[statement].source.items[0];
  for (uint32_t i = scene_token_at(scene, source.start);
       i < document->token_count && document->tokens[i].span.end <= source.end; i++) {
    uint32_t head = document->tokens[i].head;
    bool within = head != RO_NONE && document->tokens[head].span.start >= source.start &&
                  document->tokens[head].span.end <= source.end;
    if (within || !may_speak(scene, i)) continue;
    parties_add(out, (ro_party){parties_words(scene, i), NULL, document->tokens[i].span, true});
    return;
  }
}

const char *parties_code(const ro_scene *scene, const ro_party *party) {
  if (party->code) return party->code;
  const uint64_t *known = word_table_find(&scene->codes, party->actor);
  if (known) return word_pointer(*known);
  return is_state_code(party->actor) ? ro_arena_copy(scene->document->arena, party->actor, 3)
                                     : NULL;
}

bool parties_is_another_person(const ro_parties *doers, const char *actor) {
  if (!strchr(actor, ':')) return false;
  for (uint32_t i = 0; i < doers->count; i++)
    if (parties_same_side(doers->items[i].actor, actor) &&
        (!strchr(doers->items[i].actor, ':') || strcmp(doers->items[i].actor, actor) == 0))
      return false;
  return true;
}
