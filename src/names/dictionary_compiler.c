#include "names/dictionary_compiler.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/unicode.h"
#include "names/dictionary.h"
#include "names/surname.h"
#include "readout/names.h"

/* A name on its way into the table. */
typedef struct name_line {
  uint64_t key;
  ro_dictionary_posting posting;
} name_line;

typedef struct compiler {
  ro_arena *arena;
  const char *folder;
  ro_error *error;
  ro_dictionary_entry *entries;
  size_t entry_count, entry_capacity;
  name_line *names;
  size_t name_count, name_capacity;
  char *strings;
  size_t string_size, string_capacity;
} compiler;

static uint32_t put_string(compiler *c, const char *string) {
  size_t size = strlen(string) + 1;
  if (size == 1) return 0;
  while (c->string_size + size > c->string_capacity)
    c->strings = ro_reallocate(c->strings, c->string_capacity = 2 * c->string_capacity + 65536);
  memcpy(c->strings + c->string_size, string, size);
  c->string_size += size;
  return (uint32_t)(c->string_size - size);
}

static ro_dictionary_entry *add_entry(compiler *c, ro_entry_kind kind) {
  ro_dictionary_entry *entry =
      RO_ARENA_PUSH(c->arena, &c->entries, c->entry_count, c->entry_capacity);
  *entry = (ro_dictionary_entry){.kind = kind, .from = RO_NO_DAY, .to = RO_NO_DAY};
  return entry;
}

static bool is_in_capitals(const char *name) {
  bool any = false;
  size_t size = strlen(name);
  for (size_t at = 0; at < size;) {
    uint32_t codepoint = ro_utf8_next(name, size, &at);
    if (ro_unicode_is_letter(codepoint) && !ro_unicode_is_upper(codepoint)) return false;
    any |= ro_unicode_is_upper(codepoint);
  }
  return any;
}

static void add_name(compiler *c, ro_name_space space, const char *name, ro_name_use use,
                     unsigned flags) {
  if (!*name) return;
  if (space == RO_SPACE_NAME && is_in_capitals(name)) flags |= RO_NAME_CAPITALS;
  name_line *line = RO_ARENA_PUSH(c->arena, &c->names, c->name_count, c->name_capacity);
  *line = (name_line){ro_name_key_of(space, name),
                      {(uint32_t)c->entry_count - 1, (uint16_t)use, (uint16_t)flags}};
}

/* Calls add_name for each name of a list separated by "|"; the first may have a use of its own. */
static void add_names(compiler *c, ro_name_space space, const char *list, ro_name_use first,
                      ro_name_use others, unsigned flags) {
  char *copy = ro_arena_copy_string(c->arena, list), *rest = copy;
  ro_name_use use = first;
  for (const char *name; (name = strsep(&rest, "|")); use = others)
    add_name(c, space, name, use, flags);
}

static const char *first_name(compiler *c, const char *list) {
  return ro_arena_copy(c->arena, list, strcspn(list, "|"));
}

static ro_status read_table(compiler *c, const char *file, size_t columns, ro_table *table) {
  return ro_table_read(table, c->arena, ro_path_join(c->arena, c->folder, file), columns, c->error);
}

static ro_status wrong(compiler *c, const char *file, size_t line, const char *what) {
  return ro_fail(c->error, RO_ERROR_FORMAT, ro_path_join(c->arena, c->folder, file), line, "%s",
                 what);
}

