/* What the parts of chains.c share: the ones that the mentions of a report are of, and the order in
 * which they come. */
#ifndef RO_NAMES_CHAIN_STATE_H
#define RO_NAMES_CHAIN_STATE_H

#include "names/name_scene.h"

/* Long texts are searched this far back and no farther, so that time grows with
 * their length. */
enum { SENTENCES_BACK = 3, MOST_LOOKED_AT = 200, MOST_ENTITIES = 2000, MOST_DRAFTS = 4000 };

typedef struct entity {
  const char *actor, *code, *role, *base;
  const char *surname, *given; /* of a person, folded surname */
  const char *folded;
  const char *nouns;                                /* "alliance|bloc" */
  const char *const *members, *const *member_codes; /* of several */
  uint32_t member_count;
  ro_actor_type type;
  ro_gender gender;
  bool person, plural, unnamed;
  bool gender_guessed; /* by a pronoun */
} entity;

typedef struct chains {
  ro_name_scene *scene;
  ro_document *document;
  ro_arena *arena;
  uint32_t *order; /* drafts by their first word */
  entity *entities;
  size_t count, capacity;
  const char *home;      /* state of the dateline; NULL */
  const char *main;      /* state that the report names most; NULL */
  const char *publisher; /* state in the publisher's name; NULL */
  uint32_t at;           /* place in the order of the draft that is being resolved */
  bool seeks_persons;    /* the persons of a sentence are being looked through */
  uint32_t depth;        /* how many mentions are being resolved, each for the one before */
} chains;

typedef bool accept_entity(const chains *c, const entity *e, const ro_mention_draft *draft,
                           const ro_mention_draft *earlier);

/* The draft at a place in the order of the text. */
ro_mention_draft *chain_draft_at(const chains *c, uint32_t place);

/* The draft whose head the token is; RO_NONE. */
uint32_t chain_draft_of(const chains *c, uint32_t token);

/* Number of the sentence that the draft stands in. */
uint32_t chain_sentence_of(const chains *c, const ro_mention_draft *draft);

/* A surname in lower case without its article, diacritics and hyphens. */
const char *chain_fold(ro_arena *arena, const char *name);

/* A new one, described as the draft is; its number. */
uint32_t chain_new_entity(chains *c, const ro_mention_draft *draft);

/* The draft stands for all of them. */
void chain_take_members(chains *c, ro_mention_draft *draft, const char *const *members,
                        uint32_t count);

/* Whether the relation is that of a subject. */
bool chain_is_subject(ro_deprel deprel);

/* The arguments of one verb are different ones; an owner may be the subject. */
bool chain_is_coargument(const chains *c, const ro_mention_draft *draft,
                         const ro_mention_draft *earlier);

/* The likeliest one before the draft that is accepted; RO_NONE. */
uint32_t chain_look_back(const chains *c, const ro_mention_draft *draft, accept_entity *accept);

/* Tells titles and names that belong together. */
void chain_link_titles(chains *c);

/* The state, body or group with the same actor; RO_NONE. */
uint32_t chain_find_actor(const chains *c, const ro_mention_draft *draft);

/* The latest person of that surname whose first name and state do not speak against it; RO_NONE. */
uint32_t chain_find_person(const chains *c, const ro_mention_draft *draft, const char *folded,
                           const char *base);

/* The state that an office without a state of its own must be of: "the foreign minister". It is the
 * one whose words they are, else of which the text has just spoken, else that of the dateline; NULL
 * where two are as likely. */
const char *chain_state_in_focus(const chains *c, const ro_mention_draft *draft);

/* The state that the one who is mentioned says will do something: likely his own; NULL. */
const char *chain_state_committed(const chains *c, const ro_mention_draft *draft);

/* The state that the report names most, with those who are of it; NULL where two are as likely. */
const char *chain_state_named_most(const chains *c);

