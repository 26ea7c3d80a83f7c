/* The tables of a ledger file; docs/schema.md describes them for strangers. */
#ifndef RO_LEDGER_SCHEMA_H
#define RO_LEDGER_SCHEMA_H

enum {
  RO_SCHEMA_APPLICATION = 0x72646f74, /* "rdot": marks the file as ours (PRAGMA application_id) */
  RO_SCHEMA_VERSION = 1,              /* PRAGMA user_version */
};

extern const char ro_schema_application_sql[];

/* ro_schema_steps[n] makes version n + 1 out of version n; the first one makes the tables. */
extern const char *const ro_schema_steps[RO_SCHEMA_VERSION];

#endif
