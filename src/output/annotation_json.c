#include "output/json.h"

/* Sets "start" and "end" in code points. */
static void set_span(json_t *object, const ro_annotation *annotation, ro_span span) {
  size_t start = ro_annotation_codepoint(annotation, span.start);
  size_t end = ro_annotation_codepoint(annotation, span.end);
  json_object_set_new(object, "start", json_integer((json_int_t)start));
  json_object_set_new(object, "end", json_integer((json_int_t)end));
}

static json_t *spans_to_json(const ro_annotation *annotation, ro_spans spans) {
  json_t *list = json_array();
  for (uint32_t i = 0; i < spans.count; i++) {
    size_t start = ro_annotation_codepoint(annotation, spans.items[i].start);
    size_t end = ro_annotation_codepoint(annotation, spans.items[i].end);
    json_t *pair = json_array();
    json_array_append_new(pair, json_integer((json_int_t)start));
    json_array_append_new(pair, json_integer((json_int_t)end));
    json_array_append_new(list, pair);
  }
  return list;
}

static json_t *sentences_to_json(const ro_annotation *annotation) {
  size_t count;
  const ro_sentence *sentences = ro_annotation_sentences(annotation, &count);
  json_t *list = json_array();
  for (size_t i = 0; i < count; i++) {
    json_t *object = json_object();
    set_span(object, annotation, sentences[i].span);
    json_array_append_new(list, object);
  }
  return list;
}

static json_t *times_to_json(const ro_annotation *annotation) {
  static const char *const types[] = {"DATE", "TIME", "DURATION", "SET"};
  size_t count;
  const ro_time *times = ro_annotation_times(annotation, &count);
  json_t *list = json_array();
  for (size_t i = 0; i < count; i++) {
    json_t *object = json_object();
    set_span(object, annotation, times[i].span);
    json_object_set_new(object, "type", json_string(types[times[i].type]));
    json_object_set_new(object, "value", ro_json_string(times[i].value));
    json_object_set_new(object, "mod", ro_json_string(times[i].mod));
    json_object_set_new(object, "days", ro_json_interval(times[i].interval));
    json_object_set_new(object, "from_publication", json_boolean(times[i].from_publication));
    json_array_append_new(list, object);
  }
  return list;
}

static json_t *coordinate(const ro_place *place, double degrees) {
  return place->located ? json_real(degrees) : json_null();
}

static json_t *places_to_json(const ro_annotation *annotation) {
  static const char *const uses[] = {"location", "government", "adjective", "inside name"};
  size_t count;
  const ro_place *places = ro_annotation_places(annotation, &count);
  json_t *list = json_array();
  for (size_t i = 0; i < count; i++) {
    const ro_place *place = &places[i];
    json_t *object = json_object();
    set_span(object, annotation, place->span);
    json_object_set_new(object, "name", ro_json_string(place->name));
    json_object_set_new(object, "lat", coordinate(place, place->latitude));
    json_object_set_new(object, "lon", coordinate(place, place->longitude));
    json_object_set_new(object, "geonames_id",
                        place->geonames_id ? json_integer(place->geonames_id) : json_null());
    json_object_set_new(object, "country", ro_json_string(place->country));
    json_object_set_new(object, "kind", ro_json_string(place->kind));
    json_object_set_new(object, "use", json_string(uses[place->use]));
    json_array_append_new(list, object);
  }
  return list;
}

static json_t *actors_to_json(const ro_annotation *annotation) {
  static const char *const kinds[] = {"name", "nominal", "pronoun"};
  size_t count;
  const ro_actor_mention *actors = ro_annotation_actors(annotation, &count);
  json_t *list = json_array();
  for (size_t i = 0; i < count; i++) {
    const ro_actor_mention *mention = &actors[i];
    json_t *object = json_object();
    set_span(object, annotation, mention->span);
    json_object_set_new(object, "actor", ro_json_string(mention->actor));
    json_object_set_new(object, "code", ro_json_string(mention->code));
    json_object_set_new(object, "role", ro_json_string(mention->role));
    json_object_set_new(object, "members",
                        ro_json_strings(mention->members, mention->member_count));
    json_object_set_new(object, "mention", json_string(kinds[mention->kind]));
    json_object_set_new(object, "entity", json_integer(mention->entity));
    json_object_set_new(object, "unnamed", json_boolean(mention->unnamed));
    json_array_append_new(list, object);
  }
  return list;
}

