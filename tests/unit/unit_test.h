/* What every unit test includes, in the order that cmocka needs. */
#ifndef RO_TESTS_UNIT_TEST_H
#define RO_TESTS_UNIT_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#endif
