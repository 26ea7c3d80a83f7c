#include "names/cast.h"

#include <string.h>

#include "names/surname.h"

/* How long before or after an office's days the news still calls somebody by it. */
enum { DAYS_OF_GRACE = 45 };

static bool same(const char *a, const char *b) {
  return a && b && strcmp(a, b) == 0;
}

static uint32_t add(ro_cast *cast, ro_cast_member member) {
  size_t count = cast->count;
  *RO_ARENA_PUSH(cast->document->arena, &cast->members, count, cast->capacity) = member;
  cast->count = (uint32_t)count;
  return cast->count - 1;
}

static uint32_t touch(ro_cast *cast, uint32_t index, uint32_t token) {
  cast->members[index].last_seen = token;
  cast->members[index].mentions++;
  return index;
}

uint32_t ro_cast_actor(ro_cast *cast, const char *actor, const char *code, ro_actor_type type,
                       uint32_t token, const char *reason) {
  for (uint32_t i = 0; i < cast->count; i++)
    if (!cast->members[i].is_person && same(cast->members[i].actor, actor))
      return touch(cast, i, token);
  return add(cast, (ro_cast_member){.actor = actor,
                                    .code = code,
                                    .body = actor,
                                    .type = type,
                                    .last_seen = token,
                                    .mentions = 1,
                                    .reason = reason});
}

const char *ro_cast_code(const ro_cast *cast, const char *body, const char *sector) {
  const ro_dictionary *dictionary = cast->dictionary;
  ro_arena *arena = cast->document->arena;
  const ro_dictionary_entry *state =
      strlen(body) >= 3 ? ro_dictionary_state(dictionary, body) : NULL;
  if (state && strncmp(ro_dictionary_string(dictionary, state->id), body, 3) == 0 &&
      (body[3] == '\0' || body[3] == '-')) {
    if (body[3] == '-') sector = body + 4;
    return ro_arena_print(arena, "%.3s%s", body, sector ? sector : "");
  }
  uint32_t count;
  const ro_dictionary_posting *postings =
      ro_dictionary_find(dictionary, ro_name_key_of(RO_SPACE_NAME, body), &count);
  for (uint32_t i = 0; i < count; i++) {
    const ro_dictionary_entry *entry = ro_dictionary_get(dictionary, postings[i].entry);
    if (entry->kind == RO_ENTRY_ACTOR) return ro_dictionary_string(dictionary, entry->code);
  }
  return NULL;
}

static bool holds_on(const ro_dictionary_entry *entry, ro_day day) {
  if (day == RO_NO_DAY) return true;
  return (entry->from == RO_NO_DAY || entry->from - DAYS_OF_GRACE <= day) &&
         (entry->to == RO_NO_DAY || day <= entry->to + DAYS_OF_GRACE);
}

/* How well a term of office agrees with what the text tells; below 0: not at all. */
static int agreement(const ro_cast *cast, const ro_dictionary_entry *entry,
                     const ro_person_clue *clue) {
  const char *body = ro_dictionary_string(cast->dictionary, entry->id);
  const char *office = ro_dictionary_string(cast->dictionary, entry->office);
  int points = 1;
  if (clue->body && strncmp(body, clue->body, 3) != 0) return -1;
  if (clue->body) points += 4;
  if (same(clue->office, office)) points += 3;
  if (holds_on(entry, cast->document->published)) points += 4;
  return points;
}

static bool is_high(const char *office) {
  static const char *const high[] = {"head",
                                     "government head",
                                     "foreign",
                                     "defence",
                                     "secretary general",
                                     "director general",
                                     "spokesperson",
                                     NULL};
  for (int i = 0; high[i]; i++)
    if (same(high[i], office)) return true;
  return false;
}

/* The best term of office for a name. A family name alone needs more to go by: a body, an office,
 * or a high office held on the day. */
static const ro_dictionary_entry *look_up(const ro_cast *cast, const char *name,
                                          const ro_person_clue *clue) {
  bool is_full = strchr(name, ' ') != NULL;
  uint32_t count;
  const ro_dictionary_posting *postings = ro_dictionary_find(
      cast->dictionary, ro_name_key_of(is_full ? RO_SPACE_NAME : RO_SPACE_SURNAME, name), &count);
  const ro_dictionary_entry *best = NULL;
  int best_points = 0;
  for (uint32_t i = 0; i < count; i++) {
    const ro_dictionary_entry *entry = ro_dictionary_get(cast->dictionary, postings[i].entry);
    if (entry->kind != RO_ENTRY_PERSON) continue;
    int points = agreement(cast, entry, clue);
    const char *office = ro_dictionary_string(cast->dictionary, entry->office);
    bool known = is_full || (clue->body && points >= 8) ||
                 (is_high(office) && holds_on(entry, cast->document->published) && points > 0);
    if (!known || points <= best_points) continue;
    best = entry;
    best_points = points;
  }
  return best;
}

uint32_t ro_cast_find_surname(const ro_cast *cast, const char *surname) {
  uint64_t key = ro_name_key_of(RO_SPACE_SURNAME, surname);
  for (uint32_t i = cast->count; i-- > 0;)
    if (cast->members[i].is_person && cast->members[i].surname_key == key) return i;
  return RO_NONE;
}

/* "Sergei Lavrov" and "Lavrov" agree, "Sergei Lavrov" and "Anna Lavrova" or "Yuri Lavrov" do not.
 */
