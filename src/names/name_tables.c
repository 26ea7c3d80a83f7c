#include "names/name_tables.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "names/actor_code.h"
#include "names/first_name.h"
#include "names/office.h"
#include "names/surname.h"
#include "names/tabari_file.h"
#include "readout/names.h"

typedef struct reading {
  ro_dictionary_builder *builder;
  ro_arena *arena;
  const char *path;
  ro_error *error;
} reading;

typedef ro_status take_row(reading *r, const char *const *columns, size_t line);

static ro_status wrong(const reading *r, size_t line, const char *what, const char *value) {
  return ro_fail(r->error, RO_ERROR_FORMAT, r->path, line, "%s '%s'", what, value);
}

static uint32_t string(const reading *r, const char *text) {
  return ro_dictionary_builder_string(r->builder, text);
}

/* Calls for each of the names separated by "|". */
static ro_status add_names(const reading *r, uint32_t entry, const char *names, uint16_t flags,
                           size_t line) {
  for (const char *at = names; *at;) {
    size_t length = strcspn(at, "|");
    const char *name = ro_arena_copy(r->arena, at, length);
    if (strncmp(name, "the ", 4) == 0 || strncmp(name, "The ", 4) == 0) name += 4;
    if (!ro_dictionary_builder_name(r->builder, entry, name, flags))
      return wrong(r, line, "no name that can be looked up:", name);
    at += length + (at[length] == '|');
  }
  return RO_OK;
}

static const char *first_name(const reading *r, const char *names) {
  return ro_arena_copy(r->arena, names, strcspn(names, "|"));
}

static bool read_degrees(const char *text, double limit, int32_t *out) {
  char *end;
  double value = strtod(text, &end);
  if (end == text || *end || value < -limit || value > limit) return false;
  *out = (int32_t)(value * 10000 + (value < 0 ? -0.5 : 0.5));
  return true;
}

static bool read_number(const char *text, uint32_t *out) {
  char *end;
  unsigned long value = strtoul(text, &end, 10);
  if (end == text || *end || value > UINT32_MAX) return false;
  *out = (uint32_t)value;
  return true;
}

static ro_status read_place(const reading *r, ro_entry *entry, const char *latitude,
                            const char *longitude, const char *geonames, size_t line) {
  if (!read_degrees(latitude, 90, &entry->latitude))
    return wrong(r, line, "no latitude:", latitude);
  if (!read_degrees(longitude, 180, &entry->longitude))
    return wrong(r, line, "no longitude:", longitude);
  if (!read_number(geonames, &entry->geonames)) return wrong(r, line, "no GeoNames id:", geonames);
  return RO_OK;
}

static ro_status take_country(reading *r, const char *const *c, size_t line) {
  ro_entry entry = {.kind = RO_ENTRY_STATE,
                    .type = RO_ACTOR_STATE,
                    .actor = string(r, c[0]),
                    .code = string(r, c[0]),
                    .country = string(r, c[0]),
                    .role = string(r, "PCLI"),
                    .name = string(r, first_name(r, c[4])),
                    .from = RO_NO_DAY,
                    .to = RO_NO_DAY};
  if (strlen(c[0]) != 3) return wrong(r, line, "no ISO 3166 code:", c[0]);
  ro_status status = read_place(r, &entry, c[2], c[3], c[1], line);
  if (status != RO_OK) return status;
  uint32_t number = ro_dictionary_builder_entry(r->builder, &entry);
  status = add_names(r, number, c[4], 0, line);
  if (status == RO_OK) status = add_names(r, number, c[5], RO_POSTING_ADJECTIVE, line);
  if (status == RO_OK) status = add_names(r, number, c[6], RO_POSTING_ADJECTIVE, line);
  if (status != RO_OK || !*c[7]) return status;
  entry.kind = RO_ENTRY_SEAT;
  entry.type = RO_ACTOR_GOVERNMENT;
  entry.name = string(r, c[7]);
  entry.code = string(r, ro_arena_print(r->arena, "%sGOV", c[0]));
  return add_names(r, ro_dictionary_builder_entry(r->builder, &entry), c[7], 0, line);
}

/* The last day of "2022", "2022-03"; the day itself. */
static bool read_day(const char *text, bool last, ro_day *out) {
  int year = 0, month = 0, day = 0;
  *out = RO_NO_DAY;
  if (!*text) return true;
  int parts = sscanf(text, "%d-%d-%d", &year, &month, &day);
  if (parts < 1 || strspn(text, "0123456789-") != strlen(text)) return false;
  if (parts < 2) month = last ? 12 : 1;
  if (parts < 3) day = last ? 28 : 1;
  *out = ro_day_from_date(year, month, day);
  return *out != RO_NO_DAY;
}

