/* Subjects that the parser hangs on a phrase in front of the clause. */
#ifndef RO_RECORDS_FRONTED_H
#define RO_RECORDS_FRONTED_H

#include "records/scene/scene.h"

/* "At the United Nations, CHINA and RUSSIA blocked it": hangs the token in `copy` where it belongs;
 * false where it is no such subject. */
bool fronted_rehang(ro_document *copy, const ro_scene *scene, uint32_t token);

#endif
