#include "output/event_columns.h"

#include <stdio.h>
#include <string.h>

/* --- what all sets share */

static const char *print_day(const ro_event_row *row, ro_day day, const char *format) {
  int year, month, day_of_month;
  if (day == RO_NO_DAY) return NULL;
  ro_day_to_date(day, &year, &month, &day_of_month);
  return ro_arena_print(row->arena, format, year, month, day_of_month);
}

/* The day of the event, else of the report that tells it. */
static ro_day day_of(const ro_event_row *row) {
  ro_day first = row->record->when.first;
  return first != RO_NO_DAY ? first : row->report->published;
}

static const char *print_number(const ro_event_row *row, double number) {
  return ro_arena_print(row->arena, "%.1f", number);
}

static const char *print_count(const ro_event_row *row, size_t count) {
  return ro_arena_print(row->arena, "%zu", count);
}

static const char *join(const ro_event_row *row, const char *const *items, size_t count) {
  const char *joined = NULL;
  for (size_t i = 0; i < count; i++)
    joined = joined ? ro_arena_print(row->arena, "%s;%s", joined, items[i]) : items[i];
  return joined;
}

static const ro_place *place_of(const ro_event_row *row) {
  size_t count;
  const ro_place *places = ro_annotation_places(row->annotation, &count);
  return row->record->place < count ? &places[row->record->place] : NULL;
}

/* Three letters of a code from the `number`-th on: the state, then the roles. */
static const char *part_of_code(const ro_event_row *row, const char *code, size_t number) {
  size_t length = code ? strcspn(code, ";") : 0;
  if (length < (number + 1) * 3) return NULL;
  return ro_arena_copy(row->arena, code + number * 3, 3);
}

/* --- readout's own */

static const char *id(const ro_event_row *row) {
  return row->id;
}

static const char *report_id(const ro_event_row *row) {
  return row->report->id;
}

static const char *published(const ro_event_row *row) {
  return print_day(row, row->report->published, "%04d-%02d-%02d");
}

static const char *date(const ro_event_row *row) {
  return print_day(row, day_of(row), "%04d-%02d-%02d");
}

static const char *date_end(const ro_event_row *row) {
  ro_day last = row->record->when.last;
  return print_day(row, last != RO_NO_DAY ? last : day_of(row), "%04d-%02d-%02d");
}

static const char *date_precision(const ro_event_row *row) {
  if (row->record->when.first == RO_NO_DAY) return "publication";
  return row->record->when_precision;
}

static const char *event(const ro_event_row *row) {
  return row->record->event;
}

static const char *mode(const ro_event_row *row) {
  return row->record->mode;
}

static const char *contexts(const ro_event_row *row) {
  return join(row, row->record->contexts, row->record->context_count);
}

static const char *cameo(const ro_event_row *row) {
  return row->record->cameo;
}

static const char *cameo_name(const ro_event_row *row) {
  return row->record->cameo_name;
}

static const char *quad_class(const ro_event_row *row) {
  return row->record->quad_class;
}

static const char *intensity(const ro_event_row *row) {
  return row->record->quad_class ? print_number(row, (double)row->record->intensity) : NULL;
}

static const char *goldstein(const ro_event_row *row) {
  return row->record->cameo_name ? print_number(row, (double)row->record->goldstein) : NULL;
}

static const char *kind(const ro_event_row *row) {
  return ro_act_name(row->record->act);
}

static const char *status(const ro_event_row *row) {
  return ro_record_status_name(row->record->status);
}

static const char *source_actors(const ro_event_row *row) {
  return row->source_actors;
}

static const char *source_codes(const ro_event_row *row) {
  return row->source;
}

static const char *source_words(const ro_event_row *row) {
  return row->source_words;
}

static const char *target_actors(const ro_event_row *row) {
  return row->target_actors;
}

static const char *target_codes(const ro_event_row *row) {
  return row->target;
}

static const char *target_words(const ro_event_row *row) {
  return row->target_words;
}

static const char *says(const ro_event_row *row) {
  return join(row, row->record->says.items, row->record->says.count);
}

static const char *place(const ro_event_row *row) {
  return row->record->where;
}

static const char *latitude(const ro_event_row *row) {
  const ro_place *found = place_of(row);
  return found && found->located ? ro_arena_print(row->arena, "%.5f", found->latitude) : NULL;
}

static const char *longitude(const ro_event_row *row) {
  const ro_place *found = place_of(row);
  return found && found->located ? ro_arena_print(row->arena, "%.5f", found->longitude) : NULL;
}

static const char *country(const ro_event_row *row) {
  const ro_place *found = place_of(row);
  return found ? found->country : NULL;
}

static const char *geonames_id(const ro_event_row *row) {
  const ro_place *found = place_of(row);
  return found && found->geonames_id ? print_count(row, found->geonames_id) : NULL;
}

