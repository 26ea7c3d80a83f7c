#include "text/conllu_reader.h"

#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"

enum { ID, FORM, MISC = 9, COLUMN_COUNT = 10, LARGEST_ID = 100000, LARGEST_MULTIWORD = 255 };

typedef struct column {
  const char *bytes;
  size_t size;
} column;

/* One line of ten columns; those that the line lacks are empty. */
typedef struct line_columns {
  column at[COLUMN_COUNT];
} line_columns;

typedef struct conllu_reader {
  ro_document *document;
  const char *path;
  size_t line;
  ro_error *error;
  char *text; /* the document's, as far as it is written */
  size_t token_capacity, sentence_capacity;
  const char *comments_start, *comments_end; /* of the sentence that is being read */
  uint32_t first_token;                      /* of that sentence */
  uint32_t inside;                           /* words of the open multiword token still to come */
  uint8_t opening;                           /* its number of words, until the first is read */
  ro_span surface;                           /* of that token */
  uint32_t surface_at;                       /* how far its words' forms follow its surface */
  bool surface_space;                        /* a space follows it */
} conllu_reader;

static ro_status complain(const conllu_reader *reader, const char *message) {
  return ro_fail(reader->error, RO_ERROR_FORMAT, reader->path, reader->line, "%s", message);
}

static line_columns split(const char *bytes, size_t size) {
  line_columns columns = {0};
  const char *end = bytes + size;
  for (int i = 0; i < COLUMN_COUNT && bytes <= end; i++) {
    const char *tab = memchr(bytes, '\t', (size_t)(end - bytes));
    const char *stop = tab ? tab : end;
    columns.at[i] = (column){bytes, (size_t)(stop - bytes)};
    bytes = stop + 1;
  }
  return columns;
}

/* Reads a number at *at and moves past it; 0 where there is none or it is too large. */
static uint32_t read_number(const char **at, const char *end) {
  uint32_t number = 0;
  while (*at < end && **at >= '0' && **at <= '9' && number <= LARGEST_ID)
    number = number * 10 + (uint32_t)(*(*at)++ - '0');
  return number <= LARGEST_ID ? number : 0;
}

static bool has_space_after(column misc) {
  static const char flag[] = "SpaceAfter=No";
  const size_t length = sizeof flag - 1;
  for (size_t i = 0; i + length <= misc.size; i++) {
    bool starts = i == 0 || misc.bytes[i - 1] == '|';
    bool ends = i + length == misc.size || misc.bytes[i + length] == '|';
    if (starts && ends && memcmp(misc.bytes + i, flag, length) == 0) return false;
  }
  return true;
}

static ro_span append(conllu_reader *reader, column form, bool space_after) {
  ro_document *document = reader->document;
  uint32_t start = (uint32_t)document->text_size;
  memcpy(reader->text + start, form.bytes, form.size);
  document->text_size += form.size;
  uint32_t end = (uint32_t)document->text_size;
  if (space_after) reader->text[document->text_size++] = ' ';
  return (ro_span){start, end};
}

/* The place of a word inside its multiword token: its own part where the forms of the words follow
 * the token's surface, else all of it. */
static ro_span span_inside(conllu_reader *reader, column form) {
  uint32_t start = reader->surface_at, left = reader->surface.end - start;
  bool follows = form.size <= left && memcmp(reader->text + start, form.bytes, form.size) == 0 &&
                 (reader->inside > 1 || form.size == left);
  if (!follows) return reader->surface;
  reader->surface_at = start + (uint32_t)form.size;
  return (ro_span){start, reader->surface_at};
}

static void add_word(conllu_reader *reader, const line_columns *columns) {
  ro_document *document = reader->document;
  column form = columns->at[FORM];
  size_t count = document->token_count;
  ro_token *token =
      RO_ARENA_PUSH(document->arena, &document->tokens, count, reader->token_capacity);
  document->token_count = (uint32_t)count;
  token->form = ro_arena_copy(document->arena, form.bytes, form.size);
  token->multiword = reader->opening;
  reader->opening = 0;
  if (reader->inside) {
    token->span = span_inside(reader, form);
    token->space_after = --reader->inside == 0 && reader->surface_space;
  } else {
    token->space_after = has_space_after(columns->at[MISC]);
    token->span = append(reader, form, token->space_after);
  }
}

