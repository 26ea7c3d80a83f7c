#include "report/formats/feed.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <stdlib.h>
#include <string.h>

#include "report/builder/inline_text.h"
#include "report/facts/byline.h"
#include "report/facts/publisher.h"
#include "report/facts/written_date.h"
#include "report/formats/formats.h"
#include "report/html/page_tree.h"

struct ro_feed {
  xmlDoc *document;
  xmlNode *entry; /* the next one to read; NULL after the last */
  xmlChar *title; /* of the feed itself: the publisher */
};

static bool is_named(const xmlNode *node, const char *name) {
  return node->type == XML_ELEMENT_NODE && xmlStrEqual(node->name, (const xmlChar *)name);
}

static bool is_entry(const xmlNode *node) {
  return is_named(node, "item") || is_named(node, "entry");
}

static xmlNode *child_named(const xmlNode *parent, const char *name) {
  for (xmlNode *child = parent ? parent->children : NULL; child; child = child->next)
    if (is_named(child, name)) return child;
  return NULL;
}

static xmlNode *first_entry(xmlNode *from) {
  while (from && !is_entry(from))
    from = from->next;
  return from;
}

/* RSS 2.0 keeps items in the channel, RSS 1.0 beside it, Atom in the root. */
static void find_entries(ro_feed *feed) {
  xmlNode *root = xmlDocGetRootElement(feed->document);
  xmlNode *channel = child_named(root, "channel");
  feed->entry = first_entry(channel ? channel->children : NULL);
  if (!feed->entry) feed->entry = first_entry(root ? root->children : NULL);
  xmlNode *title = child_named(channel ? channel : root, "title");
  feed->title = title ? xmlNodeGetContent(title) : NULL;
}

ro_status ro_feed_open(ro_feed **out, const char *bytes, size_t size, const char *name,
                       ro_error *error) {
  *out = NULL;
  int options = XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                XML_PARSE_NOCDATA;
  xmlDoc *document = xmlReadMemory(bytes, (int)size, name, "UTF-8", options);
  if (!document || !xmlDocGetRootElement(document)) {
    xmlFreeDoc(document);
    return ro_fail(error, RO_ERROR_FORMAT, name, 0, "is no feed that could be read");
  }
  ro_feed *feed = ro_allocate(sizeof *feed);
  *feed = (ro_feed){.document = document};
  find_entries(feed);
  *out = feed;
  return RO_OK;
}

void ro_feed_free(ro_feed *feed) {
  if (!feed) return;
  if (feed->title) xmlFree(feed->title);
  xmlFreeDoc(feed->document);
  free(feed);
}

/* White space folded, in the arena; size 0 for nothing. */
static ro_slice content_of(ro_report_builder *builder, const xmlNode *node) {
  xmlChar *content = node ? xmlNodeGetContent(node) : NULL;
  if (!content) return (ro_slice){"", 0};
  ro_text_buffer buffer = {0};
  ro_add_folded(&buffer, builder->arena, (const char *)content, strlen((const char *)content));
  xmlFree(content);
  return ro_trimmed((ro_slice){buffer.bytes ? buffer.bytes : "", buffer.size});
}

static const char *string_of(ro_report_builder *builder, const xmlNode *entry, const char *name) {
  ro_slice text = content_of(builder, child_named(entry, name));
  return text.size ? ro_arena_copy(builder->arena, text.bytes, text.size) : NULL;
}

/* Feeds escape twice: titles hold character references and tags once more. */
static void take_title(ro_report_builder *builder, const xmlNode *entry) {
  ro_slice title = content_of(builder, child_named(entry, "title"));
  if (!title.size) return;
  ro_page *page = ro_page_parse(builder->arena, title.bytes, title.size);
  title = ro_page_text(page, 0);
  builder->report.title = ro_arena_copy(builder->arena, title.bytes, title.size);
}

