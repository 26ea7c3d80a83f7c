#include "records/scene/reattach.h"

#include <string.h>

#include "records/scene/fronted.h"
#include "syntax/tree.h"

enum { HIGHEST_CLIMB = 8, LONGEST_SENTENCE = 512 };

static bool has_xpos(const ro_document *document, uint32_t token, const char *xpos) {
  const char *own = document->tokens[token].xpos;
  return own && strcmp(own, xpos) == 0;
}

static bool has_child(const ro_document *document, uint32_t token, ro_deprel deprel) {
  return ro_tree_child(document, token, deprel) != RO_NONE;
}

static bool has_subject(const ro_document *document, uint32_t token) {
  return has_child(document, token, RO_DEPREL_NSUBJ) ||
         has_child(document, token, RO_DEPREL_NSUBJ_PASS) ||
         has_child(document, token, RO_DEPREL_NSUBJ_OUTER);
}

/* A finite verb without auxiliary: "accused". */
static bool is_simple_finite(const ro_document *document, uint32_t token) {
  bool finite = has_xpos(document, token, "VBD") || has_xpos(document, token, "VBZ") ||
                has_xpos(document, token, "VBP");
  return finite && !has_child(document, token, RO_DEPREL_AUX);
}

static bool is_participle(const ro_document *document, uint32_t token) {
  return has_xpos(document, token, "VBG") && !has_child(document, token, RO_DEPREL_AUX);
}

/* A predicate that tells an act of speech by itself: "accused", "urged". */
static bool tells_speech(const ro_scene *scene, uint32_t token) {
  if (scene_in_class(scene, token, "speech-verbs")) return true;
  const char *lemma = scene->document->tokens[token].lemma;
  for (const act_entry *entry = act_lexicon_entries(scene->lexicon, lemma); entry;
       entry = entry->next)
    if (entry->word_class == ACT_VERB && entry->marks & ACT_MARK_VERBAL) return true;
  return false;
}

/* "saying it had failed and THREATENING measures": a participle goes on with a participle. */
static uint32_t participle_above(const ro_scene *scene, uint32_t verb) {
  const ro_document *document = scene->document;
  uint32_t head = document->tokens[verb].head;
  if (!is_participle(document, verb) || is_participle(document, head) ||
      !has_subject(document, head))
    return RO_NONE;
  for (int height = 0; head != RO_NONE && height < HIGHEST_CLIMB; height++) {
    if (is_participle(document, head)) return head;
    head = document->tokens[head].head;
  }
  return RO_NONE;
}

/* "regretted that it had failed, THANKED Oslo and begged all to …": one more of the verb's kind
 * rather than what it tells. */
static bool is_listed_verb(const ro_scene *scene, uint32_t verb) {
  const ro_document *document = scene->document;
  const ro_token *token = &document->tokens[verb];
  if (token->deprel != RO_DEPREL_CCOMP || token->head == RO_NONE || token->head > verb)
    return false;
  if (has_subject(document, verb) || has_child(document, verb, RO_DEPREL_MARK)) return false;
  uint32_t first = ro_tree_child(document, token->head, RO_DEPREL_CCOMP);
  bool past = is_simple_finite(document, verb) || has_xpos(document, verb, "VBN");
  return first != RO_NONE && first < verb && past && has_child(document, verb, RO_DEPREL_OBJ) &&
         has_child(document, first, RO_DEPREL_MARK) && is_simple_finite(document, token->head) &&
         tells_speech(scene, verb);
}

/* "denied that it was to blame and ACCUSED Kyiv": a verb of speech goes on with a verb of speech.
 */
static uint32_t speech_verb_above(const ro_scene *scene, uint32_t verb) {
  const ro_document *document = scene->document;
  uint32_t head = document->tokens[verb].head;
  bool like_past = has_xpos(document, verb, "VBN") &&
                   (!has_xpos(document, head, "VBN") || has_child(document, verb, RO_DEPREL_CCOMP));
  if (!is_simple_finite(document, verb) && !like_past) return RO_NONE;
  if (has_subject(document, verb)) return RO_NONE;
  if (!tells_speech(scene, verb)) return RO_NONE;
  if (is_simple_finite(document, head) && tells_speech(scene, head)) return RO_NONE;
  for (int height = 0; head != RO_NONE && height < HIGHEST_CLIMB; height++) {
    uint32_t above = document->tokens[head].head;
    ro_deprel deprel = document->tokens[head].deprel;
    bool content = deprel == RO_DEPREL_CCOMP || deprel == RO_DEPREL_XCOMP;
    if (content && above != RO_NONE && tells_speech(scene, above) &&
        is_simple_finite(document, above) && above < head)
      return above;
    head = above;
  }
  return RO_NONE;
}

