#include "records/counterparts/things.h"

#include <ctype.h>
#include <string.h>

#include "syntax/tree.h"

/* Verb and noun of one root share so many letters at least: "invite" and "invitation". */
enum { SHORTEST_ROOT = 4 };

uint32_t things_noun(const act_match *match) {
  static const char *const prepositions[] = {"of", "to", "for", "on"};
  uint32_t noun = arguments_find(&match->arguments, ACT_OBJECT, NULL);
  if (noun != RO_NONE || (match->entry && match->entry->word_class != ACT_NOUN)) return noun;
  for (size_t i = 0; i < sizeof prepositions / sizeof *prepositions && noun == RO_NONE; i++)
    noun = arguments_find(&match->arguments, ACT_PREPOSITION, prepositions[i]);
  return noun;
}

static size_t shared_letters(const char *word, const char *other) {
  size_t count = 0;
  while (word[count] && tolower((unsigned char)word[count]) == tolower((unsigned char)other[count]))
    count++;
  return count;
}

/* The same noun again, or the verb of its root: "invited" for "the invitation". */
static bool tells_of(const ro_token *word, const char *noun) {
  size_t shared = shared_letters(word->lemma, noun);
  size_t own = strlen(word->lemma), other = strlen(noun), shorter = own < other ? own : other;
  if (word->upos == RO_UPOS_NOUN) return shared == own && own == other;
  return word->upos == RO_UPOS_VERB && shared >= SHORTEST_ROOT && shared + 1 >= shorter;
}

static void add_makers_at(ro_parties *out, const ro_scene *scene, uint32_t token) {
  const ro_token *word = &scene->document->tokens[token];
  if (word->upos == RO_UPOS_VERB) {
    uint32_t subject = arguments_subject(scene, token);
    if (subject != RO_NONE) parties_of_phrase(out, scene, subject);
    return;
  }
  parties_of_owner(out, scene, token);
  bool carried = word->deprel == RO_DEPREL_OBJ || word->deprel == RO_DEPREL_NSUBJ_PASS;
  if (out->count || !carried || word->head == RO_NONE) return;
  if (!scene_in_class(scene, word->head, "light-verbs")) return;
  uint32_t subject = arguments_subject(scene, word->head);
  if (subject != RO_NONE) parties_of_phrase(out, scene, subject);
}

void things_makers(ro_parties *out, const ro_scene *scene, uint32_t noun, const ro_parties *own) {
  const ro_document *document = scene->document;
  if (noun == RO_NONE || document->tokens[noun].upos != RO_UPOS_NOUN) return;
  for (uint32_t i = noun; i-- > 0 && !out->count;) {
    if (!tells_of(&document->tokens[i], document->tokens[noun].lemma)) continue;
    add_makers_at(out, scene, i);
    parties_remove_sides(out, own);
    if (!parties_any_political(out)) out->count = 0;
  }
}

bool things_names_another(const ro_scene *scene, uint32_t thing) {
  const ro_document *document = scene->document;
  for (uint32_t child = document->first_child[thing]; child != RO_NONE && child < thing;
       child = document->next_sibling[child]) {
    char first = document->tokens[child].form[0];
    if (first >= 'A' && first <= 'Z' && document->tokens[child].deprel != RO_DEPREL_DET)
      return true;
  }
  return false;
}
