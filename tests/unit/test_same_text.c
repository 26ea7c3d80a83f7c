/* Fingerprints, duplicates, versions, language and encoding of texts. */
#include "report_test.h"

#include <stdio.h>

#include "base/arena.h"
#include "report/facts/language.h"
#include "report/input/text_decoding.h"
#include "report/same_text/fingerprint.h"
#include "report/same_text/wording.h"

static const char agency_text[] =
    "OSLO, March 10 (Nordlys) - Norway will close its ports to Icelandic ships if the boarding of "
    "its trawlers goes on, a senior Norwegian official warned on Friday. The official, who asked "
    "not to be named, said the government had not yet taken a decision. Iceland's prime minister "
    "accused Norway of blackmail and denied that Icelandic crews had used force.";
static const char reprint[] =
    "Norway will close its ports to Icelandic ships if the boarding of its trawlers goes on, a "
    "senior Norwegian official warned on Friday. The official, who asked not to be named, said the "
    "government had not yet taken a decision. Iceland’s Prime Minister accused Norway of "
    "blackmail.";
static const char other_text[] =
    "Norway and Iceland will meet in Bergen on 28 March to discuss a joint quota for the capelin, "
    "the Norwegian foreign ministry said. A spokesman for the coast guard said that the boarding "
    "order had been lifted, and the European Union called on both of them to show restraint.";

static ro_fingerprint print_of(const char *text) {
  return ro_fingerprint_of(text, strlen(text));
}

static void wording_counts_and_dress_does_not(void **state) {
  (void)state;
  ro_fingerprint a = print_of("Iceland’s minister said: “No.”");
  ro_fingerprint b = print_of("ICELAND'S MINISTER SAID, \"no\"");
  ro_fingerprint c = print_of("Iceland’s minister said: “Yes.”");
  assert_true(a.wording == b.wording);
  assert_false(a.wording == c.wording);
}

static void a_reprint_overlaps_and_another_report_does_not(void **state) {
  (void)state;
  ro_fingerprint agency = print_of(agency_text), paper = print_of(reprint),
                 other = print_of(other_text);
  assert_in_range(ro_fingerprint_overlap(&agency, &paper), RO_SAME_REPORT, 100);
  assert_in_range(ro_fingerprint_overlap(&agency, &other), 0, 20);
  assert_true(ro_is_same_report(&agency, &paper));
  assert_false(ro_is_same_report(&agency, &other));
}

static const char *ask(ro_duplicates *duplicates, const char *id, const char *text) {
  ro_report report = {.id = id, .text = text, .text_size = strlen(text)};
  return ro_duplicates_find(duplicates, &report);
}

static void repeated_texts_lead_back_to_the_first(void **state) {
  (void)state;
  ro_duplicates *duplicates = ro_duplicates_create();
  assert_null(ask(duplicates, "agency", agency_text));
  assert_null(ask(duplicates, "other", other_text));
  assert_string_equal(ask(duplicates, "paper", reprint), "agency");
  assert_string_equal(ask(duplicates, "again", agency_text), "agency");
  assert_null(ask(duplicates, "empty", ""));
  assert_null(ask(duplicates, "empty too", ""));
  ro_duplicates_free(duplicates);
}

static void a_new_version_shows_what_changed(void **state) {
  (void)state;
  static const char before[] = "First.\n\nThe talks failed.\n\nLast.";
  static const char after[] = "First.\n\nThe talks were put off.\n\nLast.\n\nMore.";
  ro_arena *arena = ro_arena_create();
  size_t count;
  ro_wording_change *changes = ro_compare_wording(
      &count, arena, (ro_slice){before, sizeof before - 1}, (ro_slice){after, sizeof after - 1});
  assert_int_equal(count, 3);
  assert_false(changes[0].added);
  assert_memory_equal(changes[0].paragraph.bytes, "The talks failed.", changes[0].paragraph.size);
  assert_true(changes[1].added);
  assert_memory_equal(changes[1].paragraph.bytes, "The talks were put off.",
                      changes[1].paragraph.size);
  assert_memory_equal(changes[2].paragraph.bytes, "More.", changes[2].paragraph.size);
  ro_arena_free(arena);
}

static void assert_language(const char *text, const char *expected) {
  assert_string_equal(ro_detect_language(text, strlen(text)), expected);
}

