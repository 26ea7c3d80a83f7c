/* Acronyms that the report explains itself: "the Armed Forces of the Philippines (AFP)". */
#ifndef RO_NAMES_ACRONYMS_H
#define RO_NAMES_ACRONYMS_H

#include "names/name_scene.h"

/* Makes every mention of such an acronym one of the state whose organ it is, whatever the
 * dictionary knows under these letters. Comes after the names. */
void ro_acronyms_find(ro_name_scene *scene);

#endif
