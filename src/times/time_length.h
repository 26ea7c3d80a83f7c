/* Lengths of time in TIMEX3: "P3D", "PT36H", "PXM". */
#ifndef RO_TIMES_TIME_LENGTH_H
#define RO_TIMES_TIME_LENGTH_H

#include "times/time_fields.h"

/* The value of fields with a unit and an amount (one, where none is stated), in the arena. */
const char *ro_time_length_print(ro_arena *arena, const ro_time_fields *fields);

#endif
