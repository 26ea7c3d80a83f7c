#include "records/lexicon/act_cells.h"

#include <string.h>

ro_status act_cells_complain(const act_loader *at, const char *what, const char *word) {
  return ro_fail(at->error, RO_ERROR_FORMAT, at->path, at->line, "%s '%s'", what, word);
}

/* Cuts `text` (a copy of ours) at the separators and trims blanks; returns the number of parts. */
size_t act_cells_split(char *text, const char *separators, char *parts[MAXIMUM_ITEMS]) {
  size_t count = 0;
  char *rest = NULL;
  for (char *part = strtok_r(text, separators, &rest); part && count < MAXIMUM_ITEMS;
       part = strtok_r(NULL, separators, &rest)) {
    while (*part == ' ')
      part++;
    size_t length = strlen(part);
    while (length && part[length - 1] == ' ')
      part[--length] = '\0';
    if (length) parts[count++] = part;
  }
  return count;
}

static bool is_empty(const char *cell) {
  return !*cell || strcmp(cell, "-") == 0;
}

const char *act_cells_name(const char *cell) {
  return is_empty(cell) ? NULL : cell;
}

/* "subj", "obj.owner", "with", "that.subj" */
static ro_status read_path(const act_loader *at, act_path *path, const char *text) {
  static const struct {
    const char *name;
    act_argument argument;
  } names[] = {{"subj", ACT_SUBJECT},    {"obj", ACT_OBJECT}, {"iobj", ACT_INDIRECT},
               {"inf", ACT_INFINITIVE},  {"ing", ACT_GERUND}, {"that", ACT_CLAUSE},
               {"comp", ACT_COMPLEMENT}, {"owner", ACT_OWNER}};
  char *copy = ro_arena_copy_string(at->lexicon->arena, text);
  char *step = strchr(copy, '.');
  *path = (act_path){.argument = ACT_PREPOSITION, .step = ACT_STEP_SELF, .preposition = copy};
  if (step) {
    *step++ = '\0';
    if (strcmp(step, "owner") == 0)
      path->step = ACT_STEP_OWNER;
    else if (strcmp(step, "subj") == 0)
      path->step = ACT_STEP_SUBJECT;
    else if (strcmp(step, "place") == 0)
      path->step = ACT_STEP_PLACE;
    else
      return act_cells_complain(at, "unknown step", step);
  }
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (strcmp(copy, names[i].name) == 0)
      *path = (act_path){.argument = names[i].argument, .step = path->step};
  return RO_OK;
}

/* "obj|on|obj.owner": in the order of preference. */
ro_status act_cells_read_paths(const act_loader *at, act_paths *paths, const char *cell) {
  *paths = (act_paths){0};
  if (is_empty(cell)) return RO_OK;
  ro_arena *arena = at->lexicon->arena;
  char *parts[MAXIMUM_ITEMS];
  size_t count = act_cells_split(ro_arena_copy_string(arena, cell), "|", parts);
  act_path *items = ro_arena_alloc_array(arena, count, sizeof *items);
  ro_status status = RO_OK;
  for (size_t i = 0; i < count && status == RO_OK; i++)
    status = read_path(at, &items[i], parts[i]);
  *paths = (act_paths){items, count};
  return status;
}

/* "obj" (is there), "!obj" (is not), "obj:actor", "obj:@talks" (of a class), "obj:letter". */
static ro_status read_test(const act_loader *at, act_test *test, char *text) {
  *test = (act_test){.kind = ACT_TEST_PRESENT};
  char *word = strchr(text, ':');
  if (word) *word++ = '\0';
  if (*text == '!') {
    test->kind = ACT_TEST_ABSENT;
    text++;
  } else if (word && strcmp(word, "actor") == 0) {
    test->kind = ACT_TEST_ACTOR;
  } else if (word && strcmp(word, "party") == 0) {
    test->kind = ACT_TEST_PARTY;
  } else if (word && strcmp(word, "somebody") == 0) {
    test->kind = ACT_TEST_PERSON;
  } else if (word && *word == '@') {
    test->kind = ACT_TEST_CLASS;
    test->class_number = act_lexicon_class(at->lexicon, word + 1);
    if (!test->class_number) return act_cells_complain(at, "unknown class of words", word + 1);
  } else if (word) {
    test->kind = ACT_TEST_WORD;
    test->word = word;
  }
  return read_path(at, &test->path, text);
}

/* "obj:@talks with|between": blanks part needs, bars part alternatives. */
ro_status act_cells_read_needs(const act_loader *at, act_needs *needs, const char *cell) {
  *needs = (act_needs){0};
  if (is_empty(cell)) return RO_OK;
  ro_arena *arena = at->lexicon->arena;
  char *parts[MAXIMUM_ITEMS];
  size_t count = act_cells_split(ro_arena_copy_string(arena, cell), " ", parts);
  act_need *items = ro_arena_alloc_array(arena, count, sizeof *items);
  for (size_t i = 0; i < count; i++) {
    char *options[MAXIMUM_ITEMS];
    size_t option_count = act_cells_split(parts[i], "|", options);
    if (option_count == MAXIMUM_ITEMS)
      return act_cells_complain(at, "too many alternatives in one need, the first is", options[0]);
    act_test *tests = ro_arena_alloc_array(arena, option_count, sizeof *tests);
    for (size_t k = 0; k < option_count; k++) {
      ro_status status = read_test(at, &tests[k], options[k]);
      if (status != RO_OK) return status;
    }
    items[i] = (act_need){tests, option_count};
  }
  *needs = (act_needs){items, count};
  return RO_OK;
}

ro_status act_cells_read_word_class(const act_loader *at, act_word_class *word_class,
                                    const char *cell) {
  static const char letters[] = "vnap";
  const char *letter = *cell && !cell[1] ? strchr(letters, *cell) : NULL;
  if (!letter) return act_cells_complain(at, "unknown part of speech (v, n, a or p):", cell);
  *word_class = (act_word_class)(letter - letters);
  return RO_OK;
}

ro_status act_cells_read_act(const act_loader *at, ro_act *act, const char *cell) {
  *act = RO_ACT_NONE;
  if (is_empty(cell)) return RO_OK;
  for (ro_act each = RO_ACT_NONE + 1; each < RO_ACT_COUNT; each++) {
    if (strcmp(cell, ro_act_name(each)) == 0) {
      *act = each;
      return RO_OK;
    }
  }
  return act_cells_complain(at, "unknown act", cell);
}

ro_status act_cells_read_marks(const act_loader *at, unsigned *marks, const char *cell) {
  static const char *const names[] = {
      "speech",    "own",         "failing",   "hostile",  "verbal",    "no-whom",
      "withdrawn", "kept",        "scheduled", "proposed", "postponed", "cancelled",
      "standing",  "conditional", "strict",    "none",     "joint"};
  *marks = 0;
  if (is_empty(cell)) return RO_OK;
  char *parts[MAXIMUM_ITEMS];
  size_t count = act_cells_split(ro_arena_copy_string(at->lexicon->arena, cell), " ,", parts);
  for (size_t i = 0; i < count; i++) {
    size_t k = 0;
    while (k < sizeof names / sizeof *names && strcmp(parts[i], names[k]) != 0)
      k++;
    if (k == sizeof names / sizeof *names) return act_cells_complain(at, "unknown mark", parts[i]);
    *marks |= 1u << k;
  }
  return RO_OK;
}
