/* Any bytes as a user's file of actors, in either notation; what is read becomes a dictionary. */
#include "fuzz_model_file.h"
#include "names/name_tables.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
  ro_dictionary_builder *builder = ro_dictionary_builder_create();
  ro_error error;
  if (ro_name_tables_read_user_file(builder, fuzz_file_path(bytes, size), &error) == RO_OK) {
    size_t length;
    unsigned char *built = ro_dictionary_builder_finish(builder, &length);
    ro_dictionary dictionary;
    FUZZ_CHECK(ro_dictionary_take(&dictionary, built, length, &error) == RO_OK);
    ro_dictionary_close(&dictionary);
  }
  ro_dictionary_builder_free(builder);
  return 0;
}
