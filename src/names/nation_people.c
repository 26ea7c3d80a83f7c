#include "names/nation_people.h"

#include <string.h>

#include "names/actor_code.h"
#include "names/noun_town.h"
#include "syntax/tree.h"

/* "thousands of Nigerians", "two Israelis" */
static bool is_counted(const ro_document *d, uint32_t token) {
  static const char *const numbers[] = {"ten",      "dozen",   "score", "hundred",
                                        "thousand", "million", "group", "crowd"};
  const ro_token *word = &d->tokens[token];
  if (ro_tree_child(d, token, RO_DEPREL_NUMMOD) != RO_NONE) return true;
  if (word->deprel != RO_DEPREL_NMOD || word->head == RO_NONE) return false;
  const ro_token *above = &d->tokens[word->head];
  ro_token number = {.form = above->lemma ? above->lemma : above->form};
  return ro_token_is_one_of(&number, numbers, sizeof numbers / sizeof *numbers);
}

/* "ethnic Albanians OF SERBIA", else the other state that the sentence names; NULL. */
static const char *home_of_minority(const ro_name_scene *scene, const ro_mention_draft *draft) {
  const ro_document *d = scene->document;
  const char *home = ro_noun_state_named(scene, draft->head);
  const ro_sentence *sentence = &d->sentences[d->tokens[draft->head].sentence];
  uint32_t end = sentence->first_token + sentence->token_count;
  for (uint32_t i = sentence->first_token; !home && i < end; i++) {
    home = d->tokens[i].upos == RO_UPOS_PROPN ? ro_noun_state_at(scene, i) : NULL;
    if (home && strcmp(home, draft->actor) == 0) home = NULL;
  }
  return home;
}

/* People of a nation do not speak for its state where they are counted, and "ethnic Albanians" are
 * of whatever state they live in. */
static void part_from_state(const ro_name_scene *scene, ro_mention_draft *draft) {
  const ro_document *d = scene->document;
  const ro_token *word = &d->tokens[draft->head];
  bool people = draft->count == 1 && word->xpos &&
                (strcmp(word->xpos, "NNPS") == 0 || strcmp(word->xpos, "NNS") == 0);
  bool ethnic = draft->first > 0 && ro_token_is(&d->tokens[draft->first - 1], "ethnic");
  if (!people || !(ethnic || is_counted(d, draft->head))) return;
  const char *home = ethnic ? home_of_minority(scene, draft) : draft->actor;
  if (ethnic) draft->first--, draft->count++;
  draft->kind = RO_MENTION_NOMINAL;
  draft->plural = draft->indefinite = true;
  draft->sector = "CVL";
  draft->party = "CIV";
  draft->base = draft->actor = draft->code = NULL;
  draft->type = RO_ACTOR_UNKNOWN;
  draft->reason = "people of a nation";
  if (!home || strlen(home) != 3) return;
  draft->base = draft->actor = ro_arena_print(scene->arena, "%s-CIV", home);
  draft->code = ro_actor_code_join(scene->arena, home, draft->sector);
}

/* "THE SWEDE said": one person of that nation, not its state; "the Swiss", "the French" are many.
 */
static void take_one_of_nation(const ro_name_scene *scene, ro_mention_draft *draft) {
  static const char *const collective[] = {"ese", "ish", "ch", "iss", "ois"};
  const ro_document *d = scene->document;
  const ro_token *word = &d->tokens[draft->head];
  bool argument = word->deprel == RO_DEPREL_NSUBJ || word->deprel == RO_DEPREL_OBJ ||
                  word->deprel == RO_DEPREL_NSUBJ_PASS || word->deprel == RO_DEPREL_IOBJ ||
                  word->deprel == RO_DEPREL_OBL;
  size_t length = strlen(word->form);
  bool one = draft->count == 1 && draft->kind == RO_MENTION_NAME && draft->head > 0 &&
             ro_token_is(&d->tokens[draft->head - 1], "the") && argument &&
             !(word->xpos && strstr(word->xpos, "NNS")) &&
             !(word->xpos && strstr(word->xpos, "NNPS"));
  for (size_t i = 0; one && i < sizeof collective / sizeof *collective; i++) {
    size_t size = strlen(collective[i]);
    one = length <= size || strcasecmp(word->form + length - size, collective[i]) != 0;
  }
  if (!one || word->form[length - 1] == 's') return;
  draft->first--, draft->count++;
  draft->kind = RO_MENTION_NOMINAL;
  draft->type = RO_ACTOR_PERSON;
  draft->person = true;
  draft->adjective = false;
  draft->sector = "GOV";
  draft->party = "";
  draft->reason = "one of a nation";
}

void ro_nation_people_part(const ro_name_scene *scene, ro_mention_draft *draft) {
  part_from_state(scene, draft);
  take_one_of_nation(scene, draft);
}
