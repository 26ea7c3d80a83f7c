/* Sentences as CoNLL-U. */
#ifndef RO_OUTPUT_CONLLU_H
#define RO_OUTPUT_CONLLU_H

#include <stdio.h>

#include "readout/annotation.h"

/* Writes the sentences of one report, which may come in several pieces. */
typedef struct ro_conllu_writer {
  FILE *stream;
  const char *id;     /* of the report; NULL where the sentences bring their own comments */
  size_t sentences;   /* written so far */
  uint32_t paragraph; /* of the last sentence written */
  bool continues;     /* the next piece begins inside the paragraph that the last one ended in */
  bool begun;         /* "# newdoc" is written */
} ro_conllu_writer;

/* Writes the first `count` sentences of the annotation. */
void ro_conllu_write(ro_conllu_writer *writer, const ro_annotation *annotation, size_t count);

#endif
