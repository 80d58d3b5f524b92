/* The check symbols: see case_code.h. */
#include "case_code_private.h"

#include <string.h>

enum { ROOTS = CASE_CODE_CHECK_SIZE };

/* a, a^2, a^3 and a^4; and the polynomial with these roots, x^4 + 30 x^3 + 6 x^2 + 9 x + 17. */
static const unsigned char roots[ROOTS] = {2, 4, 8, 16};
static const unsigned char generator[ROOTS] = {30, 6, 9, 17};

/* In GF(2)[x]/(x^5 + x^2 + 1). */
static unsigned char multiply(unsigned char a, unsigned char b)
{
	unsigned product = 0, factor = a;
	for (unsigned left = b; left; left >>= 1) {
		if (left & 1)
			product ^= factor;
		factor <<= 1;
		if (factor & 32)
			factor ^= 37;
	}
	return (unsigned char)product;
}

/* The rest of the polynomial with one symbol more. */
static void shift(unsigned char rest[ROOTS], unsigned char symbol)
{
	unsigned char first = rest[0];
	for (int i = 0; i < ROOTS; i++) {
		unsigned char next = i + 1 < ROOTS ? rest[i + 1] : symbol;
		rest[i] = next ^ multiply(first, generator[i]);
	}
}

void case_check_set(struct case_symbols *symbols)
{
	unsigned char rest[ROOTS] = {0};
	size_t body = symbols->count - ROOTS;
	shift(rest, symbols->count & 31);
	for (size_t i = 0; i < body; i++)
		shift(rest, symbols->items[i]);
	for (int i = 0; i < ROOTS; i++)
		shift(rest, 0);
	memcpy(symbols->items + body, rest, sizeof rest);
	explicit_bzero(rest, sizeof rest);
}

/* The value at each root, by Horner's rule. */
static void evaluate(const struct case_symbols *symbols, unsigned char sums[ROOTS])
{
	for (int j = 0; j < ROOTS; j++) {
		sums[j] = symbols->count & 31;
		for (size_t i = 0; i < symbols->count; i++)
			sums[j] = multiply(sums[j], roots[j]) ^ symbols->items[i];
	}
}

/* Whether one wrong character at a place would give these sums; `powers` are the roots to the power
 * of the place. */
static bool explains_wrong(const unsigned char sums[ROOTS], const unsigned char powers[ROOTS])
{
	for (int j = 0; j + 1 < ROOTS; j++)
		if (sums[j + 1] != multiply(sums[j], powers[0]))
			return false;
	return sums[0] != 0;
}

/* Whether the character at a place and the one on its left, swapped, would. */
static bool explains_swap(const struct case_symbols *symbols, size_t place,
	const unsigned char sums[ROOTS], const unsigned char powers[ROOTS])
{
	if (place == 0)
		return false;
	unsigned char error = symbols->items[place - 1] ^ symbols->items[place];
	for (int j = 0; j < ROOTS; j++)
		if (sums[j] != multiply(multiply(error, powers[j]), roots[j] ^ 1))
			return false;
	return true;
}

static size_t locate(const struct case_symbols *symbols, const unsigned char sums[ROOTS])
{
	unsigned char powers[ROOTS] = {1, 1, 1, 1};
	size_t found = 0;
	for (size_t place = symbols->count; place-- > 0;) {
		size_t group = place / CASE_CODE_GROUP_SIZE + 1;
		if (explains_wrong(sums, powers) || explains_swap(symbols, place, sums, powers)) {
			if (found && found != group)
				return 0;
			found = group;
		}
		for (int j = 0; j < ROOTS; j++)
			powers[j] = multiply(powers[j], roots[j]);
	}
	return found;
}

bool case_check_fits(const struct case_symbols *symbols, size_t *group)
{
	unsigned char sums[ROOTS], none[ROOTS] = {0};
	evaluate(symbols, sums);
	bool fits = memcmp(sums, none, sizeof sums) == 0;
	*group = fits ? 0 : locate(symbols, sums);
	explicit_bzero(sums, sizeof sums);
	return fits;
}
