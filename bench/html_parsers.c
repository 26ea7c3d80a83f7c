/* Holds readout's HTML parser against libxml2's: how much of the pages' text is the same to both,
 * and how many pages a second each reads.
 *
 * usage: html_parsers ROUNDS FILE... */
#include <libxml/HTMLparser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/arena.h"
#include "base/file.h"
#include "report/builder/report_builder.h"
#include "report/html/page_tree.h"
#include "report/input/text_decoding.h"

enum {
  OPTIONS = HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_RECOVER | HTML_PARSE_NONET
};

/* The text of a page without white space, which parsers may place as they like. */
typedef struct page_text {
  ro_arena *arena;
  ro_text_buffer buffer;
} page_text;

static void add_text(page_text *text, const char *bytes, size_t size) {
  for (size_t i = 0; i < size; i++)
    if ((unsigned char)bytes[i] > ' ') ro_text_add(&text->buffer, text->arena, bytes + i, 1);
}

static void add_text_of_page(page_text *text, const ro_page *page) {
  for (size_t i = 0; i < page->node_count; i++)
    if (page->nodes[i].tag == RO_TAG_TEXT) add_text(text, page->nodes[i].text, page->nodes[i].size);
}

/* Elements whose content is no text of the page. */
static bool is_passed_over(const xmlNode *node) {
  static const char *const names[] = {"script",   "style",    "title",   "iframe",
                                      "textarea", "noframes", "noembed", "xmp"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (strcmp((const char *)node->name, names[i]) == 0) return true;
  return false;
}

static void add_text_of_tree(page_text *text, xmlNode *root) {
  for (xmlNode *node = root; node;) {
    bool is_text = node->type == XML_TEXT_NODE;
    if (is_text) add_text(text, (const char *)node->content, strlen((const char *)node->content));
    if (node->type == XML_ELEMENT_NODE && node->children && !is_passed_over(node)) {
      node = node->children;
      continue;
    }
    while (node && node != root && !node->next)
      node = node->parent;
    node = node && node != root ? node->next : NULL;
  }
}

static int by_value(const void *a, const void *b) {
  uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
  return (x > y) - (x < y);
}

enum { RUN = 8 };

/* All runs of eight bytes, sorted. */
static uint64_t *runs_of(const page_text *text, size_t *count) {
  *count = text->buffer.size < RUN ? 0 : text->buffer.size - RUN + 1;
  uint64_t *runs = ro_arena_alloc_array(text->arena, *count + 1, sizeof *runs);
  for (size_t i = 0; i < *count; i++)
    memcpy(&runs[i], text->buffer.bytes + i, RUN);
  qsort(runs, *count, sizeof *runs, by_value);
  return runs;
}

typedef struct agreement {
  size_t shared, ours, theirs;
} agreement;

static agreement compare(const page_text *ours, const page_text *theirs) {
  agreement found = {0};
  const uint64_t *a = runs_of(ours, &found.ours), *b = runs_of(theirs, &found.theirs);
  for (size_t i = 0, j = 0; i < found.ours && j < found.theirs;) {
    found.shared += a[i] == b[j];
    size_t step_a = a[i] <= b[j], step_b = b[j] <= a[i];
    i += step_a;
    j += step_b;
  }
  return found;
}

static double f1(agreement a) {
  return a.ours + a.theirs ? 2.0 * (double)a.shared / (double)(a.ours + a.theirs) : 1;
}

static agreement compare_on(const ro_decoded *page) {
  ro_arena *arena = ro_arena_create();
  page_text ours = {.arena = arena}, theirs = {.arena = arena};
  add_text_of_page(&ours, ro_page_parse(arena, page->text, page->size));
  htmlDocPtr tree = htmlReadMemory(page->text, (int)page->size, NULL, "UTF-8", OPTIONS);
  if (tree) add_text_of_tree(&theirs, xmlDocGetRootElement(tree));
  agreement found = compare(&ours, &theirs);
  xmlFreeDoc(tree);
  ro_arena_free(arena);
  return found;
}

static void print_agreement(const ro_decoded *pages, char *const *names, int count) {
  agreement all = {0};
  double least = 1;
  int least_at = 0;
  for (int i = 0; i < count; i++) {
    agreement one = compare_on(&pages[i]);
    all = (agreement){all.shared + one.shared, all.ours + one.ours, all.theirs + one.theirs};
    if (f1(one) < least) {
      least = f1(one);
      least_at = i;
    }
  }
  const char *slash = strrchr(names[least_at], '/');
  printf("text as libxml2 has it: F1 %.4f over runs of %d bytes, least %.4f (%s)\n", f1(all), RUN,
         least, slash ? slash + 1 : names[least_at]);
}

static void parse_ours(const ro_decoded *page) {
  ro_arena *arena = ro_arena_create();
  ro_page_parse(arena, page->text, page->size);
  ro_arena_free(arena);
}

static void parse_tree(const ro_decoded *page) {
  xmlFreeDoc(htmlReadMemory(page->text, (int)page->size, NULL, "UTF-8", OPTIONS));
}

/* Events that nobody takes: the least that libxml2 can do. */
static void parse_events(const ro_decoded *page) {
  htmlSAXHandler handler = {0};
  htmlParserCtxtPtr parser =
      htmlCreatePushParserCtxt(&handler, NULL, page->text, 0, NULL, XML_CHAR_ENCODING_UTF8);
  htmlCtxtUseOptions(parser, OPTIONS);
  htmlParseChunk(parser, page->text, (int)page->size, 1);
  htmlFreeParserCtxt(parser);
}

static double processor_seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void print_speed(const char *name, void (*parse)(const ro_decoded *page),
                        const ro_decoded *pages, int count, int rounds) {
  double best = 0;
  for (int round = 0; round < rounds; round++) {
    double started = processor_seconds();
    for (int i = 0; i < count; i++)
      parse(&pages[i]);
    double speed = count / (processor_seconds() - started);
    best = speed > best ? speed : best;
  }
  printf("parsing alone, %s: %.0f pages/s (best of %d rounds)\n", name, best, rounds);
}

int main(int argc, char **argv) {
  int rounds = argc > 2 ? atoi(argv[1]) : 0, count = argc - 2;
  if (rounds <= 0) return 2;
  ro_arena *arena = ro_arena_create();
  ro_decoded *pages = ro_arena_alloc_array(arena, (size_t)count, sizeof *pages);
  for (int i = 0; i < count; i++) {
    ro_mapped_file file;
    if (ro_mapped_file_open(&file, argv[i + 2], NULL) != RO_OK) return 1;
    const char *bytes = ro_arena_copy(arena, (const char *)file.bytes, file.size);
    pages[i] =
        ro_decode_text(arena, bytes, file.size, ro_declared_charset(arena, bytes, file.size));
  }
  print_agreement(pages, argv + 2, count);
  print_speed("readout", parse_ours, pages, count, rounds);
  print_speed("libxml2's tree", parse_tree, pages, count, rounds);
  print_speed("libxml2's events, pushed, nothing done with them", parse_events, pages, count,
              rounds);
  ro_arena_free(arena);
}