static ro_status read_countries(compiler *c) {
  enum { CODE, GEONAMES, LATITUDE, LONGITUDE, NAMES, ADJECTIVES, PEOPLE, CAPITAL, COLUMNS };
  ro_table table;
  ro_status status = read_table(c, "countries.tsv", COLUMNS, &table);
  for (size_t i = 0; status == RO_OK && i < table.row_count; i++) {
    const char *const *column = table.rows[i].columns;
    if (strlen(column[CODE]) != 3)
      return wrong(c, "countries.tsv", table.rows[i].line, "the code has not three letters");
    ro_dictionary_entry *entry = add_entry(c, RO_ENTRY_STATE);
    entry->id = entry->home = put_string(c, column[CODE]);
    entry->code = put_string(c, ro_arena_print(c->arena, "%sGOV", column[CODE]));
    entry->name = put_string(c, first_name(c, column[NAMES]));
    entry->office = put_string(c, "PCLI");
    entry->type = RO_ACTOR_STATE;
    entry->geonames_id = (uint32_t)strtoul(column[GEONAMES], NULL, 10);
    entry->latitude = strtof(column[LATITUDE], NULL);
    entry->longitude = strtof(column[LONGITUDE], NULL);
    entry->population = 50000000;
    add_names(c, RO_SPACE_NAME, column[NAMES], RO_USE_NAME, RO_USE_OTHER_NAME, 0);
    add_names(c, RO_SPACE_NAME, column[ADJECTIVES], RO_USE_ADJECTIVE, RO_USE_ADJECTIVE, 0);
    add_names(c, RO_SPACE_NAME, column[PEOPLE], RO_USE_PEOPLE, RO_USE_PEOPLE, 0);
    add_name(c, RO_SPACE_NOUN, ro_arena_print(c->arena, "state code %s", column[CODE]), RO_USE_NAME,
             0);
  }
  return status;
}

static ro_actor_type type_of(const char *name) {
  static const char *const names[] = {
      [RO_ACTOR_STATE] = "state",
      [RO_ACTOR_GOVERNMENT] = "government",
      [RO_ACTOR_MINISTRY] = "ministry",
      [RO_ACTOR_INTERNATIONAL] = "international",
      [RO_ACTOR_ARMED_GROUP] = "armed group",
      [RO_ACTOR_PARTY] = "party",
      [RO_ACTOR_COMPANY] = "company",
      [RO_ACTOR_MEDIUM] = "medium",
      [RO_ACTOR_PERSON] = "person",
      [RO_ACTOR_GROUP] = "group",
  };
  for (size_t i = 1; i < sizeof names / sizeof *names; i++)
    if (strcmp(names[i], name) == 0) return (ro_actor_type)i;
  return RO_ACTOR_UNKNOWN;
}

static ro_status read_actors(compiler *c) {
  enum { ACTOR, TYPE, CODE, HOME, NAMES, NOUNS, COLUMNS };
  ro_table table;
  ro_status status = read_table(c, "actors.tsv", COLUMNS, &table);
  for (size_t i = 0; status == RO_OK && i < table.row_count; i++) {
    const char *const *column = table.rows[i].columns;
    ro_actor_type type = type_of(column[TYPE]);
    if (type == RO_ACTOR_UNKNOWN)
      return wrong(c, "actors.tsv", table.rows[i].line, "the type is not known");
    ro_dictionary_entry *entry = add_entry(c, RO_ENTRY_ACTOR);
    entry->id = put_string(c, column[ACTOR]);
    entry->code = put_string(c, column[CODE]);
    entry->home = put_string(c, column[HOME]);
    entry->name = put_string(c, first_name(c, column[NAMES]));
    entry->type = type;
    add_names(c, RO_SPACE_NAME, column[NAMES], RO_USE_NAME, RO_USE_OTHER_NAME, 0);
    add_names(c, RO_SPACE_NOUN, column[NOUNS], RO_USE_NOUN, RO_USE_NOUN, 0);
  }
  return status;
}

/* The day at the beginning or the end of a year, a month or a day. */
static ro_day day_of(const char *text, bool end) {
  int year = 0, month = 0, day = 0;
  int parts = sscanf(text, "%d-%d-%d", &year, &month, &day);
  if (parts < 1) return RO_NO_DAY;
  if (parts == 3) return ro_day_from_date(year, month, day);
  if (parts == 2) return ro_day_from_date(year, month, end ? 28 : 1);
  return ro_day_from_date(year, end ? 12 : 1, end ? 31 : 1);
}

