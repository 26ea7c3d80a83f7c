#include "unit_test.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "syntax/model.h"
#include "syntax/parser.h"
#include "text/segmenter.h"

static ro_segmenter *segmenter;
static ro_parser *parser;

static ro_document parse(const char *text) {
  ro_document document = {.arena = ro_arena_create(),
                          .text = text,
                          .text_size = strlen(text),
                          .one_line_paragraphs = true};
  ro_segmenter_annotate(segmenter, &document);
  ro_parser_annotate(parser, &document);
  return document;
}

static const ro_token *find(const ro_document *document, const char *form) {
  for (uint32_t i = 0; i < document->token_count; i++)
    if (strcmp(document->tokens[i].form, form) == 0) return &document->tokens[i];
  fail_msg("no word %s", form);
  return NULL;
}

static const char *head_of(const ro_document *document, const char *form) {
  uint32_t head = find(document, form)->head;
  return head == RO_NONE ? "" : document->tokens[head].form;
}

static void assert_whole_trees(const ro_document *document) {
  for (uint32_t i = 0; i < document->sentence_count; i++) {
    const ro_sentence *sentence = &document->sentences[i];
    uint32_t end = sentence->first_token + sentence->token_count, roots = 0;
    for (uint32_t k = sentence->first_token; k < end; k++) {
      uint32_t at = k, steps = 0;
      roots += document->tokens[k].head == RO_NONE;
      while (document->tokens[at].head != RO_NONE && steps++ <= sentence->token_count) {
        at = document->tokens[at].head;
        assert_in_range(at, sentence->first_token, end - 1);
      }
      assert_int_equal(at, sentence->root);
    }
    assert_int_equal(roots, 1);
  }
}

static void a_plain_sentence_gets_tags_and_its_tree(void **state) {
  (void)state;
  ro_document document = parse("The two ministers signed a new agreement in Lisbon on Monday.");
  assert_int_equal(find(&document, "signed")->upos, RO_UPOS_VERB);
  assert_string_equal(find(&document, "signed")->xpos, "VBD");
  assert_string_equal(find(&document, "ministers")->feats, "Number=Plur");
  assert_int_equal(find(&document, "ministers")->deprel, RO_DEPREL_NSUBJ);
  assert_int_equal(find(&document, "agreement")->deprel, RO_DEPREL_OBJ);
  assert_string_equal(head_of(&document, "agreement"), "signed");
  assert_string_equal(head_of(&document, "new"), "agreement");
  assert_int_equal(find(&document, "signed")->deprel, RO_DEPREL_ROOT);
  assert_whole_trees(&document);
  ro_arena_free(document.arena);
}

static void names_are_tagged_with_their_kind(void **state) {
  (void)state;
  ro_document document = parse("President Anna Lindgren visited Helsinki and met reporters.");
  assert_int_equal(find(&document, "Anna")->name_tag, RO_NAME_TAG_PERSON);
  assert_int_equal(find(&document, "reporters")->name_tag, RO_NAME_TAG_NONE);
  ro_arena_free(document.arena);
}

/* A text of `count` times the same words without an end of sentence. */
static char *repeat(const char *words, size_t count) {
  size_t length = strlen(words);
  char *text = ro_allocate(count * length + 1);
  for (size_t i = 0; i < count; i++)
    memcpy(text + i * length, words, length);
  text[count * length] = '\0';
  return text;
}

static void sentences_of_any_length_get_one_tree(void **state) {
  (void)state;
  char *text = repeat("the talks went on and ", 1000);
  ro_document document = parse(text);
  assert_whole_trees(&document);
  ro_arena_free(document.arena);
  free(text);
}

static void a_sentence_is_parsed_the_same_wherever_it_stands(void **state) {
  (void)state;
  const char *sentence = "Envoys of both countries will meet again next week.";
  char *many = repeat("He said no.\n", 300);
  ro_document alone = parse(sentence);
  char *text = ro_allocate(strlen(many) + strlen(sentence) + 1);
  sprintf(text, "%s%s", many, sentence);
  ro_document last = parse(text);
  uint32_t shift = last.token_count - alone.token_count;
  for (uint32_t i = 0; i < alone.token_count; i++) {
    const ro_token *a = &alone.tokens[i], *b = &last.tokens[i + shift];
    assert_string_equal(a->xpos, b->xpos);
    assert_int_equal(a->deprel, b->deprel);
    if (a->head != RO_NONE) assert_int_equal(a->head + shift, b->head);
    assert_memory_equal(alone.vectors + i * alone.vector_width,
                        last.vectors + (i + shift) * last.vector_width, alone.vector_width);
  }
  ro_arena_free(alone.arena);
  ro_arena_free(last.arena);
  free(text);
  free(many);
}

static ro_status open_bytes(const unsigned char *bytes, size_t size, ro_error *error) {
  char path[] = "/tmp/test-parser-XXXXXX";
  int descriptor = mkstemp(path);
  assert_true(descriptor >= 0);
  assert_int_equal(write(descriptor, bytes, size), (ssize_t)size);
  close(descriptor);
  ro_model model;
  ro_status status = ro_model_open(&model, path, error);
  if (status == RO_OK) ro_model_close(&model);
  unlink(path);
  return status;
}

static void broken_model_files_are_refused(void **state) {
  (void)state;
  ro_arena *arena = ro_arena_create();
  ro_mapped_file file;
  ro_error error;
  const char *path = ro_path_join(arena, getenv("READOUT_DATA"), "syntax.model");
  assert_int_equal(ro_mapped_file_open(&file, path, &error), RO_OK);
  unsigned char *bytes = ro_allocate(file.size);
  memcpy(bytes, file.bytes, file.size);
  assert_int_equal(open_bytes(bytes, file.size, &error), RO_OK);
  assert_int_equal(open_bytes(bytes, 0, &error), RO_ERROR_FORMAT);
  assert_int_equal(open_bytes(bytes, 12, &error), RO_ERROR_FORMAT);
  assert_int_equal(open_bytes(bytes, 100, &error), RO_ERROR_FORMAT);
  assert_int_equal(open_bytes(bytes, file.size - 1, &error), RO_ERROR_FORMAT);
  static const size_t fields[] = {0, 4, 16}; /* of a section: kind, number, size */
  for (size_t i = 0; i < 8 * 3; i++) {
    unsigned char *at = bytes + 16 + i / 3 * 24 + fields[i % 3] + 2;
    *at ^= 0xFF;
    assert_int_equal(open_bytes(bytes, file.size, &error), RO_ERROR_FORMAT);
    *at ^= 0xFF;
  }
  free(bytes);
  ro_mapped_file_close(&file);
  ro_arena_free(arena);
}

static int set_up(void **state) {
  (void)state;
  ro_error error;
  const char *data = getenv("READOUT_DATA");
  return ro_segmenter_load(&segmenter, data, &error) || ro_parser_load(&parser, data, &error);
}

static int tear_down(void **state) {
  (void)state;
  ro_segmenter_free(segmenter);
  ro_parser_free(parser);
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_plain_sentence_gets_tags_and_its_tree),
      cmocka_unit_test(names_are_tagged_with_their_kind),
      cmocka_unit_test(sentences_of_any_length_get_one_tree),
      cmocka_unit_test(a_sentence_is_parsed_the_same_wherever_it_stands),
      cmocka_unit_test(broken_model_files_are_refused),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
