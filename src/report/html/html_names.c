#include <string.h>
#include <strings.h>

#include "report/html/html_parser.h"

static const struct {
  const char *name;
  uint16_t facts;
} tags[RO_TAG_COUNT] = {
    [RO_TAG_TEXT] = {"", 0},
    [RO_TAG_OTHER] = {"", 0},
    [RO_TAG_A] = {"a", 0},
    [RO_TAG_ABBR] = {"abbr", 0},
    [RO_TAG_ADDRESS] = {"address", RO_HTML_BLOCK | RO_HTML_CLOSES_P},
    [RO_TAG_ARTICLE] = {"article", RO_HTML_BLOCK | RO_HTML_CLOSES_P},
    [RO_TAG_ASIDE] = {"aside", RO_HTML_BLOCK | RO_HTML_CLOSES_P},
    [RO_TAG_AUDIO] = {"audio", RO_HTML_BLOCK},
    [RO_TAG_B] = {"b", 0},
    [RO_TAG_BASE] = {"base", RO_HTML_VOID | RO_HTML_IN_HEAD},
    [RO_TAG_BLOCKQUOTE] = {"blockquote", RO_HTML_BLOCK | RO_HTML_CLOSES_P},
    [RO_TAG_BODY] = {"body", RO_HTML_BLOCK},
    [RO_TAG_BR] = {"br", RO_HTML_VOID},
    [RO_TAG_BUTTON] = {"button", RO_HTML_SCOPE_OF_P},
    [RO_TAG_CANVAS] = {"canvas", RO_HTML_BLOCK},
    [RO_TAG_CAPTION] = {"caption", RO_HTML_BLOCK | RO_HTML_SCOPE},
    [RO_TAG_CENTER] = {"center", RO_HTML_BLOCK | RO_HTML_CLOSES_P},
    [RO_TAG_CITE] = {"cite", 0},
    [RO_TAG_CODE] = {"code", 0},
    [RO_TAG_COL] = {"col", RO_HTML_VOID},
    [RO_TAG_DD] = {"dd", RO_HTML_BLOCK | RO_HTML_CLOSES_P},
    [RO_TAG_DETAILS] = {"details", RO_HTML_BLOCK | RO_HTML_CLOSES_P},
    [RO_TAG_DIALOG] = {"dialog", RO_HTML_BLOCK | RO_HTML_CLOSES_P},
    [RO_TAG_DIV] = {"div", RO_HTML_BLOCK | RO_HTML_CLOSES_P},
    [RO_TAG_DL] = {"dl", RO_HTML_BLOCK | RO_HTML_CLOSES_P},
    [RO_TAG_DT] = {"dt", RO_HTML_BLOCK | RO_HTML_CLOSES_P},
    [RO_TAG_EM] = {"em", 0},
    [RO_TAG_EMBED] = {"embed", RO_HTML_VOID},
    [RO_TAG_FIELDSET] = {"fieldset", RO_HTML_BLOCK | RO_HTML_CLOSES_P},
    [RO_TAG_FIGCAPTION] = {"figcaption", RO_HTML_BLOCK | RO_HTML_CLOSES_P},
    [RO_TAG_FIGURE] = {"figure", RO_HTML_BLOCK | RO_HTML_CLOSES_P},
    [RO_TAG_FONT] = {"font", 0},
    [RO_TAG_FOOTER] = {"footer", RO_HTML_BLOCK | RO_HTML_CLOSES_P},
    [RO_TAG_FORM] = {"form", RO_HTML_BLOCK | RO_HTML_CLOSES_P},
    [RO_TAG_FRAME] = {"frame", RO_HTML_VOID},
    [RO_TAG_H1] = {"h1", RO_HTML_BLOCK | RO_HTML_CLOSES_P},
    [RO_TAG_H2] = {"h2", RO_HTML_BLOCK | RO_HTML_CLOSES_P},
    [RO_TAG_H3] = {"h3", RO_HTML_BLOCK | RO_HTML_CLOSES_P},
    [RO_TAG_H4] = {"h4", RO_HTML_BLOCK | RO_HTML_CLOSES_P},
    [RO_TAG_H5] = {"h5", RO_HTML_BLOCK | RO_HTML_CLOSES_P},
    [RO_TAG_H6] = {"h6", RO_HTML_BLOCK | RO_HTML_CLOSES_P},
    [RO_TAG_HEAD] = {"head", RO_HTML_BLOCK},
    [RO_TAG_HEADER] = {"header", RO_HTML_BLOCK | RO_HTML_CLOSES_P},
    [RO_TAG_HGROUP] = {"hgroup", RO_HTML_BLOCK | RO_HTML_CLOSES_P},
    [RO_TAG_HR] = {"hr", RO_HTML_BLOCK | RO_HTML_VOID | RO_HTML_CLOSES_P},
    [RO_TAG_HTML] = {"html", RO_HTML_BLOCK},
    [RO_TAG_I] = {"i", 0},
    [RO_TAG_IFRAME] = {"iframe", RO_HTML_RAW},
    [RO_TAG_IMG] = {"img", RO_HTML_VOID},
    [RO_TAG_INPUT] = {"input", RO_HTML_VOID},
    [RO_TAG_LABEL] = {"label", 0},
    [RO_TAG_LEGEND] = {"legend", RO_HTML_BLOCK},
    [RO_TAG_LI] = {"li", RO_HTML_BLOCK | RO_HTML_CLOSES_P},
    [RO_TAG_LINK] = {"link", RO_HTML_VOID | RO_HTML_IN_HEAD},
    [RO_TAG_MAIN] = {"main", RO_HTML_BLOCK | RO_HTML_CLOSES_P},
    [RO_TAG_MENU] = {"menu", RO_HTML_BLOCK | RO_HTML_CLOSES_P},
    [RO_TAG_META] = {"meta", RO_HTML_VOID | RO_HTML_IN_HEAD},
    [RO_TAG_NAV] = {"nav", RO_HTML_BLOCK | RO_HTML_CLOSES_P},
    [RO_TAG_NOFRAMES] = {"noframes", RO_HTML_RAW | RO_HTML_IN_HEAD},
    [RO_TAG_NOSCRIPT] = {"noscript", RO_HTML_IN_HEAD},
    [RO_TAG_OBJECT] = {"object", RO_HTML_SCOPE},
    [RO_TAG_OL] = {"ol", RO_HTML_BLOCK | RO_HTML_CLOSES_P},
    [RO_TAG_OPTGROUP] = {"optgroup", RO_HTML_BLOCK},
    [RO_TAG_OPTION] = {"option", RO_HTML_BLOCK},
    [RO_TAG_P] = {"p", RO_HTML_BLOCK | RO_HTML_CLOSES_P},
    [RO_TAG_PARAM] = {"param", RO_HTML_VOID},
    [RO_TAG_PRE] = {"pre", RO_HTML_BLOCK | RO_HTML_CLOSES_P},
    [RO_TAG_Q] = {"q", 0},
    [RO_TAG_S] = {"s", 0},
    [RO_TAG_SCRIPT] = {"script", RO_HTML_RAW | RO_HTML_IN_HEAD},
    [RO_TAG_SECTION] = {"section", RO_HTML_BLOCK | RO_HTML_CLOSES_P},
    [RO_TAG_SELECT] = {"select", RO_HTML_BLOCK},
    [RO_TAG_SMALL] = {"small", 0},
    [RO_TAG_SOURCE] = {"source", RO_HTML_VOID},
    [RO_TAG_SPAN] = {"span", 0},
    [RO_TAG_STRONG] = {"strong", 0},
    [RO_TAG_STYLE] = {"style", RO_HTML_RAW | RO_HTML_IN_HEAD},
    [RO_TAG_SUB] = {"sub", 0},
    [RO_TAG_SUMMARY] = {"summary", RO_HTML_BLOCK | RO_HTML_CLOSES_P},
    [RO_TAG_SUP] = {"sup", 0},
    [RO_TAG_SVG] = {"svg", RO_HTML_RAW},
    [RO_TAG_TABLE] = {"table", RO_HTML_BLOCK | RO_HTML_CLOSES_P | RO_HTML_SCOPE},
    [RO_TAG_TBODY] = {"tbody", RO_HTML_BLOCK},
    [RO_TAG_TD] = {"td", RO_HTML_BLOCK | RO_HTML_SCOPE},
    [RO_TAG_TEMPLATE] = {"template", RO_HTML_SCOPE | RO_HTML_IN_HEAD},
    [RO_TAG_TEXTAREA] = {"textarea", RO_HTML_RAW},
    [RO_TAG_TFOOT] = {"tfoot", RO_HTML_BLOCK},
    [RO_TAG_TH] = {"th", RO_HTML_BLOCK | RO_HTML_SCOPE},
    [RO_TAG_THEAD] = {"thead", RO_HTML_BLOCK},
    [RO_TAG_TIME] = {"time", 0},
    [RO_TAG_TITLE] = {"title", RO_HTML_RAW | RO_HTML_IN_HEAD},
    [RO_TAG_TR] = {"tr", RO_HTML_BLOCK},
    [RO_TAG_TRACK] = {"track", RO_HTML_VOID},
    [RO_TAG_U] = {"u", 0},
    [RO_TAG_UL] = {"ul", RO_HTML_BLOCK | RO_HTML_CLOSES_P},
    [RO_TAG_VIDEO] = {"video", RO_HTML_BLOCK},
    [RO_TAG_WBR] = {"wbr", RO_HTML_VOID},
};

