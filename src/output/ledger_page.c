#include <stdlib.h>
#include <string.h>

#include "output/exports.h"
#include "output/item_page.h"

static const char *party_of(ro_arena *arena, const ro_item *item) {
  if (!item->who.count) return "nobody named";
  const char *actor = item->who.items[0];
  return ro_arena_copy(arena, actor, strcspn(actor, ":"));
}

/* An item under the party that it is listed with. */
typedef struct listed_item {
  const char *party;
  const ro_item *item;
  size_t position;
} listed_item;

static int by_party(const void *a, const void *b) {
  const listed_item *x = a, *y = b;
  int order = strcmp(x->party, y->party);
  if (order) return order;
  return x->position < y->position ? -1 : x->position > y->position;
}

void ro_items_to_page(const ro_page *page, const ro_item *items, size_t count, ro_day as_of) {
  static const char *const titles[] = {"demands", "promises", "meetings"};
  ro_arena *arena = ro_arena_create();
  ro_item_page out = {.page = page, .arena = arena, .citations = ro_citations_create(arena)};
  listed_item *list = ro_arena_alloc_array(arena, count, sizeof *list);
  for (size_t i = 0; i < count; i++)
    list[i] = (listed_item){party_of(arena, &items[i]), &items[i], i};
  if (count) qsort(list, count, sizeof *list, by_party);
  ro_page_title(page, ro_arena_print(arena, "The ledger at the end of %s",
                                     ro_page_days(arena, (ro_interval){as_of, as_of})));
  for (size_t i = 0; i < count; i++) {
    bool new_party = !i || strcmp(list[i - 1].party, list[i].party) != 0;
    if (new_party || list[i - 1].item->kind != list[i].item->kind)
      ro_page_heading(page, ro_arena_print(arena, "%s: %s", ro_page_actor(arena, list[i].party),
                                           titles[list[i].item->kind]));
    ro_item_page_print(&out, list[i].item);
  }
  ro_citations_print(out.citations, page);
  ro_arena_free(arena);
}
