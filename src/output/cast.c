#include "output/cast.h"

#include <stdlib.h>
#include <string.h>

enum { PARTIES = 12, PERSONS = 8 };

typedef struct cast_party {
  const char *code;
  const char *persons[PERSONS];
  size_t person_count, mentions;
} cast_party;

struct ro_cast {
  ro_arena *arena;
  cast_party *parties;
  size_t count, capacity;
};

ro_cast *ro_cast_create(ro_arena *arena) {
  ro_cast *cast = ro_arena_alloc(arena, sizeof *cast);
  cast->arena = arena;
  return cast;
}

static cast_party *party_of(ro_cast *cast, const char *code, size_t length) {
  for (size_t i = 0; i < cast->count; i++)
    if (strlen(cast->parties[i].code) == length && !strncmp(cast->parties[i].code, code, length))
      return &cast->parties[i];
  cast_party *added = RO_ARENA_PUSH(cast->arena, &cast->parties, cast->count, cast->capacity);
  added->code = ro_arena_copy(cast->arena, code, length);
  return added;
}

static void add_person(ro_cast *cast, cast_party *party, const char *name) {
  for (size_t i = 0; i < party->person_count; i++)
    if (strcmp(party->persons[i], name) == 0) return;
  if (party->person_count < PERSONS)
    party->persons[party->person_count++] = ro_arena_copy_string(cast->arena, name);
}

static void add_actors(ro_cast *cast, ro_actors actors) {
  for (uint32_t i = 0; i < actors.count; i++) {
    const char *actor = actors.items[i];
    if (strncmp(actor, "unnamed ", 8) == 0) actor += 8;
    size_t length = strcspn(actor, ":");
    cast_party *party = party_of(cast, actor, length);
    party->mentions++;
    if (actor[length]) add_person(cast, party, actor + length + 1);
  }
}

void ro_cast_add_entry(ro_cast *cast, const ro_entry *entry) {
  add_actors(cast, entry->who);
  add_actors(cast, entry->whom);
}

static int by_mentions(const void *a, const void *b) {
  const cast_party *x = a, *y = b;
  if (x->mentions != y->mentions) return x->mentions > y->mentions ? -1 : 1;
  return strcmp(x->code, y->code);
}

static const char *line_of(ro_arena *arena, const cast_party *party) {
  const char *text = ro_page_actor(arena, party->code);
  for (size_t i = 0; i < party->person_count; i++)
    text = ro_arena_print(arena, "%s%s%s", text, i ? ", " : " (", party->persons[i]);
  return party->person_count ? ro_arena_print(arena, "%s)", text) : text;
}

void ro_cast_print(ro_cast *cast, const ro_page *page) {
  const char *text = "Parties: ";
  if (cast->count) qsort(cast->parties, cast->count, sizeof *cast->parties, by_mentions);
  size_t count = 0;
  for (size_t i = 0; i < cast->count && count < PARTIES; i++) {
    if (cast->parties[i].mentions < 2) break;
    text = ro_arena_print(cast->arena, "%s%s%s", text, count++ ? "; " : "",
                          line_of(cast->arena, &cast->parties[i]));
  }
  if (count) ro_page_line(page, text);
}
