#include "readout/ledger.h"

#include <stdlib.h>

void ro_ledger_free(ro_ledger *ledger) {
  free(ledger);
}
