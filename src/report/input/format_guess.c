#include "report/input/format_guess.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "report/input/text_decoding.h"

enum { LOOK_AT = 16 * 1024 };

static const struct {
  const char *ending;
  ro_input_format format;
} endings[] = {
    {".txt", RO_INPUT_TEXT},         {".text", RO_INPUT_TEXT},
    {".md", RO_INPUT_MARKDOWN},      {".markdown", RO_INPUT_MARKDOWN},
    {".mkd", RO_INPUT_MARKDOWN},     {".html", RO_INPUT_HTML},
    {".htm", RO_INPUT_HTML},         {".xhtml", RO_INPUT_HTML},
    {".jsonl", RO_INPUT_JSON_LINES}, {".ndjson", RO_INPUT_JSON_LINES},
    {".json", RO_INPUT_JSON_LINES},  {".rss", RO_INPUT_FEED},
    {".atom", RO_INPUT_FEED},        {".warc", RO_INPUT_WARC},
};

static ro_input_format format_of_name(const char *name) {
  size_t length = strlen(name);
  if (length > 3 && strcasecmp(name + length - 3, ".gz") == 0)
    length -= 3;
  else if (length > 4 && strcasecmp(name + length - 4, ".zst") == 0)
    length -= 4;
  for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
    size_t size = strlen(endings[i].ending);
    if (length > size && strncasecmp(name + length - size, endings[i].ending, size) == 0)
      return endings[i].format;
  }
  return RO_INPUT_GUESS;
}

static bool holds(const char *bytes, size_t size, const char *what) {
  size_t length = strlen(what);
  for (size_t i = 0; i + length <= size; i++)
    if (tolower((unsigned char)bytes[i]) == what[0] && strncasecmp(bytes + i, what, length) == 0)
      return true;
  return false;
}

static const char *refusal_of(const char *bytes, size_t size) {
  static const struct {
    const char *start, *what;
  } kinds[] = {
      {"%PDF-", "is a PDF file; save the report as a page or as text"},
      {"PK\003\004",
       "is a zip archive or an office document; save the report as a page or as text"},
      {"\x89PNG", "is a picture"},
      {"\xFF\xD8\xFF", "is a picture"},
      {"GIF8", "is a picture"},
      {"\x1F\x8B", "is compressed twice"},
      {"\x28\xB5\x2F\xFD", "is compressed twice"},
      {"SQLite format 3", "is a database, not a report"},
      {"\x7F"
       "ELF",
       "is a program, not a report"},
  };
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
    size_t length = strlen(kinds[i].start);
    if (size >= length && memcmp(bytes, kinds[i].start, length) == 0) return kinds[i].what;
  }
  size_t controls = 0;
  for (size_t i = 0; i < size; i++)
    controls += (unsigned char)bytes[i] < ' ' && !isspace((unsigned char)bytes[i]);
  /* a stray NUL byte is damage; many of them, or of other controls, are no text */
  return controls > size / 40 + 2 ? "is not text" : NULL;
}

static bool is_markdown(const char *bytes, size_t size) {
  if (holds(bytes, size, "](http") || holds(bytes, size, "](#") || holds(bytes, size, "](/") ||
      holds(bytes, size, "\noriginal url:"))
    return true;
  bool line_starts = true;
  for (size_t i = 0; i + 2 < size; i++) {
    if (line_starts && bytes[i] == '#' && (bytes[i + 1] == ' ' || bytes[i + 1] == '#')) return true;
    line_starts = bytes[i] == '\n';
  }
  return size > 4 && memcmp(bytes, "---\n", 4) == 0;
}

static bool is_feed(const char *bytes, size_t size) {
  if (holds(bytes, size, "<html")) return false;
  return holds(bytes, size, "<rss") || holds(bytes, size, "<feed") ||
         holds(bytes, size, "<rdf:rdf");
}

static bool is_tag(const char *bytes, size_t size) {
  return size > 2 && bytes[0] == '<' && (isalpha((unsigned char)bytes[1]) || bytes[1] == '!');
}

/* "[{": a Markdown file may start with a bracket too. */
static bool is_list_of_objects(const char *bytes, size_t size) {
  size_t at = 1;
  while (at < size && isspace((unsigned char)bytes[at]))
    at++;
  return at < size && bytes[at] == '{';
}

static ro_input_format format_of_content(const char *bytes, size_t size) {
  if (size >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
    bytes += 3;
    size -= 3;
  }
  while (size && isspace((unsigned char)*bytes)) {
    bytes++;
    size--;
  }
  if (size > 5 && memcmp(bytes, "WARC/", 5) == 0) return RO_INPUT_WARC;
  if (size && *bytes == '{') return RO_INPUT_JSON_LINES;
  if (size > 1 && *bytes == '[' && is_list_of_objects(bytes, size)) return RO_INPUT_JSON_LINES;
  if (size > 1 && bytes[0] == '<' && is_feed(bytes, size < 2048 ? size : 2048))
    return RO_INPUT_FEED;
  if (is_tag(bytes, size) || holds(bytes, size, "<html") || holds(bytes, size, "<body") ||
      holds(bytes, size, "<!doctype html") || (size > 5 && memcmp(bytes, "<?xml", 5) == 0))
    return RO_INPUT_HTML;
  return is_markdown(bytes, size) ? RO_INPUT_MARKDOWN : RO_INPUT_TEXT;
}

/* The ASCII characters of UTF-16, "?" for the others. */
static size_t narrow(const char *bytes, size_t size, bool big_endian, char out[LOOK_AT / 2]) {
  size_t pairs = size / 2;
  for (size_t i = 0; i < pairs; i++) {
    char low = bytes[2 * i + big_endian], high = bytes[2 * i + !big_endian];
    out[i] = '?';
    if (high == '\0' && (unsigned char)low < 0x80) out[i] = low;
  }
  return pairs;
}

ro_input_format ro_guess_format(const char *name, const char *bytes, size_t size,
                                const char **refusal) {
  char narrowed[LOOK_AT / 2];
  if (size > LOOK_AT) size = LOOK_AT;
  const char *utf16 = ro_utf16_encoding(bytes, size);
  if (utf16) {
    size = narrow(bytes, size, strcmp(utf16, "UTF-16BE") == 0, narrowed);
    bytes = narrowed;
    if (size && bytes[0] == '?') { /* the byte order mark */
      bytes++;
      size--;
    }
  }
  *refusal = refusal_of(bytes, size);
  ro_input_format by_name = format_of_name(name), by_content = format_of_content(bytes, size);
  if (by_name == RO_INPUT_GUESS) return by_content;
  /* names are often wrong about archives and feeds; text stays text */
  bool certain = by_content == RO_INPUT_WARC || by_content == RO_INPUT_FEED;
  return certain && by_name != RO_INPUT_TEXT ? by_content : by_name;
}
