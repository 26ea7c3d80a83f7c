#include "report/input/folder.h"

#include <dirent.h>
#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/file.h"

/* Folders deeper than this are not entered. */
enum { DEEPEST = 64 };

struct ro_folder {
  ro_arena *arena;
  const char **files;
  size_t count, capacity, next;
};

static void add_entries(ro_folder *folder, const char *path, int depth);

static void add_entry(ro_folder *folder, const char *path, int depth) {
  struct stat facts, link_facts;
  if (stat(path, &facts) != 0 || lstat(path, &link_facts) != 0) return;
  if (S_ISREG(facts.st_mode))
    *RO_ARENA_PUSH(folder->arena, &folder->files, folder->count, folder->capacity) = path;
  else if (S_ISDIR(facts.st_mode) && !S_ISLNK(link_facts.st_mode) && depth < DEEPEST)
    add_entries(folder, path, depth + 1);
}

static int by_bytes(const struct dirent **a, const struct dirent **b) {
  return strcmp((*a)->d_name, (*b)->d_name);
}

static int is_visible(const struct dirent *entry) {
  return entry->d_name[0] != '.';
}

static void add_entries(ro_folder *folder, const char *path, int depth) {
  struct dirent **entries;
  int count = scandir(path, &entries, is_visible, by_bytes);
  for (int i = 0; i < count; i++) {
    add_entry(folder, ro_path_join(folder->arena, path, entries[i]->d_name), depth);
    free(entries[i]);
  }
  if (count >= 0) free(entries);
}

ro_status ro_folder_open(ro_folder **out, const char *path, ro_error *error) {
  *out = NULL;
  DIR *directory = opendir(path);
  if (!directory) return ro_fail(error, RO_ERROR_IO, path, 0, "cannot open: %s", strerror(errno));
  closedir(directory);
  ro_folder *folder = ro_allocate(sizeof *folder);
  *folder = (ro_folder){.arena = ro_arena_create()};
  add_entries(folder, path, 0);
  *out = folder;
  return RO_OK;
}

void ro_folder_free(ro_folder *folder) {
  if (!folder) return;
  ro_arena_free(folder->arena);
  free(folder);
}

const char *ro_folder_next(ro_folder *folder) {
  return folder->next < folder->count ? folder->files[folder->next++] : NULL;
}
