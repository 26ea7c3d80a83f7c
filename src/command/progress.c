#include "command/progress.h"

#include <stdio.h>
#include <unistd.h>

enum { BAR = 24 };

static double seconds_between(const struct timespec *from, const struct timespec *to) {
  return (double)(to->tv_sec - from->tv_sec) + (double)(to->tv_nsec - from->tv_nsec) / 1e9;
}

ro_progress ro_progress_begin(const char *things) {
  ro_progress progress = {.things = things, .wanted = isatty(STDERR_FILENO)};
  clock_gettime(CLOCK_MONOTONIC, &progress.start);
  progress.last = progress.start;
  return progress;
}

static void print_bar(size_t done, size_t total) {
  size_t filled = done < total ? done * BAR / total : BAR;
  fputc('[', stderr);
  for (size_t i = 0; i < BAR; i++)
    fputc(i < filled ? '#' : ' ', stderr);
  fputs("] ", stderr);
}

void ro_progress_tell(ro_progress *progress, size_t done, size_t total) {
  struct timespec now;
  if (!progress->wanted) return;
  clock_gettime(CLOCK_MONOTONIC, &now);
  double taken = seconds_between(&progress->start, &now);
  if (taken < 1 || seconds_between(&progress->last, &now) < 0.1) return;
  progress->last = now;
  progress->shown = true;
  fputs("\r\033[K", stderr);
  if (total) print_bar(done, total);
  fprintf(stderr, "%zu %s, %.0f a second", done, progress->things, (double)done / taken);
  fflush(stderr);
}

void ro_progress_end(ro_progress *progress) {
  if (progress->shown) fputs("\r\033[K", stderr);
  progress->shown = false;
}
