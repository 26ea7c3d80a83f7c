/* The notation of the cells of act-frames.tsv and acts.tsv: paths, needs, parts of speech, marks.
 */
#ifndef RO_RECORDS_ACT_CELLS_H
#define RO_RECORDS_ACT_CELLS_H

#include "records/lexicon/act_lexicon.h"

enum { MAXIMUM_ITEMS = 96 };

/* Where we are in the tables, for messages. */
typedef struct act_loader {
  act_lexicon *lexicon;
  const char *path;
  size_t line;
  bool own; /* the table is the user's */
  ro_error *error;
} act_loader;

ro_status act_cells_complain(const act_loader *at, const char *what, const char *word);

/* Cuts `text` (a copy of ours) at the separators and trims blanks; returns the number of parts. */
size_t act_cells_split(char *text, const char *separators, char *parts[MAXIMUM_ITEMS]);

/* NULL for an open cell. */
const char *act_cells_name(const char *cell);

ro_status act_cells_read_paths(const act_loader *at, act_paths *paths, const char *cell);
ro_status act_cells_read_needs(const act_loader *at, act_needs *needs, const char *cell);
ro_status act_cells_read_word_class(const act_loader *at, act_word_class *word_class,
                                    const char *cell);
ro_status act_cells_read_act(const act_loader *at, ro_act *act, const char *cell);
ro_status act_cells_read_marks(const act_loader *at, unsigned *marks, const char *cell);

#endif
