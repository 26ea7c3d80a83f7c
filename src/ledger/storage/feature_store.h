/* The features of the ledger's records: on the disk, and the ones last looked at in memory. Those
 * of a record never change, so what is at hand makes no difference but in time. */
#ifndef RO_LEDGER_FEATURE_STORE_H
#define RO_LEDGER_FEATURE_STORE_H

#include "ledger/features/features.h"
#include "ledger/storage/database.h"

typedef struct ro_feature_store ro_feature_store;

ro_feature_store *ro_feature_store_create(ro_database *database);
void ro_feature_store_free(ro_feature_store *store);

/* Writes the features of a record. */
void ro_feature_store_write(ro_feature_store *store, int64_t record_key,
                            const ro_features *features);

/* The features of a record; NULL where the ledger has none. They live until the store settles for
 * the second time after they were last asked for. */
const ro_features *ro_feature_store_get(ro_feature_store *store, int64_t record_key);

/* Lets go of what has not been asked for of late, where there is much at hand. */
void ro_feature_store_settle(ro_feature_store *store);

/* Lets go of all: rows may have changed under it. */
void ro_feature_store_forget(ro_feature_store *store);

#endif
