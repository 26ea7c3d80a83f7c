#include "base/arena.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_BLOCK_SIZE = 64 * 1024, LARGEST_BLOCK_SIZE = 4 * 1024 * 1024 };

typedef struct block {
  struct block *before;
  size_t size, used;
  alignas(max_align_t) unsigned char bytes[];
} block;

struct ro_arena {
  block *top;
};

static void out_of_memory(void) {
  fputs("readout: out of memory\n", stderr);
  abort();
}

void *ro_allocate(size_t size) {
  void *memory = malloc(size ? size : 1);
  if (!memory) out_of_memory();
  return memory;
}

void *ro_reallocate(void *memory, size_t size) {
  void *larger = realloc(memory, size ? size : 1);
  if (!larger) out_of_memory();
  return larger;
}

char *ro_copy_string(const char *string) {
  size_t size = strlen(string) + 1;
  return memcpy(ro_allocate(size), string, size);
}

static block *add_block(ro_arena *arena, size_t size) {
  size_t wanted = arena->top ? arena->top->size * 2 : FIRST_BLOCK_SIZE;
  if (wanted > LARGEST_BLOCK_SIZE) wanted = LARGEST_BLOCK_SIZE;
  if (wanted < size) wanted = size;
  if (wanted > SIZE_MAX - sizeof(block)) out_of_memory();
  block *added = ro_allocate(sizeof(block) + wanted);
  *added = (block){.before = arena->top, .size = wanted};
  arena->top = added;
  return added;
}

ro_arena *ro_arena_create(void) {
  ro_arena *arena = ro_allocate(sizeof *arena);
  arena->top = NULL;
  return arena;
}

static void free_blocks(block *top) {
  while (top) {
    block *before = top->before;
    free(top);
    top = before;
  }
}

void ro_arena_free(ro_arena *arena) {
  if (!arena) return;
  free_blocks(arena->top);
  free(arena);
}

void ro_arena_reset(ro_arena *arena) {
  if (!arena->top) return;
  free_blocks(arena->top->before);
  arena->top->before = NULL;
  arena->top->used = 0;
}

void *ro_arena_alloc(ro_arena *arena, size_t size) {
  const size_t unit = alignof(max_align_t);
  if (size > SIZE_MAX - unit) out_of_memory();
  size = (size + unit - 1) / unit * unit;
  block *top = arena->top;
  if (!top || top->size - top->used < size) top = add_block(arena, size);
  void *memory = top->bytes + top->used;
  top->used += size;
  return memset(memory, 0, size);
}

void *ro_arena_alloc_array(ro_arena *arena, size_t count, size_t size) {
  if (size && count > SIZE_MAX / size) out_of_memory();
  return ro_arena_alloc(arena, count * size);
}

char *ro_arena_copy(ro_arena *arena, const char *bytes, size_t length) {
  char *copy = ro_arena_alloc(arena, length + 1);
  if (length) memcpy(copy, bytes, length);
  return copy;
}

char *ro_arena_copy_string(ro_arena *arena, const char *string) {
  return ro_arena_copy(arena, string, strlen(string));
}

char *ro_arena_print(ro_arena *arena, const char *format, ...) {
  va_list arguments, again;
  va_start(arguments, format);
  va_copy(again, arguments);
  int length = vsnprintf(NULL, 0, format, arguments);
  va_end(arguments);
  char *text = ro_arena_alloc(arena, length < 0 ? 1 : (size_t)length + 1);
  if (length > 0) vsnprintf(text, (size_t)length + 1, format, again);
  va_end(again);
  return text;
}

void *ro_arena_grow(ro_arena *arena, void *items, size_t count, size_t *capacity, size_t size) {
  if (count < *capacity) return items;
  size_t larger = *capacity ? *capacity * 2 : 8;
  void *moved = ro_arena_alloc_array(arena, larger, size);
  if (count) memcpy(moved, items, count * size);
  *capacity = larger;
  return moved;
}
