/* Repairs of what the model takes for source and content, by what the verb governs in the tree. */
#ifndef RO_STATEMENTS_COMPLEMENT_H
#define RO_STATEMENTS_COMPLEMENT_H

#include "statements/attribution_finder.h"

/* "called on Iceland to withdraw": who is asked is not all that is asked. "is accused by Norway of
 * fishing": what stands behind the agent is content. "Norway asked for time": a subject is no
 * content of its verb. "urged it to cease and provides for a term": no finite verb goes on with an
 * infinitive. "told us on condition of anonymity that …": the condition is no content. */
void ro_complement_repair(const ro_feature_source *source, ro_attribution *attribution);

/* Whether the token is a verb of speech that the parser joins to the words another one reports,
 * where it goes on with that other one: "denied that it was so and accused Iceland". */
bool ro_is_coordinated_cue(const ro_feature_source *source, uint32_t token);

#endif
