#include "output/explanation.h"

#include <inttypes.h>
#include <string.h>

/* One sentence on its way to the page. */
typedef struct sentence_page {
  const ro_annotation *annotation;
  const char *text;
  const ro_token *tokens;
  const ro_sentence *sentence;
  FILE *stream;
} sentence_page;

static bool starts_inside(const sentence_page *page, ro_span span) {
  return span.start >= page->sentence->span.start && span.start < page->sentence->span.end;
}

static void print_quoted(const sentence_page *page, ro_span span) {
  fputs("\"", page->stream);
  for (uint32_t i = span.start; i < span.end; i++)
    fputc(page->text[i] == '\n' ? ' ' : page->text[i], page->stream);
  fputs("\"", page->stream);
}

static void print_spans(const sentence_page *page, const char *role, ro_spans spans) {
  if (!spans.count) return;
  fprintf(page->stream, "      %-9s", role);
  for (uint32_t i = 0; i < spans.count; i++) {
    fputc(' ', page->stream);
    print_quoted(page, spans.items[i]);
  }
  fputc('\n', page->stream);
}

static void print_field(const sentence_page *page, const char *name, const char *value) {
  if (value) fprintf(page->stream, "      %-9s %s\n", name, value);
}

static void print_list(const sentence_page *page, const char *name, const char *const *items,
                       uint32_t count) {
  if (!count) return;
  fprintf(page->stream, "      %-9s ", name);
  for (uint32_t i = 0; i < count; i++)
    fprintf(page->stream, i ? ", %s" : "%s", items[i]);
  fputc('\n', page->stream);
}

static void print_interval(const sentence_page *page, const char *name, ro_interval interval) {
  char buffer[RO_INTERVAL_SIZE];
  print_field(page, name, ro_interval_print(interval, buffer));
}

static void print_words(const sentence_page *page) {
  fputs("  words\n", page->stream);
  for (uint32_t i = 0; i < page->sentence->token_count; i++) {
    const ro_token *token = &page->tokens[page->sentence->first_token + i];
    const char *head = token->head == RO_NONE ? "" : page->tokens[token->head].form;
    fprintf(page->stream, "    %3u  %-18s %-18s %-6s %-13s %s\n", i + 1, token->form,
            token->lemma ? token->lemma : "", ro_upos_name(token->upos),
            ro_deprel_name(token->deprel), head);
  }
}

static void print_names(const sentence_page *page) {
  size_t count;
  const ro_actor_mention *mentions = ro_annotation_actors(page->annotation, &count);
  bool any = false;
  for (size_t i = 0; i < count; i++) {
    const ro_actor_mention *mention = &mentions[i];
    if (!starts_inside(page, mention->span)) continue;
    if (!any) fputs("  names\n", page->stream);
    any = true;
    fputs("    ", page->stream);
    print_quoted(page, mention->span);
    fputs(" is ", page->stream);
    for (uint32_t m = 0; m < mention->member_count; m++)
      fprintf(page->stream, "%s%s", m ? ", " : "", mention->members[m]);
    if (!mention->member_count) fputs(mention->actor ? mention->actor : "unresolved", page->stream);
    fprintf(page->stream, "%s%s%s%s%s\n", mention->code ? " (" : "",
            mention->code ? mention->code : "", mention->code ? ")" : "", mention->role ? ", " : "",
            mention->role ? mention->role : "");
    print_field(page, "why", mention->reason);
  }
}

static const char *use_name(ro_place_use use) {
  static const char *const names[] = {"location", "government", "adjective", "inside name"};
  return names[use];
}

static void print_places(const sentence_page *page) {
  size_t count;
  const ro_place *places = ro_annotation_places(page->annotation, &count);
  bool any = false;
  for (size_t i = 0; i < count; i++) {
    const ro_place *place = &places[i];
    if (!starts_inside(page, place->span)) continue;
    if (!any) fputs("  places\n", page->stream);
    any = true;
    fputs("    ", page->stream);
    print_quoted(page, place->span);
    fprintf(page->stream, " as %s", use_name(place->use));
    if (place->located) fprintf(page->stream, ", %.4f %.4f", place->latitude, place->longitude);
    if (place->geonames_id) fprintf(page->stream, ", GeoNames %" PRIu32, place->geonames_id);
    fputc('\n', page->stream);
  }
}

static void print_times(const sentence_page *page) {
  static const char *const types[] = {"DATE", "TIME", "DURATION", "SET"};
  size_t count;
  const ro_time *times = ro_annotation_times(page->annotation, &count);
  bool any = false;
  for (size_t i = 0; i < count; i++) {
    const ro_time *time = &times[i];
    if (!starts_inside(page, time->span)) continue;
    if (!any) fputs("  times\n", page->stream);
    any = true;
    fputs("    ", page->stream);
    print_quoted(page, time->span);
    fprintf(page->stream, " is %s %s\n", types[time->type], time->value);
    print_interval(page, "days", time->interval);
    print_field(page, "anchor", time->anchor);
    print_field(page, "rule", time->rule);
  }
}

