#include "statements/statement_finder.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "statements/attribution_finder.h"
#include "statements/circumstances.h"
#include "statements/clause.h"
#include "statements/document_speaker.h"
#include "statements/manner.h"
#include "statements/nesting.h"
#include "statements/phrase.h"
#include "statements/speaker.h"
#include "syntax/tree.h"

struct ro_statement_finder {
  ro_arena *arena;
  const ro_cue_list *cues;
  const ro_channel_list *channels;
  const ro_attribution_model *model;
};

ro_status ro_statement_finder_load(ro_statement_finder **out, const char *data_directory,
                                   ro_error *error) {
  ro_statement_finder *finder = ro_allocate(sizeof *finder);
  *finder = (ro_statement_finder){.arena = ro_arena_create()};
  const char *cues = ro_path_join(finder->arena, data_directory, "cues.tsv");
  const char *channels = ro_path_join(finder->arena, data_directory, "channels.tsv");
  const char *model = ro_path_join(finder->arena, data_directory, "statements.model");
  ro_status status = ro_cue_list_load(&finder->cues, finder->arena, cues, error);
  if (status == RO_OK)
    status = ro_channel_list_load(&finder->channels, finder->arena, channels, error);
  if (status == RO_OK)
    status = ro_attribution_model_load(&finder->model, finder->arena, model, error);
  if (status != RO_OK) {
    ro_statement_finder_free(finder);
    finder = NULL;
  }
  *out = finder;
  return status;
}

void ro_statement_finder_free(ro_statement_finder *finder) {
  if (!finder) return;
  ro_arena_free(finder->arena);
  free(finder);
}

static ro_spans to_spans(const ro_document *document, const ro_token_ranges *ranges) {
  ro_span *spans = ro_arena_alloc_array(document->arena, ranges->count, sizeof *spans);
  for (size_t i = 0; i < ranges->count; i++)
    spans[i] = (ro_span){document->tokens[ranges->items[i].start].span.start,
                         document->tokens[ranges->items[i].end - 1].span.end};
  return (ro_spans){spans, (uint32_t)ranges->count};
}

/* "I" and "we" within a quotation are whoever is quoted; "we" speaks for the actor's side. */
static void resolve_first_person(const ro_document *document, const ro_attribution *attribution,
                                 ro_statement *statement) {
  if (statement->inside == RO_NONE || statement->speaker) return;
  const ro_statement *outer = &document->statements[statement->inside];
  if (!outer->speaker) return;
  const ro_token *pronoun = &document->tokens[attribution->source.items[0].start];
  bool singular = pronoun->lemma && strcmp(pronoun->lemma, "I") == 0;
  const char *colon = strchr(outer->speaker, ':');
  statement->speaker = singular || !colon ? outer->speaker
                                          : ro_arena_copy(document->arena, outer->speaker,
                                                          (size_t)(colon - outer->speaker));
  statement->source_mention = singular ? outer->source_mention : RO_NONE;
  statement->unnamed = singular && outer->unnamed;
}

static uint32_t paragraph_of(const ro_document *document, uint32_t token) {
  return document->sentences[document->tokens[token].sentence].paragraph;
}

/* Whether the source is a pronoun that can stand for the speaker: "he" and "she" for a person, "it"
 * and "they" for a body. */
static bool pronoun_fits(const ro_document *document, const ro_attribution *attribution,
                         const char *speaker, bool unnamed) {
  uint32_t head = ro_ranges_head(document, &attribution->source);
  if (head == RO_NONE || document->tokens[head].upos != RO_UPOS_PRON) return false;
  const ro_token *token = &document->tokens[head];
  bool is_person = unnamed || strchr(speaker, ':');
  if (ro_token_has_lemma(token, "he") || ro_token_has_lemma(token, "she")) return is_person;
  return (ro_token_has_lemma(token, "it") || ro_token_has_lemma(token, "they")) && !is_person;
}

/* "…, he said" after what another statement of the paragraph told goes on with its speaker, where
 * the names alone did not tell who "he" is. */
static void resume_speaker(ro_document *document, const ro_attributions *found) {
  for (uint32_t i = 1; i < found->count; i++) {
    ro_statement *statement = &document->statements[i];
    const ro_statement *before = &document->statements[i - 1];
    uint32_t paragraph = paragraph_of(document, statement->cue_token);
    if (statement->speaker || statement->unnamed || !before->speaker) continue;
    if (paragraph_of(document, before->cue_token) != paragraph) continue;
    if (statement->inside != before->inside) continue;
    if (!pronoun_fits(document, &found->items[i], before->speaker, before->unnamed)) continue;
    statement->speaker = before->speaker;
    statement->unnamed = before->unnamed;
    statement->source_mention = before->source_mention;
  }
}

static const char *reason(const ro_feature_source *source, const ro_attribution *attribution) {
  static const char *const manners[] = {"speech", "thought", "act"};
  const ro_token *token = &source->document->tokens[attribution->cue_token];
  const ro_cue *cue = ro_cue_list_find_at(source->cues, source->document, attribution->cue_token);
  return ro_arena_print(source->document->arena, "cue \"%s\" (%s%s), model score %.2f%s",
                        token->form, cue ? "listed: " : "not listed",
                        cue ? manners[cue->manner] : "", (double)attribution->score,
                        attribution->is_continued ? ", quotation over several paragraphs" : "");
}

