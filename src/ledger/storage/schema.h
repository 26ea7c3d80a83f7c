/* The tables of a ledger file; docs/schema.md describes them for strangers. */
#ifndef RO_LEDGER_SCHEMA_H
#define RO_LEDGER_SCHEMA_H

enum {
  RO_SCHEMA_APPLICATION = 0x72646f74, /* "rdot": marks the file as ours (PRAGMA application_id) */
  RO_SCHEMA_VERSION = 2,              /* PRAGMA user_version */
};

#define RO_SCHEMA_SET_VERSION "PRAGMA user_version = 2"

extern const char ro_schema_application_sql[];

/* Run in order, the steps of one version after another, they make the tables; a file of version n
 * lacks the steps of higher versions. The last one has no SQL. */
typedef struct ro_schema_step {
  int version;
  const char *sql;
} ro_schema_step;

extern const ro_schema_step ro_schema_steps[];

#endif
