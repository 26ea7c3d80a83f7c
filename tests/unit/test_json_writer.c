/* What is written as JSON reads back as it was. */
#include "unit_test.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

#include "output/json_writer.h"

static json_t *read_back(ro_json_writer *writer) {
  char *line = NULL;
  size_t size;
  FILE *stream = open_memstream(&line, &size);
  assert_non_null(stream);
  ro_json_end_line(writer, stream);
  fclose(stream);
  assert_int_equal(line[size - 1], '\n');
  json_t *value = json_loadb(line, size, 0, NULL);
  free(line);
  assert_non_null(value);
  return value;
}

static void strings_keep_every_sign(void **state) {
  (void)state;
  static const char text[] = "\"Nein\", said \\ M\xc3\xbcller:\n\t\x01\x1f, [she] {went}: \x7f/";
  ro_json_writer writer = {0};
  ro_json_open(&writer, '{');
  ro_json_name(&writer, "a name:");
  ro_json_put_string(&writer, text);
  ro_json_close(&writer, '}');
  json_t *value = read_back(&writer);
  assert_string_equal(json_string_value(json_object_get(value, "a name:")), text);
  json_decref(value);
  ro_json_writer_free(&writer);
}

/* Signs that are escaped may stand anywhere in a word of the machine, or beside one another. */
static void signs_are_escaped_wherever_they_stand(void **state) {
  (void)state;
  static const char signs[] = {'"', '\\', '\n', '\x01', '\x1f', '\x20', '\x7f', '\xc3'};
  ro_json_writer writer = {0};
  for (size_t at = 0; at < 24; at++)
    for (size_t i = 0; i < sizeof signs; i++) {
      char text[32] = "abcdefghijklmnopqrstuvwxyz";
      text[at] = signs[i];
      text[at + 1] = signs[i] == '\xc3' ? '\xa9' : '"';
      ro_json_open(&writer, '[');
      ro_json_put_string(&writer, text);
      ro_json_close(&writer, ']');
      json_t *value = read_back(&writer);
      assert_string_equal(json_string_value(json_array_get(value, 0)), text);
      json_decref(value);
    }
  ro_json_writer_free(&writer);
}

static void values_are_set_apart(void **state) {
  (void)state;
  static const char *const strings[] = {"a,", "b:", "{"};
  ro_json_writer writer = {0};
  for (int line = 0; line < 2; line++) {
    ro_json_open(&writer, '[');
    ro_json_put_strings(&writer, strings, 0);
    ro_json_put_strings(&writer, strings, 3);
    ro_json_put_number(&writer, -12);
    ro_json_put_bool(&writer, true);
    ro_json_put_string(&writer, NULL);
    ro_json_put_days(&writer,
                     (ro_interval){ro_day_parse("2023-03-01"), ro_day_parse("2023-03-09")});
    ro_json_put_days(&writer, (ro_interval){RO_NO_DAY, RO_NO_DAY});
    ro_json_open(&writer, '{');
    ro_json_close(&writer, '}');
    ro_json_close(&writer, ']');
    json_t *value = read_back(&writer);
    char *text = json_dumps(value, JSON_COMPACT);
    assert_string_equal(
        text, "[[],[\"a,\",\"b:\",\"{\"],-12,true,null,\"2023-03-01/2023-03-09\",null,{}]");
    free(text);
    json_decref(value);
  }
  ro_json_writer_free(&writer);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(strings_keep_every_sign),
      cmocka_unit_test(signs_are_escaped_wherever_they_stand),
      cmocka_unit_test(values_are_set_apart),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
