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

ro_status ro_version_line(char **out, const char *data_directory, ro_error *error) {
  ro_arena *arena = ro_arena_create();
  const char **names;
  size_t count;
  ro_status status = list_files(arena, data_directory, &names, &count, error);
  const char *line = "readout " READOUT_VERSION;
  for (size_t i = 0; i < count && status == RO_OK; i++) {
    ro_mapped_file file;
    /* what is no regular file is no data of ours */
    if (ro_mapped_file_open(&file, ro_path_join(arena, data_directory, names[i]), NULL) != RO_OK)
      continue;
    uint64_t hash = ro_hash(file.bytes, file.size);
    line = ro_arena_print(arena, "%s; %s %012" PRIx64, line, names[i], hash >> 16);
    ro_mapped_file_close(&file);
  }
  *out = status == RO_OK ? ro_copy_string(line) : NULL;
  ro_arena_free(arena);
  return status;
}
