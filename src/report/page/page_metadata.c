#include "report/page/page_metadata.h"

#include <string.h>
#include <strings.h>

#include "report/builder/inline_text.h"
#include "report/facts/byline.h"
#include "report/facts/publisher.h"
#include "report/facts/written_date.h"
#include "report/page/json_ld.h"

typedef struct reading {
  ro_page_facts *facts;
  ro_arena *arena;
  const ro_page *page;
} reading;

static bool is(const char *string, const char *other) {
  return strcasecmp(string, other) == 0;
}

static void take_first(const char **fact, const char *value) {
  if (!*fact && *value) *fact = value;
}

static bool take_day(ro_day *fact, const char *value) {
  if (*fact != RO_NO_DAY) return false;
  *fact = ro_find_date(value, strlen(value), false).day;
  return *fact != RO_NO_DAY;
}

static bool is_one_of(const char *key, const char *const *keys, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (is(key, keys[i])) return true;
  return false;
}

#define IS_ONE_OF(key, keys) is_one_of(key, keys, sizeof(keys) / sizeof *(keys))

static const char *const published_keys[] = {"article:published_time",
                                             "datePublished",
                                             "dateCreated",
                                             "article:published",
                                             "pubdate",
                                             "publishdate",
                                             "publish-date",
                                             "publish_date",
                                             "date",
                                             "DC.date.issued",
                                             "DC.date",
                                             "dc.date",
                                             "dcterms.created",
                                             "dcterms.date",
                                             "sailthru.date",
                                             "parsely-pub-date",
                                             "og:published_time",
                                             "og:article:published_time",
                                             "published_time",
                                             "published",
                                             "publication_date",
                                             "publication-date",
                                             "article_date_original",
                                             "OriginalPublicationDate",
                                             "displaydate",
                                             "citation_publication_date",
                                             "cXenseParse:recs:publishtime",
                                             "datePosted",
                                             "article.published",
                                             "bt:pubDate",
                                             "ptime",
                                             "rnews:datePublished",
                                             "date_published",
                                             "cdate",
                                             "created",
                                             "article.created",
                                             "iso-8601-publish-date",
                                             "dc.date.created",
                                             "dcsext.articlefirstpublished",
                                             "icbm:pubdate",
                                             "firstpublishedat",
                                             "lastpublisheddate",
                                             "DC.Date.Issued",
                                             "shareaholic:article_published_time"};
static const char *const modified_keys[] = {
    "article:modified_time", "dateModified",    "lastmod", "last-modified",    "og:updated_time",
    "article:modified",      "modified",        "utime",   "dcterms.modified", "dc.date.modified",
    "dateUpdated",           "article.updated", "revised"};
static const char *const author_keys[] = {"author",
                                          "article:author",
                                          "byl",
                                          "parsely-author",
                                          "sailthru.author",
                                          "dc.creator",
                                          "DC.creator",
                                          "dcterms.creator",
                                          "article:author_name",
                                          "og:author",
                                          "og:article:author",
                                          "article.author",
                                          "cXenseParse:author",
                                          "citation_author",
                                          "authors",
                                          "byline"};

static void take_meta(reading *r, const char *key, const char *content) {
  ro_page_facts *facts = r->facts;
  if (is(key, "og:title"))
    take_first(&facts->og_title, content);
  else if (is(key, "twitter:title") || is(key, "dc.title") || is(key, "title") ||
           is(key, "sailthru.title") || is(key, "parsely-title") || is(key, "headline") ||
           is(key, "hdl"))
    take_first(&facts->meta_title, content);
  else if (is(key, "og:description") || is(key, "description"))
    take_first(&facts->description, content);
  else if (is(key, "og:url"))
    take_first(&facts->og_url, content);
  else if (is(key, "og:site_name"))
    take_first(&facts->site_name, content);
  else if (IS_ONE_OF(key, modified_keys))
    take_day(&facts->meta_modified, content);
  else if (IS_ONE_OF(key, published_keys)) {
    if (take_day(&facts->meta_published, content)) facts->meta_hour = ro_utc_hour(content);
  } else if (IS_ONE_OF(key, author_keys) && !strstr(content, "//"))
    ro_list_add(&facts->meta_authors, r->arena, content, strlen(content));
}

