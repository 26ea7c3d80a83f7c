#include "times/time_units.h"

#include <string.h>

static bool is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

static bool is_letter(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte & 0x80);
}

/* Bytes of a hyphen or dash at `text`: "-", U+2010 to U+2014; 0 where there is none. */
static uint32_t dash_length(const char *text, uint32_t left) {
  if (left && text[0] == '-') return 1;
  if (left < 3 || text[0] != '\xe2' || text[1] != '\x80') return 0;
  return text[2] >= '\x90' && text[2] <= '\x94' ? 3 : 0;
}

/* "1980s", "21st": the letters belong to the figures. */
static bool is_figure_suffix(const char *text, uint32_t left) {
  static const char *const suffixes[] = {"st", "nd", "rd", "th", "s"};
  for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
    uint32_t length = (uint32_t)strlen(suffixes[i]);
    if (left < length || strncmp(text, suffixes[i], length) != 0) continue;
    if (left == length || !is_letter(text[length])) return true;
  }
  return false;
}

/* The length of the unit at the start of `text`: up to a dash, or from figures to letters. */
static uint32_t unit_length(const char *text, uint32_t left) {
  uint32_t length = 1;
  while (length < left && !dash_length(text + length, left - length)) {
    if (is_digit(text[length - 1]) && is_letter(text[length]) &&
        !is_figure_suffix(text + length, left - length))
      break;
    length++;
  }
  return length;
}

/* Lower case for ASCII letters alone, no word of a rule has others; a typographic apostrophe counts
 * as the plain one. */
static void copy_form(ro_time_unit_word *word, const char *text, uint32_t length) {
  uint32_t size = 0;
  for (uint32_t i = 0; i < length && size + 1 < RO_TIME_UNIT_SIZE; i++) {
    char byte = text[i];
    if (byte == '\xe2' && length - i > 2 && text[i + 1] == '\x80' && text[i + 2] == '\x99') {
      byte = '\'';
      i += 2;
    }
    word->form[size++] = (char)(byte >= 'A' && byte <= 'Z' ? byte + ('a' - 'A') : byte);
  }
  word->form[size] = '\0';
}

typedef struct unit_splitter {
  const ro_document *document;
  ro_time_unit_word *words;
  uint32_t count;
  uint32_t hyphen_end; /* where a hyphen that follows a unit without space ended */
} unit_splitter;

static void add_unit(unit_splitter *splitter, uint32_t token, uint32_t start, uint32_t length) {
  const char *text = splitter->document->text + start;
  ro_time_unit_word *word = &splitter->words[splitter->count++];
  *word = (ro_time_unit_word){.span = {start, start + length}, .token = token};
  copy_form(word, text, length);
  word->capital = text[0] >= 'A' && text[0] <= 'Z';
  word->joined = splitter->hyphen_end == start && start > 0;
}

/* Whether a dash at `start` ties two words together ("two-day") rather than parts of a sentence. */
static bool is_hyphen(const unit_splitter *splitter, uint32_t start, uint32_t length) {
  const ro_document *document = splitter->document;
  if (!splitter->count || splitter->words[splitter->count - 1].span.end != start) return false;
  if (length == 3 && document->text[start + 2] == '\x94') return false;
  if (start + length >= document->text_size) return false;
  char next = document->text[start + length];
  return is_letter(next) || is_digit(next);
}

static void split_token(unit_splitter *splitter, uint32_t token) {
  const char *text = splitter->document->text;
  ro_span span = splitter->document->tokens[token].span;
  /* words of one multiword token may share its span: it counts once */
  uint32_t done = splitter->count ? splitter->words[splitter->count - 1].span.end : 0;
  for (uint32_t at = span.start; at < span.end && span.start >= done;) {
    uint32_t dash = dash_length(text + at, span.end - at);
    uint32_t length = dash ? dash : unit_length(text + at, span.end - at);
    if (dash && is_hyphen(splitter, at, dash))
      splitter->hyphen_end = at + dash;
    else
      add_unit(splitter, token, at, length);
    at += length;
  }
}

uint32_t ro_time_units_bound(const ro_sentence *sentence) {
  return sentence->span.end - sentence->span.start + 1;
}

uint32_t ro_time_units_split(const ro_document *document, const ro_sentence *sentence,
                             ro_time_unit_word *words) {
  unit_splitter splitter = {.document = document, .words = words};
  for (uint32_t i = 0; i < sentence->token_count; i++)
    split_token(&splitter, sentence->first_token + i);
  return splitter.count;
}
