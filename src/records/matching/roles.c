#include "records/matching/roles.h"

#include <string.h>

#include "records/matching/joint.h"
#include "records/matching/untold_doer.h"
#include "records/parties/attackers.h"
#include "syntax/tree.h"

static const ro_token *token_of(const ro_scene *scene, uint32_t index) {
  return &scene->document->tokens[index];
}

/* "a series of TALKS", "two of the HOSTAGES": past words that only count. */
uint32_t roles_past_quantity(const ro_scene *scene, uint32_t token) {
  bool number = token_of(scene, token)->upos == RO_UPOS_NUM;
  if (!number && !scene_in_class(scene, token, "quantity-nouns")) return token;
  uint32_t counted = ro_tree_child(scene->document, token, RO_DEPREL_NMOD);
  const char *preposition =
      counted == RO_NONE ? NULL : arguments_preposition(scene->document, counted);
  return preposition && strcmp(preposition, "of") == 0 ? counted : token;
}

/* "agreed ON MONDAY" tells when, "agreed ON A QUOTA" what. */
static bool tells_time(const ro_scene *scene, const ro_argument *argument) {
  static const char *const prepositions[] = {"on", "in", "for", "at", "over", "after"};
  if (argument->role != ACT_PREPOSITION || !scene->timed[argument->token]) return false;
  for (size_t i = 0; i < sizeof prepositions / sizeof *prepositions; i++)
    if (strcmp(argument->preposition, prepositions[i]) == 0) return true;
  return false;
}

uint32_t matcher_token_at(const ro_scene *scene, const ro_arguments *arguments,
                          const act_path *path) {
  for (uint32_t i = 0; i < arguments->count; i++) {
    const ro_argument *item = &arguments->items[i];
    if (item->role != path->argument || tells_time(scene, item)) continue;
    if (item->role != ACT_PREPOSITION || strcmp(item->preposition, path->preposition) == 0)
      return item->token;
  }
  return RO_NONE;
}

static void add_place(ro_parties *out, const ro_scene *scene, uint32_t token) {
  uint32_t place = scene->places[token];
  if (place == RO_NONE) return;
  const ro_place *found = &scene->document->places[place];
  parties_add(out, (ro_party){found->country, found->country, found->span, true});
}

/* "visited OSLO AND REYKJAVIK" */
static void add_places(ro_parties *out, const ro_scene *scene, uint32_t token) {
  const ro_document *document = scene->document;
  add_place(out, scene, token);
  for (uint32_t child = ro_tree_child(document, token, RO_DEPREL_CONJ); child != RO_NONE;
       child = ro_tree_next_child(document, child, RO_DEPREL_CONJ))
    add_place(out, scene, child);
}

/* "KARLSSON's arrest" was done to him, not by him. */
static void add_owners(ro_parties *out, const ro_scene *scene, uint32_t noun) {
  ro_parties found = {.count = 0};
  bool harm = scene_in_class(scene, noun, "harms");
  parties_of_owner(&found, scene, noun);
  for (uint32_t i = 0; i < found.count; i++)
    if (!harm || !strchr(found.items[i].actor, ':')) parties_add(out, found.items[i]);
}

static void add_parties_at(ro_parties *out, const ro_scene *scene, const act_path *path,
                           uint32_t token) {
  switch (path->step) {
  case ACT_STEP_OWNER:
    add_owners(out, scene, roles_past_quantity(scene, token));
    break;
  case ACT_STEP_SUBJECT:
    parties_of_phrase(out, scene, arguments_subject(scene, token));
    break;
  case ACT_STEP_PLACE:
    add_places(out, scene, token);
    break;
  case ACT_STEP_SELF:
    parties_of_phrase(out, scene, token);
    break;
  }
}

/* Every argument at the path counts: "Lavrov's talks with …" has many owners. */
void roles_at(ro_parties *out, const ro_scene *scene, const ro_arguments *arguments,
              const act_path *path) {
  for (uint32_t i = 0; i < arguments->count; i++) {
    const ro_argument *item = &arguments->items[i];
    if (item->role != path->argument) continue;
    if (path->preposition && strcmp(path->preposition, item->preposition) != 0) continue;
    add_parties_at(out, scene, path, item->token);
  }
}

static void parties_beside(ro_parties *out, const ro_scene *scene, const act_path *path,
                           uint32_t noun) {
  const ro_document *document = scene->document;
  for (uint32_t child = ro_tree_child(document, noun, RO_DEPREL_NMOD); child != RO_NONE;
       child = ro_tree_next_child(document, child, RO_DEPREL_NMOD)) {
    const char *preposition = arguments_preposition(document, child);
    if (preposition && strcmp(preposition, path->preposition) == 0)
      add_parties_at(out, scene, path, child);
  }
}

/* "signed an agreement WITH Turkey", "took part in talks WITH Turkey": the phrase may hang on the
 * object or on the talks as well as on the verb. */
