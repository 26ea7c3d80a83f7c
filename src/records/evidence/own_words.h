/* The words below a word that tell what it tells: not the clauses beside it that tell acts of
 * their own, come after a comma, or only say when it was. */
#ifndef RO_RECORDS_OWN_WORDS_H
#define RO_RECORDS_OWN_WORDS_H

#include "records/scene/scene.h"

/* Words of which fewer say little without what stands around them. */
enum { OWN_WORDS_SHORT = 5 };

/* Bytes from the first to the last of those words below `anchor`, without marks at the edges. The
 * clause of `kept_token` belongs to them whatever it is. `anchors` holds a true for each token that
 * anchors some match; NULL: of a phrase, whatever acts stand in it. */
ro_span own_words_span(const ro_scene *scene, uint32_t anchor, uint32_t kept_token,
                       const bool *anchors);

#endif