static ro_status read_persons(compiler *c) {
  enum { NAMES, BODY, OFFICE, FROM, TO, COLUMNS };
  ro_table table;
  ro_status status = read_table(c, "persons.tsv", COLUMNS, &table);
  for (size_t i = 0; status == RO_OK && i < table.row_count; i++) {
    const char *const *column = table.rows[i].columns;
    if (!*column[NAMES] || !*column[BODY])
      return wrong(c, "persons.tsv", table.rows[i].line, "the name or the body is missing");
    ro_dictionary_entry *entry = add_entry(c, RO_ENTRY_PERSON);
    entry->id = put_string(c, column[BODY]);
    entry->name = put_string(c, first_name(c, column[NAMES]));
    entry->office = put_string(c, column[OFFICE]);
    entry->from = day_of(column[FROM], false);
    entry->to = day_of(column[TO], true);
    entry->type = RO_ACTOR_PERSON;
    add_names(c, RO_SPACE_NAME, column[NAMES], RO_USE_NAME, RO_USE_OTHER_NAME, 0);
    add_name(c, RO_SPACE_NOUN,
             ro_arena_print(c->arena, "office of %s %s", column[BODY], column[OFFICE]), RO_USE_NAME,
             0);
    char *rest = ro_arena_copy_string(c->arena, column[NAMES]);
    for (const char *name; (name = strsep(&rest, "|"));)
      add_name(c, RO_SPACE_SURNAME, ro_surname_of(c->arena, name), RO_USE_SURNAME, 0);
  }
  return status;
}

static ro_status read_agents(compiler *c) {
  enum { NOUN, KIND, SECTOR, OFFICE, SPEAKS, COLUMNS };
  static const char *const kinds[] = {"person", "group", "organ"};
  ro_table table;
  ro_status status = read_table(c, "agents.tsv", COLUMNS, &table);
  for (size_t i = 0; status == RO_OK && i < table.row_count; i++) {
    const char *const *column = table.rows[i].columns;
    uint32_t kind = 0;
    while (kind < 3 && strcmp(kinds[kind], column[KIND]) != 0)
      kind++;
    if (kind == 3) return wrong(c, "agents.tsv", table.rows[i].line, "the kind is not known");
    ro_dictionary_entry *entry = add_entry(c, RO_ENTRY_AGENT);
    entry->id = put_string(c, column[SPEAKS]);
    entry->code = put_string(c, column[SECTOR]);
    entry->name = put_string(c, column[NOUN]);
    entry->office = put_string(c, column[OFFICE]);
    entry->type = kind;
    add_name(c, RO_SPACE_NOUN, column[NOUN], RO_USE_NAME, 0);
  }
  return status;
}

static ro_status read_regions(compiler *c) {
  enum { NAME, LATITUDE, LONGITUDE, KIND, COUNTRY, GEONAMES, OTHERS, ADJECTIVES, COLUMNS };
  ro_table table;
  ro_status status = read_table(c, "regions.tsv", COLUMNS, &table);
  for (size_t i = 0; status == RO_OK && i < table.row_count; i++) {
    const char *const *column = table.rows[i].columns;
    ro_dictionary_entry *entry = add_entry(c, RO_ENTRY_PLACE);
    entry->name = put_string(c, column[NAME]);
    entry->home = put_string(c, column[COUNTRY]);
    entry->office = put_string(c, column[KIND]);
    entry->geonames_id = (uint32_t)strtoul(column[GEONAMES], NULL, 10);
    entry->latitude = strtof(column[LATITUDE], NULL);
    entry->longitude = strtof(column[LONGITUDE], NULL);
    entry->population = 5000000;
    add_name(c, RO_SPACE_NAME, column[NAME], RO_USE_NAME, 0);
    add_names(c, RO_SPACE_NAME, column[OTHERS], RO_USE_OTHER_NAME, RO_USE_OTHER_NAME, 0);
    add_names(c, RO_SPACE_NAME, column[ADJECTIVES], RO_USE_ADJECTIVE, RO_USE_ADJECTIVE, 0);
  }
  return status;
}

static ro_status read_gazetteer(compiler *c) {
  enum {
    GEONAMES,
    NAME,
    OTHERS,
    LATITUDE,
    LONGITUDE,
    KIND,
    COUNTRY,
    DIVISION,
    POPULATION,
    DOUBT,
    COLUMNS
  };
  ro_table table;
  ro_status status = read_table(c, "gazetteer.tsv", COLUMNS, &table);
  for (size_t i = 0; status == RO_OK && i < table.row_count; i++) {
    const char *const *column = table.rows[i].columns;
    ro_dictionary_entry *entry = add_entry(c, RO_ENTRY_PLACE);
    entry->name = put_string(c, column[NAME]);
    entry->home = put_string(c, column[COUNTRY]);
    entry->office = put_string(c, column[KIND]);
    entry->division = put_string(c, column[DIVISION]);
    entry->geonames_id = (uint32_t)strtoul(column[GEONAMES], NULL, 10);
    entry->population = (uint32_t)strtoul(column[POPULATION], NULL, 10);
    entry->latitude = strtof(column[LATITUDE], NULL);
    entry->longitude = strtof(column[LONGITUDE], NULL);
    unsigned doubt = (strchr(column[DOUBT], 'w') ? RO_NAME_WORD : 0U) |
                     (strchr(column[DOUBT], 'p') ? RO_NAME_OF_PERSON : 0U);
    add_name(c, RO_SPACE_NAME, column[NAME], RO_USE_NAME, doubt);
    add_names(c, RO_SPACE_NAME, column[OTHERS], RO_USE_OTHER_NAME, RO_USE_OTHER_NAME, 0);
  }
  return status;
}

