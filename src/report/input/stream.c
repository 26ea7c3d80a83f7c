#include "report/input/stream.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include "base/arena.h"

enum { CHUNK = 128 * 1024 };

/* No text shrinks to a two-hundredth; a file that does so beyond one page is made to do harm. */
enum { LARGEST_EXPANSION = 200 };

typedef enum codec { CODEC_NONE, CODEC_GZIP, CODEC_ZSTD } codec;

struct ro_stream {
  const char *name;
  int descriptor; /* -1: memory */
  bool source_ended;
  /* packed bytes as they come */
  unsigned char *packed_buffer;
  const unsigned char *packed;
  size_t packed_size;
  /* unpacking */
  codec codec;
  bool inside_member, codec_known;
  z_stream inflater;
  ZSTD_DStream *zstd;
  uint64_t packed_total, plain_total;
  /* plain bytes: [begin, end) are not taken yet */
  char *plain;
  size_t begin, end, capacity;
  bool ended;
  ro_error failure; /* what ended it, where it was no true end */
};

static ro_stream *make_stream(const char *name, int descriptor) {
  ro_stream *stream = ro_allocate(sizeof *stream);
  memset(stream, 0, sizeof *stream);
  stream->name = ro_copy_string(name);
  stream->descriptor = descriptor;
  return stream;
}

ro_status ro_stream_open(ro_stream **out, const char *path, ro_error *error) {
  *out = NULL;
  bool standard_input = strcmp(path, "-") == 0;
  int descriptor = standard_input ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
  if (descriptor < 0)
    return ro_fail(error, RO_ERROR_IO, path, 0, "cannot open: %s", strerror(errno));
  *out = make_stream(path, descriptor);
  (*out)->packed_buffer = ro_allocate(CHUNK);
  return RO_OK;
}

ro_stream *ro_stream_from_memory(const void *bytes, size_t size, const char *name) {
  ro_stream *stream = make_stream(name, -1);
  stream->packed = bytes;
  stream->packed_size = size;
  stream->source_ended = true;
  return stream;
}

void ro_stream_free(ro_stream *stream) {
  if (!stream) return;
  if (stream->descriptor > STDIN_FILENO) close(stream->descriptor);
  if (stream->codec == CODEC_GZIP) inflateEnd(&stream->inflater);
  if (stream->codec == CODEC_ZSTD) ZSTD_freeDStream(stream->zstd);
  free(stream->packed_buffer);
  free(stream->plain);
  free((void *)stream->name);
  free(stream);
}

static void fail(ro_stream *stream, ro_status status, const char *message) {
  ro_fail(&stream->failure, status, stream->name, 0, "%s", message);
  stream->ended = true;
}

/* Fills the buffer of packed bytes up to at least `wanted`, fewer only at the source's end. */
static void fill_packed(ro_stream *stream, size_t wanted) {
  while (stream->packed_size < wanted && !stream->source_ended) {
    if (stream->packed_size && stream->packed != stream->packed_buffer)
      memmove(stream->packed_buffer, stream->packed, stream->packed_size);
    stream->packed = stream->packed_buffer;
    ssize_t got = read(stream->descriptor, stream->packed_buffer + stream->packed_size,
                       CHUNK - stream->packed_size);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail(stream, RO_ERROR_IO, strerror(errno));
    if (got <= 0) stream->source_ended = true;
    if (got > 0) stream->packed_size += (size_t)got;
  }
}

static void consume_packed(ro_stream *stream, size_t size) {
  stream->packed += size;
  stream->packed_size -= size;
  stream->packed_total += size;
}

static void find_codec(ro_stream *stream) {
  stream->codec_known = true;
  fill_packed(stream, 4);
  const unsigned char *bytes = stream->packed;
  if (stream->packed_size >= 2 && bytes[0] == 0x1F && bytes[1] == 0x8B) {
    stream->codec = CODEC_GZIP;
    stream->inside_member = true;
    if (inflateInit2(&stream->inflater, 15 + 16) != Z_OK)
      fail(stream, RO_ERROR_FORMAT, "gzip cannot be unpacked");
  } else if (stream->packed_size >= 4 && memcmp(bytes, "\x28\xB5\x2F\xFD", 4) == 0) {
    stream->codec = CODEC_ZSTD;
    stream->inside_member = true;
    stream->zstd = ZSTD_createDStream();
    ZSTD_DCtx_setParameter(stream->zstd, ZSTD_d_windowLogMax, 27);
  }
}

