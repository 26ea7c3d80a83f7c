#include "names/loose_group.h"

#include <ctype.h>

static const char *lower_copy(const ro_name_scene *scene, uint32_t first, uint32_t end) {
  const ro_document *d = scene->document;
  ro_span span = {d->tokens[first].span.start, d->tokens[end - 1].span.end};
  char *copy = ro_arena_copy(scene->arena, d->text + span.start, span.end - span.start);
  char *end_of_copy = copy;
  for (const char *at = copy; *at; at++) {
    bool part = isalnum((unsigned char)*at) || (unsigned char)*at >= 0x80;
    if (part)
      *end_of_copy++ = (char)tolower((unsigned char)*at);
    else if (end_of_copy > copy && end_of_copy[-1] != '-')
      *end_of_copy++ = '-';
  }
  *end_of_copy = '\0';
  return copy;
}

/* The phrase without its article, its owner and its number: "at least 23 WESTERN DIPLOMATS". */
static uint32_t start_of_description(const ro_document *d, const ro_mention_draft *draft) {
  uint32_t first = draft->first;
  for (uint32_t i = first; i < draft->head; i++) {
    ro_upos upos = d->tokens[i].upos;
    bool skipped = upos == RO_UPOS_PRON || upos == RO_UPOS_PART || upos == RO_UPOS_NUM ||
                   upos == RO_UPOS_ADP ||
                   (upos == RO_UPOS_DET && !ro_token_is(&d->tokens[i], "all"));
    if (skipped) first = i + 1;
  }
  return first;
}

bool ro_loose_group_make(const ro_name_scene *scene, ro_mention_draft *draft) {
  const ro_document *d = scene->document;
  uint32_t first = start_of_description(d, draft);
  bool qualified = false, of_peoples = false; /* "an AFRICAN diplomat" is one of many */
  for (uint32_t i = first; i < draft->head; i++) {
    bool adjective = d->tokens[i].upos == RO_UPOS_ADJ;
    if (adjective || d->tokens[i].upos == RO_UPOS_PROPN || ro_token_is(&d->tokens[i], "all"))
      qualified = true;
    if (adjective && isupper((unsigned char)d->tokens[i].form[0])) of_peoples = true;
  }
  bool led = draft->head > 0 && ro_token_is(&d->tokens[draft->head - 1], "led");
  bool one =
      (draft->person && draft->indefinite && of_peoples) || led; /* "the Saudi-LED coalition" */
  if (!qualified || !(draft->plural || one)) return false;
  draft->actor = lower_copy(scene, first, draft->head + 1);
  draft->type = RO_ACTOR_GROUP;
  draft->reason = "a loose group";
  return true;
}
