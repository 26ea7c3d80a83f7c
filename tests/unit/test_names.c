/* Names: how they are folded, looked up, read from tables and shortened. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "names/dictionary_builder.h"
#include "names/name_pieces.h"
#include "names/name_tables.h"
#include "names/office.h"
#include "names/surname.h"
#include "unit_test.h"

static uint64_t key_of(ro_arena *arena, const char *name) {
  ro_name_pieces pieces = {0};
  ro_name_pieces_add(&pieces, arena, name, 0, strlen(name));
  uint64_t key = 0;
  for (size_t i = 0; i < pieces.count; i++)
    key = ro_name_key_extend(key, &pieces.items[i]);
  return key;
}

static void spellings_of_one_name_have_one_key(void **state) {
  (void)state;
  ro_arena *arena = ro_arena_create();
  assert_true(key_of(arena, "U.S.") == key_of(arena, "US"));
  assert_true(key_of(arena, "Al-Qaq") == key_of(arena, "al Qaq"));
  assert_true(key_of(arena, "Çavuşoğlu") == key_of(arena, "CAVUSOGLU"));
  assert_true(key_of(arena, "People’s Party") == key_of(arena, "people's party"));
  assert_false(key_of(arena, "New York") == key_of(arena, "York New"));
  ro_arena_free(arena);
}

static void surnames_keep_their_particles(void **state) {
  (void)state;
  ro_arena *arena = ro_arena_create();
  assert_string_equal(ro_surname_of(arena, "Jean-Yves Le Drian", "FRA"), "Le Drian");
  assert_string_equal(ro_surname_of(arena, "Ursula von der Leyen", "EU"), "von der Leyen");
  assert_string_equal(ro_surname_of(arena, "von der Leyen", NULL), "von der Leyen");
  assert_string_equal(ro_surname_of(arena, "Le Drian", NULL), "Le Drian");
  assert_string_equal(ro_surname_of(arena, "Al Gore", NULL), "Gore");
  assert_string_equal(ro_surname_of(arena, "Wang Yi", "CHN"), "Wang");
  assert_string_equal(ro_surname_of(arena, "Robert Kennedy Jr.", "USA"), "Kennedy");
  assert_string_equal(ro_surname_of(arena, "Lula", "BRA"), "Lula");
  assert_string_equal(ro_surname_without_article("al-Maliki"), "Maliki");
  assert_string_equal(ro_surname_without_article("Alvarez"), "Alvarez");
  ro_arena_free(arena);
}

static void a_deputy_does_not_hold_the_office(void **state) {
  (void)state;
  assert_string_equal(ro_office_class("top diplomat", true), "foreign");
  assert_string_equal(ro_office_class("president", true), "head");
  assert_null(ro_office_class("deputy foreign minister", true));
  assert_null(ro_office_class("former president", true));
  assert_null(ro_office_class("relief chief", false));
}

static ro_dictionary build(void) {
  ro_dictionary_builder *builder = ro_dictionary_builder_create();
  ro_entry entry = {.kind = RO_ENTRY_ACTOR};
  entry.actor = ro_dictionary_builder_string(builder, "GUILD");
  uint32_t number = ro_dictionary_builder_entry(builder, &entry);
  assert_true(ro_dictionary_builder_name(builder, number, "Herring Guild", 0));
  assert_false(ro_dictionary_builder_name(builder, number, "--", 0));
  size_t size;
  unsigned char *bytes = ro_dictionary_builder_finish(builder, &size);
  ro_dictionary_builder_free(builder);
  ro_dictionary dictionary;
  ro_error error;
  assert_int_equal(ro_dictionary_take(&dictionary, bytes, size, &error), RO_OK);
  return dictionary;
}

static void a_name_is_found_and_its_beginning_leads_to_it(void **state) {
  (void)state;
  ro_dictionary dictionary = build();
  ro_arena *arena = ro_arena_create();
  const ro_posting *postings;
  uint32_t count;
  assert_true(ro_dictionary_find(&dictionary, key_of(arena, "herring"), &postings, &count));
  assert_int_equal(count, 0);
  assert_true(ro_dictionary_find(&dictionary, key_of(arena, "Herring Guild"), &postings, &count));
  assert_int_equal(count, 1);
  const ro_entry *entry = ro_dictionary_entry(&dictionary, postings);
  assert_string_equal(ro_dictionary_string(&dictionary, entry->actor), "GUILD");
  assert_false(ro_dictionary_find(&dictionary, key_of(arena, "Guild"), &postings, &count));
  ro_arena_free(arena);
  ro_dictionary_close(&dictionary);
}

static void cut_bytes_are_no_dictionary(void **state) {
  (void)state;
  ro_dictionary dictionary;
  ro_error error;
  unsigned char *bytes = calloc(1, 40);
  assert_int_equal(ro_dictionary_take(&dictionary, bytes, 40, &error), RO_ERROR_FORMAT);
}

static const char *write_file(const char *text) {
  static char path[] = "test_names_XXXXXX";
  strcpy(path, "test_names_XXXXXX");
  int descriptor = mkstemp(path);
  assert_true(descriptor >= 0);
  FILE *out = fdopen(descriptor, "w");
  fputs(text, out);
  fclose(out);
  return path;
}

static ro_error error_of(const char *text) {
  const char *path = write_file(text);
  ro_dictionary_builder *builder = ro_dictionary_builder_create();
  ro_error error = {.status = RO_OK};
  ro_name_tables_read_user_file(builder, path, &error);
  ro_dictionary_builder_free(builder);
  remove(path);
  return error;
}

static void a_users_file_is_read_or_its_wrong_line_told(void **state) {
  (void)state;
  assert_int_equal(error_of("GUILD\tparty\tXKXPTY\tXKX\tHerring Guild\tguild\n").status, RO_OK);
  assert_int_equal(error_of("HERRING_GUILD_ [XKXPTY]\n+GUILD_OF_HERRINGS_\n").status, RO_OK);
  ro_error error = error_of("# header\nGUILD\tsociety\tXKXPTY\tXKX\tHerring Guild\t\n");
  assert_int_equal(error.status, RO_ERROR_FORMAT);
  assert_int_equal(error.line, 2);
  error = error_of("HERRING_GUILD_ [XKXPTY]\nGUILD_ [xkx\n");
  assert_int_equal(error.line, 2);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(spellings_of_one_name_have_one_key),
      cmocka_unit_test(surnames_keep_their_particles),
      cmocka_unit_test(a_deputy_does_not_hold_the_office),
      cmocka_unit_test(a_name_is_found_and_its_beginning_leads_to_it),
      cmocka_unit_test(cut_bytes_are_no_dictionary),
      cmocka_unit_test(a_users_file_is_read_or_its_wrong_line_told),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
