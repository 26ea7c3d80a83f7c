/* Who is of a state, but does not speak for it: its opposition. */
#include <string.h>

#include "names/actor_code.h"
#include "names/chain_state.h"
#include "names/office.h"
#include "syntax/tree.h"

enum { STATE_LENGTH = 3, MOST_WORDS_BEHIND = 12, DAYS_AFTER_OFFICE = 90 };

static bool is_lemma(const ro_token *token, const char *lemma) {
  return ro_token_is(&(ro_token){.form = token->lemma ? token->lemma : token->form}, lemma);
}

/* "opposition" as those who oppose the government, not "opposition TO the plan". */
static bool names_opposition(const ro_document *d, uint32_t token) {
  bool to = token + 1 < d->token_count && ro_token_is(&d->tokens[token + 1], "to");
  return is_lemma(&d->tokens[token], "opposition") && !to;
}

/* "the OPPOSITION leader", "the MINORITY leader of the Senate" */
static bool is_title_of_opposition(const chains *c, const ro_mention_draft *title) {
  const ro_document *d = c->document;
  if (!title || !title->agent) return false;
  if (title->party && strcmp(title->party, "OPP") == 0) return true;
  for (uint32_t i = title->first; i < title->first + title->count; i++)
    if (names_opposition(d, i) || is_lemma(&d->tokens[i], "minority")) return true;
  return false;
}

/* The party that a word behind the name tells: "OF NEW DEMOCRACY", "THE REPUBLICAN who chairs …".
 */
static bool is_party_of_opposition(const chains *c, uint32_t token, const char *state) {
  uint32_t number = chain_draft_of(c, token);
  const ro_mention_draft *party = number == RO_NONE ? NULL : &c->scene->drafts[number];
  if (!party || party->kind != RO_MENTION_NAME || party->person || !party->actor) return false;
  return strncmp(party->actor, state, STATE_LENGTH) == 0 &&
         strcmp(party->actor + STATE_LENGTH, "-OPP") == 0;
}

/* "…, now in OPPOSITION, …", "…, of the OPPOSITION, …", "… of NEW DEMOCRACY": in what hangs on the
 * name itself, at its side. */
static bool is_told_behind(const chains *c, const ro_mention_draft *draft, const char *state) {
  const ro_document *d = c->document;
  uint32_t first, last, end = draft->first + draft->count;
  ro_tree_extent(d, draft->head, &first, &last);
  for (uint32_t i = end; i <= last && i < end + MOST_WORDS_BEHIND; i++) {
    if (!ro_tree_is_below(d, i, draft->head)) return false;
    if (names_opposition(d, i)) return true;
    bool beside = d->tokens[i].head == draft->head || d->tokens[i].head + 1 == i;
    if (beside && is_party_of_opposition(c, i, state)) return true;
  }
  return false;
}

/* "…, now IN OPPOSITION, …", "…, OF THE OPPOSITION, …", wherever the tree hangs it. */
static bool is_inserted_behind(const chains *c, const ro_mention_draft *draft) {
  const ro_document *d = c->document;
  uint32_t end = draft->first + draft->count;
  if (end >= d->token_count || !ro_token_is(&d->tokens[end], ",")) return false;
  for (uint32_t i = end + 2; i < d->token_count && i < end + MOST_WORDS_BEHIND; i++) {
    if (ro_token_is(&d->tokens[i], ",") || ro_token_is(&d->tokens[i], ".")) return false;
    if (!names_opposition(d, i)) continue;
    bool article = ro_token_is(&d->tokens[i - 1], "the");
    return ro_token_is(&d->tokens[i - 1], "in") ||
           (article && ro_token_is(&d->tokens[i - 2], "of"));
  }
  return false;
}

/* Whoever heads or sits in the government on the day of the report speaks for the state. */
static bool governs(const chains *c, const ro_mention_draft *draft) {
  ro_day today = c->document->published;
  if (!draft->entry || today == RO_NO_DAY) return false;
  bool begun = draft->entry->from == RO_NO_DAY || draft->entry->from <= today;
  bool over = draft->entry->to != RO_NO_DAY && draft->entry->to + DAYS_AFTER_OFFICE < today;
  const char *office =
      ro_office_class(ro_dictionary_string(draft->dictionary, draft->entry->role), true);
  return begun && !over && office;
}

/* "outgoing PRIME MINISTER Allawi" governs, whatever he did before or after. */
static bool is_told_to_govern(const ro_mention_draft *title) {
  static const char *const offices[] = {"president", "prime minister", "premier", "chancellor",
                                        "foreign minister"};
  static const char *const before[] = {"outgoing ", "new ", "acting ", "interim ", "incoming "};
  const char *role = title && title->role ? title->role : "";
  if (!title || !title->sector || strcmp(title->sector, "GOV") != 0) return false;
  for (size_t i = 0; i < sizeof before / sizeof *before; i++)
    if (strncmp(role, before[i], strlen(before[i])) == 0) role += strlen(before[i]);
  ro_token office = {.form = role};
  return ro_token_is_one_of(&office, offices, sizeof offices / sizeof *offices);
}

/* "THE PARTY'S president" */
static bool is_of_party(const chains *c, const ro_mention_draft *title) {
  uint32_t owner = ro_tree_child(c->document, title->head, RO_DEPREL_NMOD_POSS);
  return owner != RO_NONE && c->document->tokens[owner].upos == RO_UPOS_NOUN;
}

bool chain_governs_by_title(const chains *c, const ro_mention_draft *title, const char *base) {
  return strlen(base) == STATE_LENGTH + 4 && strcmp(base + STATE_LENGTH, "-OPP") == 0 &&
         is_told_to_govern(title) && !is_of_party(c, title);
}

const char *chain_state_after_opposition(const chains *c, const char *base) {
  bool opposed = strlen(base) == STATE_LENGTH + 4 && strcmp(base + STATE_LENGTH, "-OPP") == 0;
  return opposed ? ro_arena_copy(c->arena, base, STATE_LENGTH) : base;
}

void chain_tell_opposition(const chains *c, ro_mention_draft *draft,
                           const ro_mention_draft *title) {
  const char *state = draft->base;
  if (!state || strlen(state) != STATE_LENGTH || governs(c, draft)) return;
  if (!is_title_of_opposition(c, title) && !is_told_behind(c, draft, state) &&
      !is_inserted_behind(c, draft))
    return;
  draft->base = ro_arena_print(c->arena, "%s-OPP", state);
  draft->code = ro_actor_code_join(c->arena, state, "OPP");
}
