/* JSON written as it comes, for what is printed by the thousand. NULL strings and absent days
 * become null; commas are set where they belong. */
#ifndef RO_OUTPUT_JSON_WRITER_H
#define RO_OUTPUT_JSON_WRITER_H

#include <stdbool.h>
#include <stdio.h>

#include "readout/day.h"
#include "readout/records.h"

/* Begins zeroed. */
typedef struct ro_json_writer {
  char *bytes; /* on the heap */
  size_t size, capacity;
} ro_json_writer;

/* What follows is the value of this name, in which nothing is to be escaped. */
void ro_json_name(ro_json_writer *to, const char *name);

/* '{' or '[', and what ends it. */
void ro_json_open(ro_json_writer *to, char bracket);
void ro_json_close(ro_json_writer *to, char bracket);

void ro_json_put_string(ro_json_writer *to, const char *string);
void ro_json_put_strings(ro_json_writer *to, const char *const *strings, size_t count);
void ro_json_put_number(ro_json_writer *to, long long number);
void ro_json_put_bool(ro_json_writer *to, bool value);
void ro_json_put_days(ro_json_writer *to, ro_interval days);

/* Prints what was written as a line, and begins anew. */
void ro_json_end_line(ro_json_writer *to, FILE *stream);

void ro_json_writer_free(ro_json_writer *writer);

#endif
