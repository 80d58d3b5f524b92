/* What the parts of the case code share. */
#ifndef CASE_CODE_PRIVATE_H
#define CASE_CODE_PRIVATE_H

#include "screener/case_code.h"

#include <stdint.h>

/* A large number, wiped when it is destroyed. */
struct case_number {
	uint32_t *limbs; /* the least first */
	size_t count;
};

/* Zero, with room for so many limbs of 32 bits. */
void case_number_init(struct case_number *number, size_t limbs);
void case_number_destroy(struct case_number *number);

/* Makes it number * radix + digit; divides it by the radix and returns the rest. A radix is from 1
 * to 2^32. */
void case_number_push(struct case_number *number, uint64_t radix, uint32_t digit);
uint32_t case_number_take(struct case_number *number, uint64_t radix);

bool case_number_is_zero(const struct case_number *number);

/* Its digits to the base of 32, the least first: how many there are, each, and setting one that is
 * zero. */
size_t case_number_length(const struct case_number *number);
unsigned char case_number_symbol(const struct case_number *number, size_t place);
void case_number_set_symbol(struct case_number *number, size_t place, unsigned char symbol);

/* The characters of a code as numbers below 32, wiped when destroyed. */
struct case_symbols {
	unsigned char *items;
	size_t count;
};

enum {
	CASE_CODE_GROUP_SIZE = 4,
	CASE_CODE_CHECK_SIZE = 4, /* check symbols at the end */
};

void case_symbols_init(struct case_symbols *symbols, size_t capacity);
void case_symbols_destroy(struct case_symbols *symbols);

/* Adds them as characters, with a hyphen between groups. */
void case_symbols_write(const struct case_symbols *symbols, struct text *text);

/* A group that was typed: its number from 1, or 0, and how many characters it has. */
struct case_group {
	size_t number;
	size_t length;
};

/* Reads what was typed. Returns CASE_CODE_FINE, or CASE_CODE_CHARACTER with its place in `code`.
 * `odd` is the only group that was typed without four characters, the last one aside. */
enum case_code_fault case_symbols_read(struct case_symbols *symbols, const char *words,
	size_t length, struct case_code *code, struct case_group *odd);

/* Sets the place and the excerpt of `code` to a group, of which `length` characters are shown. */
void case_symbols_quote(
	const struct case_symbols *symbols, size_t group, size_t length, struct case_code *code);

/* Sets the last CASE_CODE_CHECK_SIZE symbols. */
void case_check_set(struct case_symbols *symbols);

/* Whether they fit. If not, `*group` is the one with the only wrong character, or where two are
 * swapped, that would explain it; 0 where there is no such group or more than one. */
bool case_check_fits(const struct case_symbols *symbols, size_t *group);

/* The questions that a code was made with, as those of the pack: what each of them was then. */
struct case_layout {
	const struct pack *pack;
	struct case_layout_item {
		bool absent; /* it was not there */
		uint64_t options; /* it had these; bit i: option i */
	} * items;
};

/* As the pack has them now. */
void case_layout_init(struct case_layout *layout, const struct pack *pack);
void case_layout_destroy(struct case_layout *layout);

/* How many options the question had; and whether it has more now. */
size_t case_layout_options(const struct case_layout *layout, size_t question);
bool case_layout_has_grown(const struct case_layout *layout, size_t question);

enum { CASE_CODE_ID_BITS = 6, CASE_CODE_QUESTIONS_BITS = 30 };

/* The fingerprints of the pack's identifier and of the questions. */
uint32_t case_layout_id(const struct pack *pack);
uint32_t case_layout_fingerprint(const struct case_layout *layout);

/* Finds the questions with this fingerprint. Returns false where there are none, or not for
 * certain. */
bool case_layout_find(struct case_layout *layout, uint32_t fingerprint);

/* Digits of a mixed radix, in the order in which they are taken. */
struct case_digits {
	struct case_digit {
		uint64_t radix;
		uint32_t value;
	} * items;
	size_t count;
};

enum { CASE_CODE_DIGITS_LIMIT = 4 /* that a question takes at most */ };

void case_digits_add(struct case_digits *digits, uint64_t radix, uint64_t value);

/* Adds the answers: each question is a digit, or, where `sparse`, each question that was asked has
 * its place before it. */
void case_answers_write(struct case_digits *digits, const struct answer answers[],
	const struct pack *pack, bool sparse);

/* Takes them from the number. What cannot have been written leaves something of it. */
void case_answers_read(struct case_number *number, const struct case_layout *layout, bool sparse,
	struct case_code *code);

#endif
