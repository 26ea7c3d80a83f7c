/* The name of a medium from the address of its page. */
#ifndef RO_REPORT_FACTS_PUBLISHER_H
#define RO_REPORT_FACTS_PUBLISHER_H

#include <stdbool.h>

#include "base/arena.h"

/* The name that data/reading/publishers.tsv has for the host, else the host without "www."; NULL
 * for no address. Lives in the arena or for ever. */
const char *ro_publisher_of_url(ro_arena *arena, const char *url);

/* The name in the table alone; NULL where the host is not there. */
const char *ro_known_publisher(const char *url);

/* Whether the host's country writes the day before the month. */
bool ro_writes_day_first(const char *url);

#endif