static void print_statement(const sentence_page *page, const ro_statement *statement) {
  static const char *const manners[] = {"speech", "thought", "act"};
  static const char *const kinds[] = {"indirect", "direct", "mixed"};
  fprintf(page->stream, "    %s, %s%s%s%s%s\n", manners[statement->manner],
          kinds[statement->directness], statement->unnamed ? ", unnamed source" : "",
          statement->negated ? ", negated" : "", statement->questioned ? ", questioned" : "",
          statement->future ? ", to come" : "");
  print_field(page, "speaker", statement->speaker ? statement->speaker : "unresolved");
  print_spans(page, "source", statement->source);
  print_spans(page, "cue", statement->cue);
  print_spans(page, "content", statement->content);
  print_field(page, "channel", statement->channel);
  print_field(page, "told to", statement->addressee);
  print_field(page, "why", statement->reason);
}

static bool statement_starts_inside(const sentence_page *page, const ro_statement *statement) {
  const ro_spans *roles[] = {&statement->cue, &statement->content, &statement->source};
  for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
    if (roles[i]->count) return starts_inside(page, roles[i]->items[0]);
  return false;
}

static void print_statements(const sentence_page *page) {
  size_t count;
  const ro_statement *statements = ro_annotation_statements(page->annotation, &count);
  bool any = false;
  for (size_t i = 0; i < count; i++) {
    if (!statement_starts_inside(page, &statements[i])) continue;
    if (!any) fputs("  statements\n", page->stream);
    any = true;
    print_statement(page, &statements[i]);
  }
}

static void print_record(const sentence_page *page, const ro_record *record) {
  const char *act = ro_act_name(record->act);
  fprintf(page->stream, "    %s%s%s%s%s%s%s\n", act ? act : "event alone", act ? ", " : "",
          act ? ro_record_status_name(record->status) : "", record->negated ? ", negated" : "",
          record->hypothetical ? ", hypothetical" : "", record->questioned ? ", questioned" : "",
          record->background ? ", background" : "");
  print_list(page, "who", record->who.items, record->who.count);
  print_list(page, "whom", record->whom.items, record->whom.count);
  print_list(page, "says", record->says.items, record->says.count);
  print_interval(page, "when", record->when);
  print_interval(page, "due", record->due);
  print_field(page, "where", record->where);
  print_field(page, "what", record->what);
  print_field(page, "event", record->event);
  print_field(page, "mode", record->mode);
  print_list(page, "contexts", record->contexts, record->context_count);
  print_field(page, "CAMEO", record->cameo);
  fputs("      evidence  ", page->stream);
  print_quoted(page, record->evidence);
  fprintf(page->stream, "\n      score     %.2f\n", (double)record->score);
  print_field(page, "why", record->reason);
}

static bool is_predicate_of_record(const sentence_page *page, uint32_t token) {
  size_t count;
  const ro_record *records = ro_annotation_records(page->annotation, &count);
  for (size_t i = 0; i < count; i++)
    if (records[i].predicate_token == token) return true;
  return false;
}

static void print_verbs_without_record(const sentence_page *page) {
  bool any = false;
  for (uint32_t i = 0; i < page->sentence->token_count; i++) {
    uint32_t token = page->sentence->first_token + i;
    if (page->tokens[token].upos != RO_UPOS_VERB || is_predicate_of_record(page, token)) continue;
    fprintf(page->stream, any ? ", %s" : "  verbs that gave no record: %s",
            page->tokens[token].form);
    any = true;
  }
  if (any) fputc('\n', page->stream);
}

/* Whether there was one. */
static bool print_records_of(const sentence_page *page, const ro_record *records, size_t count,
                             bool with_heading) {
  bool any = false;
  for (size_t i = 0; i < count; i++) {
    if (!starts_inside(page, records[i].evidence)) continue;
    if (!any && with_heading) fputs("  records\n", page->stream);
    any = true;
    print_record(page, &records[i]);
  }
  return any;
}

static void print_records(const sentence_page *page) {
  size_t count, background_count;
  const ro_record *records = ro_annotation_records(page->annotation, &count);
  const ro_record *background = ro_annotation_background(page->annotation, &background_count);
  bool any = print_records_of(page, records, count, true);
  if (!print_records_of(page, background, background_count, !any) && !any)
    fputs("  no record\n", page->stream);
  print_verbs_without_record(page);
}

static bool contains(const sentence_page *page, const char *words) {
  size_t length = strlen(words);
  const ro_span span = page->sentence->span;
  for (size_t start = span.start; start + length <= span.end; start++)
    if (memcmp(page->text + start, words, length) == 0) return true;
  return false;
}

static void print_sentence(const sentence_page *page, bool words) {
  fprintf(page->stream, "paragraph %" PRIu32 ": ", page->sentence->paragraph + 1);
  print_quoted(page, page->sentence->span);
  fputc('\n', page->stream);
  if (words) print_words(page);
  print_names(page);
  print_places(page);
  print_times(page);
  print_statements(page);
  print_records(page);
  fputc('\n', page->stream);
}

size_t ro_explanation_print(const ro_annotation *annotation, const ro_explanation_options *options,
                            FILE *stream) {
  size_t size, count, token_count, printed = 0;
  const ro_sentence *sentences = ro_annotation_sentences(annotation, &count);
  sentence_page page = {.annotation = annotation,
                        .text = ro_annotation_text(annotation, &size),
                        .tokens = ro_annotation_tokens(annotation, &token_count),
                        .stream = stream};
  for (size_t i = 0; i < count; i++) {
    page.sentence = &sentences[i];
    if (options->containing && !contains(&page, options->containing)) continue;
    print_sentence(&page, options->words);
    printed++;
  }
  return printed;
}