static const char *background(const ro_event_row *row) {
  return row->record->background ? "1" : "0";
}

static const char *sentence(const ro_event_row *row) {
  return print_count(row, (size_t)row->record->sentence + 1);
}

static const char *paragraph(const ro_event_row *row) {
  size_t count;
  const ro_sentence *sentences = ro_annotation_sentences(row->annotation, &count);
  return row->record->sentence < count
             ? print_count(row, (size_t)sentences[row->record->sentence].paragraph + 1)
             : NULL;
}

static const char *start(const ro_event_row *row) {
  return print_count(row, ro_annotation_codepoint(row->annotation, row->record->evidence.start));
}

static const char *end(const ro_event_row *row) {
  return print_count(row, ro_annotation_codepoint(row->annotation, row->record->evidence.end));
}

static const char *text(const ro_event_row *row) {
  size_t size;
  const char *whole = ro_annotation_text(row->annotation, &size);
  ro_span span = row->record->evidence;
  return ro_arena_copy(row->arena, whole + span.start, span.end - span.start);
}

static const char *url(const ro_event_row *row) {
  return row->report->url;
}

static const char *publisher(const ro_event_row *row) {
  return row->report->publisher;
}

static const ro_event_column own_columns[] = {
    {"id", id, RO_CELL_TEXT, false},
    {"report", report_id, RO_CELL_TEXT, false},
    {"published", published, RO_CELL_TEXT, false},
    {"date", date, RO_CELL_TEXT, false},
    {"date_end", date_end, RO_CELL_TEXT, false},
    {"date_precision", date_precision, RO_CELL_TEXT, false},
    {"event", event, RO_CELL_TEXT, false},
    {"mode", mode, RO_CELL_TEXT, false},
    {"contexts", contexts, RO_CELL_LIST, false},
    {"cameo", cameo, RO_CELL_TEXT, false},
    {"cameo_name", cameo_name, RO_CELL_TEXT, false},
    {"quad_class", quad_class, RO_CELL_TEXT, false},
    {"intensity", intensity, RO_CELL_NUMBER, false},
    {"goldstein", goldstein, RO_CELL_NUMBER, false},
    {"act", kind, RO_CELL_TEXT, false},
    {"status", status, RO_CELL_TEXT, false},
    {"background", background, RO_CELL_NUMBER, false},
    {"source", source_actors, RO_CELL_LIST, false},
    {"source_codes", source_codes, RO_CELL_LIST, false},
    {"source_words", source_words, RO_CELL_LIST, true},
    {"target", target_actors, RO_CELL_LIST, false},
    {"target_codes", target_codes, RO_CELL_LIST, false},
    {"target_words", target_words, RO_CELL_LIST, true},
    {"says", says, RO_CELL_LIST, false},
    {"place", place, RO_CELL_TEXT, false},
    {"latitude", latitude, RO_CELL_NUMBER, false},
    {"longitude", longitude, RO_CELL_NUMBER, false},
    {"country", country, RO_CELL_TEXT, false},
    {"geonames_id", geonames_id, RO_CELL_NUMBER, false},
    {"paragraph", paragraph, RO_CELL_NUMBER, false},
    {"sentence", sentence, RO_CELL_NUMBER, false},
    {"start", start, RO_CELL_NUMBER, false},
    {"end", end, RO_CELL_NUMBER, false},
    {"text", text, RO_CELL_TEXT, true},
    {"url", url, RO_CELL_TEXT, false},
};

/* --- GDELT 2.0, Phoenix, POLECAT */

static const char *nothing(const ro_event_row *row) {
  (void)row;
  return NULL;
}

static const char *one(const ro_event_row *row) {
  (void)row;
  return "1";
}

static const char *compact_date(const ro_event_row *row) {
  return print_day(row, day_of(row), "%04d%02d%02d");
}

static const char *compact_published(const ro_event_row *row) {
  return print_day(row, row->report->published, "%04d%02d%02d000000");
}

static const char *year_and_month(const ro_event_row *row) {
  const char *day = compact_date(row);
  return day ? ro_arena_copy(row->arena, day, 6) : NULL;
}

static const char *year(const ro_event_row *row) {
  const char *day = compact_date(row);
  return day ? ro_arena_copy(row->arena, day, 4) : NULL;
}

static const char *month(const ro_event_row *row) {
  const char *day = compact_date(row);
  return day ? ro_arena_copy(row->arena, day + 4, 2) : NULL;
}

static const char *day_of_month(const ro_event_row *row) {
  const char *day = compact_date(row);
  return day ? ro_arena_copy(row->arena, day + 6, 2) : NULL;
}

