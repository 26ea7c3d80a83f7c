/* Who did it where only the attack tells: "were killed in an ICELANDIC air strike", "by mortar fire
 * FROM THE REBELS", "in clashes with THE POLICE". */
#ifndef RO_RECORDS_ATTACKERS_H
#define RO_RECORDS_ATTACKERS_H

#include "records/parties/parties.h"

/* Adds those whose attack the verb's clause tells of, but for the victims' own sides; the attack's
 * noun, RO_NONE where there is none. */
uint32_t attackers_find(ro_parties *out, const ro_scene *scene, uint32_t verb,
                        const ro_parties *victims);

/* Adds those by whom the attack was that only words describe: "in an attack by REBELS". */
void attackers_describe(ro_parties *out, const ro_scene *scene, uint32_t attack,
                        const ro_parties *victims);

#endif
