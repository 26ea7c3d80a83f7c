/* Prints what the model of addressees sees of reports, for train_addressees.py.
 *
 * usage: addressee-examples DATA_DIRECTORY REPORTS.jsonl
 *        addressee-examples --tables
 *
 * For each act, in fields between tabs:
 *   act REPORT START END KIND DOER...     index of the report, bytes of its text, codes of sides
 * and for each side that it may be done to:
 *   side CODE PICKED FEATURE...           whether the rules have it, rows of the tables */
#include <stdio.h>
#include <string.h>

#include "../report_examples.h"
#include "records/evidence/evidence.h"
#include "records/judgement/worth.h"
#include "records/learned/learned_addressees.h"

static void print_code(const char *actor) {
  size_t length;
  const char *side = parties_side(actor, &length);
  printf("\t%.*s", (int)length, side);
}

static void print_sides(const side_question *question) {
  const act_match *match = question_act(question);
  for (uint32_t i = 0; i < question->sides->count; i++) {
    uint16_t features[SIDE_FEATURES];
    const char *actor = question->sides->items[i].party.actor;
    if (!question_admits(question, i)) continue;
    side_features_fill(question, i, features);
    printf("side");
    print_code(actor);
    printf("\t%d", parties_have_side(&match->whom, actor));
    for (int k = 0; k < SIDE_FEATURES; k++)
      printf("\t%u", features[k]);
    putchar('\n');
  }
}

static void print_acts(const ro_scene *scene, const ro_settled_acts *acts, uint32_t report) {
  report_sides sides;
  report_sides_list(&sides, scene);
  for (size_t i = 0; i < acts->count; i++) {
    const act_match *match = &acts->matches[i];
    if (!worth_keeping(match, scene) || !learned_addressees_apply(match)) continue;
    ro_span evidence = evidence_find(match, scene, acts->anchors);
    printf("act\t%u\t%u\t%u\t%d", report, evidence.start, evidence.end, (int)match->act - 1);
    for (uint32_t k = 0; k < match->who.count; k++)
      print_code(match->who.items[k].actor);
    putchar('\n');
    print_sides(&(side_question){scene, &sides, acts->matches, acts->count, i});
  }
}

static void print_report(const ro_engine *engine, ro_annotation *annotation, uint32_t index) {
  ro_scene scene;
  ro_settled_acts acts;
  if (ro_record_finder_settle(&scene, &acts, engine->record_finder, engine->relation_model,
                              &annotation->document))
    print_acts(&scene, &acts, index);
}

static int print_table_rows(void) {
  for (int i = 0; i < SIDE_FEATURES; i++)
    printf("%u ", side_feature_rows[i]);
  putchar('\n');
  return 0;
}

int main(int argc, char **argv) {
  if (argc == 2 && strcmp(argv[1], "--tables") == 0) return print_table_rows();
  return print_examples(argc, argv, print_report);
}
