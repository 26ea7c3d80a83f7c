#include "records/events/event_parties.h"

#include <string.h>

#include "records/events/event_place.h"
#include "records/parties/attackers.h"
#include "records/parties/described.h"
#include "syntax/tree.h"

static bool is_one_of(const char *event, const char *const *events, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (strcmp(event, events[i]) == 0) return true;
  return false;
}

static bool is_force(const char *event) {
  static const char *const events[] = {"ASSAULT", "COERCE", "SANCTION", "PROTEST", "MOBILIZE"};
  return is_one_of(event, events, sizeof events / sizeof *events);
}

static void add_at_path(ro_parties *out, const ro_scene *scene, const act_match *match,
                        const act_path *path, const ro_parties *other) {
  const ro_document *document = scene->document;
  uint32_t token = matcher_token_at(scene, &match->arguments, path);
  if (token == RO_NONE || path->step == ACT_STEP_PLACE) return;
  if (path->step == ACT_STEP_SUBJECT) token = arguments_surface_subject(scene, token);
  if (token == RO_NONE) return;
  token = arguments_antecedent(document, token);
  if (path->step != ACT_STEP_OWNER) {
    described_add_phrase(out, scene, token, other);
    return;
  }
  for (uint32_t child = document->first_child[token]; child != RO_NONE && !out->count;
       child = document->next_sibling[child])
    if (document->tokens[child].deprel == RO_DEPREL_NMOD_POSS ||
        document->tokens[child].deprel == RO_DEPREL_NMOD)
      described_add_phrase(out, scene, child, other);
}

static void add_at_paths(ro_parties *out, const ro_scene *scene, const act_match *match,
                         const act_paths *paths, const ro_parties *other) {
  for (size_t i = 0; i < paths->count && !out->count; i++)
    add_at_path(out, scene, match, &paths->items[i], other);
}

/* Those that have a code: a loose group ("its partners") has none. */
static ro_parties with_codes(const ro_scene *scene, const ro_parties *parties) {
  ro_parties coded = {.count = 0};
  for (uint32_t i = 0; i < parties->count; i++) {
    ro_party party = parties->items[i];
    party.code = described_code(scene, &party);
    if (party.code) coded.items[coded.count++] = party;
  }
  return coded;
}

/* Of loose groups without a code those whose they are: "its EUROPEAN UNION partners". */
static ro_parties with_codes_or_owners(const ro_scene *scene, const ro_parties *parties,
                                       const ro_parties *others) {
  ro_parties coded = with_codes(scene, parties);
  ro_parties owners = {.count = 0};
  if (coded.count) return coded;
  for (uint32_t i = 0; i < parties->count; i++)
    if (parties->items[i].words.start < parties->items[i].words.end)
      parties_of_owner(&owners, scene, scene_token_at(scene, parties->items[i].words.end - 1));
  parties_remove_sides(&owners, others);
  return with_codes(scene, &owners);
}

static bool is_among(const ro_parties *parties, const char *code) {
  for (uint32_t i = 0; i < parties->count; i++)
    if (strcmp(parties->items[i].code, code) == 0) return true;
  return false;
}

/* Whether the code is among them, or the whole state that it is of, or a part of that state. */
static bool is_side_of(const ro_parties *parties, const char *code) {
  for (uint32_t i = 0; i < parties->count; i++) {
    const char *other = parties->items[i].code;
    bool whole = strlen(code) == 3 || strlen(other) == 3;
    if (whole ? strncmp(other, code, 3) == 0 : strcmp(other, code) == 0) return true;
  }
  return false;
}

static bool of_several_states(const ro_parties *parties) {
  for (uint32_t i = 1; i < parties->count; i++)
    if (strncmp(parties->items[0].code, parties->items[i].code, 3) != 0) return true;
  return false;
}

/* Events whose target may be somebody that only words describe, wherever they stand. */
static bool is_described_target(const char *event) {
  static const char *const events[] = {"REQUEST", "ACCUSE", "REJECT",  "THREATEN",
                                       "CONCEDE", "AGREE",  "RETREAT", "AID"};
  return is_force(event) || is_one_of(event, events, sizeof events / sizeof *events);
}

/* The first party below a word that is not one of `others`: one that is named, else described.
 * What stands below the subject is left out. */
