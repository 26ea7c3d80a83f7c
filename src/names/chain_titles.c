#include "names/chain_state.h"
#include "syntax/tree.h"

static bool joins_title(ro_deprel deprel) {
  return deprel == RO_DEPREL_NMOD_DESC || deprel == RO_DEPREL_COMPOUND ||
         deprel == RO_DEPREL_APPOS || deprel == RO_DEPREL_FLAT ||
         deprel == RO_DEPREL_NMOD_UNMARKED || deprel == RO_DEPREL_DEP;
}

uint32_t chain_draft_of(const chains *c, uint32_t token) {
  return token == RO_NONE ? RO_NONE : c->scene->draft_of[token];
}

/* A name that a title may describe, or a title for a name. */
static bool go_together(const ro_mention_draft *apposition, const ro_mention_draft *other) {
  if (!other->person || other->plural) return false;
  return apposition->kind == RO_MENTION_NOMINAL ? other->kind == RO_MENTION_NAME
                                                : other->kind == RO_MENTION_NOMINAL;
}

/* "Brennan and Dahl, an Icelandic MINISTER", "the President, Mr Brennan, and the Chancellor, Mrs
 * DAHL": the word that an apposition in the singular describes is the last one joined before it,
 * though the tree hangs it on the first. */
static uint32_t described_by(const chains *c, const ro_mention_draft *apposition) {
  const ro_document *d = c->document;
  const ro_token *word = &d->tokens[apposition->head];
  uint32_t described = word->head;
  if (word->deprel != RO_DEPREL_APPOS || apposition->plural || described == RO_NONE)
    return described;
  for (uint32_t other = ro_tree_child(d, word->head, RO_DEPREL_CONJ);
       other != RO_NONE && other < apposition->head;
       other = ro_tree_next_child(d, other, RO_DEPREL_CONJ)) {
    uint32_t number = chain_draft_of(c, other);
    if (number != RO_NONE && go_together(apposition, &c->scene->drafts[number])) described = other;
  }
  return described;
}

static bool is_title_for(const chains *c, const ro_mention_draft *title,
                         const ro_mention_draft *name) {
  const ro_token *t = &c->document->tokens[title->head], *n = &c->document->tokens[name->head];
  if (title->kind != RO_MENTION_NOMINAL || !title->person || title->plural || title == name)
    return false;
  bool before = title->head < name->head;
  if (described_by(c, title) == name->head && joins_title(t->deprel))
    return before || t->deprel == RO_DEPREL_APPOS || t->deprel == RO_DEPREL_NMOD_UNMARKED;
  if (described_by(c, name) == title->head && joins_title(n->deprel)) return before;
  return title->first + title->count == name->first && t->sentence == n->sentence;
}

/* The nominal that ends where the name begins: "Secretary of State" has its
 * head two words before.
 */
static uint32_t title_before(const chains *c, const ro_mention_draft *name) {
  enum { FARTHEST = 4 };
  for (uint32_t back = 1; back <= FARTHEST && back <= name->first; back++) {
    uint32_t number = chain_draft_of(c, name->first - back);
    if (number == RO_NONE) continue;
    const ro_mention_draft *title = &c->scene->drafts[number];
    return title->first + title->count == name->first ? number : RO_NONE;
  }
  return RO_NONE;
}

/* "an AIDE to Mr Putin, Yuri Ushakov", "an ADVISER to the ministry, Jens Holm": nobody is called by
 * two names, so that the second belongs to the noun above the first; RO_NONE. */