/* The year and the part of it that is over, in thirty-day months, as GDELT counts. */
static const char *year_fraction(const ro_event_row *row) {
  int in_year, in_month, in_day;
  ro_day day = day_of(row);
  if (day == RO_NO_DAY) return NULL;
  ro_day_to_date(day, &in_year, &in_month, &in_day);
  return ro_arena_print(row->arena, "%.4f", in_year + ((in_month - 1) * 30 + in_day) / 365.0);
}

static const char *source_state(const ro_event_row *row) {
  return part_of_code(row, row->source, 0);
}

static const char *source_role(const ro_event_row *row) {
  return part_of_code(row, row->source, 1);
}

static const char *source_second_role(const ro_event_row *row) {
  return part_of_code(row, row->source, 2);
}

static const char *target_state(const ro_event_row *row) {
  return part_of_code(row, row->target, 0);
}

static const char *target_role(const ro_event_row *row) {
  return part_of_code(row, row->target, 1);
}

static const char *target_second_role(const ro_event_row *row) {
  return part_of_code(row, row->target, 2);
}

static const char *base_code(const ro_event_row *row) {
  const char *code = row->record->cameo;
  return code && strlen(code) >= 3 ? ro_arena_copy(row->arena, code, 3) : NULL;
}

static const char *root_code(const ro_event_row *row) {
  const char *code = row->record->cameo;
  return code && strlen(code) >= 2 ? ro_arena_copy(row->arena, code, 2) : NULL;
}

/* GDELT's number and Phoenix's name of the quad class, both by the root of the CAMEO code. */
static int quad_number(const ro_event_row *row) {
  const char *code = row->record->cameo;
  if (!code || strlen(code) < 2) return 0;
  int root = (code[0] - '0') * 10 + code[1] - '0';
  return root <= 5 ? 1 : root <= 8 ? 2 : root <= 13 ? 3 : 4;
}

static const char *quad_class_number(const ro_event_row *row) {
  int number = quad_number(row);
  return number ? ro_arena_print(row->arena, "%d", number) : NULL;
}

/* Phoenix's five classes: 0 for statements (roots 01 and 02), then the four quad classes. */
static const char *penta_class(const ro_event_row *row) {
  return quad_class_number(row);
}

static const char *quad_upper(const ro_event_row *row) {
  const char *name = row->record->quad_class;
  if (!name) return NULL;
  if (strcmp(name, "verbal cooperation") == 0) return "VERBAL COOPERATION";
  if (strcmp(name, "material cooperation") == 0) return "MATERIAL COOPERATION";
  return strcmp(name, "verbal conflict") == 0 ? "VERBAL CONFLICT" : "MATERIAL CONFLICT";
}

static const char *feature_kind(const ro_event_row *row) {
  const ro_place *found = place_of(row);
  return found ? found->kind : NULL;
}

static const char *language(const ro_event_row *row) {
  return row->report->language;
}

#define COLUMN(name, write)                                                                        \
  { name, write, RO_CELL_TEXT, false }
#define WORDS(name, write)                                                                         \
  { name, write, RO_CELL_TEXT, true }

static const ro_event_column gdelt_columns[] = {
    COLUMN("GLOBALEVENTID", id),
    COLUMN("SQLDATE", compact_date),
    COLUMN("MonthYear", year_and_month),
    COLUMN("Year", year),
    COLUMN("FractionDate", year_fraction),
    COLUMN("Actor1Code", source_codes),
    WORDS("Actor1Name", source_words),
    COLUMN("Actor1CountryCode", source_state),
    COLUMN("Actor1KnownGroupCode", nothing),
    COLUMN("Actor1EthnicCode", nothing),
    COLUMN("Actor1Religion1Code", nothing),
    COLUMN("Actor1Religion2Code", nothing),
    COLUMN("Actor1Type1Code", source_role),
    COLUMN("Actor1Type2Code", source_second_role),
    COLUMN("Actor1Type3Code", nothing),
    COLUMN("Actor2Code", target_codes),
    WORDS("Actor2Name", target_words),
    COLUMN("Actor2CountryCode", target_state),
    COLUMN("Actor2KnownGroupCode", nothing),
    COLUMN("Actor2EthnicCode", nothing),
    COLUMN("Actor2Religion1Code", nothing),
    COLUMN("Actor2Religion2Code", nothing),
    COLUMN("Actor2Type1Code", target_role),
    COLUMN("Actor2Type2Code", target_second_role),
    COLUMN("Actor2Type3Code", nothing),
    COLUMN("IsRootEvent", nothing),
    COLUMN("EventCode", cameo),
    COLUMN("EventBaseCode", base_code),
    COLUMN("EventRootCode", root_code),
    COLUMN("QuadClass", quad_class_number),
    COLUMN("GoldsteinScale", goldstein),
    COLUMN("NumMentions", one),
    COLUMN("NumSources", one),
    COLUMN("NumArticles", one),
    COLUMN("AvgTone", nothing),
    COLUMN("Actor1Geo_Type", nothing),
    COLUMN("Actor1Geo_FullName", nothing),
    COLUMN("Actor1Geo_CountryCode", nothing),
    COLUMN("Actor1Geo_ADM1Code", nothing),
    COLUMN("Actor1Geo_ADM2Code", nothing),
    COLUMN("Actor1Geo_Lat", nothing),
    COLUMN("Actor1Geo_Long", nothing),
    COLUMN("Actor1Geo_FeatureID", nothing),
    COLUMN("Actor2Geo_Type", nothing),
    COLUMN("Actor2Geo_FullName", nothing),
    COLUMN("Actor2Geo_CountryCode", nothing),
    COLUMN("Actor2Geo_ADM1Code", nothing),
    COLUMN("Actor2Geo_ADM2Code", nothing),
    COLUMN("Actor2Geo_Lat", nothing),
    COLUMN("Actor2Geo_Long", nothing),
    COLUMN("Actor2Geo_FeatureID", nothing),
    COLUMN("ActionGeo_Type", nothing),
    COLUMN("ActionGeo_FullName", place),
    COLUMN("ActionGeo_CountryCode", country),
    COLUMN("ActionGeo_ADM1Code", nothing),
    COLUMN("ActionGeo_ADM2Code", nothing),
    COLUMN("ActionGeo_Lat", latitude),
    COLUMN("ActionGeo_Long", longitude),
    COLUMN("ActionGeo_FeatureID", geonames_id),
    COLUMN("DATEADDED", compact_published),
    COLUMN("SOURCEURL", url),
};

