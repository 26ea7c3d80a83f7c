#include "unit_test.h"

#include "report/builder/report_builder.h"
#include "report/html/page_tree.h"

static void print_node(ro_text_buffer *out, const ro_page *page, uint32_t node);

static void print_children(ro_text_buffer *out, const ro_page *page, uint32_t node) {
  for (uint32_t i = node + 1; i < page->nodes[node].end; i = page->nodes[i].end) {
    if (i > node + 1 || node) ro_text_add(out, page->arena, " ", 1);
    print_node(out, page, i);
  }
}

/* The tree as brackets: "(div (p one) (p two))". */
static void print_node(ro_text_buffer *out, const ro_page *page, uint32_t node) {
  const ro_node *n = &page->nodes[node];
  if (n->tag == RO_TAG_TEXT) {
    ro_text_add(out, page->arena, n->text, n->size);
    return;
  }
  const char *name = ro_tag_name((ro_tag)n->tag);
  ro_text_add(out, page->arena, "(", 1);
  ro_text_add(out, page->arena, name, strlen(name));
  print_children(out, page, node);
  ro_text_add(out, page->arena, ")", 1);
}

static void assert_tree(const char *html, const char *expected) {
  ro_arena *arena = ro_arena_create();
  ro_page *page = ro_page_parse(arena, html, strlen(html));
  ro_text_buffer out = {0};
  print_children(&out, page, 0);
  assert_string_equal(out.bytes ? out.bytes : "", expected);
  ro_arena_free(arena);
}

static void paragraphs_and_items_end_where_the_next_one_starts(void **state) {
  (void)state;
  assert_tree("<p>one<p>two<div>three</div>", "(p one) (p two) (div three)");
}

static void a_list_inside_an_item_does_not_end_it(void **state) {
  (void)state;
  assert_tree("<ul><li>a<ul><li>b<li>c</ul><li>d</ul>", "(ul (li a (ul (li b) (li c))) (li d))");
}

static void cells_and_rows_end_each_other_in_one_table_alone(void **state) {
  (void)state;
  assert_tree("<table><tr><td>1<td>2<tr><td><table><tr><td>x</table>",
              "(table (tr (td 1) (td 2)) (tr (td (table (tr (td x))))))");
}

static void stray_end_tags_change_nothing(void **state) {
  (void)state;
  assert_tree("<div></p>a</span></b></div>", "(div a)");
}

static void an_end_tag_closes_nothing_outside_its_cell(void **state) {
  (void)state;
  assert_tree("<div><table><tr><td>a</div>b</td></tr></table></div>",
              "(div (table (tr (td a b))))");
}

static void scripts_hold_no_elements(void **state) {
  (void)state;
  assert_tree("<script>if (a<b) document.write('<p>');</script>x", "(script) x");
}

static void comments_and_declarations_are_passed_over(void **state) {
  (void)state;
  assert_tree("<!doctype html><!-- <p>no</p> --><?xml?>a<!-- open", "a");
}

static void what_is_no_tag_is_text(void **state) {
  (void)state;
  assert_tree("1 < 2 and 3 <4", "1 < 2 and 3 <4");
}

static void references_are_resolved(void **state) {
  (void)state;
  assert_tree("a &amp; b &lt; &#8217;&#x2019;&#146; &unknown; &", "a & b < ’’’ &unknown; &");
}

static void the_deepest_elements_become_siblings(void **state) {
  (void)state;
  enum { DEPTH = 100000 };
  ro_arena *arena = ro_arena_create();
  char *html = ro_arena_alloc(arena, 5 * DEPTH + 10);
  for (int i = 0; i < DEPTH; i++)
    memcpy(html + 5 * i, "<div>", 5);
  memcpy(html + 5 * DEPTH, "text", 4);
  ro_page *page = ro_page_parse(arena, html, 5 * DEPTH + 4);
  assert_int_equal(page->node_count, DEPTH + 2);
  size_t depth = 0;
  for (uint32_t node = (uint32_t)page->node_count - 1; node; node = page->nodes[node].parent)
    depth++;
  assert_in_range(depth, 100, 600);
  ro_arena_free(arena);
}

static void attributes_are_found_in_any_case_and_quoting(void **state) {
  (void)state;
  ro_arena *arena = ro_arena_create();
  static const char html[] = "<A HREF='x?a=1&amp;b=2' class=one data-x hidden>t</A>";
  ro_page *page = ro_page_parse(arena, html, sizeof html - 1);
  bool hidden;
  assert_string_equal(ro_page_attribute_string(page, 1, RO_ATTRIBUTE_HREF), "x?a=1&b=2");
  assert_string_equal(ro_page_attribute_string(page, 1, RO_ATTRIBUTE_CLASS), "one");
  ro_page_attribute(page, 1, RO_ATTRIBUTE_HIDDEN, &hidden);
  assert_true(hidden);
  assert_null(ro_page_attribute_string(page, 1, RO_ATTRIBUTE_ID));
  ro_arena_free(arena);
}

static void every_element_is_found_by_its_name(void **state) {
  (void)state;
  for (int tag = RO_TAG_OTHER + 1; tag < RO_TAG_COUNT; tag++) {
    const char *name = ro_tag_name((ro_tag)tag);
    assert_int_equal(ro_tag_named(name, strlen(name)), tag);
  }
  assert_int_equal(ro_tag_named("x-card", 6), RO_TAG_OTHER);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(paragraphs_and_items_end_where_the_next_one_starts),
      cmocka_unit_test(a_list_inside_an_item_does_not_end_it),
      cmocka_unit_test(cells_and_rows_end_each_other_in_one_table_alone),
      cmocka_unit_test(stray_end_tags_change_nothing),
      cmocka_unit_test(an_end_tag_closes_nothing_outside_its_cell),
      cmocka_unit_test(scripts_hold_no_elements),
      cmocka_unit_test(comments_and_declarations_are_passed_over),
      cmocka_unit_test(what_is_no_tag_is_text),
      cmocka_unit_test(references_are_resolved),
      cmocka_unit_test(the_deepest_elements_become_siblings),
      cmocka_unit_test(attributes_are_found_in_any_case_and_quoting),
      cmocka_unit_test(every_element_is_found_by_its_name),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
