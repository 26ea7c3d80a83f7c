/* What the matching asks of two records: who is the same, and how alike their words are. */
#ifndef RO_LEDGER_ALIKE_H
#define RO_LEDGER_ALIKE_H

#include "ledger/features/features.h"

/* A report seldom tells one act twice: the likeness of wordings from which it does. */
enum { RO_LIKE_IN_ONE_REPORT = 700 };

/* Days within which a matter is known again without the same addressee. */
enum { RO_ONE_TIME = 240 };

/* Nothing in its wording tells what it is about: "rejected the demand", "declined the request". */
bool ro_is_generic(const ro_features *features);

bool ro_same_report(const ro_features *a, const ro_features *b);

/* Sentences between two records of one report. */
uint32_t ro_sentences_apart(const ro_features *a, const ro_features *b);

/* May a party of one be a party of the other? An empty list or a loose group may mean anybody. */
bool ro_may_meet(ro_parties a, ro_parties b);

/* How alike the wordings are; where the first says nothing by itself, its surroundings help. */
uint32_t ro_likeness(const ro_features *a, const ro_features *b);

/* Codes of a list, and those that two have, loose groups apart. */
uint32_t ro_count_named(ro_parties parties);
uint32_t ro_count_shared(ro_parties a, ro_parties b);

/* A meeting of one: the report does not say who else was there, or it was not understood. */
bool ro_lacks_partner(const ro_features *meeting);

/* Share of the participants that are the same, 0 to 1000; a loose group stands for the rest. */
uint32_t ro_participants_alike(const ro_features *a, const ro_features *b);

#endif
