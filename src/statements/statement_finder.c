#include "statements/statement_finder.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "statements/attribution_finder.h"
#include "statements/circumstances.h"
#include "statements/nesting.h"
#include "statements/speaker.h"

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

static const char *reason(const ro_feature_source *source, const ro_attribution *attribution) {
  static const char *const manners[] = {"speech", "thought", "act"};
  const ro_token *token = &source->document->tokens[attribution->cue_token];
  const ro_cue *cue = ro_cue_list_find(source->cues, token->lemma, token->upos);
  return ro_arena_print(source->document->arena, "cue \"%s\" (%s%s), model score %.2f%s",
                        token->form, cue ? "listed: " : "not listed",
                        cue ? manners[cue->manner] : "", (double)attribution->score,
                        attribution->is_continued ? ", quotation over several paragraphs" : "");
}

static void fill(const ro_statement_finder *finder, const ro_feature_source *source,
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
      .speaker = speaker.actor,
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
  if (speaker.is_first_person) resolve_first_person(document, attribution, statement);
}

/* Outer statements are filled before the ones inside them, so that these can look outwards. */
static void fill_from_outside(const ro_statement_finder *finder, ro_document *document,
                              const ro_feature_source *source, const ro_attributions *found,
                              const uint32_t *inside) {
  uint32_t *pending = ro_arena_alloc_array(document->arena, found->count, sizeof *pending);
  bool *filled = ro_arena_alloc_array(document->arena, found->count, sizeof *filled);
  for (uint32_t i = 0; i < found->count; i++) {
    size_t depth = 0;
    for (uint32_t at = i; at != RO_NONE && !filled[at]; at = inside[at])
      pending[depth++] = at;
    while (depth > 0) {
      uint32_t next = pending[--depth];
      document->statements[next].inside = inside[next];
      fill(finder, source, &found->items[next], &document->statements[next]);
      filled[next] = true;
    }
  }
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