/* Straight to where it is wanted, once the bytes that told the codec are used up. */
static size_t read_plain(ro_stream *stream, char *to, size_t room) {
  ssize_t got;
  do
    got = read(stream->descriptor, to, room);
  while (got < 0 && errno == EINTR);
  if (got < 0) fail(stream, RO_ERROR_IO, strerror(errno));
  if (got <= 0) stream->ended = true;
  return got > 0 ? (size_t)got : 0;
}

static size_t copy_plain(ro_stream *stream, char *to, size_t room) {
  if (!stream->packed_size && !stream->source_ended) return read_plain(stream, to, room);
  size_t size = stream->packed_size < room ? stream->packed_size : room;
  if (size) memcpy(to, stream->packed, size);
  consume_packed(stream, size);
  if (!size) stream->ended = true;
  return size;
}

/* At the end of a gzip member: another one may follow, anything else is padding. */
static void next_gzip_member(ro_stream *stream) {
  fill_packed(stream, 2);
  bool another = stream->packed_size >= 2 && stream->packed[0] == 0x1F && stream->packed[1] == 0x8B;
  if (another)
    inflateReset(&stream->inflater);
  else
    stream->ended = true;
}

static size_t inflate_some(ro_stream *stream, char *to, size_t room) {
  z_stream *inflater = &stream->inflater;
  inflater->next_in = (unsigned char *)stream->packed;
  inflater->avail_in = (uInt)(stream->packed_size < UINT32_MAX ? stream->packed_size : UINT32_MAX);
  inflater->next_out = (unsigned char *)to;
  inflater->avail_out = (uInt)(room < CHUNK ? room : CHUNK);
  size_t offered = inflater->avail_in, asked = inflater->avail_out;
  int result = inflate(inflater, Z_NO_FLUSH);
  consume_packed(stream, offered - inflater->avail_in);
  if (result == Z_STREAM_END)
    next_gzip_member(stream);
  else if (result == Z_BUF_ERROR && !stream->packed_size && stream->source_ended)
    fail(stream, RO_ERROR_FORMAT, "the compressed data end too early");
  else if (result != Z_OK && result != Z_BUF_ERROR)
    fail(stream, RO_ERROR_FORMAT, "the compressed data are damaged");
  return asked - inflater->avail_out;
}

static size_t unzstd_some(ro_stream *stream, char *to, size_t room) {
  ZSTD_inBuffer in = {stream->packed, stream->packed_size, 0};
  ZSTD_outBuffer out = {to, room, 0};
  size_t result = ZSTD_decompressStream(stream->zstd, &out, &in);
  consume_packed(stream, in.pos);
  if (ZSTD_isError(result)) {
    fail(stream, RO_ERROR_FORMAT, "the compressed data are damaged");
  } else if (!out.pos && !in.pos && !stream->packed_size && stream->source_ended) {
    if (stream->inside_member) fail(stream, RO_ERROR_FORMAT, "the compressed data end too early");
    stream->ended = true;
  } else {
    stream->inside_member = result != 0;
  }
  return out.pos;
}

static void check_expansion(ro_stream *stream) {
  if (stream->codec != CODEC_NONE && stream->plain_total > RO_LARGEST_PAGE &&
      stream->plain_total / LARGEST_EXPANSION > stream->packed_total)
    fail(stream, RO_ERROR_LIMIT, "the compressed data grow more than 200-fold; not unpacked");
}

static void read_some(ro_stream *stream, size_t room) {
  if (!stream->codec_known) find_codec(stream);
  if (stream->ended) return;
  if (stream->codec != CODEC_NONE) fill_packed(stream, 1);
  char *to = stream->plain + stream->end;
  size_t got = stream->codec == CODEC_NONE   ? copy_plain(stream, to, room)
               : stream->codec == CODEC_GZIP ? inflate_some(stream, to, room)
                                             : unzstd_some(stream, to, room);
  stream->end += got;
  stream->plain_total += got;
  check_expansion(stream);
}

