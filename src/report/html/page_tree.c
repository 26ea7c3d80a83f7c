#include "report/html/page_tree.h"

#include <string.h>

#include "report/builder/inline_text.h"

ro_slice ro_page_attribute(const ro_page *page, uint32_t node, ro_attribute_name name,
                           bool *present) {
  const ro_node *found = &page->nodes[node];
  for (size_t i = 0; i < found->attribute_count; i++) {
    const ro_attribute *attribute = &page->attributes[found->first_attribute + i];
    if (attribute->name != name) continue;
    if (present) *present = true;
    return attribute->value;
  }
  if (present) *present = false;
  return (ro_slice){"", 0};
}

const char *ro_page_attribute_string(const ro_page *page, uint32_t node, ro_attribute_name name) {
  bool present;
  ro_slice value = ro_page_attribute(page, node, name, &present);
  if (!present) return NULL;
  value = ro_resolve_references(page->arena, value);
  return ro_arena_copy(page->arena, value.bytes, value.size);
}

ro_slice ro_page_text(const ro_page *page, uint32_t node) {
  ro_text_buffer buffer = {0};
  uint32_t end = page->nodes[node].end;
  for (uint32_t i = node; i < end; i++) {
    const ro_node *part = &page->nodes[i];
    if (part->tag == RO_TAG_TEXT)
      ro_add_folded(&buffer, page->arena, part->text, part->size);
    else if (part->tag == RO_TAG_BR || ro_tag_is_block((ro_tag)part->tag))
      ro_add_folded(&buffer, page->arena, " ", 1);
  }
  return ro_trimmed((ro_slice){buffer.bytes ? buffer.bytes : "", buffer.size});
}
