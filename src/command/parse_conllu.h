/* Sentences whose tokens are given, in CoNLL-U. */
#ifndef RO_COMMAND_PARSE_CONLLU_H
#define RO_COMMAND_PARSE_CONLLU_H

#include <stdbool.h>

#include "readout/annotation.h"

/* Prints a file's sentences with tags and trees. False where something could not be read, which is
 * told; the rest is done. */
bool ro_parse_conllu_file(const ro_engine *engine, const char *path);

#endif
