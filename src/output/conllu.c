#include "output/conllu.h"

#include <string.h>

#include "base/unicode.h"

static void put(FILE *stream, const char *bytes, size_t size) {
  fwrite_unlocked(bytes, 1, size, stream);
}

static void put_string(FILE *stream, const char *string) {
  put(stream, string, strlen(string));
}

static void put_number(FILE *stream, size_t number) {
  char digits[24];
  size_t at = sizeof digits;
  do {
    digits[--at] = (char)('0' + number % 10);
    number /= 10;
  } while (number);
  put(stream, digits + at, sizeof digits - at);
}

/* Text with each run of spaces and line breaks made one space, none at the ends. */
static void put_text(FILE *stream, const char *text, size_t size) {
  bool pending = false, begun = false;
  for (size_t at = 0; at < size;) {
    size_t start = at;
    if (ro_unicode_is_space(ro_utf8_next(text, size, &at))) {
      pending = begun;
      continue;
    }
    if (pending) putc_unlocked(' ', stream);
    put(stream, text + start, at - start);
    pending = false;
    begun = true;
  }
}

/* An identifier holds no spaces. */
static void put_id(FILE *stream, const char *id) {
  for (; *id; id++)
    putc_unlocked((unsigned char)*id <= ' ' ? '_' : *id, stream);
}

static bool has_comment(const char *comments, const char *key) {
  const char *at = strstr(comments, key);
  return at && (at == comments || at[-1] == '\n');
}

static void put_sentence_text(FILE *stream, const char *text, const ro_sentence *sentence) {
  put_string(stream, "# text = ");
  put_text(stream, text + sentence->span.start, sentence->span.end - sentence->span.start);
  putc_unlocked('\n', stream);
}

static void put_given_comments(FILE *stream, const char *comments, const char *text,
                               const ro_sentence *sentence) {
  size_t size = strlen(comments);
  put(stream, comments, size);
  if (size && comments[size - 1] != '\n') putc_unlocked('\n', stream);
  if (!has_comment(comments, "# text =")) put_sentence_text(stream, text, sentence);
}

static void put_own_comments(ro_conllu_writer *writer, const char *text,
                             const ro_sentence *sentence) {
  FILE *stream = writer->stream;
  if (!writer->begun) {
    put_string(stream, "# newdoc id = ");
    put_id(stream, writer->id);
    putc_unlocked('\n', stream);
  }
  bool is_new = !writer->begun || (!writer->continues && sentence->paragraph != writer->paragraph);
  if (is_new) put_string(stream, "# newpar\n");
  put_string(stream, "# sent_id = ");
  put_id(stream, writer->id);
  putc_unlocked('-', stream);
  put_number(stream, writer->sentences + 1);
  putc_unlocked('\n', stream);
  put_sentence_text(stream, text, sentence);
}

/* "3-4  don't  _ …" before the first word of a multiword token. */
static void put_surface(FILE *stream, const char *text, const ro_token *tokens, size_t number) {
  const ro_token *last = &tokens[tokens->multiword - 1];
  put_number(stream, number);
  putc_unlocked('-', stream);
  put_number(stream, number + tokens->multiword - 1);
  putc_unlocked('\t', stream);
  put_text(stream, text + tokens->span.start, last->span.end - tokens->span.start);
  put_string(stream, "\t_\t_\t_\t_\t_\t_\t_\t");
  put_string(stream, last->space_after ? "_\n" : "SpaceAfter=No\n");
}

static void put_word(FILE *stream, const ro_token *token, size_t number, size_t head,
                     bool marks_space) {
  const char *columns[] = {token->form, token->lemma, ro_upos_name(token->upos), token->xpos,
                           token->feats};
  put_number(stream, number);
  for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
    putc_unlocked('\t', stream);
    put_string(stream, columns[i]);
  }
  putc_unlocked('\t', stream);
  put_number(stream, head);
  putc_unlocked('\t', stream);
  put_string(stream, ro_deprel_name(token->deprel));
  put_string(stream, marks_space && !token->space_after ? "\t_\tSpaceAfter=No\n" : "\t_\t_\n");
}

static void put_sentence(FILE *stream, const char *text, const ro_token *tokens,
                         const ro_sentence *sentence) {
  size_t inside = 0; /* words of the open multiword token, this one included */
  for (uint32_t i = 0; i < sentence->token_count; i++) {
    const ro_token *token = &tokens[sentence->first_token + i];
    if (token->multiword && i + token->multiword <= sentence->token_count) {
      put_surface(stream, text, token, i + 1);
      inside = token->multiword;
    }
    size_t head = token->head == RO_NONE ? 0 : token->head - sentence->first_token + 1;
    put_word(stream, token, i + 1, head, inside == 0);
    if (inside) inside--;
  }
  putc_unlocked('\n', stream);
}

void ro_conllu_write(ro_conllu_writer *writer, const ro_annotation *annotation, size_t count) {
  size_t ignored;
  const ro_sentence *sentences = ro_annotation_sentences(annotation, &ignored);
  const ro_token *tokens = ro_annotation_tokens(annotation, &ignored);
  const char *text = ro_annotation_text(annotation, &ignored);
  const char *const *comments = ro_annotation_sentence_comments(annotation);
  for (size_t i = 0; i < count; i++) {
    if (comments)
      put_given_comments(writer->stream, comments[i], text, &sentences[i]);
    else
      put_own_comments(writer, text, &sentences[i]);
    put_sentence(writer->stream, text, tokens, &sentences[i]);
    writer->sentences++;
    writer->begun = true;
    writer->continues = false;
    writer->paragraph = sentences[i].paragraph;
  }
}
