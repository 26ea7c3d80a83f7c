#include "tree_document.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "syntax/tree.h"

enum { COLUMNS = 10, MOST_WORDS = 512, MOST_TEXT = 8192 };

typedef struct tree_builder {
  ro_document *document;
  char *text;
  uint32_t first; /* token of the sentence */
  const char *speaker;
  uint32_t cue;
  ro_span content;
} tree_builder;

static char *keep(tree_builder *builder, const char *string) {
  return ro_arena_copy_string(builder->document->arena, string);
}

static ro_upos read_upos(const char *name) {
  for (ro_upos upos = 0; upos < RO_UPOS_COUNT; upos++)
    if (strcmp(ro_upos_name(upos), name) == 0) return upos;
  abort();
}

static ro_deprel read_deprel(const char *name) {
  for (ro_deprel deprel = 0; deprel < RO_DEPREL_COUNT; deprel++)
    if (strcmp(ro_deprel_name(deprel), name) == 0) return deprel;
  abort();
}

/* The value of KEY=… in MISC; NULL. */
static char *misc_value(tree_builder *builder, const char *misc, const char *key) {
  size_t length = strlen(key);
  for (const char *at = misc; at; at = strchr(at, '|') ? strchr(at, '|') + 1 : NULL)
    if (strncmp(at, key, length) == 0 && at[length] == '=')
      return ro_arena_copy(builder->document->arena, at + length + 1,
                           strcspn(at + length + 1, "|"));
  return NULL;
}

static void add_mentions(tree_builder *builder, uint32_t token, const char *misc) {
  ro_document *document = builder->document;
  const char *actor = misc_value(builder, misc, "Actor");
  const char *sector = misc_value(builder, misc, "Sector");
  if (actor || sector)
    document->actors[document->actor_count++] =
        (ro_actor_mention){.span = document->tokens[token].span,
                           .first_token = token,
                           .token_count = 1,
                           .head_token = token,
                           .type = RO_ACTOR_GOVERNMENT,
                           .actor = actor,
                           .sector = sector,
                           .code = misc_value(builder, misc, "Code")};
  const char *country = misc_value(builder, misc, "Place");
  if (country)
    document->places[document->place_count++] = (ro_place){
        .span = document->tokens[token].span,
        .first_token = token,
        .token_count = 1,
        .name = document->tokens[token].form,
        .country = country,
        .use = misc_value(builder, misc, "Use") ? RO_PLACE_ADJECTIVE : RO_PLACE_LOCATION};
}

static void add_time(tree_builder *builder, uint32_t token, const char *misc) {
  ro_document *document = builder->document;
  const char *value = misc_value(builder, misc, "Day");
  if (!value) return;
  ro_day day = ro_day_parse(value);
  document->times[document->time_count++] = (ro_time){.span = document->tokens[token].span,
                                                      .first_token = token,
                                                      .token_count = 1,
                                                      .type = RO_TIME_DATE,
                                                      .value = value,
                                                      .interval = {day, day}};
}

static void note_statement(tree_builder *builder, uint32_t token, const char *misc) {
  const char *speaker = misc_value(builder, misc, "Says");
  ro_span span = builder->document->tokens[token].span;
  if (misc_value(builder, misc, "Cue")) builder->cue = token;
  if (!speaker) return;
  if (!builder->speaker) builder->content.start = span.start;
  builder->speaker = speaker;
  builder->content.end = span.end;
}

static void tag_name(tree_builder *builder, ro_token *token, const char *misc) {
  static const char *const tags[] = {"", "PER", "ORG", "LOC", "MISC"};
  const char *value = misc_value(builder, misc, "Tag");
  if (!value) return;
  token->name_begins = value[0] == 'B';
  for (size_t i = 1; i < sizeof tags / sizeof *tags; i++)
    if (strcmp(value + 2, tags[i]) == 0) token->name_tag = (ro_name_tag)i;
}

