/* compile_names FOLDER OUT: makes the dictionary of names from the tables of data/names. */
#include <stdio.h>
#include <stdlib.h>

#include "names/name_tables.h"

static int write_file(const char *path, const unsigned char *bytes, size_t size) {
  FILE *out = fopen(path, "wb");
  if (!out || fwrite(bytes, 1, size, out) != size || fclose(out) != 0) {
    perror(path);
    return 1;
  }
  return 0;
}

int main(int argc, char **argv) {
  if (argc != 3) {
    fputs("usage: compile_names FOLDER OUT\n", stderr);
    return 2;
  }
  ro_dictionary_builder *builder = ro_dictionary_builder_create();
  ro_error error;
  if (ro_name_tables_read(builder, argv[1], &error) != RO_OK) {
    fprintf(stderr, "%s:%zu: %s\n", error.file, error.line, error.message);
    return 1;
  }
  size_t size;
  unsigned char *bytes = ro_dictionary_builder_finish(builder, &size);
  int status = write_file(argv[2], bytes, size);
  free(bytes);
  ro_dictionary_builder_free(builder);
  return status;
}