static const char *folded_content(reading *r, uint32_t node) {
  const char *content = ro_page_attribute_string(r->page, node, RO_ATTRIBUTE_CONTENT);
  if (!content) return NULL;
  ro_text_buffer buffer = {0};
  ro_add_folded(&buffer, r->arena, content, strlen(content));
  ro_slice text = ro_trimmed((ro_slice){buffer.bytes ? buffer.bytes : "", buffer.size});
  return ro_arena_copy(r->arena, text.bytes, text.size);
}

static void read_meta(reading *r, uint32_t node) {
  static const ro_attribute_name keys[] = {RO_ATTRIBUTE_PROPERTY, RO_ATTRIBUTE_NAME,
                                           RO_ATTRIBUTE_ITEMPROP};
  const char *content = NULL;
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
    const char *key = ro_page_attribute_string(r->page, node, keys[i]);
    if (!key) continue;
    if (!content) content = folded_content(r, node);
    if (content) take_meta(r, key, content);
  }
}

static void read_link(reading *r, uint32_t node) {
  const char *rel = ro_page_attribute_string(r->page, node, RO_ATTRIBUTE_REL);
  if (!rel || !is(rel, "canonical")) return;
  const char *href = ro_page_attribute_string(r->page, node, RO_ATTRIBUTE_HREF);
  if (href) take_first(&r->facts->canonical, href);
}

static void read_script(reading *r, uint32_t node) {
  const char *type = ro_page_attribute_string(r->page, node, RO_ATTRIBUTE_TYPE);
  const ro_node *script = &r->page->nodes[node];
  if (type && strncasecmp(type, "application/ld+json", 19) == 0 && script->size)
    ro_read_json_ld(r->facts, r->arena, (ro_slice){script->text, script->size});
}

static void read_title(reading *r, uint32_t node) {
  const ro_node *title = &r->page->nodes[node];
  if (r->facts->title_element || !title->size) return;
  ro_text_buffer buffer = {0};
  ro_add_folded(&buffer, r->arena, title->text, title->size);
  ro_slice text = ro_trimmed((ro_slice){buffer.bytes, buffer.size});
  if (text.size) r->facts->title_element = ro_arena_copy(r->arena, text.bytes, text.size);
}

void ro_read_page_metadata(ro_page_facts *facts, ro_report_builder *builder, const ro_page *page) {
  *facts = (ro_page_facts){.json_published = RO_NO_DAY,
                           .meta_published = RO_NO_DAY,
                           .json_modified = RO_NO_DAY,
                           .meta_modified = RO_NO_DAY,
                           .json_hour = -1,
                           .meta_hour = -1,
                           .visible_published = RO_NO_DAY,
                           .visible_updated = RO_NO_DAY};
  reading r = {facts, builder->arena, page};
  for (uint32_t i = 0; i < page->node_count; i++) {
    switch (page->nodes[i].tag) {
    case RO_TAG_META:
      read_meta(&r, i);
      break;
    case RO_TAG_LINK:
      read_link(&r, i);
      break;
    case RO_TAG_SCRIPT:
      read_script(&r, i);
      break;
    case RO_TAG_TITLE:
      read_title(&r, i);
      break;
    default:
      break;
    }
  }
}

static bool is_absolute(const char *url) {
  return url && strncasecmp(url, "http", 4) == 0;
}

static void settle_url(ro_report *report, const ro_page_facts *facts) {
  if (is_absolute(facts->canonical))
    report->url = facts->canonical;
  else if (is_absolute(facts->og_url))
    report->url = facts->og_url;
}

/* "Title | Site", "Title - Site": the site's name is no part of the title. A dash may be part of
 * it, so what stands behind a dash must be the name that the page gives. */
