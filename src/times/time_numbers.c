#include "times/time_numbers.h"

#include <string.h>

/* Four figures below FIRST_COMMON_YEAR are more often an amount. */
enum { LONGEST_NUMBER = 12, LARGEST_WHOLE = 20000000, FIRST_COMMON_YEAR = 1500 };

void ro_time_number_classes_find(ro_time_number_classes *classes, const ro_time_grammar *grammar) {
  *classes = (ro_time_number_classes){
      .number = ro_time_grammar_symbol(grammar, "<number>"),
      .ordinal = ro_time_grammar_symbol(grammar, "<ordinal>"),
      .year = ro_time_grammar_symbol(grammar, "<year>"),
      .old_year = ro_time_grammar_symbol(grammar, "<old_year>"),
      .day = ro_time_grammar_symbol(grammar, "<day>"),
      .hour = ro_time_grammar_symbol(grammar, "<hour>"),
      .clock = ro_time_grammar_symbol(grammar, "<clock>"),
      .military = ro_time_grammar_symbol(grammar, "<military>"),
      .decade = ro_time_grammar_symbol(grammar, "<decade>"),
      .full_date = ro_time_grammar_symbol(grammar, "<full_date>"),
      .cardinal = ro_time_grammar_symbol(grammar, "<cardinal>"),
  };
}

typedef struct number_reader {
  const ro_time_number_classes *classes;
  const ro_time_grammar *grammar;
  const ro_time_unit_word *words;
  const ro_time_symbol *symbols;
  uint32_t count, at;
  ro_time_number *out;
  uint32_t found;
} number_reader;

static ro_time_fields *emit(number_reader *reader, ro_time_symbol symbol, uint32_t end) {
  ro_time_number *number = &reader->out[reader->found];
  if (reader->found + 1 < RO_TIME_NUMBERS_MOST) reader->found++;
  number->symbol = symbol;
  number->end = end;
  ro_time_fields_clear(&number->fields);
  return &number->fields;
}

static bool is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

/* Figures at the start of `text`; returns how many bytes they take, 0 where there are none. */
static size_t read_figures(const char *text, int32_t *value) {
  size_t length = 0;
  *value = 0;
  for (; is_digit(text[length]) && length < 8; length++)
    *value = *value * 10 + (text[length] - '0');
  return is_digit(text[length]) ? 0 : length;
}

/* "1,250,000" and "2.5" in hundredths. */
static bool read_amount(const char *text, int32_t *hundredths) {
  int64_t whole = 0, part = 0;
  if (!is_digit(*text)) return false;
  for (; is_digit(*text) || (*text == ',' && is_digit(text[1])); text++)
    if (*text != ',' && (whole = whole * 10 + (*text - '0')) > LARGEST_WHOLE) return false;
  if (*text == '.' && is_digit(text[1])) {
    part = (text[1] - '0') * 10 + (is_digit(text[2]) ? text[2] - '0' : 0);
    text += 1 + strspn(text + 1, "0123456789");
  }
  *hundredths = (int32_t)(whole * 100 + part);
  return *text == '\0';
}

/* The value of a number word at `at` ("twenty", "hundred"), or -1. */
static int32_t cardinal_at(const number_reader *reader, uint32_t at) {
  ro_time_fields fields;
  if (at >= reader->count || !reader->symbols[at]) return -1;
  if (!ro_time_grammar_word(reader->grammar, reader->symbols[at], reader->classes->cardinal,
                            &fields))
    return -1;
  return fields.of[RO_FIELD_AMOUNT] / 100;
}

static bool is_word(const number_reader *reader, uint32_t at, const char *word) {
  return at < reader->count && strcmp(reader->words[at].form, word) == 0;
}

/* Whether `next` can follow `current` within one hundred: "twenty" "four". */
static bool adds_up(int64_t current, int32_t next) {
  if (next >= 100 || next < 1) return false;
  if (current % 100 == 0) return true;
  return current % 10 == 0 && current % 100 >= 20 && next < 10;
}

/* Reads number words from reader->at on; returns the unit behind them. */
static uint32_t read_number_words(const number_reader *reader, int64_t *value) {
  int64_t total = 0, current = -1;
  uint32_t at = reader->at, end = at;
  bool article = is_word(reader, at, "a") && cardinal_at(reader, at + 1) >= 100;
  if (article) {
    current = 1;
    at++;
  }
  for (; at < reader->at + LONGEST_NUMBER; at++) {
    if (current >= 100 && is_word(reader, at, "and") && cardinal_at(reader, at + 1) > 0) at++;
    int32_t next = cardinal_at(reader, at);
    if (next < 0) break;
    if (next >= 1000 && current >= 0) {
      total += current * next;
      current = 0;
    } else if (next == 100 && current > 0 && current < 100) {
      current *= 100;
    } else if (current < 0 ? next < 100 : adds_up(current, next)) {
      current = (current < 0 ? 0 : current) + next;
    } else {
      break;
    }
    end = at + 1;
    if (total > LARGEST_WHOLE) return reader->at;
  }
  *value = total + (current < 0 ? 0 : current);
  return *value > LARGEST_WHOLE ? reader->at : end;
}

