#include "report/facts/publisher.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "report/builder/tables.h"

enum { LONGEST_HOST = 253 };

/* The host in lower case in `host`; its length, 0 for none. */
static size_t host_of(const char *url, char host[LONGEST_HOST + 1]) {
  const char *start = url ? strstr(url, "//") : NULL;
  if (!start) return 0;
  start += 2;
  size_t length = strcspn(start, "/?#:");
  if (length == 0 || length > LONGEST_HOST) return 0;
  for (size_t i = 0; i < length; i++)
    host[i] = (char)tolower((unsigned char)start[i]);
  host[length] = '\0';
  return length;
}

const char *ro_known_publisher(const char *url) {
  char host[LONGEST_HOST + 1];
  if (!host_of(url, host)) return NULL;
  for (const char *name = host; name; name = strchr(name, '.')) {
    name += *name == '.';
    const ro_data_row *row = ro_data_find(&ro_publishers_table, name, strlen(name));
    if (row) return row->cells[1];
  }
  return NULL;
}

const char *ro_publisher_of_url(ro_arena *arena, const char *url) {
  const char *known = ro_known_publisher(url);
  char host[LONGEST_HOST + 1];
  if (known || !host_of(url, host)) return known;
  bool www = strncmp(host, "www.", 4) == 0;
  return ro_arena_copy_string(arena, host + (www ? 4 : 0));
}

bool ro_writes_day_first(const char *url) {
  static const char *const countries[] = {".uk", ".au", ".in", ".nz", ".ie", ".za", ".pk", ".ng",
                                          ".ke", ".gh", ".my", ".sg", ".hk", ".ae", ".bd", ".lk",
                                          ".de", ".fr", ".it", ".es", ".ru", ".ua", ".pl", ".nl",
                                          ".tr", ".il", ".eu", ".np", ".zw", ".mt", ".cy"};
  char host[LONGEST_HOST + 1];
  size_t length = host_of(url, host);
  for (size_t i = 0; i < sizeof countries / sizeof *countries; i++)
    if (length > 3 && strcasecmp(host + length - 3, countries[i]) == 0) return true;
  return false;
}