static ro_status take_actor(reading *r, const char *const *c, size_t line) {
  static const struct {
    const char *name;
    ro_actor_type type;
  } types[] = {{"state", RO_ACTOR_STATE},
               {"government", RO_ACTOR_GOVERNMENT},
               {"ministry", RO_ACTOR_MINISTRY},
               {"international", RO_ACTOR_INTERNATIONAL},
               {"armed group", RO_ACTOR_ARMED_GROUP},
               {"party", RO_ACTOR_PARTY},
               {"company", RO_ACTOR_COMPANY},
               {"medium", RO_ACTOR_MEDIUM},
               {"group", RO_ACTOR_GROUP},
               {"person", RO_ACTOR_PERSON},
               {"seat", RO_ACTOR_GOVERNMENT}};
  size_t i = 0, count = sizeof types / sizeof *types;
  while (i < count && strcmp(types[i].name, c[1]) != 0)
    i++;
  if (i == count) return wrong(r, line, "no type of actor:", c[1]);
  if (!*c[0]) return wrong(r, line, "no actor:", c[0]);
  if (*c[2] && !ro_actor_code_is_sound(c[2])) return wrong(r, line, "no CAMEO/PLOVER code:", c[2]);
  if (!*c[4]) return wrong(r, line, "no name of the actor", c[0]);
  ro_entry entry = {.kind = strcmp(c[1], "seat") == 0 ? RO_ENTRY_SEAT : RO_ENTRY_ACTOR,
                    .type = (uint8_t)types[i].type,
                    .actor = string(r, c[0]),
                    .code = string(r, c[2]),
                    .country = string(r, c[3]),
                    .name = string(r, first_name(r, c[4])),
                    .nouns = string(r, c[5])};
  if (!read_day(c[6], false, &entry.from)) return wrong(r, line, "no date:", c[6]);
  if (!read_day(c[7], true, &entry.to)) return wrong(r, line, "no date:", c[7]);
  return add_names(r, ro_dictionary_builder_entry(r->builder, &entry), c[4], 0, line);
}

static ro_status add_surname(const reading *r, uint32_t number, const char *name, const char *home,
                             size_t line) {
  const char *surname = ro_surname_of(r->arena, name, home);
  if (strcmp(surname, name) == 0) return RO_OK;
  ro_status status = add_names(r, number, surname, RO_POSTING_SURNAME, line);
  const char *bare = ro_surname_without_article(surname);
  if (status == RO_OK && bare != surname)
    status = add_names(r, number, bare, RO_POSTING_SURNAME, line);
  return status;
}

/* So that "the Russian president" finds who he is. */
static ro_status add_office(const reading *r, uint32_t number, const char *home, const char *office,
                            size_t line) {
  bool of_state = ro_dictionary_builder_has_state(r->builder, home);
  const char *class_name = ro_office_class(office, of_state);
  if (!class_name) return RO_OK;
  return add_names(r, number, ro_office_key(r->arena, home, class_name), RO_POSTING_SURNAME, line);
}

static ro_status take_office(reading *r, const char *const *c, size_t line) {
  bool of_state = ro_dictionary_builder_has_state(r->builder, c[0]);
  const char *home = ro_arena_copy_string(r->arena, ro_dictionary_builder_home(r->builder, c[0]));
  ro_entry entry = {.kind = RO_ENTRY_PERSON,
                    .type = RO_ACTOR_PERSON,
                    .actor = string(r, c[0]),
                    .country = string(r, home),
                    .name = string(r, c[1]),
                    .role = string(r, c[3])};
  if (!*c[0] || !*c[1]) return wrong(r, line, "no home or no name:", c[1]);
  if (!read_day(c[4], false, &entry.from)) return wrong(r, line, "no date:", c[4]);
  if (!read_day(c[5], true, &entry.to)) return wrong(r, line, "no date:", c[5]);
  if (!read_number(c[6], &entry.weight)) return wrong(r, line, "no weight:", c[6]);
  entry.code = string(r, ro_actor_code_of_office(r->arena, c[0], of_state, c[3]));
  uint32_t number = ro_dictionary_builder_entry(r->builder, &entry);
  const char *every = *c[2] ? ro_arena_print(r->arena, "%s|%s", c[1], c[2]) : c[1];
  ro_status status = add_names(r, number, every, 0, line);
  if (status == RO_OK) status = add_office(r, number, c[0], c[3], line);
  for (const char *at = every; *at && status == RO_OK;) {
    size_t length = strcspn(at, "|");
    status = add_surname(r, number, ro_arena_copy(r->arena, at, length), home, line);
    at += length + (at[length] == '|');
  }
  return status;
}