static const char *const attributes[RO_ATTRIBUTE_COUNT] = {
    [RO_ATTRIBUTE_OTHER] = "",
    [RO_ATTRIBUTE_ALT] = "alt",
    [RO_ATTRIBUTE_ARIA_HIDDEN] = "aria-hidden",
    [RO_ATTRIBUTE_CLASS] = "class",
    [RO_ATTRIBUTE_CONTENT] = "content",
    [RO_ATTRIBUTE_DATA_COMPONENT] = "data-component",
    [RO_ATTRIBUTE_DATETIME] = "datetime",
    [RO_ATTRIBUTE_HIDDEN] = "hidden",
    [RO_ATTRIBUTE_HREF] = "href",
    [RO_ATTRIBUTE_ID] = "id",
    [RO_ATTRIBUTE_ITEMPROP] = "itemprop",
    [RO_ATTRIBUTE_LANG] = "lang",
    [RO_ATTRIBUTE_NAME] = "name",
    [RO_ATTRIBUTE_PROPERTY] = "property",
    [RO_ATTRIBUTE_REL] = "rel",
    [RO_ATTRIBUTE_ROLE] = "role",
    [RO_ATTRIBUTE_STYLE] = "style",
    [RO_ATTRIBUTE_TITLE] = "title",
    [RO_ATTRIBUTE_TYPE] = "type",
};

