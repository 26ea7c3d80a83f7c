/* Feasts of calendars that follow the moon, and the Persian new year, in days of the Gregorian
 * calendar. */
#ifndef RO_TIMES_FEASTS_H
#define RO_TIMES_FEASTS_H

#include "readout/day.h"
#include "times/time_fields.h"

/* The days of the feast that begins in a Gregorian year; of two the first. RO_NO_DAY where
 * `holiday` is no feast of these calendars, or the year none that they are known for. */
ro_interval ro_feast_days(int year, int32_t holiday);

#endif