static void parties_beside_object(ro_parties *out, const ro_scene *scene,
                                  const ro_arguments *arguments, const act_path *path) {
  uint32_t object = arguments_find(arguments, ACT_OBJECT, NULL);
  uint32_t talks = arguments_find(arguments, ACT_PREPOSITION, "in");
  if (!path->preposition) return;
  if (object != RO_NONE) parties_beside(out, scene, path, object);
  if (talks != RO_NONE && scene_in_class(scene, talks, "meeting"))
    parties_beside(out, scene, path, talks);
}

/* A name or pronoun that nobody is known for: it is not to be replaced by another actor. */
static bool names_somebody(const ro_scene *scene, uint32_t token) {
  if (token == RO_NONE || scene->timed[token]) return false;
  ro_upos upos = token_of(scene, token)->upos;
  if (scene_in_class(scene, token, "reflexives")) return false; /* "commits ITSELF to" */
  if (scene_in_class(scene, token, "third-person-objects")) return false;
  return upos == RO_UPOS_PRON || upos == RO_UPOS_PROPN || scene->mentions[token] != RO_NONE;
}

/* "urged NEIGHBOURS to keep out": people in the plural whom no list knows stand for themselves. */
static void add_loose_group(ro_parties *out, const ro_scene *scene, uint32_t token) {
  ro_document *document = scene->document;
  const ro_token *word = token_of(scene, token);
  uint32_t mention = scene->mentions[token];
  if (mention == RO_NONE || word->upos != RO_UPOS_NOUN || !word->xpos) return;
  const ro_actor_mention *group = &document->actors[mention];
  if (strcmp(word->xpos, "NNS") != 0 || group->actor || group->member_count) return;
  const char *words = ro_arena_copy(document->arena, document->text + word->span.start,
                                    word->span.end - word->span.start);
  parties_add(out, (ro_party){words, words, word->span, false});
}

/* Nothing is done to one's own side, save to another person of it: "Dahl criticised LUND". */
static void remove_doers(ro_parties *out, const ro_parties *doers) {
  uint32_t kept = 0;
  for (uint32_t i = 0; i < out->count; i++) {
    ro_parties alone = {.count = 1, .items = {out->items[i]}};
    bool own = parties_share_side(&alone, doers);
    if (!own || parties_is_another_person(doers, out->items[i].actor))
      out->items[kept++] = out->items[i];
  }
  out->count = kept;
}

/* "thanked the ICELANDIC PRESIDENT": he is not the one whom he belongs to. */
static bool is_somebody(const ro_scene *scene, uint32_t token) {
  ro_parties named = {.count = 0};
  parties_named(&named, scene, token);
  return named.count > 0;
}

/* "the president asked PARLIAMENT to …": another of one's own side, where it is named as the one
 * whom the verb asks or blames. */
static bool is_other_of_own_side(const ro_scene *scene, const act_path *path, uint32_t token,
                                 const ro_parties *found, const ro_parties *own) {
  bool object = path->argument == ACT_OBJECT || path->argument == ACT_INDIRECT;
  if (!object || path->step != ACT_STEP_SELF || found->count != 1 || own->count != 1) return false;
  if (token == RO_NONE || token_of(scene, token)->upos != RO_UPOS_PROPN) return false;
  bool of_body = strchr(own->items[0].actor, ':') && !strchr(found->items[0].actor, ':');
  const char *code = found->items[0].code, *other = own->items[0].code;
  return is_somebody(scene, token) && code && other &&
         (strcmp(code, other) != 0 || (of_body && strncmp(code, "IGO", 3) == 0));
}

/* The actors of the first path that has any that are not in `others`. A path whose phrase is there
 * but stands for nobody known ends the search when it is `binding`. */
static bool fill(ro_parties *out, const ro_scene *scene, const ro_arguments *arguments,
                 const act_paths *paths, const ro_parties *others) {
  bool phrase_seen = false;
  for (size_t i = 0; i < paths->count && out->count == 0; i++) {
    const act_path *path = &paths->items[i];
    uint32_t token = matcher_token_at(scene, arguments, path);
    if (others && path->step == ACT_STEP_OWNER && token != RO_NONE && is_somebody(scene, token))
      parties_of_phrase(out, scene, token);
    else
      roles_at(out, scene, arguments, path);
    if (!out->count) parties_beside_object(out, scene, arguments, path);
    if (others && !is_other_of_own_side(scene, path, token, out, others)) remove_doers(out, others);
    phrase_seen = phrase_seen || (path->step == ACT_STEP_SELF && names_somebody(scene, token));
  }
  return phrase_seen;
}

