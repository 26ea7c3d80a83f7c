/* Any bytes as time_words.tsv and times.tsv (parted by a zero byte); what loads is put to work on a
 * sentence. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "times/time_chart.h"
#include "times/time_resolver.h"

static char directory[] = "/tmp/readout-fuzz-XXXXXX";

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerInitialize(int *argc, char ***argv) {
  (void)argc;
  (void)argv;
  if (!mkdtemp(directory)) abort();
  return 0;
}

static void write_file(const char *name, const uint8_t *bytes, size_t size) {
  char path[128];
  snprintf(path, sizeof path, "%s/%s", directory, name);
  FILE *file = fopen(path, "wb");
  if (!file || fwrite(bytes, 1, size, file) != size) abort();
  fclose(file);
}

/* "a day of the year 2022 by may 5" and the like, one unit a word. */
static uint32_t fill_words(ro_time_unit_word *words, ro_token *tokens) {
  static const char *const forms[] = {"a",  "day", "of",      "the",  "year", "2022",
                                      "by", "may", "5",       ",",    "at",   "10:30",
                                      "pm", "two", "hundred", "days", "ago",  "x"};
  uint32_t count = sizeof forms / sizeof *forms;
  for (uint32_t i = 0; i < count; i++) {
    words[i] = (ro_time_unit_word){.span = {2 * i, 2 * i + 1}, .token = i};
    strcpy(words[i].form, forms[i]);
    tokens[i] = (ro_token){.form = forms[i]};
  }
  return count;
}

static void use(const ro_time_grammar *grammar) {
  ro_arena *arena = ro_arena_create();
  ro_time_unit_word words[32];
  ro_token tokens[32];
  uint32_t count, word_count = fill_words(words, tokens);
  ro_document document = {.arena = arena, .tokens = tokens, .token_count = word_count};
  ro_time_chart *chart = ro_time_chart_create(arena, grammar);
  const ro_time_match *matches = ro_time_chart_read(chart, &document, words, word_count, &count);
  ro_time_anchors anchors = {
      .published = 19010, .passage = {19000, RO_UNIT_MONTH}, .day = 18990, .quarter = RO_NO_DAY};
  for (uint32_t i = 0; i < count; i++) {
    if (matches[i].end > word_count || matches[i].first >= matches[i].end) abort();
    (void)ro_time_resolve(arena, matches[i].rule->type, &matches[i].fields, &anchors);
  }
  ro_arena_free(arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
  const uint8_t *zero = size ? memchr(bytes, 0, size) : NULL;
  size_t words = zero ? (size_t)(zero - bytes) : size;
  write_file("time_words.tsv", bytes, words);
  write_file("times.tsv", zero ? zero + 1 : bytes, zero ? size - words - 1 : 0);
  ro_time_grammar *grammar;
  ro_error error;
  if (ro_time_grammar_load(&grammar, directory, &error) == RO_OK) use(grammar);
  ro_time_grammar_free(grammar);
  return 0;
}
