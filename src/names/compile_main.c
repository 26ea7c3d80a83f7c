/* Makes the dictionary of names when readout is built.
 *
 * usage: compile-names FOLDER FILE */
#include <stdio.h>

#include "names/dictionary_compiler.h"

int main(int argc, char **argv) {
  ro_error error;
  if (argc != 3) {
    fputs("usage: compile-names FOLDER FILE\n", stderr);
    return 2;
  }
  if (ro_dictionary_compile(argv[1], argv[2], &error) == RO_OK) return 0;
  fprintf(stderr, "%s:%zu: %s\n", error.file, error.line, error.message);
  return 1;
}
