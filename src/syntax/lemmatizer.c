#include "syntax/lemmatizer.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/unicode.h"
#include "syntax/ending_table.h"

/* Longer words are their own lemmas. */
enum { LONGEST_WORD = 60, LONGEST_CLASS = 32 };

/* How a lemma is written; the numbers stand in the model. */
typedef enum lemma_case { CASE_LOWER, CASE_KEEP, CASE_CAPITAL } lemma_case;

/* How a word is written; the numbers stand in the model's names of classes. */
typedef enum word_shape {
  SHAPE_LOWER,
  SHAPE_FIRST_CAPITAL, /* at the start of its sentence */
  SHAPE_CAPITAL,
  SHAPE_UPPER,
  SHAPE_MIXED,
} word_shape;

typedef struct correction {
  const char *form, *upos, *xpos, *lemma; /* xpos may be empty: any */
} correction;

struct ro_lemmatizer {
  ro_arena *arena;
  ro_ending_table *endings;
  correction *corrections; /* open addressing by form and UPOS; a free one has no form */
  size_t correction_mask;
};

static size_t correction_slot(const ro_lemmatizer *lemmatizer, const char *form, const char *upos) {
  uint64_t hash = ro_hash_add(ro_hash_add(RO_HASH_START, form, strlen(form)), upos, strlen(upos));
  return ro_hash_finish(hash) & lemmatizer->correction_mask;
}

static ro_status load_corrections(ro_lemmatizer *lemmatizer, const char *path, ro_error *error) {
  ro_table table;
  ro_status status = ro_table_read(&table, lemmatizer->arena, path, 4, error);
  if (status != RO_OK) return status;
  size_t slots = 16;
  while (slots < 2 * table.row_count)
    slots *= 2;
  lemmatizer->corrections =
      ro_arena_alloc_array(lemmatizer->arena, slots, sizeof *lemmatizer->corrections);
  lemmatizer->correction_mask = slots - 1;
  for (size_t i = 0; i < table.row_count; i++) {
    const char *const *cells = table.rows[i].columns;
    if (!*cells[0] || !*cells[1] || !*cells[3])
      return ro_fail(error, RO_ERROR_FORMAT, path, table.rows[i].line,
                     "a form, its UPOS and its lemma are needed");
    size_t at = correction_slot(lemmatizer, cells[0], cells[1]);
    while (lemmatizer->corrections[at].form)
      at = (at + 1) & lemmatizer->correction_mask;
    lemmatizer->corrections[at] = (correction){cells[0], cells[1], cells[2], cells[3]};
  }
  return RO_OK;
}

ro_status ro_lemmatizer_load(ro_lemmatizer **out, const char *data_directory, ro_error *error) {
  ro_lemmatizer *lemmatizer = ro_allocate(sizeof *lemmatizer);
  *lemmatizer = (ro_lemmatizer){.arena = ro_arena_create()};
  const char *model = ro_path_join(lemmatizer->arena, data_directory, "lemmatizer.model");
  const char *table = ro_path_join(lemmatizer->arena, data_directory, "lemmas.tsv");
  ro_status status = ro_ending_table_open(&lemmatizer->endings, lemmatizer->arena, model, error);
  if (status == RO_OK) status = load_corrections(lemmatizer, table, error);
  if (status != RO_OK) {
    ro_lemmatizer_free(lemmatizer);
    lemmatizer = NULL;
  }
  *out = lemmatizer;
  return status;
}

void ro_lemmatizer_free(ro_lemmatizer *lemmatizer) {
  if (!lemmatizer) return;
  ro_ending_table_close(lemmatizer->endings);
  ro_arena_free(lemmatizer->arena);
  free(lemmatizer);
}

/* A word as the lemmatiser sees it. */
typedef struct word_view {
  const ro_token *token;
  const char *form, *upos;
  size_t size;
  char lowered[LONGEST_WORD + 8]; /* as long as the form */
  word_shape shape;
  uint32_t upper, lower; /* letters */
  bool has_digit;
} word_view;

/* Lower case; a letter whose lower case has another length stays as it is. */
static void lower_form(word_view *view) {
  for (size_t at = 0; at < view->size;) {
    size_t start = at;
    uint32_t code = ro_utf8_next(view->form, view->size, &at);
    char *out = view->lowered + start;
    if (ro_utf8_put(ro_unicode_lower(code), out) != at - start)
      memcpy(out, view->form + start, at - start);
    if (ro_unicode_is_upper(code))
      view->upper++;
    else if (ro_unicode_is_letter(code))
      view->lower++;
    else if (ro_unicode_is_digit(code))
      view->has_digit = true;
  }
  view->lowered[view->size] = '\0';
}

static word_shape shape_of(const word_view *view, bool is_first) {
  size_t at = 0;
  bool capital = ro_unicode_is_upper(ro_utf8_next(view->form, view->size, &at));
  if (!view->upper) return SHAPE_LOWER;
  if (view->upper > 1 && !view->lower) return SHAPE_UPPER;
  if (!capital || view->upper > 1) return SHAPE_MIXED;
  return is_first ? SHAPE_FIRST_CAPITAL : SHAPE_CAPITAL;
}

static const char *find_correction(const ro_lemmatizer *lemmatizer, const word_view *view) {
  size_t at = correction_slot(lemmatizer, view->lowered, view->upos);
  for (const correction *found; (found = &lemmatizer->corrections[at])->form;
       at = (at + 1) & lemmatizer->correction_mask) {
    bool is_same = strcmp(found->form, view->lowered) == 0 && strcmp(found->upos, view->upos) == 0;
    if (is_same && (!*found->xpos || strcmp(found->xpos, view->token->xpos) == 0))
      return found->lemma;
  }
  return NULL;
}