static uint32_t title_above_other_name(const chains *c, const ro_mention_draft *name,
                                       uint32_t above) {
  const ro_document *d = c->document;
  if (above == RO_NONE || d->tokens[name->head].deprel != RO_DEPREL_APPOS) return RO_NONE;
  const ro_mention_draft *other = &c->scene->drafts[above];
  bool owner = other->kind == RO_MENTION_NAME || !other->person;
  uint32_t noun = d->tokens[other->head].head;
  bool clause = d->tokens[other->head].deprel == RO_DEPREL_OBL && noun != RO_NONE &&
                d->tokens[noun].deprel == RO_DEPREL_ACL_RELCL;
  if (clause) noun = d->tokens[noun].head; /* "the Swede who acts for the UN, Hans Grundberg" */
  if (!owner || (!clause && d->tokens[other->head].deprel != RO_DEPREL_NMOD)) return RO_NONE;
  uint32_t number = noun == RO_NONE ? RO_NONE : chain_draft_of(c, noun);
  if (number == RO_NONE) return RO_NONE;
  const ro_mention_draft *title = &c->scene->drafts[number];
  bool describes = title->kind == RO_MENTION_NOMINAL && title->person && !title->plural;
  return describes && title->same_as == RO_NONE ? number : RO_NONE;
}

/* Adds the nominals below the word that tell the name's office. */
static uint32_t add_titles_below(const chains *c, const ro_mention_draft *name, uint32_t word,
                                 uint32_t *titles, uint32_t count, uint32_t most) {
  const ro_document *d = c->document;
  uint32_t known = count;
  for (uint32_t child = d->first_child[word]; child != RO_NONE && count < most;
       child = d->next_sibling[child]) {
    uint32_t below = chain_draft_of(c, child);
    bool is_new = below != RO_NONE;
    for (uint32_t i = 0; i < known; i++)
      is_new = is_new && titles[i] != below;
    if (is_new && is_title_for(c, &c->scene->drafts[below], name)) titles[count++] = below;
  }
  return count;
}

/* The nominals that tell the name's office; their number. */
static uint32_t titles_of(const chains *c, const ro_mention_draft *name, uint32_t *titles,
                          uint32_t most) {
  const ro_document *d = c->document;
  uint32_t count = 0, near = title_before(c, name);
  if (near != RO_NONE && is_title_for(c, &c->scene->drafts[near], name)) titles[count++] = near;
  uint32_t above = chain_draft_of(c, described_by(c, name));
  if (above != RO_NONE && above != near && is_title_for(c, &c->scene->drafts[above], name))
    titles[count++] = above;
  uint32_t far = title_above_other_name(c, name, above);
  if (far != RO_NONE && far != near) titles[count++] = far;
  count = add_titles_below(c, name, name->head, titles, count, most);
  if (d->tokens[name->head].deprel == RO_DEPREL_CONJ && d->tokens[name->head].head != RO_NONE)
    count = add_titles_below(c, name, d->tokens[name->head].head, titles, count, most);
  return count;
}

/* A title that stands right before the name becomes part of its mention. */
static void absorb_title(chains *c, ro_mention_draft *name, ro_mention_draft *title) {
  bool adjacent = title->first + title->count == name->first;
  if (!adjacent) return;
  name->count += name->first - title->first;
  name->first = title->first;
  title->dropped = true;
  const ro_document *d = c->document;
  uint32_t above = d->tokens[name->head].head;
  if (above != RO_NONE && above >= name->first && above < name->first + name->count) {
    c->scene->draft_of[name->head] = RO_NONE;
    name->head = ro_name_scene_head(d, name->first, name->count);
    c->scene->draft_of[name->head] = (uint32_t)(name - c->scene->drafts);
  }
}

/* The title that tells most of the name is the one whose state or body is
 * known. */
static void link_titles(chains *c, uint32_t number) {
  enum { MOST = 4 };
  ro_mention_draft *name = &c->scene->drafts[number];
  uint32_t titles[MOST], count = titles_of(c, name, titles, MOST);
  for (uint32_t i = 0; i < count; i++) {
    ro_mention_draft *title = &c->scene->drafts[titles[i]];
    if (title->same_as == RO_NONE) title->same_as = number;
    bool better =
        name->same_as == RO_NONE || (title->base && !c->scene->drafts[name->same_as].base);
    if (better) name->same_as = titles[i];
    absorb_title(c, name, title);
  }
}

void chain_link_titles(chains *c) {
  for (uint32_t i = 0; i < c->scene->draft_count; i++)
    if (c->scene->drafts[i].kind == RO_MENTION_NAME && c->scene->drafts[i].person) {
      link_titles(c, i);
      link_titles(c, i); /* what stands around the title that was taken in */
    }
}