static bool is_inserted(const ro_scene *scene, uint32_t verb) {
  const ro_token *token = &scene->document->tokens[verb];
  return token->deprel == RO_DEPREL_PARATAXIS && token->head != RO_NONE && token->head < verb &&
         tells_speech(scene, verb);
}

/* "There would be no signature, he added, UNTIL …": behind the comma the said goes on. */
static uint32_t clause_gone_on_with(const ro_scene *scene, uint32_t clause) {
  static const char *const markers[] = {"until", "unless", "if", "once", "before", "provided"};
  const ro_document *document = scene->document;
  uint32_t verb = document->tokens[clause].head, first, last;
  uint32_t marker = ro_tree_child(document, clause, RO_DEPREL_MARK);
  if (!is_inserted(scene, verb) || clause < verb || marker == RO_NONE) return RO_NONE;
  ro_tree_extent(document, clause, &first, &last);
  bool comma = strcmp(document->tokens[first].form, ",") == 0 ||
               (first > 0 && strcmp(document->tokens[first - 1].form, ",") == 0);
  if (!comma) return RO_NONE;
  for (size_t i = 0; i < sizeof markers / sizeof *markers; i++)
    if (scene_lemma_is(scene, marker, markers[i])) return document->tokens[verb].head;
  return RO_NONE;
}

/* "ENVOYS are due in Kinshasa": the subject of what stands between it and the phrase that it is
 * hung on; RO_NONE. */
static uint32_t predicate_before(const ro_scene *scene, uint32_t token) {
  const ro_document *document = scene->document;
  uint32_t phrase = document->tokens[token].head;
  ro_deprel deprel = document->tokens[phrase].deprel;
  uint32_t above = document->tokens[phrase].head;
  bool hung = deprel == RO_DEPREL_OBL || deprel == RO_DEPREL_OBJ || deprel == RO_DEPREL_NMOD;
  if (!hung || above == RO_NONE || above < token || above > phrase) return RO_NONE;
  if (has_subject(document, above) || ro_tree_child(document, phrase, RO_DEPREL_COP) != RO_NONE)
    return RO_NONE;
  bool predicate = document->tokens[above].upos == RO_UPOS_VERB ||
                   ro_tree_child(document, above, RO_DEPREL_COP) != RO_NONE;
  return predicate && document->tokens[phrase].upos != RO_UPOS_VERB ? above : RO_NONE;
}

/* "On the day of the dinner, Canadian POLICE arrested her": hung on the phrase before it although
 * the verb behind it has no subject; that verb, or RO_NONE. */
static uint32_t verb_behind(const ro_scene *scene, uint32_t token) {
  const ro_document *document = scene->document;
  const ro_token *tokens = document->tokens;
  uint32_t first, last;
  if (tokens[token].deprel != RO_DEPREL_APPOS || tokens[token].head > token) return RO_NONE;
  if (scene->mentions[token] == RO_NONE) return RO_NONE;
  ro_tree_extent(document, token, &first, &last);
  uint32_t verb = last + 1;
  while (verb < document->token_count && tokens[verb].sentence == tokens[token].sentence &&
         (tokens[verb].upos == RO_UPOS_ADV || tokens[verb].upos == RO_UPOS_AUX))
    verb++;
  if (verb >= document->token_count || tokens[verb].sentence != tokens[token].sentence)
    return RO_NONE;
  bool finite = is_simple_finite(document, verb) || has_child(document, verb, RO_DEPREL_AUX);
  bool told = tokens[verb].upos == RO_UPOS_VERB && finite && !has_subject(document, verb) &&
              (tokens[verb].deprel == RO_DEPREL_ROOT || tokens[verb].deprel == RO_DEPREL_CCOMP);
  return told ? verb : RO_NONE;
}

static uint32_t better_head(const ro_scene *scene, uint32_t token) {
  const ro_token *word = &scene->document->tokens[token];
  if (word->head == RO_NONE) return RO_NONE;
  if (word->deprel == RO_DEPREL_NSUBJ) return predicate_before(scene, token);
  if (word->deprel == RO_DEPREL_APPOS) return verb_behind(scene, token);
  if (word->deprel == RO_DEPREL_ADVCL) return clause_gone_on_with(scene, token);
  if (word->deprel != RO_DEPREL_CONJ || word->upos != RO_UPOS_VERB) return RO_NONE;
  uint32_t above = participle_above(scene, token);
  return above != RO_NONE ? above : speech_verb_above(scene, token);
}

static bool is_cued_by(const ro_scene *scene, uint32_t statement, uint32_t verb) {
  return statement != RO_NONE && scene->statements[statement].cue_token == verb;
}

