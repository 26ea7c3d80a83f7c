/* What the parts of a page are, as their elements, roles and class names tell. */
#ifndef RO_REPORT_PAGE_PAGE_REGIONS_H
#define RO_REPORT_PAGE_PAGE_REGIONS_H

#include "report/html/page_tree.h"

typedef enum ro_region {
  RO_REGION_NONE,
  /* parts of the report */
  RO_REGION_BODY,
  RO_REGION_TITLE,
  RO_REGION_SUMMARY,
  RO_REGION_BYLINE,
  RO_REGION_DATE,
  RO_REGION_CAPTION,
  /* parts that are not */
  RO_REGION_MENU,
  RO_REGION_RELATED,
  RO_REGION_SHARE,
  RO_REGION_NEWSLETTER,
  RO_REGION_ADVERT,
  RO_REGION_COMMENT,
  RO_REGION_FOOTER,
  RO_REGION_SIDEBAR,
  RO_REGION_FORM,
  RO_REGION_HIDDEN,
  RO_REGION_BIOGRAPHY,
  RO_REGION_TAGS,
  RO_REGION_WIDGET,
  RO_REGION_CONSENT, /* walls and windows in front of the page */
  RO_REGION_COUNT,
} ro_region;

static inline bool ro_region_is_outside(ro_region region) {
  return region >= RO_REGION_MENU;
}

/* Verdicts on names met before: pages repeat theirs by the hundred. */
typedef struct ro_region_cache {
  struct {
    ro_slice names;
    ro_region region;
  } entries[256];
} ro_region_cache;

/* What one element is by itself, whatever it lies in. The cache starts zeroed and serves one page.
 */
ro_region ro_region_of(const ro_page *page, uint32_t node, ro_region_cache *cache);

/* "menu", "related" … as the tables and --dropped write it. */
const char *ro_region_name(ro_region region);

/* Whether the contents of an element are never text of the page (scripts, buttons, lists to choose
 * from). */
bool ro_is_mute(ro_tag tag);

#endif
