/* Memory that is given back all at once: one arena a report, one an engine.
 *
 * When the system has no memory left the process ends with a message: no caller checks for it. */
#ifndef RO_BASE_ARENA_H
#define RO_BASE_ARENA_H

#include <stddef.h>

typedef struct ro_arena ro_arena;

ro_arena *ro_arena_create(void);
void ro_arena_free(ro_arena *arena);

/* Forgets everything in the arena but keeps some of its memory for what comes next. */
void ro_arena_reset(ro_arena *arena);

/* Zeroed memory, aligned for any type. */
void *ro_arena_alloc(ro_arena *arena, size_t size);

/* Zeroed memory for `count` items of `size` bytes. */
void *ro_arena_alloc_array(ro_arena *arena, size_t count, size_t size);

/* A NUL-terminated copy of `length` bytes; of a whole string; of a printed one. */
char *ro_arena_copy(ro_arena *arena, const char *bytes, size_t length);
char *ro_arena_copy_string(ro_arena *arena, const char *string);
char *ro_arena_print(ro_arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Room for one more item in a growing array that lives in the arena: returns the new item (zeroed).
 * `items` is the address of the array's pointer. */
#define RO_ARENA_PUSH(arena, items, count, capacity)                                               \
  (*(items) = ro_arena_grow((arena), *(items), (count), &(capacity), sizeof **(items)),            \
   &(*(items))[(count)++])

void *ro_arena_grow(ro_arena *arena, void *items, size_t count, size_t *capacity, size_t size);

/* Memory of the process's own heap; never NULL. */
void *ro_allocate(size_t size);
void *ro_reallocate(void *memory, size_t size);
char *ro_copy_string(const char *string);

#endif
