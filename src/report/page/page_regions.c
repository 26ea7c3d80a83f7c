#include "report/page/page_regions.h"

#include <string.h>
#include <strings.h>

#include "report/builder/tables.h"

enum { LONGEST_KEY = 63, MOST_BYTES = 600 };

static const char *const region_names[RO_REGION_COUNT] = {
    [RO_REGION_NONE] = "",
    [RO_REGION_BODY] = "body",
    [RO_REGION_TITLE] = "title",
    [RO_REGION_SUMMARY] = "summary",
    [RO_REGION_BYLINE] = "byline",
    [RO_REGION_DATE] = "date",
    [RO_REGION_CAPTION] = "caption",
    [RO_REGION_MENU] = "menu",
    [RO_REGION_RELATED] = "related",
    [RO_REGION_SHARE] = "share",
    [RO_REGION_NEWSLETTER] = "newsletter",
    [RO_REGION_ADVERT] = "advert",
    [RO_REGION_COMMENT] = "comment",
    [RO_REGION_FOOTER] = "footer",
    [RO_REGION_SIDEBAR] = "sidebar",
    [RO_REGION_FORM] = "form",
    [RO_REGION_HIDDEN] = "hidden",
    [RO_REGION_BIOGRAPHY] = "biography",
    [RO_REGION_TAGS] = "tags",
    [RO_REGION_WIDGET] = "widget",
    [RO_REGION_CONSENT] = "consent",
};

const char *ro_region_name(ro_region region) {
  return region_names[region];
}

static ro_region region_named(const char *name) {
  for (int i = 1; i < RO_REGION_COUNT; i++)
    if (strcmp(region_names[i], name) == 0) return (ro_region)i;
  return RO_REGION_NONE;
}

bool ro_is_mute(ro_tag tag) {
  switch (tag) {
  case RO_TAG_HEAD:
  case RO_TAG_SCRIPT:
  case RO_TAG_STYLE:
  case RO_TAG_SVG:
  case RO_TAG_TEMPLATE:
  case RO_TAG_NOSCRIPT:
  case RO_TAG_IFRAME:
  case RO_TAG_TEXTAREA:
  case RO_TAG_SELECT:
  case RO_TAG_BUTTON:
  case RO_TAG_OBJECT:
  case RO_TAG_AUDIO:
  case RO_TAG_VIDEO:
  case RO_TAG_CANVAS:
  case RO_TAG_NOFRAMES:
    return true;
  default:
    return false;
  }
}

/* Reads names like "ArticleBody-relatedLinks" word by word: "article", "body", "related", "links".
 */
typedef struct word_reader {
  const char *start, *at, *end;
} word_reader;

static bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

static bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

static bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* The next word in lower case; 0 at the end. A name that is one word by itself is set apart with
 * '=' before it: "tag" is a list of tags, "tag-iran" says what an article is about. */
static size_t next_word(word_reader *reader, char word[LONGEST_KEY + 1], bool *alone) {
  while (reader->at < reader->end && !is_lower(*reader->at) && !is_upper(*reader->at))
    reader->at++;
  *alone = reader->at == reader->start || is_blank(reader->at[-1]);
  size_t length = 0;
  bool lower = false;
  for (; reader->at < reader->end; reader->at++) {
    char c = *reader->at;
    if (!is_lower(c) && !is_upper(c)) break;
    if (is_upper(c) && lower) break;
    lower = is_lower(c);
    if (length < LONGEST_KEY) word[length++] = (char)(is_upper(c) ? c + 32 : c);
  }
  *alone = *alone && (reader->at == reader->end || is_blank(*reader->at));
  return length;
}

static ro_region region_of_word(const char *word, size_t length, bool alone) {
  char key[LONGEST_KEY + 2] = "=";
  memcpy(key + 1, word, length);
  const ro_data_row *row = alone ? ro_data_find(&ro_regions_table, key, length + 1) : NULL;
  if (!row) row = ro_data_find(&ro_regions_table, word, length);
  return row ? region_named(row->cells[1]) : RO_REGION_NONE;
}

/* A verdict on two words in a row goes before one on a single word; what speaks for the report goes
 * before what speaks against it only if it is the longer one. */
static ro_region region_of_words(ro_slice names) {
  char pair[2 * LONGEST_KEY + 2];
  size_t before = 0;
  ro_region single = RO_REGION_NONE;
  if (names.size > MOST_BYTES) names.size = MOST_BYTES;
  word_reader reader = {names.bytes, names.bytes, names.bytes + names.size};
  char word[LONGEST_KEY + 1];
  bool alone;
  for (size_t length; (length = next_word(&reader, word, &alone)) > 0;) {
    ro_region region = region_of_word(word, length, alone);
    if (before) {
      pair[before] = ' ';
      memcpy(pair + before + 1, word, length);
      const ro_data_row *both = ro_data_find(&ro_regions_table, pair, before + 1 + length);
      if (both) return region_named(both->cells[1]);
    }
    if (region != RO_REGION_NONE && (single == RO_REGION_NONE || (!ro_region_is_outside(single) &&
                                                                  ro_region_is_outside(region))))
      single = region;
    memcpy(pair, word, length);
    before = length;
  }
  return single;
}