static void add_word(tree_builder *builder, char *const columns[COLUMNS]) {
  ro_document *document = builder->document;
  uint32_t index = document->token_count++;
  ro_token *token = &document->tokens[index];
  uint32_t head = (uint32_t)strtoul(columns[6], NULL, 10);
  *token = (ro_token){.form = keep(builder, columns[1]),
                      .lemma = keep(builder, columns[2]),
                      .upos = read_upos(columns[3]),
                      .xpos = keep(builder, columns[4]),
                      .feats = keep(builder, columns[5]),
                      .head = head ? builder->first + head - 1 : RO_NONE,
                      .deprel = read_deprel(columns[7]),
                      .sentence = document->sentence_count,
                      .space_after = !misc_value(builder, columns[9], "SpaceAfter")};
  token->span.start = (uint32_t)strlen(builder->text);
  strcat(builder->text, columns[1]);
  token->span.end = (uint32_t)strlen(builder->text);
  if (token->space_after) strcat(builder->text, " ");
  tag_name(builder, token, columns[9]);
  add_mentions(builder, index, columns[9]);
  add_time(builder, index, columns[9]);
  note_statement(builder, index, columns[9]);
}

static void end_statement(tree_builder *builder) {
  ro_document *document = builder->document;
  if (!builder->speaker) return;
  ro_span *content = ro_arena_alloc(document->arena, sizeof *content);
  *content = builder->content;
  document->statements[document->statement_count++] = (ro_statement){.content = {content, 1},
                                                                     .cue_token = builder->cue,
                                                                     .source_mention = RO_NONE,
                                                                     .speaker = builder->speaker,
                                                                     .inside = RO_NONE};
}

static void end_sentence(tree_builder *builder) {
  ro_document *document = builder->document;
  uint32_t end = document->token_count;
  if (builder->first == end) return;
  ro_sentence *sentence = &document->sentences[document->sentence_count++];
  *sentence = (ro_sentence){.first_token = builder->first, .token_count = end - builder->first};
  sentence->span.start = document->tokens[builder->first].span.start;
  sentence->span.end = document->tokens[end - 1].span.end;
  for (uint32_t i = builder->first; i < end; i++)
    if (document->tokens[i].head == RO_NONE) sentence->root = i;
  end_statement(builder);
  builder->first = end;
  builder->speaker = NULL;
  builder->cue = RO_NONE;
}

static void add_line(tree_builder *builder, char *line) {
  char *columns[COLUMNS], *rest = NULL;
  size_t count = 0;
  for (char *column = strtok_r(line, " \t", &rest); column && count < COLUMNS;
       column = strtok_r(NULL, " \t", &rest))
    columns[count++] = column;
  if (count == COLUMNS)
    add_word(builder, columns);
  else if (count == 0)
    end_sentence(builder);
  else
    abort();
}

static void make_room(ro_document *document) {
  ro_arena *arena = document->arena;
  document->tokens = ro_arena_alloc_array(arena, MOST_WORDS, sizeof *document->tokens);
  document->sentences = ro_arena_alloc_array(arena, MOST_WORDS, sizeof *document->sentences);
  document->actors = ro_arena_alloc_array(arena, MOST_WORDS, sizeof *document->actors);
  document->places = ro_arena_alloc_array(arena, MOST_WORDS, sizeof *document->places);
  document->times = ro_arena_alloc_array(arena, MOST_WORDS, sizeof *document->times);
  document->statements = ro_arena_alloc_array(arena, MOST_WORDS, sizeof *document->statements);
}

ro_document *tree_document_create(const char *conllu, const char *published) {
  ro_arena *arena = ro_arena_create();
  ro_document *document = ro_arena_alloc(arena, sizeof *document);
  *document = (ro_document){.arena = arena, .published = ro_day_parse(published)};
  make_room(document);
  tree_builder builder = {.document = document, .text = ro_arena_alloc(arena, MOST_TEXT)};
  builder.cue = RO_NONE;
  char *copy = ro_arena_copy_string(arena, conllu);
  while (copy) {
    char *end = strchr(copy, '\n');
    if (end) *end++ = '\0';
    add_line(&builder, copy);
    copy = end;
  }
  end_sentence(&builder);
  document->text = builder.text;
  document->text_size = strlen(builder.text);
  ro_tree_link(document);
  return document;
}

void tree_document_free(ro_document *document) {
  ro_arena_free(document->arena);
}
