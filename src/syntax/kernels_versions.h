/* The versions of the kernels, each in a file of its own, and whether this processor has what it
 * needs.
 *
 * Products are made in tiles of a few rows by a few blocks of outputs, whose sums stay in
 * registers; they are named one by one, since compilers keep arrays of vectors in memory. Where a
 * tile sticks out over the last row or block, that one is done again and not stored. */
#ifndef RO_SYNTAX_KERNELS_VERSIONS_H
#define RO_SYNTAX_KERNELS_VERSIONS_H

#include <stdbool.h>

#include "syntax/kernels.h"

extern const ro_kernels ro_kernels_plain;

#if defined(__x86_64__)
extern const ro_kernels ro_kernels_avx2, ro_kernels_avx512;
bool ro_can_avx2(void);
bool ro_can_avx512(void); /* with VNNI, which multiplies bytes */
#elif defined(__aarch64__)
extern const ro_kernels ro_kernels_neon, ro_kernels_neon_dot;
bool ro_can_neon_dot(void); /* products of bytes: all from ARMv8.4 on, many before */
#endif

static inline size_t ro_smaller(size_t a, size_t b) {
  return a < b ? a : b;
}

#endif