static ro_status take_gazetteer(reading *r, const char *const *c, size_t line) {
  ro_entry entry = {.kind = RO_ENTRY_PLACE,
                    .name = string(r, c[1]),
                    .role = string(r, c[5]),
                    .country = string(r, c[6]),
                    .division = string(r, c[7]),
                    .from = RO_NO_DAY,
                    .to = RO_NO_DAY};
  ro_status status = read_place(r, &entry, c[3], c[4], c[0], line);
  if (status != RO_OK) return status;
  if (!read_number(c[8], &entry.weight)) return wrong(r, line, "no population:", c[8]);
  if (strchr(c[9], 'w')) entry.doubt |= RO_ENTRY_DOUBT_WORD;
  if (strchr(c[9], 'p')) entry.doubt |= RO_ENTRY_DOUBT_PERSON;
  uint32_t number = ro_dictionary_builder_entry(r->builder, &entry);
  status = add_names(r, number, c[1], 0, line);
  return status == RO_OK ? add_names(r, number, c[2], 0, line) : status;
}

static ro_status take_region(reading *r, const char *const *c, size_t line) {
  ro_entry entry = {.kind = RO_ENTRY_REGION,
                    .name = string(r, c[0]),
                    .role = string(r, c[3]),
                    .country = string(r, c[4]),
                    .from = RO_NO_DAY,
                    .to = RO_NO_DAY};
  ro_status status = read_place(r, &entry, c[1], c[2], c[5], line);
  if (status != RO_OK) return status;
  uint32_t number = ro_dictionary_builder_entry(r->builder, &entry);
  status = add_names(r, number, c[0], 0, line);
  if (status == RO_OK) status = add_names(r, number, c[6], 0, line);
  return status == RO_OK ? add_names(r, number, c[7], RO_POSTING_ADJECTIVE, line) : status;
}

static ro_status take_agent(reading *r, const char *const *c, size_t line) {
  static const char *const kinds[] = {"person", "people", "body", "group"};
  bool known = false;
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
    known = known || strcmp(kinds[i], c[2]) == 0;
  if (!known) return wrong(r, line, "no kind of agent:", c[2]);
  ro_entry entry = {.kind = RO_ENTRY_AGENT,
                    .name = string(r, c[0]),
                    .code = string(r, strcmp(c[1], "-") == 0 ? "" : c[1]),
                    .role = string(r, c[2]),
                    .nouns = string(r, c[3]),
                    .division = string(r, c[4]),
                    .from = RO_NO_DAY,
                    .to = RO_NO_DAY};
  return add_names(r, ro_dictionary_builder_entry(r->builder, &entry), c[0], 0, line);
}

static ro_status take_first_name(reading *r, const char *const *c, size_t line) {
  bool known = !*c[1] || strcmp(c[1], "male") == 0 || strcmp(c[1], "female") == 0;
  if (!known) return wrong(r, line, "no sex:", c[1]);
  ro_entry entry = {.kind = RO_ENTRY_FIRST_NAME,
                    .name = string(r, c[0]),
                    .role = string(r, c[1]),
                    .nouns = string(r, c[2]),
                    .from = RO_NO_DAY,
                    .to = RO_NO_DAY};
  return add_names(r, ro_dictionary_builder_entry(r->builder, &entry),
                   ro_first_name_key(r->arena, c[0]), 0, line);
}

static ro_status read_table(ro_dictionary_builder *builder, const char *path, size_t columns,
                            take_row *take, ro_error *error) {
  ro_arena *arena = ro_arena_create();
  reading r = {builder, arena, path, error};
  ro_table table;
  ro_status status = ro_table_read(&table, arena, path, columns, error);
  for (size_t i = 0; i < table.row_count && status == RO_OK; i++)
    status = take(&r, table.rows[i].columns, table.rows[i].line);
  ro_arena_free(arena);
  return status;
}

ro_status ro_name_tables_read(ro_dictionary_builder *builder, const char *directory,
                              ro_error *error) {
  static const struct {
    const char *name;
    size_t columns;
    take_row *take;
  } tables[] = {{"countries.tsv", 8, take_country},     {"actors.tsv", 8, take_actor},
                {"offices.tsv", 7, take_office},        {"agents.tsv", 5, take_agent},
                {"regions.tsv", 8, take_region},        {"gazetteer.tsv", 10, take_gazetteer},
                {"first-names.tsv", 3, take_first_name}};
  ro_arena *arena = ro_arena_create();
  ro_status status = RO_OK;
  for (size_t i = 0; i < sizeof tables / sizeof *tables && status == RO_OK; i++)
    status = read_table(builder, ro_path_join(arena, directory, tables[i].name), tables[i].columns,
                        tables[i].take, error);
  ro_arena_free(arena);
  return status;
}

ro_status ro_name_tables_read_user_file(ro_dictionary_builder *builder, const char *path,
                                        ro_error *error) {
  bool is_tabari;
  ro_status status = ro_tabari_file_recognise(&is_tabari, path, error);
  if (status != RO_OK) return status;
  if (is_tabari) return ro_tabari_file_read(builder, path, error);
  return read_table(builder, path, 8, take_actor, error);
}
