#include "ledger/storage/database_file.h"

#include <errno.h>
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

static uint32_t big_endian(const unsigned char *bytes, int count) {
  uint32_t number = 0;
  for (int i = 0; i < count; i++)
    number = number << 8 | bytes[i];
  return number;
}

static bool has_log(const char *path) {
  char *log_path = sqlite3_mprintf("%s-wal", path);
  struct stat about;
  bool has = log_path && stat(log_path, &about) == 0 && about.st_size > 0;
  sqlite3_free(log_path);
  return has;
}

/* SQLite notices a missing end only when it comes to read there; this looks at once. The header
 * gives the size of a page and their number. */
static ro_status check_whole(const char *path, ro_error *error) {
  static const char magic[16] = "SQLite format 3";
  unsigned char header[100];
  struct stat about;
  FILE *file = fopen(path, "rb");
  if (!file) return ro_fail(error, RO_ERROR_IO, path, 0, "cannot open: %s", strerror(errno));
  size_t got = fread(header, 1, sizeof header, file);
  fclose(file);
  if (stat(path, &about) != 0 || about.st_size == 0) return RO_OK;
  if (got < sizeof header || memcmp(header, magic, sizeof magic) != 0)
    return ro_fail(error, RO_ERROR_FORMAT, path, 0, "this is no readout ledger");
  uint32_t page = big_endian(header + 16, 2), pages = big_endian(header + 28, 4);
  uint64_t wanted = (uint64_t)(page == 1 ? 65536 : page) * pages;
  if ((uint64_t)about.st_size < wanted && !has_log(path))
    return ro_fail(error, RO_ERROR_FORMAT, path, 0,
                   "the ledger file is cut off: %lld of %llu bytes", (long long)about.st_size,
                   (unsigned long long)wanted);
  return RO_OK;
}

ro_status ro_database_check_path(const char *path, ro_ledger_access access, ro_error *error) {
  struct stat about;
  if (stat(path, &about) != 0) {
    if (access == RO_LEDGER_CREATE && errno == ENOENT) return RO_OK;
    return ro_fail(error, RO_ERROR_IO, path, 0, "cannot open the ledger: %s", strerror(errno));
  }
  if (S_ISDIR(about.st_mode)) return ro_fail(error, RO_ERROR_IO, path, 0, "a folder, not a ledger");
  return check_whole(path, error);
}