static bool names_agree(const char *known, const char *name) {
  const char *known_space = strchr(known, ' '), *space = strchr(name, ' ');
  if (!known_space || !space) return true;
  size_t size = (size_t)(known_space - known), other = (size_t)(space - name);
  size_t shorter = size < other ? size : other;
  if (shorter > 3) shorter = 3; /* Sergei, Sergey; Dmitry, Dmitri */
  return strncasecmp(known, name, shorter) == 0 || known[0] == name[0];
}

static void learn(ro_cast *cast, ro_cast_member *member, const ro_person_clue *clue) {
  ro_arena *arena = cast->document->arena;
  if (!member->body && clue->body) {
    member->body = clue->body;
    member->code = clue->code;
    member->actor = ro_arena_print(arena, "%s:%s", clue->body, member->surname);
    member->reason = ro_arena_print(arena, "the title or state beside the name (%s)", clue->body);
  }
  if (clue->role) member->role = clue->role;
  if (clue->office && *clue->office) member->office = clue->office;
}

static uint32_t known_person(ro_cast *cast, const char *name, const ro_person_clue *clue,
                             uint64_t key) {
  for (uint32_t i = cast->count; i-- > 0;) {
    const ro_cast_member *member = &cast->members[i];
    if (!member->is_person || member->surname_key != key) continue;
    if (!names_agree(member->full_name, name)) continue;
    bool other_body = clue->body && member->body && strncmp(clue->body, member->body, 3) != 0;
    if (other_body) continue;
    return i;
  }
  return RO_NONE;
}

static void use_entry(ro_cast *cast, ro_cast_member *member, const ro_dictionary_entry *entry) {
  const ro_dictionary *dictionary = cast->dictionary;
  ro_arena *arena = cast->document->arena;
  const char *office = ro_dictionary_string(dictionary, entry->office);
  member->body = ro_dictionary_string(dictionary, entry->id);
  member->actor = ro_arena_print(arena, "%s:%s", member->body, member->surname);
  bool in_office = holds_on(entry, cast->document->published);
  member->code = ro_cast_code(cast, member->body, in_office ? "GOV" : "ELI");
  if (!member->office && *office) member->office = office;
  member->reason = ro_arena_print(arena, "persons.tsv: %s, %s%s%s",
                                  ro_dictionary_string(dictionary, entry->name), member->body,
                                  *office ? ", " : "", office);
}

uint32_t ro_cast_person(ro_cast *cast, const char *name, const ro_person_clue *clue,
                        uint32_t token) {
  ro_arena *arena = cast->document->arena;
  const char *surname = ro_surname_of(arena, name);
  uint64_t key = ro_name_key_of(RO_SPACE_SURNAME, surname);
  uint32_t known = known_person(cast, name, clue, key);
  if (known != RO_NONE) {
    learn(cast, &cast->members[known], clue);
    if (strchr(name, ' ')) cast->members[known].full_name = name;
    return touch(cast, known, token);
  }
  ro_cast_member member = {.surname = surname,
                           .full_name = name,
                           .surname_key = key,
                           .type = RO_ACTOR_PERSON,
                           .is_person = true,
                           .last_seen = token,
                           .mentions = 1,
                           .reason = "a name that nothing is known of"};
  const ro_dictionary_entry *entry = look_up(cast, name, clue);
  if (entry) use_entry(cast, &member, entry);
  learn(cast, &member, clue);
  return add(cast, member);
}

uint32_t ro_cast_find_person(const ro_cast *cast, const ro_person_clue *clue, uint32_t token) {
  uint32_t best = RO_NONE;
  for (uint32_t i = 0; i < cast->count; i++) {
    const ro_cast_member *member = &cast->members[i];
    if (!member->is_person || member->last_seen >= token) continue;
    if (clue->body && (!member->body || strncmp(clue->body, member->body, 3) != 0)) continue;
    if (clue->office && !same(clue->office, member->office)) continue;
    if (best == RO_NONE || member->last_seen > cast->members[best].last_seen) best = i;
  }
  return best;
}

const ro_dictionary_entry *ro_cast_office_holder(const ro_cast *cast, const char *body,
                                                 const char *office) {
  /* by the noun space: "office of RUS foreign" */
  ro_arena *arena = cast->document->arena;
  uint32_t count;
  const char *name = ro_arena_print(arena, "office of %s %s", body, office);
  const ro_dictionary_posting *postings =
      ro_dictionary_find(cast->dictionary, ro_name_key_of(RO_SPACE_NOUN, name), &count);
  const ro_dictionary_entry *found = NULL;
  if (cast->document->published == RO_NO_DAY) return NULL;
  for (uint32_t i = 0; i < count; i++) {
    const ro_dictionary_entry *entry = ro_dictionary_get(cast->dictionary, postings[i].entry);
    bool holds = (entry->from == RO_NO_DAY || entry->from <= cast->document->published) &&
                 (entry->to == RO_NO_DAY || cast->document->published <= entry->to);
    if (!holds) continue;
    if (found && found->name != entry->name &&
        strcmp(ro_dictionary_string(cast->dictionary, found->name),
               ro_dictionary_string(cast->dictionary, entry->name)) != 0)
      return NULL; /* two on one day: not known */
    found = entry;
  }
  return found;
}

uint32_t ro_cast_unnamed(ro_cast *cast, const ro_person_clue *clue, bool is_plural,
                         uint32_t token) {
  return add(cast, (ro_cast_member){.actor = clue->body,
                                    .code = clue->code,
                                    .body = clue->body,
                                    .role = clue->role,
                                    .office = clue->office,
                                    .full_name = "",
                                    .surname = "",
                                    .type = RO_ACTOR_PERSON,
                                    .is_person = !is_plural,
                                    .is_plural = is_plural,
                                    .last_seen = token,
                                    .mentions = 1,
                                    .reason = "known by description alone"});
}