/* What goes on with the verb of speech is not said with it. */
static void take_out_of_statement(ro_scene *scene, uint32_t moved) {
  const ro_document *document = scene->document;
  uint32_t verb = document->tokens[moved].head, first, last;
  ro_tree_extent(document, moved, &first, &last);
  for (uint32_t i = first; i <= last; i++) {
    if (!ro_tree_is_below(document, i, moved)) continue;
    if (is_cued_by(scene, scene->inner[i], verb)) scene->inner[i] = scene->inner[verb];
    if (is_cued_by(scene, scene->outer[i], verb)) scene->outer[i] = scene->outer[verb];
  }
}

/* "ICELAND Friday closed its ports": the name before a bare day is no part of it. */
static bool is_subject_before_day(const ro_scene *scene, uint32_t token) {
  const ro_document *document = scene->document;
  const ro_token *name = &document->tokens[token];
  if (name->deprel != RO_DEPREL_COMPOUND || name->head != token + 1) return false;
  if (scene->timed[token] || !scene->timed[token + 1]) return false;
  if (scene->mentions[token] == RO_NONE && scene->adjectives[token] == RO_NONE) return false;
  const ro_token *day = &document->tokens[token + 1];
  bool bare = day->deprel == RO_DEPREL_OBL_UNMARKED || day->deprel == RO_DEPREL_NSUBJ ||
              day->deprel == RO_DEPREL_OBL;
  if (!bare || day->head == RO_NONE || day->head < token) return false;
  return document->tokens[day->head].upos == RO_UPOS_VERB &&
         (day->deprel == RO_DEPREL_NSUBJ || !has_subject(document, day->head));
}

static void hang_before_day(ro_document *copy, uint32_t token) {
  ro_token *day = &copy->tokens[token + 1];
  copy->tokens[token].head = day->head;
  copy->tokens[token].deprel = RO_DEPREL_NSUBJ;
  day->deprel = RO_DEPREL_OBL_UNMARKED;
}

/* "A MEMBER, who would not be named, denied it": no passive without its auxiliary. */
static bool is_active_subject(const ro_document *document, uint32_t token) {
  const ro_token *word = &document->tokens[token];
  return word->deprel == RO_DEPREL_NSUBJ_PASS && word->head != RO_NONE && word->head > token &&
         document->tokens[word->head].upos == RO_UPOS_VERB &&
         !has_child(document, word->head, RO_DEPREL_AUX_PASS) &&
         !has_child(document, word->head, RO_DEPREL_AUX) &&
         (has_child(document, word->head, RO_DEPREL_OBJ) ||
          has_child(document, word->head, RO_DEPREL_CCOMP));
}

void reattach(ro_scene *scene) {
  const ro_document *original = scene->document;
  ro_document *copy = ro_arena_alloc(original->arena, sizeof *copy);
  *copy = *original;
  copy->tokens = ro_arena_alloc_array(original->arena, original->token_count, sizeof *copy->tokens);
  memcpy(copy->tokens, original->tokens, original->token_count * sizeof *copy->tokens);
  bool changed = false;
  for (uint32_t i = 0; i < original->token_count; i++) {
    if (original->sentences[original->tokens[i].sentence].token_count > LONGEST_SENTENCE) continue;
    if (is_subject_before_day(scene, i)) {
      hang_before_day(copy, i);
      changed = true;
      continue;
    }
    if (is_active_subject(original, i)) {
      copy->tokens[i].deprel = RO_DEPREL_NSUBJ;
      changed = true;
      continue;
    }
    if (is_listed_verb(scene, i)) {
      copy->tokens[i].deprel = RO_DEPREL_CONJ;
      changed = true;
      continue;
    }
    if (fronted_rehang(copy, scene, i)) {
      changed = true;
      continue;
    }
    uint32_t head = better_head(scene, i);
    if (head == RO_NONE) continue;
    copy->tokens[i].head = head;
    if (copy->tokens[i].deprel == RO_DEPREL_APPOS) copy->tokens[i].deprel = RO_DEPREL_NSUBJ;
    if (copy->tokens[i].deprel == RO_DEPREL_CONJ && has_xpos(original, i, "VBN"))
      copy->tokens[i].xpos = "VBD"; /* "and CALLED on": taken for a participle */
    changed = true;
  }
  if (!changed) return;
  ro_tree_link(copy);
  scene->document = copy;
  for (uint32_t i = 0; i < copy->token_count; i++)
    if (copy->tokens[i].head != original->tokens[i].head &&
        copy->tokens[i].deprel == RO_DEPREL_CONJ)
      take_out_of_statement(scene, i);
}