static json_t *statements_to_json(const ro_annotation *annotation) {
  static const char *const manners[] = {"speech", "thought", "act"};
  static const char *const directness[] = {"indirect", "direct", "mixed"};
  size_t count;
  const ro_statement *statements = ro_annotation_statements(annotation, &count);
  json_t *list = json_array();
  for (size_t i = 0; i < count; i++) {
    const ro_statement *statement = &statements[i];
    json_t *object = json_object();
    json_object_set_new(object, "speaker", ro_json_string(statement->speaker));
    json_object_set_new(object, "unnamed", json_boolean(statement->unnamed));
    json_object_set_new(object, "direct", json_string(directness[statement->directness]));
    json_object_set_new(object, "manner", json_string(manners[statement->manner]));
    json_object_set_new(object, "channel", ro_json_string(statement->channel));
    json_object_set_new(object, "addressee", ro_json_string(statement->addressee));
    json_object_set_new(object, "source", spans_to_json(annotation, statement->source));
    json_object_set_new(object, "cue", spans_to_json(annotation, statement->cue));
    json_object_set_new(object, "content", spans_to_json(annotation, statement->content));
    json_object_set_new(object, "negated", json_boolean(statement->negated));
    json_object_set_new(object, "questioned", json_boolean(statement->questioned));
    json_object_set_new(object, "future", json_boolean(statement->future));
    json_object_set_new(object, "inside",
                        statement->inside == RO_NONE ? json_null()
                                                     : json_integer(statement->inside));
    json_array_append_new(list, object);
  }
  return list;
}

static json_t *text_of(const ro_annotation *annotation, ro_span span) {
  size_t size;
  const char *text = ro_annotation_text(annotation, &size);
  return json_stringn_nocheck(text + span.start, span.end - span.start);
}

static json_t *record_to_json(const ro_report *report, const ro_annotation *annotation,
                              const ro_record *record) {
  json_t *object = json_object();
  json_object_set_new(object, "report", ro_json_string(report->id));
  json_object_set_new(object, "kind", ro_json_string(ro_act_name(record->act)));
  json_object_set_new(object, "status", ro_json_string(ro_record_status_name(record->status)));
  json_object_set_new(object, "who", ro_json_strings(record->who.items, record->who.count));
  json_object_set_new(object, "whom", ro_json_strings(record->whom.items, record->whom.count));
  json_object_set_new(object, "says", ro_json_strings(record->says.items, record->says.count));
  json_object_set_new(object, "when", ro_json_interval(record->when));
  json_object_set_new(object, "due", ro_json_interval(record->due));
  json_object_set_new(object, "where", ro_json_string(record->where));
  json_object_set_new(object, "what", ro_json_string(record->what));
  json_object_set_new(object, "evidence", text_of(annotation, record->evidence));
  set_span(object, annotation, record->evidence);
  json_object_set_new(object, "event", ro_json_string(record->event));
  json_object_set_new(object, "mode", ro_json_string(record->mode));
  json_object_set_new(object, "contexts", ro_json_strings(record->contexts, record->context_count));
  json_object_set_new(object, "cameo", ro_json_string(record->cameo));
  json_object_set_new(object, "source_code",
                      ro_json_strings(record->source_codes, record->source_code_count));
  json_object_set_new(object, "target_code",
                      ro_json_strings(record->target_codes, record->target_code_count));
  json_object_set_new(object, "negated", json_boolean(record->negated));
  json_object_set_new(object, "hypothetical", json_boolean(record->hypothetical));
  json_object_set_new(object, "questioned", json_boolean(record->questioned));
  json_object_set_new(object, "background", json_boolean(record->background));
  return object;
}

static json_t *records_to_json(const ro_report *report, const ro_annotation *annotation) {
  size_t count;
  const ro_record *records = ro_annotation_records(annotation, &count);
  json_t *list = json_array();
  for (size_t i = 0; i < count; i++)
    json_array_append_new(list, record_to_json(report, annotation, &records[i]));
  return list;
}

json_t *ro_annotation_to_json(const ro_report *report, const ro_annotation *annotation) {
  size_t size;
  const char *text = ro_annotation_text(annotation, &size);
  json_t *object = json_object();
  json_object_set_new(object, "id", ro_json_string(report->id));
  json_object_set_new(object, "text", json_stringn_nocheck(text, size));
  json_object_set_new(object, "published", ro_json_day(report->published));
  json_object_set_new(object, "sentences", sentences_to_json(annotation));
  json_object_set_new(object, "times", times_to_json(annotation));
  json_object_set_new(object, "places", places_to_json(annotation));
  json_object_set_new(object, "actors", actors_to_json(annotation));
  json_object_set_new(object, "statements", statements_to_json(annotation));
  json_object_set_new(object, "records", records_to_json(report, annotation));
  return object;
}
