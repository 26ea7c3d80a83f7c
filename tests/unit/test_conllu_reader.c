#include "unit_test.h"

#include "text/conllu_reader.h"

static ro_document document;
static ro_error error;

static ro_status read_text(const char *text) {
  ro_arena_free(document.arena);
  document = (ro_document){.arena = ro_arena_create()};
  return ro_conllu_read(&document, text, strlen(text), "given.conllu", 1, &error);
}

static void words_and_their_spaces_make_the_text(void **state) {
  (void)state;
  assert_int_equal(
      read_text("# a comment\n1\tYes\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n2\t,\n\n1\tNo\n"), RO_OK);
  assert_string_equal(document.text, "Yes, No ");
  assert_int_equal(document.sentence_count, 2);
  assert_string_equal(document.sentence_comments[0], "# a comment\n");
  assert_string_equal(document.sentence_comments[1], "");
}

static void words_of_a_multiword_token_share_its_span(void **state) {
  (void)state;
  assert_int_equal(read_text("1-2\tdon't\n1\tdo\n2\tn't\n3\tgo\n"), RO_OK);
  assert_string_equal(document.text, "don't go ");
  assert_int_equal(document.tokens[0].multiword, 2);
  assert_int_equal(document.tokens[0].span.end, 2);
  assert_int_equal(document.tokens[1].span.start, 2);
  assert_false(document.tokens[0].space_after);
  assert_true(document.tokens[1].space_after);
}

static void words_unlike_their_token_cover_all_of_it(void **state) {
  (void)state;
  assert_int_equal(read_text("1-2\twon't\n1\twill\n2\tnot\n"), RO_OK);
  assert_string_equal(document.text, "won't ");
  assert_string_equal(document.tokens[0].form, "will");
  assert_int_equal(document.tokens[1].span.start, 0);
  assert_int_equal(document.tokens[1].span.end, 5);
}

static void empty_nodes_are_left_out(void **state) {
  (void)state;
  assert_int_equal(read_text("1\tI\n1.1\tate\n2\tfish\n"), RO_OK);
  assert_int_equal(document.token_count, 2);
}

static void errors_name_file_and_line(void **state) {
  (void)state;
  assert_int_equal(read_text("1\tYes\n\n2\tNo\n"), RO_ERROR_FORMAT);
  assert_string_equal(error.file, "given.conllu");
  assert_int_equal(error.line, 3);
  assert_int_equal(read_text("1\tYes\n1-2\tdon't\n"), RO_ERROR_FORMAT);
  assert_int_equal(read_text("word\n"), RO_ERROR_FORMAT);
  assert_int_equal(read_text("1-2\tdon't\n1\tdo\n\n"), RO_ERROR_FORMAT);
  assert_int_equal(read_text("1\t\xff\n"), RO_ERROR_FORMAT);
}

static int forget(void **state) {
  (void)state;
  ro_arena_free(document.arena);
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(words_and_their_spaces_make_the_text),
      cmocka_unit_test(words_of_a_multiword_token_share_its_span),
      cmocka_unit_test(words_unlike_their_token_cover_all_of_it),
      cmocka_unit_test(empty_nodes_are_left_out),
      cmocka_unit_test(errors_name_file_and_line),
  };
  return cmocka_run_group_tests(tests, NULL, forget);
}
