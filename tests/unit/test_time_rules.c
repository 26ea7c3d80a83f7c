#include "unit_test.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "times/time_grammar.h"

static char directory[] = "/tmp/readout-time-rules-XXXXXX";

static int make_directory(void **state) {
  (void)state;
  return mkdtemp(directory) ? 0 : -1;
}

static const char *path_of(const char *name) {
  static char path[128];
  snprintf(path, sizeof path, "%s/%s", directory, name);
  return path;
}

static void write_file(const char *name, const char *text) {
  FILE *file = fopen(path_of(name), "w");
  assert_non_null(file);
  fputs(text, file);
  fclose(file);
}

static int remove_directory(void **state) {
  (void)state;
  unlink(path_of("times.tsv"));
  unlink(path_of("time_words.tsv"));
  return rmdir(directory);
}

static ro_status load(const char *words, const char *rules, ro_error *error) {
  ro_time_grammar *grammar;
  write_file("time_words.tsv", words);
  write_file("times.tsv", rules);
  ro_status status = ro_time_grammar_load(&grammar, directory, error);
  assert_true((status == RO_OK) == (grammar != NULL));
  ro_time_grammar_free(grammar);
  return status;
}

/* The rule on the second line must be refused with a message about it. */
static void refuse(const char *rule, const char *message) {
  char rules[512];
  ro_error error;
  snprintf(rules, sizeof rules, "# header\n%s\n", rule);
  assert_int_equal(load("unit\tday\tunit=day\n", rules, &error), RO_ERROR_FORMAT);
  assert_int_equal(error.line, 2);
  assert_non_null(strstr(error.file, "times.tsv"));
  assert_non_null(strstr(error.message, message));
}

static void a_rule_of_ones_own_is_read(void **state) {
  (void)state;
  ro_error error;
  assert_int_equal(load("unit\tday\tunit=day\nunit\tsol\tunit=day\n",
                        "some sols\tDURATION\t[about] <number> <unit>\n", &error),
                   RO_OK);
}

static void an_unknown_field_or_value_is_refused(void **state) {
  (void)state;
  refuse("x\tDATE\ttoday\tunti=day", "unti=day");
  refuse("x\tDATE\ttoday\tunit=fathom", "unit=fathom");
  refuse("x\tDATE\ttoday\tmonth=13", "month=13");
  refuse("x\tDATE\ttoday\tunit", "unit");
}

static void an_unknown_class_or_condition_is_refused(void **state) {
  (void)state;
  refuse("x\tDATE\t<weekdy>", "<weekdy>");
  refuse("x\tDATE\ttoday\tunit=day\tcapitals", "capitals");
}

static void a_broken_pattern_is_refused(void **state) {
  (void)state;
  refuse("x\tDATE\t", "empty");
  refuse("x\tDATE\t[the]", "empty");
  refuse("x\tDATE\t[the <unit>", "bracket");
  refuse("x\tDATE\tthe] <unit>", "bracket");
  refuse("x\tDATE\tthe|| <unit>", "bracket");
  refuse("x\tDATE\tthe (of <unit>", "bracket");
  refuse("x\tDATE\ta b c d e f g h i j k l m n o p q", "16");
  refuse("x\tDATE\t[a] [b] [c] [d] [e] [f] [g] [h] [i] <unit>", "optional");
}

static void a_line_with_too_many_columns_is_refused(void **state) {
  (void)state;
  refuse("x\tDATE\ttoday\tunit=day\tcapital\tmore", "columns");
}

static void words_without_a_meaning_that_is_known_are_refused(void **state) {
  (void)state;
  ro_error error;
  assert_int_equal(load("unit\tday\tunit=day\nunit\tsol\tunit=sol\n", "x\tDATE\t<unit>\n", &error),
                   RO_ERROR_FORMAT);
  assert_int_equal(error.line, 2);
  assert_non_null(strstr(error.file, "time_words.tsv"));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_rule_of_ones_own_is_read),
      cmocka_unit_test(an_unknown_field_or_value_is_refused),
      cmocka_unit_test(an_unknown_class_or_condition_is_refused),
      cmocka_unit_test(a_broken_pattern_is_refused),
      cmocka_unit_test(a_line_with_too_many_columns_is_refused),
      cmocka_unit_test(words_without_a_meaning_that_is_known_are_refused),
  };
  return cmocka_run_group_tests(tests, make_directory, remove_directory);
}