static const char *without_site(ro_arena *arena, const char *title, const ro_page_facts *facts) {
  static const char *const marks[] = {" | ", " » ", " :: ", " · ", " — ", " – ", " - "};
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
    const char *mark = NULL;
    for (const char *next = title; (next = strstr(next, marks[i])); next++)
      mark = next;
    if (!mark || mark - title < 15) continue;
    const char *site = mark + strlen(marks[i]);
    bool named = (facts->site_name && strcasecmp(site, facts->site_name) == 0) ||
                 (facts->json_publisher && strcasecmp(site, facts->json_publisher) == 0);
    if (i < 4 || named || title == facts->title_element)
      return ro_arena_copy(arena, title, (size_t)(mark - title));
  }
  return title;
}

/* The heading on the page; where the head does not repeat it, what the head says. */
static void settle_title(ro_report_builder *builder, const ro_page_facts *facts) {
  const char *title = facts->visible_title_certain ? facts->visible_title : NULL;
  if (!title) title = facts->json_title;
  if (!title) title = facts->og_title;
  if (!title) title = facts->meta_title;
  if (!title) title = facts->title_element;
  if (title && title != facts->visible_title) title = without_site(builder->arena, title, facts);
  if (!title) title = facts->visible_title;
  builder->report.title = title;
}

/* In the Americas it is still the day before until some hours after midnight in Greenwich; in Asia
 * it is the next day from the afternoon on. */
enum { LAST_HOUR_OF_DAY_BEFORE = 9, FIRST_HOUR_OF_NEXT_DAY = 10 };

/* A stamp in UTC tells the day in Greenwich. Where page or address tell the day beside it, that is
 * the paper's own. */
static ro_day own_day(ro_day stamp, int hour, const ro_page_facts *facts, ro_day url_day) {
  if (hour < 0 || stamp == RO_NO_DAY) return stamp;
  ro_day told = facts->visible_published != RO_NO_DAY ? facts->visible_published : url_day;
  bool before = told == stamp - 1 && hour <= LAST_HOUR_OF_DAY_BEFORE;
  bool after = told == stamp + 1 && hour >= FIRST_HOUR_OF_NEXT_DAY;
  return before || after ? told : stamp;
}

static void settle_days(ro_report_builder *builder, const ro_page_facts *facts) {
  const char *url = builder->report.url;
  ro_day url_day = url ? ro_find_date(url, strlen(url), false).day : RO_NO_DAY;
  ro_report_set_published(builder, own_day(facts->json_published, facts->json_hour, facts, url_day),
                          "json-ld");
  ro_report_set_published(builder, own_day(facts->meta_published, facts->meta_hour, facts, url_day),
                          "meta");
  ro_report_set_published(builder, facts->visible_published, facts->visible_published_from);
  ro_report_set_published(builder, url_day, "url");
  const ro_day changes[] = {facts->json_modified, facts->meta_modified, facts->visible_updated};
  for (size_t i = 0; i < 3 && builder->report.updated == RO_NO_DAY; i++)
    builder->report.updated = changes[i];
}

static void settle_byline(ro_report_builder *builder, const ro_page_facts *facts) {
  const ro_string_list *lists[] = {&facts->json_authors, &facts->visible_authors,
                                   &facts->meta_authors};
  for (size_t i = 0; i < 3 && !builder->byline.count; i++)
    for (size_t k = 0; k < lists[i]->count; k++) {
      const char *names = lists[i]->items[k];
      ro_add_byline_names(builder, (ro_slice){names, strlen(names)});
    }
}

void ro_settle_page_facts(ro_report_builder *builder, ro_page_facts *facts) {
  settle_url(&builder->report, facts);
  settle_title(builder, facts);
  settle_days(builder, facts);
  settle_byline(builder, facts);
  /* what pages call themselves varies from part to part; the list of known hosts does not */
  const char *known = ro_known_publisher(builder->report.url);
  builder->report.publisher = known              ? known
                              : facts->site_name ? facts->site_name
                                                 : facts->json_publisher;
}