/* "EVERB VBD": the name of a class of the model, and the size of its part without XPOS. */
typedef struct class_name {
  char bytes[LONGEST_CLASS];
  size_t size, upos_size;
} class_name;

static void append(class_name *name, const char *string) {
  size_t left = sizeof name->bytes - name->size, length = strlen(string);
  if (length > left) length = left;
  memcpy(name->bytes + name->size, string, length);
  name->size += length;
}

/* Decides by UPOS and XPOS, else by UPOS alone. `head` is what the names of the classes begin with.
 */
static int32_t decide(const ro_lemmatizer *lemmatizer, const word_view *view, const char *head) {
  class_name name = {.size = 0};
  append(&name, head);
  append(&name, view->upos);
  name.upos_size = name.size;
  append(&name, " ");
  append(&name, view->token->xpos);
  int32_t found =
      ro_ending_table_find(lemmatizer->endings, name.bytes, name.size, view->lowered, view->size);
  if (found >= 0) return found;
  return ro_ending_table_find(lemmatizer->endings, name.bytes, name.upos_size, view->lowered,
                              view->size);
}

/* The bytes of the word that the lemma begins with, at most `size - taken`. */
static size_t kept_size(const word_view *view, uint32_t taken) {
  if (taken > view->size) return view->size;
  size_t kept = view->size - taken;
  while (kept && kept < view->size && (view->form[kept] & 0xC0) == 0x80)
    kept--;
  return kept;
}

static void make_upper(char *text, size_t size) {
  for (size_t i = 0; i < size; i++)
    if (text[i] >= 'a' && text[i] <= 'z') text[i] = (char)(text[i] - 32);
}

/* Capitalises the first letter as the form has it, or an ASCII one. */
static void capitalize(const word_view *view, char *lemma, size_t kept) {
  size_t at = 0;
  ro_utf8_next(view->form, view->size, &at);
  if (view->shape != SHAPE_LOWER && kept >= at)
    memcpy(lemma, view->form, at);
  else
    make_upper(lemma, 1);
}

static const char *edited(const word_view *view, ro_edit edit, lemma_case how, ro_arena *arena) {
  size_t kept = kept_size(view, edit.taken);
  if (edit.taken > view->size) edit = (ro_edit){.put = ""};
  const char *start = how == CASE_KEEP ? view->form : view->lowered;
  bool is_form = !edit.put_size && kept == view->size && how != CASE_CAPITAL;
  if (is_form && memcmp(start, view->form, kept) == 0) return view->form;
  char *lemma = ro_arena_alloc(arena, kept + edit.put_size + 1);
  memcpy(lemma, start, kept);
  memcpy(lemma + kept, edit.put, edit.put_size);
  if (how == CASE_CAPITAL) capitalize(view, lemma, kept);
  if (how == CASE_KEEP && view->shape == SHAPE_UPPER) make_upper(lemma + kept, edit.put_size);
  return lemma;
}

/* "1,200" to "1200". */
static const char *number_lemma(const word_view *view, ro_arena *arena) {
  if (!memchr(view->form, ',', view->size)) return view->form;
  char *lemma = ro_arena_alloc(arena, view->size + 1);
  for (size_t i = 0, out = 0; i < view->size; i++)
    if (view->form[i] != ',' || i == 0 || i + 1 == view->size) lemma[out++] = view->form[i];
  return lemma;
}

static const char *lemma_of(const ro_lemmatizer *lemmatizer, const word_view *view,
                            ro_arena *arena) {
  if (view->token->upos == RO_UPOS_NUM && view->has_digit) return number_lemma(view, arena);
  const char *corrected = find_correction(lemmatizer, view);
  if (corrected) return corrected;
  ro_edit edit = ro_ending_table_edit(lemmatizer->endings, decide(lemmatizer, view, "E"));
  if (edit.taken == RO_EDIT_WHOLE) return ro_arena_copy(arena, edit.put, edit.put_size);
  char head[] = {'C', (char)('0' + view->shape), '\0'};
  int32_t how = decide(lemmatizer, view, head);
  return edited(view, edit, how < 0 ? CASE_LOWER : (lemma_case)how, arena);
}

/* "it's been" has "have", "it's done" and "it's late" have "be". */
static bool is_short_have(const ro_document *document, const ro_token *token) {
  const char *form = token->form + (token->form[0] == '\'' ? 1 : 3);
  bool is_clitic = (token->form[0] == '\'' || strncmp(token->form, "\u2019", 3) == 0) &&
                   (form[0] == 's' || form[0] == 'S') && !form[1];
  return is_clitic && token->upos == RO_UPOS_AUX && token->deprel == RO_DEPREL_AUX &&
         token->head < document->token_count &&
         strcmp(document->tokens[token->head].xpos, "VBN") == 0;
}

void ro_lemmatizer_annotate(const ro_lemmatizer *lemmatizer, ro_document *document) {
  uint32_t sentence = RO_NONE; /* the one in which a word was seen */
  for (uint32_t i = 0; i < document->token_count; i++) {
    ro_token *token = &document->tokens[i];
    word_view view = {.token = token, .form = token->form, .size = strlen(token->form)};
    token->lemma = token->form;
    if (view.size > LONGEST_WORD) continue;
    view.upos = ro_upos_name(token->upos);
    lower_form(&view);
    view.shape = shape_of(&view, sentence != token->sentence);
    if (view.upper || view.lower) sentence = token->sentence;
    token->lemma =
        is_short_have(document, token) ? "have" : lemma_of(lemmatizer, &view, document->arena);
  }
}