/* Room for `wanted` bytes from `begin` on and a chunk more. */
static void make_room(ro_stream *stream, size_t wanted) {
  if (stream->begin) {
    memmove(stream->plain, stream->plain + stream->begin, stream->end - stream->begin);
    stream->end -= stream->begin;
    stream->begin = 0;
  }
  size_t least = wanted < stream->end ? stream->end : wanted;
  if (stream->capacity > least) return;
  size_t doubled = stream->capacity * 2;
  stream->capacity = (doubled > least ? doubled : least) + CHUNK;
  stream->plain = ro_reallocate(stream->plain, stream->capacity);
}

/* A page of some megabytes must not keep its room for the rest of an archive. */
static void give_room_back(ro_stream *stream) {
  if (stream->begin != stream->end || stream->capacity <= 32 * (size_t)CHUNK) return;
  free(stream->plain);
  stream->plain = NULL;
  stream->begin = stream->end = stream->capacity = 0;
}

static size_t shown(const ro_stream *stream) {
  return stream->end - stream->begin;
}

ro_status ro_stream_peek(ro_stream *stream, size_t wanted, const char **bytes, size_t *size,
                         ro_error *error) {
  while (shown(stream) < wanted && !stream->ended) {
    size_t step = shown(stream) + CHUNK < wanted ? shown(stream) + CHUNK : wanted;
    make_room(stream, step);
    read_some(stream, stream->capacity - stream->end);
  }
  *bytes = stream->plain ? stream->plain + stream->begin : "";
  *size = shown(stream);
  if (*size >= wanted || stream->failure.status == RO_OK) return RO_OK;
  if (error) *error = stream->failure;
  return stream->failure.status;
}

ro_status ro_stream_whole(ro_stream *stream, char **bytes, size_t *size, ro_error *error) {
  const char *shown_bytes;
  ro_status status = ro_stream_peek(stream, RO_LARGEST_PAGE + 1, &shown_bytes, size, error);
  if (status != RO_OK) return status;
  if (*size > RO_LARGEST_PAGE)
    return ro_fail(error, RO_ERROR_LIMIT, stream->name, 0, "the page is larger than 64 MB");
  make_room(stream, *size + 1);
  *bytes = stream->plain + stream->begin;
  (*bytes)[*size] = '\0';
  return RO_OK;
}

void ro_stream_skip(ro_stream *stream, size_t size) {
  stream->begin += size < shown(stream) ? size : shown(stream);
  give_room_back(stream);
}

/* Passes over the rest of a line that is too long. */
static ro_status skip_long_line(ro_stream *stream, ro_error *error) {
  for (;;) {
    const char *bytes;
    size_t size;
    ro_status status = ro_stream_peek(stream, 1, &bytes, &size, error);
    if (status != RO_OK) return status;
    const char *end = size ? memchr(bytes, '\n', size) : NULL;
    ro_stream_skip(stream, end ? (size_t)(end - bytes) + 1 : size);
    if (end || !size) break;
  }
  return ro_fail(error, RO_ERROR_LIMIT, stream->name, 0, "the line is longer than 64 MB");
}

ro_status ro_stream_line(ro_stream *stream, const char **line, size_t *size, ro_error *error) {
  size_t searched = 0;
  for (size_t wanted = 1;; wanted = searched + 1) {
    const char *bytes;
    size_t available;
    ro_status status = ro_stream_peek(stream, wanted, &bytes, &available, error);
    if (status != RO_OK) {
      ro_stream_skip(stream, available);
      return status;
    }
    const char *end =
        available > searched ? memchr(bytes + searched, '\n', available - searched) : NULL;
    if (end || available < wanted) {
      *line = bytes;
      *size = end ? (size_t)(end - bytes) : available;
      stream->begin += *size + (end ? 1 : 0);
      return end || available ? RO_OK : RO_END;
    }
    searched = available;
    if (searched > RO_LARGEST_PAGE) return skip_long_line(stream, error);
  }
}

bool ro_stream_has_failed(const ro_stream *stream) {
  return stream->failure.status != RO_OK && stream->begin == stream->end;
}