/* "2 1/2", "2 million" */
static uint32_t read_tail(const number_reader *reader, uint32_t end, int32_t *hundredths) {
  int32_t scale = cardinal_at(reader, end);
  if (is_word(reader, end, "1/2")) {
    *hundredths += 50;
    return end + 1;
  }
  if (scale < 1000 || *hundredths > LARGEST_WHOLE / (scale / 100)) return end;
  *hundredths *= scale;
  return end + 1;
}

static void read_number(number_reader *reader) {
  int32_t hundredths = 0;
  int64_t value = 0;
  uint32_t end = reader->at;
  if (read_amount(reader->words[reader->at].form, &hundredths)) {
    end = read_tail(reader, end + 1, &hundredths);
  } else {
    end = read_number_words(reader, &value);
    hundredths = (int32_t)(value * 100);
    if (end > reader->at && is_word(reader, end, "1/2")) end = read_tail(reader, end, &hundredths);
  }
  if (end > reader->at)
    emit(reader, reader->classes->number, end)->of[RO_FIELD_AMOUNT] = hundredths;
}

/* "nineteen ninety-eight" */
static void read_year_words(number_reader *reader) {
  int32_t hundreds = cardinal_at(reader, reader->at);
  if (hundreds < 11 || hundreds > 20) return;
  int32_t rest = cardinal_at(reader, reader->at + 1);
  if (rest < 10 || rest > 99) return;
  uint32_t end = reader->at + 2;
  int32_t ones = cardinal_at(reader, end);
  if (rest >= 20 && rest % 10 == 0 && ones > 0 && ones < 10) {
    rest += ones;
    end++;
  }
  emit(reader, reader->classes->year, end)->of[RO_FIELD_YEAR] = hundreds * 100 + rest;
}

/* "two thousand and eight" counts as a year where a rule asks for one. */
static void read_millennium_year(number_reader *reader) {
  int64_t value = 0;
  if (cardinal_at(reader, reader->at) != 2 || cardinal_at(reader, reader->at + 1) != 1000) return;
  uint32_t end = read_number_words(reader, &value);
  if (value >= 2000 && value < 2100)
    emit(reader, reader->classes->year, end)->of[RO_FIELD_YEAR] = (int32_t)value;
}

static bool before_meridiem(const number_reader *reader) {
  static const char *const words[] = {"a.m.", "p.m.", "am", "pm", "a.m", "p.m"};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (is_word(reader, reader->at + 1, words[i])) return true;
  return false;
}

static void read_clock(number_reader *reader, const char *form) {
  int32_t hour, minute, second = RO_FIELD_UNSET;
  size_t length = read_figures(form, &hour);
  if (!length || length > 2 || (form[length] != ':' && form[length] != '.')) return;
  if (form[length] == '.' && !before_meridiem(reader)) return; /* else a price or a share */
  const char *rest = form + length + 1;
  if (read_figures(rest, &minute) != 2) return;
  if (rest[2] == ':' && read_figures(rest + 3, &second) == 2) rest += 3;
  if (rest[2] || hour > 24 || minute > 59 || second > 59) return;
  ro_time_fields *fields = emit(reader, reader->classes->clock, reader->at + 1);
  fields->of[RO_FIELD_HOUR] = hour;
  fields->of[RO_FIELD_MINUTE] = minute;
  fields->of[RO_FIELD_SECOND] = second;
}

static void read_military(number_reader *reader, int32_t value) {
  if (value / 100 > 24 || value % 100 > 59) return;
  ro_time_fields *fields = emit(reader, reader->classes->military, reader->at + 1);
  fields->of[RO_FIELD_HOUR] = value / 100;
  fields->of[RO_FIELD_MINUTE] = value % 100;
}

static void emit_full_date(number_reader *reader, int32_t year, int32_t month, int32_t day,
                           uint32_t end) {
  if (month < 1 || month > 12 || day < 1 || day > 31) return;
  ro_time_fields *fields = emit(reader, reader->classes->full_date, end);
  fields->of[RO_FIELD_YEAR] = year;
  fields->of[RO_FIELD_MONTH] = month;
  fields->of[RO_FIELD_DAY] = day;
}

/* "18/1/2022", "1/18/22", "18.01.2022": the month comes first where it can, except with dots. */
static void read_slashed_date(number_reader *reader, const char *form) {
  int32_t first, second, year;
  size_t length = read_figures(form, &first);
  char sign = form[length];
  if (!length || length > 2 || (sign != '/' && sign != '.')) return;
  const char *rest = form + length + 1;
  length = read_figures(rest, &second);
  if (!length || length > 2 || rest[length] != sign) return;
  rest += length + 1;
  length = read_figures(rest, &year);
  if ((length != 2 && length != 4) || rest[length]) return;
  if (length == 2) year += year < 50 ? 2000 : 1900;
  bool day_first = first > 12 || sign == '.';
  emit_full_date(reader, year, day_first ? second : first, day_first ? first : second,
                 reader->at + 1);
}