/* "3-4  don't": the words that follow belong together. */
static ro_status add_surface(conllu_reader *reader, const line_columns *columns, uint32_t first,
                             uint32_t last) {
  uint32_t expected = reader->document->token_count - reader->first_token + 1;
  if (reader->inside || first != expected || last < first || last - first >= LARGEST_MULTIWORD - 1)
    return complain(reader, "a range of words that does not fit its place");
  reader->inside = last - first + 1;
  reader->opening = (uint8_t)reader->inside;
  reader->surface_space = has_space_after(columns->at[MISC]);
  reader->surface = append(reader, columns->at[FORM], reader->surface_space);
  reader->surface_at = reader->surface.start;
  return RO_OK;
}

static ro_status add_line(conllu_reader *reader, const char *bytes, size_t size) {
  line_columns columns = split(bytes, size);
  const char *at = bytes, *end = bytes + columns.at[ID].size;
  uint32_t number = read_number(&at, end);
  if (!columns.at[FORM].size) return complain(reader, "a line without ID and FORM");
  if (at < end && *at == '.') return RO_OK; /* an empty node */
  bool starts_multiword = at < end && *at == '-';
  if (starts_multiword) {
    at++;
    uint32_t last = read_number(&at, end);
    if (at != end) return complain(reader, "an ID that is no number and no range");
    return add_surface(reader, &columns, number, last);
  }
  if (reader->document->token_count - reader->first_token == LARGEST_ID)
    return complain(reader, "the sentence has more than 100,000 words");
  if (at != end || number != reader->document->token_count - reader->first_token + 1)
    return complain(reader, "an ID that is not the next number");
  add_word(reader, &columns);
  return RO_OK;
}

static ro_status end_sentence(conllu_reader *reader) {
  ro_document *document = reader->document;
  uint32_t first = reader->first_token, end = document->token_count;
  if (reader->inside) return complain(reader, "a range of words goes beyond its sentence");
  if (first == end) return RO_OK;
  size_t count = document->sentence_count;
  ro_sentence *sentence =
      RO_ARENA_PUSH(document->arena, &document->sentences, count, reader->sentence_capacity);
  *sentence = (ro_sentence){.first_token = first, .token_count = end - first, .root = RO_NONE};
  sentence->span =
      (ro_span){document->tokens[first].span.start, document->tokens[end - 1].span.end};
  for (uint32_t i = first; i < end; i++)
    document->tokens[i].sentence = document->sentence_count;
  document->sentence_comments[document->sentence_count] =
      ro_arena_copy(document->arena, reader->comments_start,
                    (size_t)(reader->comments_end - reader->comments_start));
  document->sentence_count = (uint32_t)count;
  reader->first_token = end;
  return RO_OK;
}

static void add_comment(conllu_reader *reader, const char *line, const char *next) {
  bool is_first = reader->comments_end != line;
  if (is_first) reader->comments_start = line;
  reader->comments_end = next;
}

static size_t count_line_breaks(const char *bytes, size_t size) {
  size_t count = 0;
  for (size_t i = 0; i < size; i++)
    count += bytes[i] == '\n';
  return count;
}

static ro_status read_lines(conllu_reader *reader, const char *bytes, const char *end) {
  ro_status status = RO_OK;
  reader->comments_start = reader->comments_end = bytes;
  for (const char *line = bytes; line < end && status == RO_OK; reader->line++) {
    const char *stop = memchr(line, '\n', (size_t)(end - line));
    const char *next = stop ? stop + 1 : end;
    size_t size = (size_t)((stop ? stop : end) - line);
    if (size && line[size - 1] == '\r') size--;
    if (size == 0) {
      status = end_sentence(reader);
      reader->comments_start = reader->comments_end = next;
    } else if (line[0] == '#') {
      add_comment(reader, line, next);
    } else {
      status = add_line(reader, line, size);
    }
    line = next;
  }
  return status == RO_OK ? end_sentence(reader) : status;
}

ro_status ro_conllu_read(ro_document *document, const char *bytes, size_t size, const char *path,
                         size_t line, ro_error *error) {
  conllu_reader reader = {.document = document, .path = path, .line = line, .error = error};
  size_t valid = ro_utf8_valid_prefix(bytes, size);
  if (valid < size) {
    reader.line += count_line_breaks(bytes, valid);
    return complain(&reader, "the line is not valid UTF-8");
  }
  /* each form and the space behind it are shorter than the line that they stand in */
  reader.text = ro_arena_alloc(document->arena, size + 2);
  document->text = reader.text;
  size_t sentences = 2 + count_line_breaks(bytes, size) / 2;
  document->sentence_comments =
      ro_arena_alloc_array(document->arena, sentences, sizeof *document->sentence_comments);
  ro_status status = read_lines(&reader, bytes, bytes + size);
  if (status == RO_OK) ro_document_set_defaults(document);
  return status;
}