/* Order of the table's `name` against `length` letters of any case. */
static int compare(const char *name, const char *letters, size_t length) {
  for (size_t i = 0; i < length; i++) {
    int letter = letters[i] >= 'A' && letters[i] <= 'Z' ? letters[i] + 32 : letters[i];
    if (name[i] != letter) return name[i] - letter;
  }
  return name[length] != '\0';
}

ro_tag ro_tag_named(const char *name, size_t length) {
  int first = RO_TAG_OTHER + 1, last = RO_TAG_COUNT;
  while (first < last) {
    int middle = (first + last) / 2, order = compare(tags[middle].name, name, length);
    if (order == 0) return (ro_tag)middle;
    if (order < 0)
      first = middle + 1;
    else
      last = middle;
  }
  return RO_TAG_OTHER;
}

ro_attribute_name ro_attribute_named(const char *name, size_t length) {
  int first = RO_ATTRIBUTE_OTHER + 1, last = RO_ATTRIBUTE_COUNT;
  while (first < last) {
    int middle = (first + last) / 2, order = compare(attributes[middle], name, length);
    if (order == 0) return (ro_attribute_name)middle;
    if (order < 0)
      first = middle + 1;
    else
      last = middle;
  }
  return RO_ATTRIBUTE_OTHER;
}

const char *ro_tag_name(ro_tag tag) {
  return tags[tag].name;
}

unsigned ro_tag_facts(ro_tag tag) {
  return tags[tag].facts;
}

bool ro_tag_is_block(ro_tag tag) {
  return tags[tag].facts & RO_HTML_BLOCK;
}