/* Atom: <link rel="alternate" href="…"/>; RSS: <link>…</link>. */
static void take_link(ro_report_builder *builder, const xmlNode *entry) {
  for (xmlNode *child = entry->children; child && !builder->report.url; child = child->next) {
    if (!is_named(child, "link")) continue;
    xmlChar *rel = xmlGetProp(child, (const xmlChar *)"rel");
    xmlChar *href = xmlGetProp(child, (const xmlChar *)"href");
    bool alternate = !rel || xmlStrEqual(rel, (const xmlChar *)"alternate");
    if (href && alternate)
      builder->report.url = ro_arena_copy_string(builder->arena, (const char *)href);
    ro_slice text = content_of(builder, child);
    if (!href && text.size)
      builder->report.url = ro_arena_copy(builder->arena, text.bytes, text.size);
    xmlFree(rel);
    xmlFree(href);
  }
}

static ro_day day_of(ro_report_builder *builder, const xmlNode *entry, const char *name) {
  const char *string = string_of(builder, entry, name);
  return string ? ro_find_date(string, strlen(string), false).day : RO_NO_DAY;
}

static void take_days(ro_report_builder *builder, const xmlNode *entry) {
  static const char *const published[] = {"pubDate", "published", "date", "issued", "created"};
  for (size_t i = 0; i < sizeof published / sizeof *published; i++)
    ro_report_set_published(builder, day_of(builder, entry, published[i]), "feed");
  builder->report.updated = day_of(builder, entry, "updated");
  /* an Atom entry must tell its last change; where it tells nothing else that is its day */
  ro_report_set_published(builder, builder->report.updated, "feed");
}

static void take_authors(ro_report_builder *builder, const xmlNode *entry) {
  for (xmlNode *child = entry->children; child; child = child->next) {
    if (!is_named(child, "author") && !is_named(child, "creator")) continue;
    xmlNode *name = child_named(child, "name");
    ro_add_byline_names(builder, content_of(builder, name ? name : child));
  }
}

/* The fullest of the entry's texts. */
static const xmlNode *body_of(const xmlNode *entry) {
  static const char *const names[] = {"encoded", "content", "description", "summary"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    const xmlNode *node = child_named(entry, names[i]);
    if (node && node->children) return node;
  }
  return NULL;
}

static void take_body(ro_feed *feed, ro_report_builder *builder, const xmlNode *entry) {
  const xmlNode *body = body_of(entry);
  if (!body) return;
  bool elements = false; /* XHTML put in as it is */
  for (const xmlNode *child = body->children; child; child = child->next)
    elements = elements || child->type == XML_ELEMENT_NODE;
  xmlBuffer *buffer = elements ? xmlBufferCreate() : NULL;
  if (buffer) xmlNodeDump(buffer, feed->document, (xmlNode *)body, 0, 0);
  xmlChar *content = buffer ? NULL : xmlNodeGetContent(body);
  const char *html = buffer ? (const char *)xmlBufferContent(buffer) : (const char *)content;
  size_t size = html ? strlen(html) : 0;
  char *copy = ro_arena_copy(builder->arena, html ? html : "", size);
  if (buffer) xmlBufferFree(buffer);
  if (content) xmlFree(content);
  ro_read_html_fragment(builder, copy, size);
}

bool ro_feed_next(ro_feed *feed, ro_report_builder *builder) {
  const xmlNode *entry = feed->entry;
  if (!entry) return false;
  feed->entry = first_entry(feed->entry->next);
  const char *id = string_of(builder, entry, "guid");
  if (!id) id = string_of(builder, entry, "id");
  take_title(builder, entry);
  take_link(builder, entry);
  take_days(builder, entry);
  take_authors(builder, entry);
  take_body(feed, builder, entry);
  builder->report.id = id;
  if (feed->title)
    builder->report.publisher = ro_arena_copy_string(builder->arena, (const char *)feed->title);
  return true;
}
