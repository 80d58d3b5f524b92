#include "case_code_private.h"

#include "screener/memory.h"

enum { LIMB = 32, SYMBOL = 5 };

void case_number_init(struct case_number *number, size_t limbs)
{
	/* A symbol may reach into the limb after its own. */
	number->count = limbs + 1;
	number->limbs = memory_secret_new(number->count, sizeof *number->limbs);
}

void case_number_destroy(struct case_number *number)
{
	memory_secret_free(number->limbs);
}

void case_number_push(struct case_number *number, uint64_t radix, uint32_t digit)
{
	uint64_t carry = digit;
	for (size_t i = 0; i < number->count; i++) {
		carry += number->limbs[i] * radix;
		number->limbs[i] = (uint32_t)carry;
		carry >>= LIMB;
	}
}

uint32_t case_number_take(struct case_number *number, uint64_t radix)
{
	uint64_t rest = 0;
	for (size_t i = number->count; i-- > 0;) {
		rest = rest << LIMB | number->limbs[i];
		number->limbs[i] = (uint32_t)(rest / radix);
		rest %= radix;
	}
	return (uint32_t)rest;
}

bool case_number_is_zero(const struct case_number *number)
{
	for (size_t i = 0; i < number->count; i++)
		if (number->limbs[i])
			return false;
	return true;
}

size_t case_number_length(const struct case_number *number)
{
	size_t length = number->count * LIMB / SYMBOL + 1;
	while (length > 0 && case_number_symbol(number, length - 1) == 0)
		length--;
	return length;
}

unsigned char case_number_symbol(const struct case_number *number, size_t place)
{
	size_t limb = place * SYMBOL / LIMB;
	uint64_t bits = limb < number->count ? number->limbs[limb] : 0;
	if (limb + 1 < number->count)
		bits |= (uint64_t)number->limbs[limb + 1] << LIMB;
	return (unsigned char)(bits >> place * SYMBOL % LIMB & 31);
}

void case_number_set_symbol(struct case_number *number, size_t place, unsigned char symbol)
{
	size_t limb = place * SYMBOL / LIMB;
	uint64_t bits = (uint64_t)symbol << place * SYMBOL % LIMB;
	number->limbs[limb] |= (uint32_t)bits;
	number->limbs[limb + 1] |= (uint32_t)(bits >> LIMB);
}