static void add_first_below(ro_parties *out, const ro_scene *scene, uint32_t token,
                            uint32_t subject, const ro_parties *others, const char *event) {
  const ro_document *document = scene->document;
  uint32_t first, last;
  if (token == RO_NONE) return;
  ro_tree_extent(document, token, &first, &last);
  bool words_describe = is_described_target(event);
  for (int described = 0; described <= words_describe; described++)
    for (uint32_t i = first; i <= last && !out->count; i++) {
      if (!ro_tree_is_below(document, i, token)) continue;
      if (subject != RO_NONE && ro_tree_is_below(document, i, subject)) continue;
      ro_parties found = {.count = 0};
      if (described)
        described_add(&found, scene, i, others);
      else
        parties_named(&found, scene, i);
      found = with_codes(scene, &found);
      if (!found.count) continue;
      const char *code = found.items[0].code;
      bool abroad = strcmp(event, "CONCEDE") != 0; /* a government gives in to its own country */
      bool own = abroad ? is_side_of(others, code) : is_among(others, code);
      if (!own) parties_add(out, found.items[0]);
    }
}

/* Those at whose side one described is looked for: where force is used, the people of the place;
 * else the doers. */
static ro_parties others_of_target(const act_match *match, const ro_scene *scene,
                                   const char *event) {
  const char *state = is_force(event) ? event_place_state(scene, match, false) : NULL;
  if (!state) return match->source;
  const char *code = ro_arena_print(scene->document->arena, "%sCVL", state);
  ro_parties there = {.count = 1, .items = {{code, code, {0, 0}, true}}};
  return there;
}

/* "the government and THE REBELS": those described beside the phrase's head. */
static void add_beside(ro_parties *out, const ro_scene *scene, uint32_t token) {
  const ro_document *document = scene->document;
  ro_parties beside = {.count = 0};
  for (uint32_t other = ro_tree_child(document, token, RO_DEPREL_CONJ); other != RO_NONE;
       other = ro_tree_next_child(document, other, RO_DEPREL_CONJ))
    if (document->tokens[other].upos != RO_UPOS_VERB) described_add(&beside, scene, other, out);
  for (uint32_t i = 0; i < beside.count && out->count < MAXIMUM_PARTIES; i++)
    if (!is_among(out, beside.items[i].code)) out->items[out->count++] = beside.items[i];
}

static void add_beside_paths(ro_parties *out, const ro_scene *scene, const act_match *match,
                             const act_paths *paths) {
  for (size_t i = 0; i < paths->count; i++) {
    uint32_t token = matcher_token_at(scene, &match->arguments, &paths->items[i]);
    if (token == RO_NONE || paths->items[i].step != ACT_STEP_SELF) continue;
    add_beside(out, scene, token);
    return;
  }
}

/* Of what is said of another ("Kyiv and THE REBELS must …") the other is the subject. */
static void add_beside_subject(act_match *match, const ro_scene *scene) {
  uint32_t subject = arguments_find(&match->arguments, ACT_SUBJECT, NULL);
  ro_parties named = {.count = 0};
  if (subject == RO_NONE) return;
  parties_named(&named, scene, subject);
  if (parties_share_side(&named, &match->whom)) add_beside(&match->target, scene, subject);
}

/* The clause around a verb that is joined to another: "opened fire on them, KILLING two". */
static uint32_t clause_around(const ro_scene *scene, uint32_t verb) {
  const ro_token *token = &scene->document->tokens[verb];
  bool joined = token->deprel == RO_DEPREL_CONJ || token->deprel == RO_DEPREL_ADVCL ||
                token->deprel == RO_DEPREL_XCOMP;
  return joined ? token->head : RO_NONE;
}

/* Whom it is done to where the frame does not tell: in the matter, the object, the clause. */
static void search_target(act_match *match, const ro_scene *scene, const char *event) {
  uint32_t subject = arguments_find(&match->arguments, ACT_SUBJECT, NULL);
  uint32_t object = arguments_find(&match->arguments, ACT_OBJECT, NULL);
  bool force = is_force(event);
  uint32_t places[] = {match->matter, object, force ? match->predicate : RO_NONE,
                       force ? clause_around(scene, match->predicate) : RO_NONE};
  for (size_t i = 0; i < sizeof places / sizeof *places && !match->target.count; i++)
    add_first_below(&match->target, scene, places[i], subject, &match->source, event);
}

/* Nobody is named as the doer: an arrest is the state's where it happens, an attack is somebody's
 * armed men there. */
