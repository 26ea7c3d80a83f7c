#include "engine/version.h"

#include <dirent.h>
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/hash.h"

static int by_name(const void *a, const void *b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static ro_status list_files(ro_arena *arena, const char *directory, const char ***names,
                            size_t *count, ro_error *error) {
  size_t capacity = 0;
  *names = NULL;
  *count = 0;
  DIR *listing = opendir(directory);
  if (!listing)
    return ro_fail(error, RO_ERROR_IO, directory, 0, "cannot open: %s", strerror(errno));
  for (const struct dirent *entry; (entry = readdir(listing));)
    if (entry->d_name[0] != '.')
      *RO_ARENA_PUSH(arena, names, *count, capacity) = ro_arena_copy_string(arena, entry->d_name);
  closedir(listing);
  if (*count) qsort(*names, *count, sizeof **names, by_name);
  return RO_OK;
}

/* The line with a file's name and hash behind it; as it was where there is no regular file. */
static const char *add_file(ro_arena *arena, const char *line, const char *name, const char *path) {
  ro_mapped_file file;
  if (ro_mapped_file_open(&file, path, NULL) != RO_OK) return line;
  uint64_t hash = ro_hash(file.bytes, file.size);
  ro_mapped_file_close(&file);
  return ro_arena_print(arena, "%s; %s %012" PRIx64, line, name, hash >> 16);
}

ro_status ro_version_line(char **out, const char *data_directory, const char *const *own_files,
                          size_t own_file_count, bool rules_only, ro_error *error) {
  ro_arena *arena = ro_arena_create();
  const char **names;
  size_t count;
  ro_status status = list_files(arena, data_directory, &names, &count, error);
  const char *line =
      rules_only ? "readout " READOUT_VERSION "; rules only" : "readout " READOUT_VERSION;
  for (size_t i = 0; i < count && status == RO_OK; i++)
    line = add_file(arena, line, names[i], ro_path_join(arena, data_directory, names[i]));
  for (size_t i = 0; i < own_file_count; i++) {
    const char *slash = strrchr(own_files[i], '/');
    line = add_file(arena, line, slash ? slash + 1 : own_files[i], own_files[i]);
  }
  *out = status == RO_OK ? ro_copy_string(line) : NULL;
  ro_arena_free(arena);
  return status;
}