/* "2022-01-18", which units has cut into three. */
static void read_hyphened_date(number_reader *reader, int32_t year) {
  uint32_t at = reader->at;
  int32_t month, day;
  if (at + 2 >= reader->count || !reader->words[at + 1].joined || !reader->words[at + 2].joined)
    return;
  if (read_figures(reader->words[at + 1].form, &month) != 2 ||
      read_figures(reader->words[at + 2].form, &day) != 2)
    return;
  emit_full_date(reader, year, month, day, at + 3);
}

static void read_whole(number_reader *reader, int32_t value, size_t length) {
  const ro_time_number_classes *classes = reader->classes;
  uint32_t end = reader->at + 1;
  if (length == 4) {
    if (value >= 1000 && value < 2200) {
      ro_time_symbol year = value < FIRST_COMMON_YEAR ? classes->old_year : classes->year;
      emit(reader, year, end)->of[RO_FIELD_YEAR] = value;
      read_hyphened_date(reader, value);
    }
    read_military(reader, value);
  }
  if (length > 2) return;
  if (value >= 1 && value <= 31) emit(reader, classes->day, end)->of[RO_FIELD_DAY] = value;
  if (value <= 24) emit(reader, classes->hour, end)->of[RO_FIELD_HOUR] = value;
}

static void read_ordinal_figures(number_reader *reader, int32_t value) {
  uint32_t end = reader->at + 1;
  if (value < 1000) emit(reader, reader->classes->ordinal, end)->of[RO_FIELD_ORDINAL] = value;
  if (value >= 1 && value <= 31) emit(reader, reader->classes->day, end)->of[RO_FIELD_DAY] = value;
}

static void read_decade(number_reader *reader, int32_t value, size_t length, uint32_t end) {
  if (value % 10) return;
  if (length == 2) value += value < 30 ? 2000 : 1900;
  if (length == 2 || (length == 4 && value >= 1000 && value < 2200))
    emit(reader, reader->classes->decade, end)->of[RO_FIELD_DECADE] = value / 10;
}

static void read_suffixed(number_reader *reader, int32_t value, size_t length, const char *suffix) {
  if (strcmp(suffix, "s") == 0)
    read_decade(reader, value, length, reader->at + 1);
  else if (!strcmp(suffix, "st") || !strcmp(suffix, "nd") || !strcmp(suffix, "rd") ||
           !strcmp(suffix, "th"))
    read_ordinal_figures(reader, value);
}

/* "'80s", as one unit or with the apostrophe apart. */
static void read_short_decade(number_reader *reader, const char *form) {
  int32_t value;
  uint32_t end = reader->at + 1;
  if (form[0] != '\'') return;
  if (!form[1] && end < reader->count)
    form = reader->words[end++].form;
  else
    form++;
  size_t length = read_figures(form, &value);
  if (length == 2 && strcmp(form + 2, "s") == 0) read_decade(reader, value, length, end);
}

/* "twenty-first"; "first" alone stands in time_words.tsv. */
static void read_ordinal_words(number_reader *reader) {
  ro_time_fields fields;
  int32_t tens = cardinal_at(reader, reader->at);
  uint32_t next = reader->at + 1;
  if (tens < 20 || tens > 90 || next >= reader->count || !reader->symbols[next]) return;
  if (!ro_time_grammar_word(reader->grammar, reader->symbols[next], reader->classes->ordinal,
                            &fields))
    return;
  int32_t ones = fields.of[RO_FIELD_ORDINAL];
  if (ones < 1 || ones > 9) return;
  emit(reader, reader->classes->ordinal, next + 1)->of[RO_FIELD_ORDINAL] = tens + ones;
  if (tens + ones <= 31)
    emit(reader, reader->classes->day, next + 1)->of[RO_FIELD_DAY] = tens + ones;
}

static void read_with_figures(number_reader *reader, const char *form) {
  int32_t value;
  size_t length = read_figures(form, &value);
  if (length && !form[length])
    read_whole(reader, value, length);
  else if (length) {
    read_suffixed(reader, value, length, form + length);
    read_clock(reader, form);
    read_slashed_date(reader, form);
  }
  read_number(reader);
}

uint32_t ro_time_numbers_read(ro_time_number *out, const ro_time_number_classes *classes,
                              const ro_time_grammar *grammar, const ro_time_unit_word *words,
                              const ro_time_symbol *symbols, uint32_t count, uint32_t at) {
  number_reader reader = {.classes = classes,
                          .grammar = grammar,
                          .words = words,
                          .symbols = symbols,
                          .count = count,
                          .at = at,
                          .out = out};
  const char *form = words[at].form;
  if (is_digit(form[0])) {
    read_with_figures(&reader, form);
  } else if (form[0] == 't' && is_digit(form[1])) {
    read_clock(&reader, form + 1); /* "2024-03-01T14:30" */
  } else if (form[0] == '\'') {
    read_short_decade(&reader, form);
  } else if (symbols[at]) {
    read_number(&reader);
    read_year_words(&reader);
    read_millennium_year(&reader);
    read_ordinal_words(&reader);
  }
  return reader.found;
}