static int by_key(const void *a, const void *b) {
  const name_line *left = a, *right = b;
  if (left->key != right->key) return left->key < right->key ? -1 : 1;
  if (left->posting.entry != right->posting.entry)
    return left->posting.entry < right->posting.entry ? -1 : 1;
  return (left->posting.use > right->posting.use) - (left->posting.use < right->posting.use);
}

/* Fills slots and postings; returns the number of postings. */
static uint32_t fill_slots(const compiler *c, ro_dictionary_slot *slots, uint32_t slot_count,
                           ro_dictionary_posting *postings) {
  uint32_t count = 0;
  for (size_t i = 0; i < c->name_count;) {
    uint64_t key = c->names[i].key;
    uint32_t at = (uint32_t)key & (slot_count - 1), first = count;
    for (; i < c->name_count && c->names[i].key == key; i++)
      if (count == first || postings[count - 1].entry != c->names[i].posting.entry)
        postings[count++] = c->names[i].posting;
    while (slots[at].key)
      at = (at + 1) & (slot_count - 1);
    slots[at] = (ro_dictionary_slot){key, first, count - first};
  }
  return count;
}

static ro_status write_file(compiler *c, const char *path) {
  uint32_t slot_count = 1024;
  while (slot_count < 2 * c->name_count)
    slot_count *= 2;
  ro_dictionary_slot *slots = ro_arena_alloc_array(c->arena, slot_count, sizeof *slots);
  ro_dictionary_posting *postings =
      ro_arena_alloc_array(c->arena, c->name_count + 1, sizeof *postings);
  qsort(c->names, c->name_count, sizeof *c->names, by_key);
  uint32_t posting_count = fill_slots(c, slots, slot_count, postings);
  ro_dictionary_header header = {.magic = RO_DICTIONARY_MAGIC,
                                 .byte_order = 1,
                                 .slot_count = slot_count,
                                 .posting_count = posting_count,
                                 .entry_count = (uint32_t)c->entry_count,
                                 .string_size = (uint32_t)c->string_size};
  FILE *file = fopen(path, "wb");
  if (!file) return ro_fail(c->error, RO_ERROR_IO, path, 0, "cannot write: %s", strerror(errno));
  fwrite(&header, sizeof header, 1, file);
  fwrite(slots, sizeof *slots, slot_count, file);
  fwrite(c->entries, sizeof *c->entries, c->entry_count, file);
  fwrite(postings, sizeof *postings, posting_count, file);
  fwrite(c->strings, 1, c->string_size, file);
  bool failed = ferror(file) != 0;
  if (fclose(file) != 0 || failed)
    return ro_fail(c->error, RO_ERROR_IO, path, 0, "cannot write: %s", strerror(errno));
  return RO_OK;
}

ro_status ro_dictionary_compile(const char *folder, const char *path, ro_error *error) {
  compiler c = {.arena = ro_arena_create(), .folder = folder, .error = error};
  c.strings = ro_allocate(c.string_capacity = 65536);
  c.strings[c.string_size++] = '\0'; /* the empty string */
  static ro_status (*const readers[])(compiler *) = {read_countries, read_actors,  read_persons,
                                                     read_agents,    read_regions, read_gazetteer};
  ro_status status = RO_OK;
  for (size_t i = 0; i < sizeof readers / sizeof *readers && status == RO_OK; i++)
    status = readers[i](&c);
  if (status == RO_OK) status = write_file(&c, path);
  free(c.strings);
  ro_arena_free(c.arena);
  return status;
}
