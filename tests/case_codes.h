/* What the tests of the case code share: codes without hyphens, so that characters can be changed,
 * and any answers. What does not work fails the test. */
#ifndef TESTS_CASE_CODES_H
#define TESTS_CASE_CODES_H

#include "random_pack.h"
#include "small_pack.h"

#include "screener/case_code.h"

#include <stddef.h>

/* The 32 characters in their order; and a SHA-256 to make codes with. */
extern const char case_codes_alphabet[];
extern const char case_codes_digest[];

/* Writes a code without the hyphens; returns how many characters it has. */
size_t case_codes_write(const struct pack *pack, struct date date, const struct answer answers[],
	char bare[], size_t size);

enum case_code_fault case_codes_read(struct case_code *code, const char *words);

/* Checks that all answers came back, and from the code that they and the date do. */
void case_codes_check_answers(
	const struct case_code *code, const struct pack *pack, const struct answer answers[]);
void case_codes_check_round_trip(
	const struct pack *pack, struct date date, const struct answer answers[], const char *bare);

/* Any answers at all; those of random_answers are near the limits of the conditions. */
void case_codes_fill(struct random *random, const struct pack *pack, struct answer answers[]);

/* Names what a small pack leaves without a name. */
void case_codes_name(struct small_pack *small, const char *id);

#endif
