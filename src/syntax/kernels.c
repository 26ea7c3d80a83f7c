#include "syntax/kernels_versions.h"

#if defined(__x86_64__)

const ro_kernels *const *ro_kernels_all(void) {
  static const ro_kernels *const upto_avx512[] = {&ro_kernels_plain, &ro_kernels_avx2,
                                                  &ro_kernels_avx512, NULL};
  static const ro_kernels *const upto_avx2[] = {&ro_kernels_plain, &ro_kernels_avx2, NULL};
  static const ro_kernels *const only_plain[] = {&ro_kernels_plain, NULL};
  return ro_can_avx512() ? upto_avx512 : ro_can_avx2() ? upto_avx2 : only_plain;
}

#elif defined(__aarch64__)

const ro_kernels *const *ro_kernels_all(void) {
  static const ro_kernels *const upto_dot[] = {&ro_kernels_plain, &ro_kernels_neon,
                                               &ro_kernels_neon_dot, NULL};
  static const ro_kernels *const upto_neon[] = {&ro_kernels_plain, &ro_kernels_neon, NULL};
  return ro_can_neon_dot() ? upto_dot : upto_neon;
}

#else

const ro_kernels *const *ro_kernels_all(void) {
  static const ro_kernels *const only_plain[] = {&ro_kernels_plain, NULL};
  return only_plain;
}

#endif

const ro_kernels *ro_kernels_best(void) {
  const ro_kernels *const *all = ro_kernels_all();
  while (all[1])
    all++;
  return all[0];
}