/* The state of the place where the report was filed: "KYIV, July 5 (Agency) - …"; NULL. */
const char *chain_state_of_dateline(const chains *c);

/* "IN WASHINGTON an official said": the place that the sentence puts before its verb; NULL. */
const char *chain_state_of_scene(const chains *c, const ro_mention_draft *draft);

/* The state that the name of the publisher tells: "Kyiv Post"; NULL. */
const char *chain_state_of_publisher(const chains *c);

/* "THE MINISTER" with a capital, as offices write of their own, and "OUR PRESIDENT": the first one
 * named who holds that office in the state of the publisher; RO_NONE. */
uint32_t chain_own_office(const chains *c, const ro_mention_draft *draft);

/* The verb of what the one who is mentioned says; RO_NONE. */
uint32_t chain_content_of_speech(const ro_document *d, const ro_mention_draft *draft);

/* Whether the one who is mentioned says something. */
bool chain_speaks(const ro_document *d, const ro_mention_draft *draft);

/* "an official said" */
void chain_belong_as_source(chains *c, ro_mention_draft *draft);

/* The code, else that of the body. */
const char *chain_code_of(const chains *c, const char *code, const char *base);

/* By the first name that the dictionary gives the draft's person. */
ro_gender chain_gender_of_entry(const chains *c, const ro_mention_draft *draft);

/* "RUS:Lavrov"; NULL where the state or body is not known. */
const char *chain_actor_of_person(const chains *c, const char *base, const char *surname);

/* "the SWEDISH envoy", "the FORMER NIGERIAN president" may serve a body. */
bool chain_tells_nation(const ro_mention_draft *title);

/* Finds the dictionary's person of a bare surname, or of a full name that it spells in another way.
 */
void chain_consult_dictionary(const chains *c, ro_mention_draft *draft, const char *base,
                              const ro_mention_draft *title);

/* The state that a title without one must be of where the dictionary knows who held a high office
 * under that name, whenever it was, and all of them of one state: "President CARTER"; NULL. */
const char *chain_state_of_past_holder(const chains *c, const ro_mention_draft *draft,
                                       const ro_mention_draft *title);

/* The dictionary's person of a name that it spells in another way. */
void chain_find_other_spelling(const chains *c, ro_mention_draft *draft);

/* The state or body that the words beside a name tell: "President Salim OF GUATEMALA", "who leads
 * THE ESTONIAN TEAM", "THE ARMY's number two"; NULL. */
const char *chain_base_described(chains *c, const ro_mention_draft *draft,
                                 const ro_mention_draft *title, const char **code);

/* Whether the title tells that one of an opposition governs: "PRIME MINISTER Allawi". */
bool chain_governs_by_title(const chains *c, const ro_mention_draft *title, const char *base);

/* The state of one who was of its opposition once and need not oppose it any more; else the same.
 */
const char *chain_state_after_opposition(const chains *c, const char *base);

/* Marks a person whom the words beside his name tell to be of the opposition of his state. */
void chain_tell_opposition(const chains *c, ro_mention_draft *draft, const ro_mention_draft *title);

/* "the opposition", "an opposition MP": nouns for those who oppose a government. */
bool chain_is_of_opposition(const ro_mention_draft *draft);

/* The state whose opposition such a noun means where its phrase does not tell; NULL. */
const char *chain_state_opposed(chains *c, const ro_mention_draft *draft);

/* Gives such a noun, or one of those who belong to them, to that state. */
void chain_belong_to_opposition(chains *c, ro_mention_draft *draft);

/* The lemma of the draft's head, in lower case. */
const char *chain_lemma_of(const chains *c, const ro_mention_draft *draft);

/* Who stands in the possessive before a noun, or as the person whose aide somebody is: the state
 * or body that he belongs to; NULL. */
const char *chain_owner_base(chains *c, const ro_mention_draft *draft,
                             const ro_mention_draft **owner);

