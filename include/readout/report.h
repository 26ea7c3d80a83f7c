/* Reports: what a page, a feed, an archive or a text file tells, and readers that yield them. */
#ifndef READOUT_REPORT_H
#define READOUT_REPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "readout/day.h"
#include "readout/error.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct ro_link {
  const char *text, *url;
} ro_link;

/* One news report. All strings are valid UTF-8, NUL-terminated, and live as long as the reader's
 * current report (until the next ro_reader_next or ro_reader_free). Absent strings are NULL. */
typedef struct ro_report {
  const char *id;        /* as given, else the path, with "#2" … where a file holds several */
  const char *url;       /* canonical address */
  const char *publisher; /* name of the medium */
  ro_day published; /* RO_NO_DAY where none was found: never the clock, never the file's time */
  const char *published_from; /* where the day was found: "json-ld", "meta", "url", "dateline",
                                 "option" … */
  ro_day updated;             /* day of the last change, where the source tells one */
  const char *title;
  const char *const *byline; /* names without "By" */
  size_t byline_count;
  const char *dateline; /* "GENEVA, Jan 21 (Reuters) -" as it stands; it stays part of the text */
  const char *const *credits; /* agencies named as sources: "AFP", "TASS" */
  size_t credit_count;
  const char *language; /* ISO 639-1, "en" for English, "und" where it cannot be told */
  const char *text;     /* body: paragraphs separated by a blank line */
  size_t text_size;     /* bytes */
  bool
      one_line_paragraphs; /* a single line break ends a sentence (JSON text, cleaned pages);
                              otherwise only a blank line does (plain text, lines may be wrapped) */
  const char *const *captions;
  size_t caption_count;
  const ro_link *links;
  size_t link_count;
  const char *duplicate_of;   /* id of an earlier report of the same run with the same text */
  const char *const *dropped; /* what was left out of the page: "related: …", "advert: …" */
  size_t dropped_count;
  const char *const *notes; /* what a reader should be told: "was decoded from windows-1252" … */
  size_t note_count;
  const char *source_path; /* the file that it was read from; "-" for standard input */
  size_t source_line;      /* line of a JSON-lines file, else 0 */
} ro_report;

typedef enum ro_input_format {
  RO_INPUT_GUESS, /* from name and content */
  RO_INPUT_TEXT,
  RO_INPUT_MARKDOWN,
  RO_INPUT_HTML,
  RO_INPUT_JSON_LINES,
  RO_INPUT_FEED,
  RO_INPUT_WARC,
} ro_input_format;

typedef struct ro_reader_options {
  ro_input_format format;
  ro_day published;   /* for reports that carry no date; RO_NO_DAY for none */
  bool verbatim_text; /* plain text is kept character for character: no title is taken from it */
  bool recurse;       /* a folder is read with all that lies below it */
} ro_reader_options;

/* Reads the reports of one file (or folder, or standard input) one after another. */
typedef struct ro_reader ro_reader;

/* Opens `path` ("-" is standard input). `options` may be NULL. On error *out is NULL. */
RO_API ro_status ro_reader_open(ro_reader **out, const char *path, const ro_reader_options *options,
                                ro_error *error);

/* The same for bytes that are in memory already and outlive the reader. `name` stands for the path:
 * in ids, in errors, and to guess the format from. */
RO_API ro_status ro_reader_open_bytes(ro_reader **out, const void *bytes, size_t size,
                                      const char *name, const ro_reader_options *options,
                                      ro_error *error);

/* Yields the next report in *report: RO_OK, or RO_END after the last one. On an error one report
 * could not be read; the call may be repeated for the ones after it until it returns RO_END. */
RO_API ro_status ro_reader_next(ro_reader *reader, const ro_report **report, ro_error *error);

RO_API void ro_reader_free(ro_reader *reader);

/* Tells reports that repeat the text of an earlier one: word by word, or cut and retouched as
 * papers print the same agency's report. */
typedef struct ro_duplicates ro_duplicates;

RO_API ro_duplicates *ro_duplicates_create(void);
RO_API void ro_duplicates_free(ro_duplicates *duplicates);

/* The id of the first report with the same text among those asked about before, which lives with
 * `duplicates`; NULL where there is none: then this one is remembered. */
RO_API const char *ro_duplicates_find(ro_duplicates *duplicates, const ro_report *report);

#ifdef __cplusplus
}
#endif
#endif
