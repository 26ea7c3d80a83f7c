#include "engine/data_directory.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"

/* A file that every data directory has. */
static const char landmark[] = "times.tsv";

static const char *if_data_lies_in(ro_arena *arena, const char *directory) {
  return access(ro_path_join(arena, directory, landmark), R_OK) == 0 ? directory : NULL;
}

static const char *beside_program(ro_arena *arena) {
  char path[PATH_MAX];
  ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);
  if (length <= 0) return NULL;
  path[length] = '\0';
  char *slash = strrchr(path, '/');
  if (!slash) return NULL;
  *slash = '\0';
  const char *found = if_data_lies_in(arena, ro_path_join(arena, path, "data"));
  return found ? found : if_data_lies_in(arena, ro_path_join(arena, path, "../share/readout"));
}

const char *ro_data_directory(ro_arena *arena, const char *wanted) {
  if (wanted) return wanted;
  const char *named = getenv("READOUT_DATA");
  if (named && *named) return ro_arena_copy_string(arena, named);
  const char *found = beside_program(arena);
  return found ? found : READOUT_DATA_DIRECTORY;
}
