#include "output/item_page.h"

#include <ctype.h>
#include <string.h>

enum {
  HEAD_COLUMNS = 90,
  SHORT_NAME = 40, /* bytes up to which the wording of a meeting is taken for its name */
};

/* Items -----------------------------------------------------------------------------------------
 */

static const char *parties_of(ro_item_page *page, const ro_item *item) {
  const char *who = ro_page_actors(page->arena, item->who);
  if (item->who_from_context) who = ro_arena_print(page->arena, "%s (from the context)", who);
  if (!item->whom.count) return who;
  const char *whom = ro_page_actors(page->arena, item->whom);
  const char *joint = item->kind == RO_ITEM_DEMAND ? "of" : "to";
  return ro_arena_print(page->arena, "%s %s %s%s", who, joint, whom,
                        item->whom_from_context ? " (from the context)" : "");
}

/* Does the text have the word, whole? */
static bool has_word(const char *text, const char *word) {
  size_t size = strlen(word);
  for (const char *at = text; (at = strstr(at, word)); at += size) {
    bool begins = at == text || !isalpha((unsigned char)at[-1]);
    if (begins && !isalpha((unsigned char)at[size])) return true;
  }
  return false;
}

/* What a meeting is called: in few words where the reports have such, else by its kind. */
static const char *kind_of_meeting(const ro_item *item) {
  static const char *const kinds[][2] = {{"telephone", "phone call"}, {"telephoned", "phone call"},
                                         {"phone", "phone call"},     {"call", "phone call"},
                                         {"summit", "summit"},        {"visit", "visit"},
                                         {"session", "session"},      {"round", "round of talks"},
                                         {"negotiations", "talks"},   {"talks", "talks"}};
  if (strlen(item->what) <= SHORT_NAME && strncmp(item->what, "to ", 3) != 0) return item->what;
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
    for (uint32_t k = 0; k < item->entry_count; k++)
      if (has_word(item->entries[k].text, kinds[i][0])) return kinds[i][1];
  return "meeting";
}

const char *ro_item_page_head(ro_item_page *page, const ro_item *item) {
  const char *what = item->kind == RO_ITEM_MEETING ? kind_of_meeting(item) : item->what;
  const char *text = ro_arena_print(page->arena, "%s: %s", parties_of(page, item),
                                    ro_page_cut(page->arena, what, HEAD_COLUMNS));
  if (item->kind != RO_ITEM_MEETING) return text;
  if (item->where && !strstr(what, item->where))
    text = ro_arena_print(page->arena, "%s, %s", text, item->where);
  if (item->due.first != RO_NO_DAY)
    text = ro_arena_print(page->arena, "%s, %s", text, ro_page_days(page->arena, item->due));
  return text;
}

static const char *day_text(ro_item_page *page, ro_day day) {
  return ro_page_days(page->arena, (ro_interval){day, day});
}

/* Who has refused, as codes; each once. */
static const char *refusers_of(ro_item_page *page, const ro_item *item) {
  const char *list[16];
  uint32_t count = 0;
  for (uint32_t i = 0; i < item->entry_count; i++) {
    if (item->entries[i].relation != RO_RELATION_REFUSES) continue;
    for (uint32_t k = 0; k < item->entries[i].who.count && count < 16; k++) {
      const char *actor = item->entries[i].who.items[k];
      const char *code = ro_arena_copy(page->arena, actor, strcspn(actor, ":"));
      bool known = false;
      for (uint32_t n = 0; n < count; n++)
        known |= strcmp(list[n], code) == 0;
      if (!known) list[count++] = code;
    }
  }
  return ro_page_actors(page->arena, (ro_actors){list, count});
}

static const char *day_of_meeting(ro_item_page *page, const ro_item *item) {
  return item->due.first == RO_NO_DAY ? "no day told" : ro_page_days(page->arena, item->due);
}

const char *ro_item_page_state(ro_item_page *page, const ro_item *item) {
  ro_arena *arena = page->arena;
  const char *name = ro_item_state_name(item->state), *since = day_text(page, item->since);
  if (item->kind == RO_ITEM_MEETING)
    return item->state == RO_ITEM_HELD
               ? ro_arena_print(arena, "held, %s", since)
               : ro_arena_print(arena, "%s: %s", name, day_of_meeting(page, item));
  if (item->state == RO_ITEM_REFUSED)
    return ro_arena_print(arena, "refused by %s, %s", refusers_of(page, item), since);
  const char *text = ro_arena_print(arena, "%s since %s", name, since);
  if (item->due.first != RO_NO_DAY)
    text = ro_arena_print(arena, "%s; due %s", text, ro_page_days(arena, item->due));
  return text;
}

