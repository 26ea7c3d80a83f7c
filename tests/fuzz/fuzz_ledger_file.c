/* A damaged ledger: refused with a message, or whatever it answers, it answers without harm.
 *
 * The input is laid over the ledger of the examples: each six bytes are a place (four bytes), a
 * number of bytes to overwrite there (one) and their value (one). */
#include <string.h>

#include "base/file.h"
#include "fuzz_ledger.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);

static ro_mapped_file whole;

int LLVMFuzzerInitialize(int *argc, char ***argv) {
  (void)argc;
  (void)argv;
  FUZZ_CHECK(ro_mapped_file_open(&whole, fuzz_ledger_path(), NULL) == RO_OK);
  return 0;
}

static const char *write_damaged(const uint8_t *bytes, size_t size) {
  static uint8_t *damaged;
  if (!damaged) damaged = malloc(whole.size);
  memcpy(damaged, whole.bytes, whole.size);
  for (; size >= 6; bytes += 6, size -= 6) {
    uint32_t place;
    memcpy(&place, bytes, sizeof place);
    size_t start = place % whole.size, left = whole.size - start;
    memset(damaged + start, bytes[5], bytes[4] < left ? bytes[4] : left);
  }
  return fuzz_file_path(damaged, whole.size);
}

static void ignore(const char *problem, void *with) {
  (void)with;
  FUZZ_CHECK(problem[0]);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
  ro_ledger *ledger;
  ro_error error = {.message = ""};
  ro_check result;
  if (ro_ledger_open(&ledger, write_damaged(bytes, size), RO_LEDGER_READ, &error) != RO_OK) {
    FUZZ_CHECK(error.message[0]);
    return 0;
  }
  ro_ledger_check(ledger, &result, ignore, NULL, &error);
  fuzz_ask_everything(ledger);
  ro_ledger_free(ledger);
  return 0;
}
