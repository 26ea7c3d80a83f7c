/* By which day the matter of an act falls due. */
#ifndef RO_RECORDS_DEADLINES_H
#define RO_RECORDS_DEADLINES_H

#include "records/days/time_line.h"
#include "records/matching/matcher.h"

/* Of what is promised or demanded. `clause` tells the act; with `later` its own days are those of
 * the matter ("they will answer on Friday"). */
ro_interval deadline_of_matter(const act_match *match, const time_line *line, uint32_t clause,
                               bool later);

/* Of what is promised, where another sentence tells when it is expected: "expects the answers early
 * this week". */
ro_interval deadline_told_elsewhere(const act_match *match, const time_line *line);

/* Of what is signed or accepted, which may name its length: "signed a truce for 60 days". */
ro_interval deadline_of_accord(const time_line *line, uint32_t clause);

/* "will meet within a week", "before the year is out": from the publication to the last day. */
ro_interval deadline_from_now(const time_line *line, uint32_t clause);

/* "promised on Saturday to set it up within 30 days": a length is counted from the day of the act.
 */
ro_interval deadline_counted_from(const time_line *line, uint32_t clause, ro_interval due,
                                  ro_day day);

#endif
