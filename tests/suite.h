/* How every test program ends: it runs its one suite. */
#ifndef TESTS_SUITE_H
#define TESTS_SUITE_H

#include <check.h>

/* Takes the suite and runs it. Returns what main returns. */
int suite_run(Suite *suite);

#endif