static ro_region cached_region(ro_region_cache *cache, ro_slice names) {
  if (!names.size) return RO_REGION_NONE;
  size_t last = names.size - 1;
  size_t place = (names.size * 31 + (unsigned char)names.bytes[0] * 7 +
                  (unsigned char)names.bytes[last] * 5 + (unsigned char)names.bytes[last / 2]) %
                 256;
  ro_slice known = cache->entries[place].names;
  if (known.size == names.size && memcmp(known.bytes, names.bytes, names.size) == 0)
    return cache->entries[place].region;
  cache->entries[place].names = names;
  return cache->entries[place].region = region_of_words(names);
}

static ro_region region_of_role(ro_slice role) {
  static const struct {
    const char *role;
    ro_region region;
  } roles[] = {{"navigation", RO_REGION_MENU},     {"banner", RO_REGION_MENU},
               {"contentinfo", RO_REGION_FOOTER},  {"complementary", RO_REGION_SIDEBAR},
               {"search", RO_REGION_FORM},         {"dialog", RO_REGION_CONSENT},
               {"alertdialog", RO_REGION_CONSENT}, {"menu", RO_REGION_MENU},
               {"menubar", RO_REGION_MENU},        {"tooltip", RO_REGION_HIDDEN}};
  for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
    if (strlen(roles[i].role) == role.size &&
        strncasecmp(roles[i].role, role.bytes, role.size) == 0)
      return roles[i].region;
  return RO_REGION_NONE;
}

static ro_region region_of_property(ro_slice property) {
  static const struct {
    const char *property;
    ro_region region;
  } properties[] = {{"articleBody", RO_REGION_BODY}, {"headline", RO_REGION_TITLE},
                    {"author", RO_REGION_BYLINE},    {"datePublished", RO_REGION_DATE},
                    {"caption", RO_REGION_CAPTION},  {"comment", RO_REGION_COMMENT},
                    {"reviewBody", RO_REGION_BODY},  {"breadcrumb", RO_REGION_MENU}};
  for (size_t i = 0; i < sizeof properties / sizeof *properties; i++)
    if (strlen(properties[i].property) == property.size &&
        memcmp(properties[i].property, property.bytes, property.size) == 0)
      return properties[i].region;
  return RO_REGION_NONE;
}

static bool holds(ro_slice text, const char *what) {
  size_t length = strlen(what);
  for (size_t i = 0; i + length <= text.size; i++)
    if (strncasecmp(text.bytes + i, what, length) == 0) return true;
  return false;
}

static bool is_hidden(const ro_page *page, uint32_t node) {
  bool hidden;
  ro_page_attribute(page, node, RO_ATTRIBUTE_HIDDEN, &hidden);
  if (hidden) return true;
  ro_slice style = ro_page_attribute(page, node, RO_ATTRIBUTE_STYLE, NULL);
  if (style.size && (holds(style, "display:none") || holds(style, "display: none") ||
                     holds(style, "visibility:hidden") || holds(style, "visibility: hidden")))
    return true;
  ro_slice aria = ro_page_attribute(page, node, RO_ATTRIBUTE_ARIA_HIDDEN, NULL);
  return aria.size == 4 && memcmp(aria.bytes, "true", 4) == 0;
}

static ro_region region_of_tag(ro_tag tag) {
  switch (tag) {
  case RO_TAG_NAV:
  case RO_TAG_MENU:
    return RO_REGION_MENU;
  case RO_TAG_ASIDE:
    return RO_REGION_SIDEBAR;
  case RO_TAG_FOOTER:
    return RO_REGION_FOOTER;
  case RO_TAG_FORM:
  case RO_TAG_FIELDSET:
  case RO_TAG_LABEL:
    return RO_REGION_FORM;
  case RO_TAG_DIALOG:
    return RO_REGION_HIDDEN;
  case RO_TAG_FIGCAPTION:
  case RO_TAG_FIGURE:
    return RO_REGION_CAPTION;
  default:
    return RO_REGION_NONE;
  }
}

ro_region ro_region_of(const ro_page *page, uint32_t node, ro_region_cache *cache) {
  const ro_node *element = &page->nodes[node];
  ro_tag tag = (ro_tag)element->tag;
  if (tag == RO_TAG_TEXT || tag == RO_TAG_BODY || tag == RO_TAG_HTML) return RO_REGION_NONE;
  if (element->attribute_count == 0) return region_of_tag(tag);
  if (is_hidden(page, node)) return RO_REGION_HIDDEN;
  ro_region region = region_of_property(ro_page_attribute(page, node, RO_ATTRIBUTE_ITEMPROP, NULL));
  if (region == RO_REGION_NONE)
    region = region_of_role(ro_page_attribute(page, node, RO_ATTRIBUTE_ROLE, NULL));
  static const ro_attribute_name names[] = {RO_ATTRIBUTE_CLASS, RO_ATTRIBUTE_ID,
                                            RO_ATTRIBUTE_DATA_COMPONENT};
  for (size_t i = 0; i < 3 && region == RO_REGION_NONE; i++)
    region = cached_region(cache, ro_page_attribute(page, node, names[i], NULL));
  ro_region by_tag = region_of_tag(tag);
  bool tag_decides =
      region == RO_REGION_NONE || (!ro_region_is_outside(region) && ro_region_is_outside(by_tag));
  return tag_decides ? by_tag : region;
}
