/* Joins the mentions that are of the same one and tells who each is, from the beginning of the
 * report to its end: exact names, titles with names, surnames, nouns, then pronouns, each only
 * where syntax allows (a deterministic sieve after Raghunathan et al. 2010 and Lee et al. 2013). */
#ifndef RO_NAMES_CHAINS_H
#define RO_NAMES_CHAINS_H

#include "names/name_scene.h"

void ro_chains_resolve(ro_name_scene *scene);

#endif
