#include "statements/nesting.h"

#include <stdlib.h>

typedef struct extent {
  uint32_t index, size; /* tokens of the content */
} extent;

static uint32_t content_size(const ro_attribution *attribution) {
  uint32_t size = 0;
  for (size_t i = 0; i < attribution->content.count; i++)
    size += attribution->content.items[i].end - attribution->content.items[i].start;
  return size;
}

static int larger_first(const void *a, const void *b) {
  const extent *x = a, *y = b;
  if (x->size != y->size) return x->size < y->size ? 1 : -1;
  return x->index < y->index ? -1 : x->index > y->index;
}

/* Contents are laid over the text, the larger ones first; when a content's turn comes, what lies at
 * its own cue is the smallest of the larger contents that hold it. */
uint32_t *ro_nesting_find(const ro_document *document, const ro_attributions *attributions) {
  size_t count = attributions->count;
  extent *extents = ro_arena_alloc_array(document->arena, count, sizeof *extents);
  uint32_t *inside = ro_arena_alloc_array(document->arena, count, sizeof *inside);
  uint32_t *top = ro_arena_alloc_array(document->arena, document->token_count, sizeof *top);
  for (uint32_t i = 0; i < document->token_count; i++)
    top[i] = RO_NONE;
  for (uint32_t i = 0; i < count; i++)
    extents[i] = (extent){i, content_size(&attributions->items[i])};
  if (count) qsort(extents, count, sizeof *extents, larger_first);
  for (size_t i = 0; i < count; i++) {
    const ro_attribution *attribution = &attributions->items[extents[i].index];
    inside[extents[i].index] = top[attribution->cue_token];
    for (size_t k = 0; k < attribution->content.count; k++)
      for (uint32_t t = attribution->content.items[k].start; t < attribution->content.items[k].end;
           t++)
        top[t] = extents[i].index;
  }
  return inside;
}
