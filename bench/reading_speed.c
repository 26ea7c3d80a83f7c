/* Reads pages again and again and prints how many a second: reading alone, without opening files
 * and printing.
 *
 * usage: reading_speed ROUNDS FILE... */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/file.h"
#include "readout/report.h"

static double processor_seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static size_t read_page(const ro_mapped_file *file, const char *name) {
  ro_reader *reader;
  const ro_report *report;
  size_t size = 0;
  if (ro_reader_open_bytes(&reader, file->bytes, file->size, name, NULL, NULL) != RO_OK) return 0;
  while (ro_reader_next(reader, &report, NULL) == RO_OK)
    size += report->text_size;
  ro_reader_free(reader);
  return size;
}

int main(int argc, char **argv) {
  int rounds = argc > 2 ? atoi(argv[1]) : 0, count = argc - 2;
  if (rounds <= 0) return 2;
  ro_mapped_file *files = ro_allocate((size_t)count * sizeof *files);
  size_t bytes = 0, text = 0;
  for (int i = 0; i < count; i++) {
    if (ro_mapped_file_open(&files[i], argv[i + 2], NULL) != RO_OK) return 1;
    bytes += files[i].size;
  }
  double best = 0;
  for (int round = 0; round < rounds; round++) {
    double started = processor_seconds();
    for (int i = 0; i < count; i++)
      text += read_page(&files[i], argv[i + 2]);
    double seconds = processor_seconds() - started;
    if (round == 0 || seconds < best) best = seconds;
  }
  printf("reading alone: %.0f pages/s, %.0f MB/s (best of %d rounds, %zu bytes of text a round)\n",
         count / best, (double)bytes / 1e6 / best, rounds, text / (size_t)rounds);
  for (int i = 0; i < count; i++)
    ro_mapped_file_close(&files[i]);
  free(files);
  return 0;
}
