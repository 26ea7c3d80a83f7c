#include "unit_test.h"

#include <stdlib.h>

#include "base/file.h"
#include "statements/complement.h"
#include "tree_document.h"

static ro_arena *arena;
static const ro_cue_list *cues;

typedef struct roles {
  ro_document *document;
  ro_attribution attribution;
} roles;

static ro_token_ranges one_range(const ro_document *document, ro_token_range range) {
  ro_token_ranges ranges = {0};
  if (range.start < range.end)
    *RO_ARENA_PUSH(document->arena, &ranges.items, ranges.count, ranges.capacity) = range;
  return ranges;
}

/* The roles after the repair. */
static roles repair(const char *tree, uint32_t cue, ro_token_range source, ro_token_range content) {
  roles found = {.document = tree_document_create(tree, "2022-01-18")};
  ro_quotations quotations = ro_quotations_find(found.document);
  ro_feature_source features = {found.document, &quotations, cues};
  found.attribution = (ro_attribution){.cue_token = cue,
                                       .source = one_range(found.document, source),
                                       .content = one_range(found.document, content)};
  ro_complement_repair(&features, &found.attribution);
  return found;
}

static void check(const ro_token_ranges *ranges, size_t index, uint32_t start, uint32_t end) {
  assert_true(index < ranges->count);
  assert_int_equal(ranges->items[index].start, start);
  assert_int_equal(ranges->items[index].end, end);
}

static void what_is_asked_is_content_and_not_only_who_is_asked(void **state) {
  (void)state;
  roles found = repair("1 Norway Norway PROPN NNP _ 2 nsubj _ _\n"
                       "2 urged urge VERB VBD _ 0 root _ _\n"
                       "3 Iceland Iceland PROPN NNP _ 2 obj _ _\n"
                       "4 to to PART TO _ 5 mark _ _\n"
                       "5 withdraw withdraw VERB VB _ 2 xcomp _ _\n",
                       1, (ro_token_range){0, 1}, (ro_token_range){2, 3});
  check(&found.attribution.content, 0, 3, 5);
  tree_document_free(found.document);
}

static void a_finite_verb_ends_what_is_asked(void **state) {
  (void)state;
  roles found = repair("1 Norway Norway PROPN NNP _ 2 nsubj _ _\n"
                       "2 urges urge VERB VBZ _ 0 root _ _\n"
                       "3 Iceland Iceland PROPN NNP _ 2 obj _ _\n"
                       "4 to to PART TO _ 5 mark _ _\n"
                       "5 withdraw withdraw VERB VB _ 2 xcomp _ _\n"
                       "6 and and CCONJ CC _ 7 cc _ _\n"
                       "7 waits wait VERB VBZ _ 5 conj _ _\n",
                       1, (ro_token_range){0, 1}, (ro_token_range){2, 7});
  check(&found.attribution.content, 0, 2, 5);
  tree_document_free(found.document);
}

static void the_charge_behind_an_agent_is_content(void **state) {
  (void)state;
  roles found = repair("1 Iceland Iceland PROPN NNP _ 3 nsubj:pass _ _\n"
                       "2 is be AUX VBZ _ 3 aux:pass _ _\n"
                       "3 accused accuse VERB VBN _ 0 root _ _\n"
                       "4 by by ADP IN _ 5 case _ _\n"
                       "5 Norway Norway PROPN NNP _ 3 obl:agent _ _\n"
                       "6 of of SCONJ IN _ 7 mark _ _\n"
                       "7 fishing fish VERB VBG _ 5 acl _ _\n",
                       2, (ro_token_range){4, 7}, (ro_token_range){0, 1});
  check(&found.attribution.source, 0, 4, 5);
  check(&found.attribution.content, 1, 5, 7);
  tree_document_free(found.document);
}

static void a_subject_is_the_source_and_no_content(void **state) {
  (void)state;
  roles found = repair("1 Norway Norway PROPN NNP _ 3 nsubj _ _\n"
                       "2 has have AUX VBZ _ 3 aux _ _\n"
                       "3 asked ask VERB VBN _ 0 root _ _\n"
                       "4 for for ADP IN _ 5 case _ _\n"
                       "5 time time NOUN NN _ 3 obl _ _\n",
                       2, (ro_token_range){0, 0}, (ro_token_range){0, 1});
  check(&found.attribution.source, 0, 0, 1);
  check(&found.attribution.content, 0, 3, 5);
  tree_document_free(found.document);
}

static void a_second_verb_of_speech_goes_on_with_the_first(void **state) {
  (void)state;
  roles found = repair("1 Norway Norway PROPN NNP _ 2 nsubj _ _\n"
                       "2 denied deny VERB VBD _ 0 root _ _\n"
                       "3 boats boat NOUN NNS _ 4 nsubj _ _\n"
                       "4 left leave VERB VBD _ 2 ccomp _ _\n"
                       "5 and and CCONJ CC _ 6 cc _ _\n"
                       "6 accused accuse VERB VBD _ 4 conj _ _\n"
                       "7 Iceland Iceland PROPN NNP _ 6 obj _ _\n",
                       1, (ro_token_range){0, 1}, (ro_token_range){2, 7});
  check(&found.attribution.content, 0, 2, 4);
  tree_document_free(found.document);
}

static int load(void **state) {
  (void)state;
  const char *data = getenv("READOUT_DATA");
  if (!data) return 1;
  arena = ro_arena_create();
  const char *path = ro_path_join(arena, data, "cues.tsv");
  return ro_cue_list_load(&cues, arena, path, NULL) == RO_OK ? 0 : 1;
}

static int unload(void **state) {
  (void)state;
  ro_arena_free(arena);
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_is_asked_is_content_and_not_only_who_is_asked),
      cmocka_unit_test(a_finite_verb_ends_what_is_asked),
      cmocka_unit_test(the_charge_behind_an_agent_is_content),
      cmocka_unit_test(a_second_verb_of_speech_goes_on_with_the_first),
      cmocka_unit_test(a_subject_is_the_source_and_no_content),
  };
  return cmocka_run_group_tests(tests, load, unload);
}