static const char *count_of(ro_item_page *page, const ro_item *item) {
  if (item->report_count == 1) return "1 report";
  return ro_arena_print(page->arena, "%u reports, %u independent", item->report_count,
                        item->independent_count);
}

static const char *label_of(const ro_entry *entry) {
  switch (entry->relation) {
  case RO_RELATION_REFUSES:
    return "Refused";
  case RO_RELATION_DELIVERS:
    return "Done";
  case RO_RELATION_WITHDRAWS:
    return "Withdrawn";
  case RO_RELATION_BREAKS:
    return "Broken";
  case RO_RELATION_DENIES:
    return "Denied";
  default:
    return entry->act == RO_ACT_CONDITION ? "Condition"
           : entry->act == RO_ACT_WARNING ? "Warning"
                                          : NULL;
  }
}

void ro_item_page_print_entry(ro_item_page *page, const ro_entry *entry, const char *label) {
  ro_page_quotation(page->page, label, entry->sentence, entry->text,
                    ro_citations_of_entry(page->citations, page->arena, entry));
}

/* Is the entry the first on the word of its side? */
static bool begins_account(const ro_item *item, uint32_t index) {
  ro_actors says = item->entries[index].says;
  for (uint32_t i = 0; i < index && says.count; i++) {
    ro_actors before = item->entries[i].says;
    size_t length = strcspn(says.items[0], ":");
    if (before.count && strcspn(before.items[0], ":") == length &&
        strncmp(before.items[0], says.items[0], length) == 0)
      return false;
  }
  return says.count > 0;
}

/* Is the entry the first with the item's wording? */
static bool names_item(const ro_item *item, uint32_t index) {
  for (uint32_t i = 0; i < index; i++)
    if (item->entries[i].what && strcmp(item->entries[i].what, item->what) == 0) return false;
  return item->entries[index].what && strcmp(item->entries[index].what, item->what) == 0;
}

/* Is the entry one that the history rests on, the first of its kind, or a contradiction? Where the
 * accounts differ, those of all sides stand side by side. */
static bool is_telling(const ro_item *item, uint32_t index) {
  if (index == 0 || item->entries[index].relation == RO_RELATION_DENIES) return true;
  if (item->disputed && begins_account(item, index)) return true;
  if (item->what && names_item(item, index)) return true;
  for (uint32_t i = 0; i < item->history_count; i++)
    if (item->history[i].entry == index) return true;
  return index + 1 == item->entry_count;
}

/* Has one of the entries that are shown, of the same report or of any, the same sentence? */
static bool is_shown(const ro_item *item, const bool *shown, uint32_t index, bool of_any) {
  const ro_entry *entry = &item->entries[index];
  for (uint32_t i = 0; i < index; i++)
    if (shown[i] && strcmp(item->entries[i].sentence, entry->sentence) == 0 &&
        (of_any || strcmp(item->entries[i].report, entry->report) == 0))
      return true;
  return false;
}

static void print_entries(ro_item_page *page, const ro_item *item) {
  bool *shown = ro_arena_alloc_array(page->arena, item->entry_count, sizeof *shown);
  bool few = page->most_quotes > 0;
  uint32_t printed = 0;
  for (uint32_t i = 0; i < item->entry_count && (!few || printed < page->most_quotes); i++) {
    if ((few && !is_telling(item, i)) || is_shown(item, shown, i, few)) continue;
    ro_item_page_print_entry(page, &item->entries[i], label_of(&item->entries[i]));
    shown[i] = true;
    printed++;
  }
}

void ro_item_page_print(ro_item_page *page, const ro_item *item) {
  ro_page_entry(page->page, ro_item_page_head(page, item));
  ro_page_remark(page->page, ro_arena_print(page->arena, "%s · %s%s · %.8s",
                                            ro_item_page_state(page, item), count_of(page, item),
                                            item->disputed ? " · accounts differ" : "", item->id));
  print_entries(page, item);
}
