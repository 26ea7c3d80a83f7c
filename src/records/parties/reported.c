#include "records/parties/reported.h"

#include <string.h>

#include "records/clause/arguments.h"
#include "records/parties/parties.h"
#include "syntax/tree.h"

enum { PIECES = 2, LONGEST_SENTENCE = 512 };

static uint32_t last_token_of(const ro_document *document, uint32_t token) {
  const ro_sentence *sentence = &document->sentences[document->tokens[token].sentence];
  return sentence->first_token + sentence->token_count - 1;
}

/* "…, he said, …": all of the sentence but the subject and the verb. */
static uint32_t interrupted(const ro_document *document, uint32_t verb, uint32_t subject,
                            ro_span *pieces) {
  uint32_t begin = document->sentences[document->tokens[verb].sentence].first_token;
  uint32_t end = last_token_of(document, verb), first, last, count = 0;
  ro_tree_extent(document, subject, &first, &last);
  if (first > verb) first = verb;
  if (last < verb) last = verb;
  if (first > begin) pieces[count++] = ro_tree_span(document, begin, first - 1);
  if (last < end) pieces[count++] = ro_tree_span(document, last + 1, end);
  return count;
}

static uint32_t content_of(const ro_scene *scene, uint32_t verb, uint32_t subject,
                           ro_span *pieces) {
  const ro_document *document = scene->document;
  const ro_token *token = &document->tokens[verb];
  uint32_t clause = ro_tree_child(document, verb, RO_DEPREL_CCOMP);
  if (clause != RO_NONE && scene->inner[clause] == RO_NONE) {
    uint32_t first, last;
    ro_tree_extent(document, clause, &first, &last);
    pieces[0] = ro_tree_span(document, first, last);
    return first > verb ? 1 : interrupted(document, verb, subject, pieces);
  }
  bool inserted = token->deprel == RO_DEPREL_PARATAXIS && clause == RO_NONE;
  if (!inserted || token->head == RO_NONE || scene->inner[token->head] != RO_NONE) return 0;
  return interrupted(document, verb, subject, pieces);
}

/* The statement that the verb reports; false where it reports none by a known actor. */
static bool read_statement(ro_statement *statement, const ro_scene *scene, uint32_t verb) {
  const ro_document *document = scene->document;
  uint32_t subject = ro_tree_child(document, verb, RO_DEPREL_NSUBJ);
  ro_parties speakers = {.count = 0};
  ro_span pieces[PIECES];
  if (subject == RO_NONE) return false;
  parties_of_phrase(&speakers, scene, subject);
  uint32_t count = speakers.count ? content_of(scene, verb, subject, pieces) : 0;
  if (!count) return false;
  ro_span *content = ro_arena_alloc_array(document->arena, count, sizeof *content);
  memcpy(content, pieces, count * sizeof *content);
  uint32_t mention = scene->mentions[subject];
  bool named = mention != RO_NONE && document->actors[mention].actor;
  *statement = (ro_statement){.content = {content, count},
                              .cue_token = verb,
                              .source_mention = named ? mention : RO_NONE,
                              .speaker = speakers.items[0].actor,
                              .unnamed = named && document->actors[mention].unnamed,
                              .manner = RO_MANNER_SPEECH,
                              .inside = RO_NONE};
  return true;
}

void reported_add(ro_scene *scene) {
  const ro_document *document = scene->document;
  bool *cues = ro_arena_alloc_array(document->arena, document->token_count, sizeof *cues);
  for (uint32_t i = 0; i < scene->statement_count; i++)
    if (scene->statements[i].cue_token < document->token_count)
      cues[scene->statements[i].cue_token] = true;
  for (uint32_t i = 0; i < document->token_count; i++) {
    const ro_token *token = &document->tokens[i];
    ro_statement statement;
    if (token->upos != RO_UPOS_VERB || !scene_in_class(scene, i, "speech-verbs")) continue;
    if (cues[i] && token->deprel != RO_DEPREL_PARATAXIS) continue;
    if (document->sentences[token->sentence].token_count > LONGEST_SENTENCE) continue;
    if (scene->inner[i] == RO_NONE && read_statement(&statement, scene, i))
      scene_add_statement(scene, &statement);
  }
}
