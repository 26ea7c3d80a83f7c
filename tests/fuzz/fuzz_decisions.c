/* Any bytes as a file of decisions: refused with a message, or in force for every question. */
#include "fuzz_ledger.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);

static ro_ledger *ledger;

int LLVMFuzzerInitialize(int *argc, char ***argv) {
  (void)argc;
  (void)argv;
  FUZZ_CHECK(ro_ledger_open(&ledger, fuzz_ledger_path(), RO_LEDGER_READ, NULL) == RO_OK);
  return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
  ro_error error = {.message = ""};
  if (ro_ledger_read_decisions(ledger, fuzz_file_path(bytes, size), &error) == RO_OK)
    fuzz_ask_everything(ledger);
  else
    FUZZ_CHECK(error.message[0]);
  return 0;
}
