/* readout: the record of a negotiation from news reports. Includes the whole public interface. */
#ifndef READOUT_H
#define READOUT_H

#include "readout/annotation.h"
#include "readout/day.h"
#include "readout/error.h"
#include "readout/ledger.h"
#include "readout/names.h"
#include "readout/records.h"
#include "readout/report.h"
#include "readout/statements.h"
#include "readout/syntax.h"
#include "readout/times.h"

#endif
