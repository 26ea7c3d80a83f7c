#include "unit_test.h"

#include "base/arena.h"

static void a_growing_array_keeps_its_items(void **state) {
  (void)state;
  ro_arena *arena = ro_arena_create();
  int *items = NULL;
  size_t count = 0, capacity = 0;
  for (int i = 0; i < 1000; i++)
    *RO_ARENA_PUSH(arena, &items, count, capacity) = i;
  assert_int_equal(count, 1000);
  for (int i = 0; i < 1000; i++)
    assert_int_equal(items[i], i);
  ro_arena_free(arena);
}

static void memory_is_zeroed_again_after_a_reset(void **state) {
  (void)state;
  ro_arena *arena = ro_arena_create();
  memset(ro_arena_alloc(arena, 1000), 0xff, 1000);
  ro_arena_reset(arena);
  const unsigned char *bytes = ro_arena_alloc(arena, 1000);
  for (int i = 0; i < 1000; i++)
    assert_int_equal(bytes[i], 0);
  ro_arena_free(arena);
}

static void blocks_larger_than_any_before_are_given(void **state) {
  (void)state;
  ro_arena *arena = ro_arena_create();
  char *large = ro_arena_alloc(arena, 20u << 20);
  large[(20u << 20) - 1] = 1;
  assert_string_equal(ro_arena_print(arena, "%d-%s", 7, "x"), "7-x");
  ro_arena_free(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_growing_array_keeps_its_items),
      cmocka_unit_test(memory_is_zeroed_again_after_a_reset),
      cmocka_unit_test(blocks_larger_than_any_before_are_given),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