static void fill_untold_source(act_match *match, const ro_scene *scene, const char *event) {
  static const char *const lawful[] = {"COERCE", "ACCUSE", "SANCTION"};
  bool told = arguments_find(&match->arguments, ACT_SUBJECT, NULL) != RO_NONE;
  bool attack = strcmp(event, "ASSAULT") == 0;
  bool by_law = is_one_of(event, lawful, sizeof lawful / sizeof *lawful);
  if (match->source.count || !match->target.count) return;
  if (match->attack != RO_NONE)
    attackers_describe(&match->source, scene, match->attack, &match->target);
  if (match->source.count) return;
  if (!attack && (!by_law || !match->arguments.passive || told)) return;
  const char *state = event_place_state(scene, match, !attack); /* a court sits where it judges */
  if (!state) return;
  const char *code = attack ? ro_arena_print(scene->document->arena, "%sUAF", state) : state;
  parties_add(&match->source, (ro_party){code, code, {0, 0}, true});
}

/* Who protests in a place protests against those who govern it. */
static void protest_against_government(act_match *match, const ro_scene *scene, const char *event) {
  if (strcmp(event, "PROTEST") != 0 || match->target.count != 1) return;
  ro_party *target = &match->target.items[0];
  if (target->words.start == target->words.end || strlen(target->code) < 3) return;
  uint32_t token = scene_token_at(scene, target->words.end - 1);
  if (scene->places[token] != RO_NONE && scene->mentions[token] == RO_NONE)
    target->code = ro_arena_print(scene->document->arena, "%.3sGOV", target->code);
}

/* Who protests without saying against whom protests against his government. */
static void fill_untold_target(act_match *match, const ro_scene *scene, const char *event) {
  const char *state = described_state_of(scene, &match->source);
  if (match->target.count || !state || strcmp(event, "PROTEST") != 0) return;
  const char *code = ro_arena_print(scene->document->arena, "%sGOV", state);
  if (!is_among(&match->source, code))
    parties_add(&match->target, (ro_party){code, code, {0, 0}, true});
}

static bool is_verbal(const char *event) {
  static const char *const events[] = {"AGREE",  "SUPPORT", "CONCEDE", "REQUEST",
                                       "ACCUSE", "REJECT",  "THREATEN"};
  return is_one_of(event, events, sizeof events / sizeof *events);
}

/* "Iceland is committed to it, ITS MINISTER said": what is said of the own state, its speaker
 * does. */
static void put_speaker_first(act_match *match, const ro_scene *scene, const char *event) {
  ro_parties speaker = {.count = 0};
  parties_of_speaker(&speaker, scene, match->statement);
  speaker = with_codes(scene, &speaker);
  if (!is_verbal(event) || speaker.count != 1 || match->source.count != 1) return;
  const char *code = match->source.items[0].code;
  bool whole_state = strlen(code) == 3 && strncmp(code, speaker.items[0].code, 3) == 0;
  if (whole_state) match->source = speaker;
}

static bool is_mutual(const act_match *match, const char *event) {
  return match->act == RO_ACT_MEETING || strcmp(event, "CONSULT") == 0;
}

void event_parties_fill(act_match *match, const ro_scene *scene, const char *event) {
  match->source = with_codes_or_owners(scene, &match->who, &match->whom);
  match->target = with_codes_or_owners(scene, &match->whom, &match->who);
  if (!event) return;
  const act_frame *frame = match->entry ? match->entry->frame : NULL;
  bool open = !(match->entry && match->entry->marks & ACT_MARK_NO_WHOM);
  if (frame && match->source.count) add_beside_paths(&match->source, scene, match, &frame->who);
  if (frame && match->target.count) add_beside_paths(&match->target, scene, match, &frame->whom);
  if (!frame && match->target.count) add_beside_subject(match, scene);
  if (frame && !match->source.count)
    add_at_paths(&match->source, scene, match, &frame->who, &match->target);
  if (frame && open && !match->target.count) {
    ro_parties others = others_of_target(match, scene, event);
    add_at_paths(&match->target, scene, match, &frame->whom, &others);
  }
  bool doer_told = match->source.count || (frame && !match->arguments.passive);
  bool mutual = is_mutual(match, event) || of_several_states(&match->source);
  if (open && !match->target.count && doer_told && !mutual) search_target(match, scene, event);
  if (frame && !match->source.count)
    add_at_paths(&match->source, scene, match, &frame->who, &match->target);
  fill_untold_source(match, scene, event);
  protest_against_government(match, scene, event);
  fill_untold_target(match, scene, event);
  put_speaker_first(match, scene, event);
}