/* Force and protest are against the state where they fall, where no other is named. */
static void add_place_below(ro_parties *out, const ro_scene *scene, uint32_t predicate) {
  uint32_t first, last;
  ro_tree_extent(scene->document, predicate, &first, &last);
  for (uint32_t i = predicate; i <= last && !out->count; i++) {
    const char *preposition = arguments_preposition(scene->document, i);
    bool aside =
        preposition && (strcmp(preposition, "with") == 0 || strcmp(preposition, "from") == 0 ||
                        strcmp(preposition, "by") == 0);
    if (!aside && ro_tree_is_below(scene->document, i, predicate)) add_place(out, scene, i);
  }
}

/* The first one that counts as a party, with those that are coordinated with it: "share data WITH
 * OSLO AND REYKJAVIK". */
static void add_first(ro_parties *out, const ro_scene *scene, const ro_parties *found) {
  uint32_t first = 0;
  while (first < found->count && !found->items[first].political)
    first++;
  if (first == found->count) first = 0;
  if (!found->count) return;
  parties_add(out, found->items[first]);
  ro_span words = found->items[first].words;
  if (words.start == words.end) return;
  uint32_t token = scene_token_at(scene, words.end - 1);
  ro_parties joined = {.count = 0};
  parties_coordinated(&joined, scene, token);
  for (uint32_t i = 0; i < joined.count; i++)
    if (joined.items[i].political) parties_add(out, joined.items[i]);
}

/* "were killed IN A STRIKE BY …": the doer of a passive that tells none. */
static void fill_attackers(act_match *match, const ro_scene *scene, const act_frame *frame) {
  ro_parties victims = {.count = 0};
  bool attack = match->entry->event && strcmp(match->entry->event, "ASSAULT") == 0;
  if (match->who.count || !attack || !match->arguments.passive) return;
  uint32_t subject = arguments_find(&match->arguments, ACT_SUBJECT, NULL);
  if (subject != RO_NONE && !scene_in_class(scene, subject, "hostile-acts") &&
      !scene_in_class(scene, subject, "fights"))
    return;
  fill(&victims, scene, &match->arguments, &frame->whom, NULL);
  match->attack = attackers_find(&match->who, scene, match->predicate, &victims);
}

/* "promised to disarm THE RAIDERS": it is not they who are promised it. */
static void remove_handled(ro_parties *out, const ro_scene *scene, uint32_t matter) {
  ro_parties handled = {.count = 0};
  uint32_t object =
      matter == RO_NONE ? RO_NONE : ro_tree_child(scene->document, matter, RO_DEPREL_OBJ);
  if (object == RO_NONE || scene_in_class(scene, matter, "providing")) return;
  parties_named(&handled, scene, object);
  parties_remove_sides(out, &handled);
}

void matcher_fill_roles(act_match *match, const ro_scene *scene) {
  const act_frame *frame = match->entry->frame;
  match->matter = RO_NONE;
  for (size_t i = 0; i < frame->matter.count && match->matter == RO_NONE; i++)
    match->matter = matcher_token_at(scene, &match->arguments, &frame->matter.items[i]);
  fill(&match->who, scene, &match->arguments, &frame->who, NULL);
  if (match->who.count && match->act != RO_ACT_MEETING)
    joint_add_others(&match->who, scene, match->predicate);
  if (!match->who.count) untold_doer_fill(match, scene);
  untold_doer_of_phrase(match, scene);
  fill_attackers(match, scene, frame);
  joint_add_partners(match, scene);
  if (joint_is_mutual(match, scene)) {
    match->whom = match->who;
    return;
  }
  match->whom_told = fill(&match->whom, scene, &match->arguments, &frame->whom, &match->who);
  uint32_t asked = arguments_find(&match->arguments, ACT_OBJECT, NULL);
  if (match->act == RO_ACT_DEMAND && !match->whom.count && asked != RO_NONE &&
      arguments_find(&match->arguments, ACT_INFINITIVE, NULL) != RO_NONE)
    add_loose_group(&match->whom, scene, asked);
  if (match->whom.count || match->whom_told || match->entry->marks & ACT_MARK_NO_WHOM) return;
  bool event = match->act == RO_ACT_PRESSURE || match->act == RO_ACT_NONE;
  if (match->act == RO_ACT_MEETING || (event && !match->who.count)) return;
  ro_parties below = {.count = 0};
  if (match->matter != RO_NONE)
    parties_mentioned(&below, scene, match->matter);
  else
    parties_of_clause(&below, scene, match->predicate);
  if (match->act == RO_ACT_PROMISE) remove_handled(&below, scene, match->matter);
  parties_remove_sides(&below, &match->who);
  /* troops are sent where they are wanted, too; what flies over a place is against it */
  bool moved = match->act == RO_ACT_PRESSURE && strcmp(match->entry->frame->name, "deploy") == 0;
  if (!below.count && event && !moved) add_place_below(&below, scene, match->predicate);
  parties_remove_sides(&below, &match->who);
  add_first(event ? &match->whom : &match->mentioned, scene, &below);
  parties_remove_sides(&match->mentioned, &match->who);
}
