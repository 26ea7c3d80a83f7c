#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/unicode.h"

ro_status ro_mapped_file_open(ro_mapped_file *out, const char *path, ro_error *error) {
  *out = (ro_mapped_file){0};
  int descriptor = open(path, O_RDONLY | O_CLOEXEC);
  if (descriptor < 0)
    return ro_fail(error, RO_ERROR_IO, path, 0, "cannot open: %s", strerror(errno));
  struct stat facts;
  ro_status status = RO_OK;
  if (fstat(descriptor, &facts) != 0) {
    status = ro_fail(error, RO_ERROR_IO, path, 0, "cannot read: %s", strerror(errno));
  } else if (!S_ISREG(facts.st_mode)) {
    status = ro_fail(error, RO_ERROR_IO, path, 0, "is not a regular file");
  } else if (facts.st_size > 0) {
    void *bytes = mmap(NULL, (size_t)facts.st_size, PROT_READ, MAP_PRIVATE, descriptor, 0);
    if (bytes == MAP_FAILED)
      status = ro_fail(error, RO_ERROR_IO, path, 0, "cannot map: %s", strerror(errno));
    else
      *out = (ro_mapped_file){bytes, (size_t)facts.st_size};
  }
  close(descriptor);
  return status;
}

void ro_mapped_file_close(ro_mapped_file *file) {
  if (file->size) munmap((void *)file->bytes, file->size);
  *file = (ro_mapped_file){0};
}

char *ro_path_join(ro_arena *arena, const char *directory, const char *name) {
  size_t length = strlen(directory);
  bool slash = length > 0 && directory[length - 1] == '/';
  return ro_arena_print(arena, "%s%s%s", directory, slash ? "" : "/", name);
}

/* Splits a line in place at its tabs; false where it has more than `columns`. */
static bool split_line(char *line, const char **cells, size_t columns) {
  for (size_t i = 0; i < columns; i++)
    cells[i] = "";
  for (size_t i = 0; i < columns; i++) {
    cells[i] = line;
    line = strchr(line, '\t');
    if (!line) return true;
    *line++ = '\0';
  }
  return false;
}

typedef struct table_builder {
  ro_table *table;
  ro_arena *arena;
  const char *path;
  size_t columns, capacity;
} table_builder;

static ro_status add_line(table_builder *builder, const char *bytes, size_t length, size_t number,
                          ro_error *error) {
  if (length && bytes[length - 1] == '\r') length--;
  if (length == 0 || bytes[0] == '#') return RO_OK;
  if (ro_utf8_valid_prefix(bytes, length) != length)
    return ro_fail(error, RO_ERROR_FORMAT, builder->path, number, "the line is not valid UTF-8");
  const char **cells = ro_arena_alloc_array(builder->arena, builder->columns, sizeof *cells);
  if (!split_line(ro_arena_copy(builder->arena, bytes, length), cells, builder->columns))
    return ro_fail(error, RO_ERROR_FORMAT, builder->path, number, "more than %zu columns",
                   builder->columns);
  *RO_ARENA_PUSH(builder->arena, &builder->table->rows, builder->table->row_count,
                 builder->capacity) = (ro_table_row){cells, number};
  return RO_OK;
}

ro_status ro_table_read(ro_table *out, ro_arena *arena, const char *path, size_t columns,
                        ro_error *error) {
  *out = (ro_table){0};
  ro_mapped_file file;
  ro_status status = ro_mapped_file_open(&file, path, error);
  if (status != RO_OK || file.size == 0) return status;
  table_builder builder = {out, arena, path, columns, 0};
  const char *at = (const char *)file.bytes, *end = at + file.size;
  for (size_t number = 1; at < end && status == RO_OK; number++) {
    const char *line_end = memchr(at, '\n', (size_t)(end - at));
    size_t length = (size_t)((line_end ? line_end : end) - at);
    status = add_line(&builder, at, length, number, error);
    at += length + 1;
  }
  ro_mapped_file_close(&file);
  return status;
}
