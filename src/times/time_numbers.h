/* Numbers, in figures and words, as the classes that rules build on:
 *   <number>    "48", "2.5", "twenty-four", "a hundred"    amount
 *   <ordinal>   "21st", "thirty-first"                     ordinal (single words: time_words.tsv)
 *   <year>      "1998", "nineteen ninety-eight"            year
 *   <old_year>  "1066", which may well be an amount        year
 *   <day>       "7", "21st"                                day
 *   <hour>      "7"                                        hour
 *   <clock>     "10:30", "10.30"                           hour, minute
 *   <military>  "0900"                                     hour, minute
 *   <decade>    "1980s", "'80s"                            decade
 *   <full_date> "2022-01-18", "18/1/2022"                  year, month, day */
#ifndef RO_TIMES_TIME_NUMBERS_H
#define RO_TIMES_TIME_NUMBERS_H

#include "times/time_grammar.h"
#include "times/time_units.h"

typedef struct ro_time_number {
  ro_time_symbol symbol;
  uint32_t end; /* unit behind it */
  ro_time_fields fields;
} ro_time_number;

enum { RO_TIME_NUMBERS_MOST = 12 };

/* The symbols of the classes, looked up once. */
typedef struct ro_time_number_classes {
  ro_time_symbol number, ordinal, year, old_year, day, hour, clock, military, decade, full_date;
  ro_time_symbol cardinal; /* the words that numbers are made of */
} ro_time_number_classes;

void ro_time_number_classes_find(ro_time_number_classes *classes, const ro_time_grammar *grammar);

/* All numbers that start at unit `at`; `symbols` holds each unit's own. Returns how many. */
uint32_t ro_time_numbers_read(ro_time_number *out, const ro_time_number_classes *classes,
                              const ro_time_grammar *grammar, const ro_time_unit_word *words,
                              const ro_time_symbol *symbols, uint32_t count, uint32_t at);

#endif
