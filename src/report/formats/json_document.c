#include "report/formats/json_document.h"

#include <ctype.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "report/formats/json_report.h"

struct ro_json_document {
  json_t *root;
  size_t next;
};

bool ro_may_be_json_document(const char *bytes, size_t size) {
  size_t at = 0;
  while (at < size && isspace((unsigned char)bytes[at]))
    at++;
  if (at < size && bytes[at] == '[') return true;
  if (at == size || bytes[at] != '{') return false;
  for (at++; at < size && bytes[at] != '\n'; at++)
    if (!isspace((unsigned char)bytes[at])) return false;
  return at < size;
}

ro_json_document *ro_json_document_open(const char *bytes, size_t size) {
  json_t *root = json_loadb(bytes, size, JSON_ALLOW_NUL, NULL);
  if (!root) return NULL;
  ro_json_document *document = ro_allocate(sizeof *document);
  *document = (ro_json_document){.root = root};
  return document;
}

void ro_json_document_free(ro_json_document *document) {
  if (!document) return;
  json_decref(document->root);
  free(document);
}

ro_status ro_json_document_next(ro_json_document *document, ro_report_builder *builder,
                                ro_error *error) {
  bool list = json_is_array(document->root);
  size_t count = list ? json_array_size(document->root) : 1, index = document->next++;
  if (index >= count) return RO_END;
  const json_t *value = list ? json_array_get(document->root, index) : document->root;
  return ro_read_json_report(builder, value, error);
}
