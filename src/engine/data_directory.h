/* Where model, dictionaries and rules lie. */
#ifndef RO_ENGINE_DATA_DIRECTORY_H
#define RO_ENGINE_DATA_DIRECTORY_H

#include "base/arena.h"

/* The directory asked for; else the one READOUT_DATA names; else "data" beside the running program
 * (a build folder); else "../share/readout" from there; else the one of the installation. */
const char *ro_data_directory(ro_arena *arena, const char *wanted);

#endif
