/* Sentences and words with their Universal Dependencies (v2) analysis. */
#ifndef READOUT_SYNTAX_H
#define READOUT_SYNTAX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "readout/export.h"

#ifdef __cplusplus
extern "C" {
#endif

/* "No token", "no mention", "no statement": for every index of the layers. */
#define RO_NONE UINT32_MAX

/* Bytes of the report's text, end exclusive. ro_annotation_codepoint turns them into code points.
 */
typedef struct ro_span {
  uint32_t start, end;
} ro_span;

typedef enum ro_upos {
  RO_UPOS_ADJ,
  RO_UPOS_ADP,
  RO_UPOS_ADV,
  RO_UPOS_AUX,
  RO_UPOS_CCONJ,
  RO_UPOS_DET,
  RO_UPOS_INTJ,
  RO_UPOS_NOUN,
  RO_UPOS_NUM,
  RO_UPOS_PART,
  RO_UPOS_PRON,
  RO_UPOS_PROPN,
  RO_UPOS_PUNCT,
  RO_UPOS_SCONJ,
  RO_UPOS_SYM,
  RO_UPOS_VERB,
  RO_UPOS_X,
  RO_UPOS_COUNT,
} ro_upos;

/* Relations of the English treebanks; a subtype counts as a relation of its own. */
typedef enum ro_deprel {
  RO_DEPREL_ROOT,
  RO_DEPREL_ACL,
  RO_DEPREL_ACL_RELCL,
  RO_DEPREL_ADVCL,
  RO_DEPREL_ADVCL_RELCL,
  RO_DEPREL_ADVMOD,
  RO_DEPREL_AMOD,
  RO_DEPREL_APPOS,
  RO_DEPREL_AUX,
  RO_DEPREL_AUX_PASS,
  RO_DEPREL_CASE,
  RO_DEPREL_CC,
  RO_DEPREL_CC_PRECONJ,
  RO_DEPREL_CCOMP,
  RO_DEPREL_COMPOUND,
  RO_DEPREL_COMPOUND_PRT,
  RO_DEPREL_CONJ,
  RO_DEPREL_COP,
  RO_DEPREL_CSUBJ,
  RO_DEPREL_CSUBJ_OUTER,
  RO_DEPREL_CSUBJ_PASS,
  RO_DEPREL_DEP,
  RO_DEPREL_DET,
  RO_DEPREL_DET_PREDET,
  RO_DEPREL_DISCOURSE,
  RO_DEPREL_DISLOCATED,
  RO_DEPREL_EXPL,
  RO_DEPREL_FIXED,
  RO_DEPREL_FLAT,
  RO_DEPREL_GOESWITH,
  RO_DEPREL_IOBJ,
  RO_DEPREL_LIST,
  RO_DEPREL_MARK,
  RO_DEPREL_NMOD,
  RO_DEPREL_NMOD_DESC,
  RO_DEPREL_NMOD_POSS,
  RO_DEPREL_NMOD_UNMARKED,
  RO_DEPREL_NSUBJ,
  RO_DEPREL_NSUBJ_OUTER,
  RO_DEPREL_NSUBJ_PASS,
  RO_DEPREL_NUMMOD,
  RO_DEPREL_OBJ,
  RO_DEPREL_OBL,
  RO_DEPREL_OBL_AGENT,
  RO_DEPREL_OBL_UNMARKED,
  RO_DEPREL_ORPHAN,
  RO_DEPREL_PARATAXIS,
  RO_DEPREL_PUNCT,
  RO_DEPREL_REPARANDUM,
  RO_DEPREL_VOCATIVE,
  RO_DEPREL_XCOMP,
  RO_DEPREL_COUNT,
} ro_deprel;

/* Named-entity tag of a word, as the model's tagger gives it (names that no dictionary may have).
 */
typedef enum ro_name_tag {
  RO_NAME_TAG_NONE,
  RO_NAME_TAG_PERSON,
  RO_NAME_TAG_ORGANIZATION,
  RO_NAME_TAG_PLACE,
  RO_NAME_TAG_OTHER,
} ro_name_tag;

/* A syntactic word. Indices (head) count words over the whole report. Strings live as long as the
 * annotation (form) or the engine (the others). */
typedef struct ro_token {
  ro_span span;
  const char *form; /* the bytes of the span, NUL-terminated */
  const char *lemma;
  const char *xpos;  /* Penn tag */
  const char *feats; /* "Number=Sing|Tense=Past", "_" where there are none */
  uint32_t head;     /* RO_NONE for a sentence's root */
  uint32_t sentence; /* index of its sentence */
  ro_upos upos;
  ro_deprel deprel;
  ro_name_tag name_tag;
  bool name_begins; /* first word of a tagged name */
  bool space_after;
  uint8_t
      multiword; /* number of words of the multiword token that starts here ("don't": 2), else 0 */
} ro_token;

typedef struct ro_sentence {
  ro_span span;
  uint32_t first_token, token_count;
  uint32_t root;      /* its root token */
  uint32_t paragraph; /* from 0 */
} ro_sentence;

/* Names as Universal Dependencies writes them: "NOUN", "nsubj:pass". */
RO_API const char *ro_upos_name(ro_upos upos);
RO_API const char *ro_deprel_name(ro_deprel deprel);

#ifdef __cplusplus
}
#endif
#endif