static const ro_event_column phoenix_columns[] = {
    COLUMN("EventID", id),
    COLUMN("Date", compact_date),
    COLUMN("Year", year),
    COLUMN("Month", month),
    COLUMN("Day", day_of_month),
    COLUMN("SourceActorFull", source_codes),
    COLUMN("SourceActorEntity", source_state),
    COLUMN("SourceActorRole", source_role),
    COLUMN("SourceActorAttribute", source_second_role),
    COLUMN("TargetActorFull", target_codes),
    COLUMN("TargetActorEntity", target_state),
    COLUMN("TargetActorRole", target_role),
    COLUMN("TargetActorAttribute", target_second_role),
    COLUMN("EventCode", cameo),
    COLUMN("EventRootCode", root_code),
    COLUMN("PentaClass", penta_class),
    COLUMN("GoldsteinScore", goldstein),
    COLUMN("Issues", contexts),
    COLUMN("Lat", latitude),
    COLUMN("Lon", longitude),
    COLUMN("LocationName", place),
    COLUMN("StateName", nothing),
    COLUMN("CountryCode", country),
    COLUMN("SentenceID", sentence),
    COLUMN("URLs", url),
    COLUMN("NewsSources", publisher),
};

static const ro_event_column polecat_columns[] = {
    COLUMN("Event ID", id),
    COLUMN("Event Date", date),
    COLUMN("Event Type", event),
    COLUMN("Event Mode", mode),
    COLUMN("Intensity", intensity),
    COLUMN("Quad Code", quad_upper),
    COLUMN("Contexts", contexts),
    COLUMN("Actor Name", source_actors),
    WORDS("Actor Name Raw", source_words),
    COLUMN("Actor Country", source_state),
    COLUMN("Primary Actor Sector", source_role),
    COLUMN("Actor Sectors", source_codes),
    COLUMN("Recipient Name", target_actors),
    WORDS("Recipient Name Raw", target_words),
    COLUMN("Recipient Country", target_state),
    COLUMN("Primary Recipient Sector", target_role),
    COLUMN("Recipient Sectors", target_codes),
    COLUMN("Placename", place),
    COLUMN("Country", country),
    COLUMN("Latitude", latitude),
    COLUMN("Longitude", longitude),
    COLUMN("GeoNames ID", geonames_id),
    COLUMN("Feature Type", feature_kind),
    COLUMN("Source", publisher),
    COLUMN("Publication Date", published),
    COLUMN("Language", language),
};

const ro_event_column *ro_event_columns_of(ro_event_columns set, size_t *count) {
#define SET(columns) (*count = sizeof(columns) / sizeof *(columns), (columns))
  switch (set) {
  case RO_EVENT_COLUMNS_GDELT:
    return SET(gdelt_columns);
  case RO_EVENT_COLUMNS_PHOENIX:
    return SET(phoenix_columns);
  case RO_EVENT_COLUMNS_POLECAT:
    return SET(polecat_columns);
  default:
    return SET(own_columns);
  }
#undef SET
}

bool ro_event_columns_pair(ro_event_columns set) {
  return set == RO_EVENT_COLUMNS_GDELT || set == RO_EVENT_COLUMNS_PHOENIX;
}