/* The armed group that "the rebels" are, of those named so far; NULL. */
const char *chain_armed_group(const chains *c, const ro_mention_draft *draft);

/* "its foreign minister", "his spokesman", "the Foreign Ministry's spokesman" */
void chain_belong_to_owner(chains *c, ro_mention_draft *draft);

/* "ITS Foreign Office", which need not be that of the state whose ministry has the name. */
void chain_take_possessor(chains *c, ro_mention_draft *draft);

/* The state of those who publish where the phrase begins with their "our"; NULL. */
const char *chain_state_of_ours(const chains *c, const ro_mention_draft *draft);

/* "our army" of a paper's own state. */
void chain_belong_to_publisher(chains *c, ro_mention_draft *draft);

/* "the foreign minister", "the government" of the state that the report speaks of. */
void chain_belong_to_focus(chains *c, ro_mention_draft *draft);

/* "They" are those who were the subject together, or who met, in this sentence or in one of the
 * `back` before it; false where nobody did. */
bool chain_join_partners(chains *c, ro_mention_draft *draft, uint32_t back);

/* "THEIR talks, Putin and Bush …": those who are joined at the word; false where it is one alone.
 */
bool chain_join_coordinated(chains *c, ro_mention_draft *draft, uint32_t subject);

/* "both sides", "the officials Brennan and Dahl"; false where nobody is found. */
bool chain_join_members(chains *c, ro_mention_draft *draft);

/* How many the phrase says: "BOTH sides", "the THREE countries"; 0 where it does not. */
uint32_t chain_number_named(const chains *c, const ro_mention_draft *draft);

/* "the WARRING parties", "the belligerents" */
bool chain_says_opponents(const chains *c, const ro_mention_draft *draft);

/* "West African leaders" are ECOWAS in a report that names it; false where no body is named. */
bool chain_join_region(chains *c, ro_mention_draft *draft);

/* "leaders of THE 27", "FOREIGN MINISTERS met" in a report that names one body of states: that
 * body; false where nothing tells that they are its members. */
bool chain_join_body(chains *c, ro_mention_draft *draft);

/* "YEMEN'S warring parties" */
bool chain_join_at_war(chains *c, ro_mention_draft *draft);

/* "the JOINT COMMITTEE" of the two states that the report is about; false where it is none. */
bool chain_join_bilateral(chains *c, ro_mention_draft *draft);

/* "the officials Brennan and Dahl" */
bool chain_join_named(chains *c, ro_mention_draft *draft);

/* The state that "the country", "the kingdom" is: the latest one named alone that is such a realm;
 * RO_NONE. */
uint32_t chain_state_of_realm(const chains *c, const ro_mention_draft *draft);

/* Whether that is a person who serves the state or body of the draft. */
accept_entity chain_is_same_base;

/* Whether the actor is a body of states. */
bool chain_is_international(const chains *c, const char *actor);

/* "THE SECRETARY-GENERAL" of the body that the report spoke of last, else of the United Nations. */
void chain_belong_to_body(chains *c, ro_mention_draft *draft);

/* "THE BRITISH DIPLOMAT", who need not serve Britain where the report tells of nobody who does: one
 * who serves a body; RO_NONE. */
uint32_t chain_one_of_nation_in_body(const chains *c, const ro_mention_draft *draft);

/* "the Swede": somebody of that state who was named, else one who serves a body; his nation is not
 * told elsewhere. */
void chain_resolve_one_of_nation(chains *c, ro_mention_draft *draft);

/* Each finds the entity of one draft. */
void chain_resolve_actor(chains *c, ro_mention_draft *draft);
void chain_resolve_person(chains *c, ro_mention_draft *draft);
void chain_resolve_nominal(chains *c, ro_mention_draft *draft);
void chain_resolve_pronoun(chains *c, ro_mention_draft *draft);
bool chain_resolve(chains *c, ro_mention_draft *draft);

#endif