static uint32_t size_of(const ro_token_ranges *ranges) {
  uint32_t size = 0;
  for (size_t i = 0; i < ranges->count; i++)
    size += ranges->items[i].end - ranges->items[i].start;
  return size;
}

/* A medium that only passes on what another says ("Lavrov said …, according to TASS") is that
 * statement's channel; words of its own it reports none. */
static void pass_on(const ro_attributions *found, const uint32_t *inside, const bool *is_medium,
                    ro_document *document) {
  for (uint32_t i = 0; i < found->count; i++) {
    uint32_t outer = inside[i];
    if (outer == RO_NONE || !is_medium[outer]) continue;
    ro_statement *statement = &document->statements[i];
    const ro_attribution *own = &found->items[i];
    uint32_t size = size_of(&own->source) + size_of(&own->cue) + size_of(&own->content);
    bool is_most = 2 * size > size_of(&found->items[outer].content);
    if (!is_most || statement->manner != RO_MANNER_SPEECH) continue;
    if (!statement->channel) statement->channel = document->statements[outer].channel;
    document->statements[outer].manner = RO_MANNER_ACT;
  }
}

/* "urged the court to order the party to …": what somebody is to say is not said. */
static bool is_infinitive(const ro_document *document, uint32_t verb) {
  uint32_t mark = ro_tree_child(document, verb, RO_DEPREL_MARK);
  return mark != RO_NONE && ro_token_has_tag(&document->tokens[mark], "TO");
}

/* "The Kuwaiti agency KUNA" speaks for no state. */
static const char *speaker_of_medium(const ro_statement_finder *finder, const ro_document *document,
                                     const ro_token_ranges *source, const char *actor) {
  uint32_t head = ro_ranges_head(document, source);
  if (!actor || strlen(actor) != 3 || head == RO_NONE) return actor;
  uint32_t end = head + 2 < document->token_count ? head + 2 : document->token_count;
  if (!ro_channel_list_medium(finder->channels, document, head, end)) return actor;
  return ro_arena_print(document->arena, "%s-MED", actor);
}

static bool fill(const ro_statement_finder *finder, const ro_feature_source *source,
                 const ro_attribution *attribution, ro_statement *statement) {
  const ro_document *document = source->document;
  ro_speaker speaker = ro_speaker_find(document, attribution);
  ro_circumstances circumstances = ro_circumstances_find(source, finder->channels, attribution);
  ro_directness directness = ro_directness_of(source, attribution);
  *statement = (ro_statement){
      .source = to_spans(document, &attribution->source),
      .cue = to_spans(document, &attribution->cue),
      .content = to_spans(document, &attribution->content),
      .cue_token = attribution->cue_token,
      .source_mention = speaker.mention,
      .speaker = speaker_of_medium(finder, document, &attribution->source, speaker.actor),
      .unnamed = speaker.unnamed,
      .directness = directness,
      .manner = ro_manner_of(source, attribution, directness),
      .channel = circumstances.channel,
      .addressee = circumstances.addressee,
      .negated = circumstances.negated,
      .questioned = circumstances.questioned,
      .future = circumstances.future,
      .inside = statement->inside,
      .reason = reason(source, attribution),
  };
  /* where it is told that something was not said, no words are reported */
  if (statement->negated && statement->manner == RO_MANNER_SPEECH)
    statement->manner = RO_MANNER_ACT;
  if (statement->inside != RO_NONE && is_infinitive(document, attribution->cue_token) &&
      directness == RO_INDIRECT)
    statement->manner = RO_MANNER_ACT;
  if (speaker.is_first_person) resolve_first_person(document, attribution, statement);
  return circumstances.is_medium;
}

/* Outer statements are filled before the ones inside them, so that these can look outwards. */
static void fill_from_outside(const ro_statement_finder *finder, ro_document *document,
                              const ro_feature_source *source, const ro_attributions *found,
                              const uint32_t *inside) {
  uint32_t *pending = ro_arena_alloc_array(document->arena, found->count, sizeof *pending);
  bool *is_medium = ro_arena_alloc_array(document->arena, found->count, sizeof *is_medium);
  bool *filled = ro_arena_alloc_array(document->arena, found->count, sizeof *filled);
  for (uint32_t i = 0; i < found->count; i++) {
    size_t depth = 0;
    for (uint32_t at = i; at != RO_NONE && !filled[at]; at = inside[at])
      pending[depth++] = at;
    while (depth > 0) {
      uint32_t next = pending[--depth];
      document->statements[next].inside = inside[next];
      is_medium[next] = fill(finder, source, &found->items[next], &document->statements[next]);
      filled[next] = true;
    }
  }
  resume_speaker(document, found);
  ro_document_speakers_find(document, found);
  pass_on(found, inside, is_medium, document);
}

void ro_statement_finder_annotate(const ro_statement_finder *finder, ro_document *document) {
  if (!document->first_child) return; /* not parsed */
  ro_quotations quotations = ro_quotations_find(document);
  ro_feature_source source = {document, &quotations, finder->cues};
  ro_attributions found = ro_attributions_find(finder->model, &source);
  document->statements =
      ro_arena_alloc_array(document->arena, found.count, sizeof *document->statements);
  document->statement_count = (uint32_t)found.count;
  fill_from_outside(finder, document, &source, &found, ro_nesting_find(document, &found));
}
