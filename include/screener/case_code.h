/* The case code: a whole screening in some thirty characters, which paper carries and a keyboard
 * brings back. */
#ifndef SCREENER_CASE_CODE_H
#define SCREENER_CASE_CODE_H

#include "screener/answers.h"
#include "screener/date.h"
#include "screener/pack.h"
#include "screener/text.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * What is in it: the format, which pack and which of its versions, a fingerprint of its questions,
 * the day of the screening, every answer, parked ones too, and how each question without one was
 * left. No date of birth, which no answer has, and nothing that is not in the answers.
 *
 * It is one large number in a mixed radix: each question is a digit with as many values as it has
 * answers, so the fullest client of 13 questions takes 28 characters. A country is its two letters,
 * which stay right when the table of countries grows. Where few of many questions were asked, those
 * are named instead of all that were not.
 *
 * It is written in Douglas Crockford's base 32 (crockford.com/base32.html), which lacks I, L, O and
 * U; small letters, O for 0, and I and l for 1 are read too, and blanks and hyphens are passed over
 * wherever they stand. The first character is the format, a letter: so a paragraph that runs from
 * right to left shows the groups in their order.
 *
 * The last four characters are check symbols of a Reed-Solomon code over GF(32) (Reed and Solomon,
 * 1960): with c[i] the i-th character from the right, from 0, their number put before them as one
 * more, and a = 2 of order 31 in GF(2)[x]/(x^5+x^2+1), the sum of c[i] * a^(i*j) is 0 for
 * j = 1, 2, 3, 4. So, whatever the length and whichever characters:
 *  - one wrong character, by e, adds e * a^i to the first sum, which is never 0: always refused;
 *  - two unequal neighbours swapped, by e = c[i] + c[i+1], add e * a^i * (1 + a): likewise;
 *  - up to 31 characters, any four wrong ones are refused too, as the least distance of the code is
 *    then 5; and one wrong character, or one swap, can be found;
 *  - anything else, such as a character lost or doubled, passes once in 2^20 times (never the last
 *    one lost, up to 30), and must then come out even: as answers that take that many characters,
 *    with nothing left over. Of what is typed at random the fingerprints have to be right as well.
 *
 * Rules change, and an answer that is carried over to a question it was not given to is the worst
 * that could happen. The digits mean nothing without the questions that they were made with. So
 * those have to be found exactly, by the fingerprint of all identifiers, types and options in
 * order: the pack's own questions; or those with a few questions or options taken away, where the
 * pack has got them since. At most 4096 such lists are tried, of which one fits by chance less
 * than once in 2^18 times; where two fit, none is taken. An answer to a question that has options
 * now which it lacked then is left out, because the client could not choose them. Where nothing
 * fits, the code is refused, and the rules that it was made with, which the paper names beside it,
 * bring it back.
 */

enum case_code_fault {
	CASE_CODE_FINE,
	CASE_CODE_EMPTY,
	CASE_CODE_CHARACTER, /* `excerpt` is a character that no code has, such as U; in `group` */
	CASE_CODE_SHORT, /* too few characters for any code */
	CASE_CODE_GROUP, /* not as printed, and `group` alone has not got four characters */
	CASE_CODE_CHECK, /* not as printed; `group` is where, most likely, or 0 */
	CASE_CODE_NEWER, /* of a format that is not known yet */
	CASE_CODE_OTHER_PACK,
	CASE_CODE_OTHER_QUESTIONS, /* of this pack, but its questions were others then */
	CASE_CODE_FAULT_COUNT
};

/* How the rules that a code was made with are to those in use. */
enum case_code_rules {
	CASE_CODE_SAME_RULES, /* to the byte, as far as its fingerprint tells */
	CASE_CODE_CHANGED_RULES, /* with the same questions: all answers carry over */
	CASE_CODE_GROWN_RULES, /* with more questions or options now */
	CASE_CODE_RULES_COUNT
};

enum { CASE_CODE_EXCERPT_SIZE = 8 /* bytes, with the NUL */ };

struct case_code {
	const struct pack *pack;
	enum case_code_rules rules;
	struct date date; /* the day of the screening */
	struct answer *answers; /* one a question; secret */
	bool *left_out; /* one a question: was answered, and does not carry over; then not asked */
	size_t group; /* of a fault, from 1 */
	char excerpt[CASE_CODE_EXCERPT_SIZE]; /* the group as it was read, or the character */
};

/* Borrows the pack, which must outlive it. No question is answered. */
void case_code_init(struct case_code *code, const struct pack *pack);

/* Wipes it. */
void case_code_destroy(struct case_code *code);

/* Adds the code in groups of four with hyphens between them. `digest` is the SHA-256 of the pack's
 * files in hexadecimal. */
void case_code_write(const struct pack *pack, const char *digest, struct date date,
	const struct answer answers[], struct text *text);

/* Adds what was typed so far, UTF-8, as it would be printed; what no code has as a question mark.
 */
void case_code_add_groups(const char *words, size_t length, struct text *text);

/* Reads a code as it was typed, UTF-8. What is in `code` after a fault but `group` and `excerpt` is
 * of no use. */
enum case_code_fault case_code_read(struct case_code *code, const char *digest, const char *words,
	size_t length) __attribute__((warn_unused_result));

#endif