static void languages_are_told_by_their_common_words(void **state) {
  (void)state;
  assert_language(agency_text, "en");
  assert_language(
      "Der Minister sagte am Freitag, dass die Gespräche mit Island nicht an den Quoten "
      "gescheitert sind und die Regierung auf eine Antwort wartet.",
      "de");
  assert_language("Le ministre a déclaré que les négociations avec l'Islande ne sont pas terminées "
                  "et que le gouvernement attend une réponse dans les jours qui viennent.",
                  "fr");
  assert_language("Министр сказал, что переговоры с Исландией не закончены и что правительство "
                  "ждет ответа на этой неделе.",
                  "ru");
  assert_language("外相は金曜日、アイスランドとの協議は終わっていないと述べた。", "ja");
  assert_language("Yes.", "und");
  assert_language("", "und");
}

static ro_decoded decode(ro_arena *arena, const char *bytes, size_t size, const char *declared) {
  return ro_decode_text(arena, bytes, size, declared);
}

static void encodings_are_told_by_mark_declaration_and_guess(void **state) {
  (void)state;
  ro_arena *arena = ro_arena_create();
  static const char utf16[] = "\xFF\xFEN\0o\0";
  assert_string_equal(decode(arena, utf16, 6, NULL).text, "No");
  assert_string_equal(decode(arena, "N\0o\0 \0d\0e\0a\0l\0\x19 ", 16, NULL).text, "No deal’");
  assert_string_equal(decode(arena, "\0N\0o\0 \0d\0e\0a\0l", 14, NULL).text, "No deal");
  assert_string_equal(decode(arena, "Gen\xE8ve \x93non\x94", 12, "iso-8859-1").text,
                      "Genève “non”");
  assert_string_equal(decode(arena, "\xEF\xBB\xBFNo", 5, NULL).text, "No");
  ro_decoded fine = decode(arena, "Genève", 7, "iso-8859-1"); /* valid UTF-8 says more */
  assert_string_equal(fine.text, "Genève");
  assert_null(fine.note);
  ro_arena_free(arena);
}

static void what_cannot_be_decoded_is_replaced_and_told(void **state) {
  (void)state;
  ro_arena *arena = ro_arena_create();
  ro_decoded damaged = decode(arena,
                              "a\xFF"
                              "b",
                              3, "utf-8");
  assert_string_equal(damaged.text, "a\xEF\xBF\xBD"
                                    "b");
  assert_non_null(strstr(damaged.note, "not valid UTF-8"));
  ro_decoded nul = decode(arena, "a\0b", 3, NULL);
  assert_string_equal(nul.text, "a\xEF\xBF\xBD"
                                "b");
  assert_non_null(strstr(nul.note, "NUL"));
  ro_arena_free(arena);
}

/* A text of `length` words, of which those from `change` on are others for every variant. */
static const char *text_of_words(ro_arena *arena, unsigned length, unsigned change,
                                 unsigned variant) {
  char *text = ro_arena_alloc(arena, (size_t)length * 12 + 1);
  size_t size = 0;
  for (unsigned i = 0; i < length; i++)
    size += (size_t)sprintf(text + size, "w%ux%u ", i * 7919 % 1009, i < change ? 0 : variant);
  return text;
}

static void digests_never_part_what_is_the_same_report(void **state) {
  (void)state;
  static const unsigned lengths[] = {3, 12, 40, 70, 300, 2000};
  ro_arena *arena = ro_arena_create();
  unsigned same = 0, parted = 0;
  for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++)
    for (unsigned change = 0; change <= 20; change++)
      for (unsigned cut = 10; cut <= 20; cut += 2) {
        unsigned length = lengths[i];
        ro_fingerprint a = print_of(text_of_words(arena, length, length, 0));
        ro_fingerprint b =
            print_of(text_of_words(arena, length * cut / 20, length * change / 20, 1));
        ro_digest digest_a = ro_digest_of(&a), digest_b = ro_digest_of(&b);
        bool maybe = ro_may_be_same_report(&digest_a, &digest_b);
        if (ro_is_same_report(&a, &b)) assert_true(maybe);
        if (ro_is_same_report(&b, &a)) assert_true(ro_may_be_same_report(&digest_b, &digest_a));
        same += (unsigned)ro_is_same_report(&a, &b);
        parted += !maybe;
      }
  assert_true(same > 100 && parted > 100);
  ro_arena_free(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(wording_counts_and_dress_does_not),
      cmocka_unit_test(a_reprint_overlaps_and_another_report_does_not),
      cmocka_unit_test(digests_never_part_what_is_the_same_report),
      cmocka_unit_test(repeated_texts_lead_back_to_the_first),
      cmocka_unit_test(a_new_version_shows_what_changed),
      cmocka_unit_test(languages_are_told_by_their_common_words),
      cmocka_unit_test(encodings_are_told_by_mark_declaration_and_guess),
      cmocka_unit_test(what_cannot_be_decoded_is_replaced_and_told),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
