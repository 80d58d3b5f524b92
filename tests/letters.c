#include "letters.h"

#include "screener/memory.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>

static void add(struct letters *letters, uint32_t code)
{
	if (letters->count == letters->capacity) {
		letters->capacity = letters->capacity ? letters->capacity * 2 : 1024;
		letters->codes =
			memory_grow(letters->codes, letters->capacity, sizeof *letters->codes);
	}
	letters->codes[letters->count++] = code;
}

void letters_add(struct letters *letters, const char *text)
{
	size_t length = 0;
	if (!text)
		return;
	uint8_t *usual =
		u8_normalize(UNINORM_NFKC, (const uint8_t *)text, strlen(text) + 1, NULL, &length);
	ck_assert_ptr_nonnull(usual);
	ucs4_t code;
	for (const uint8_t *next = usual; (next = u8_next(&code, next));)
		if (uc_is_property_alphabetic(code))
			add(letters, code);
	free(usual);
}

void letters_destroy(struct letters *letters)
{
	free(letters->codes);
	*letters = (struct letters){0};
}

static int compare(const void *left, const void *right)
{
	uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
	return (a > b) - (a < b);
}

unsigned long letters_compare(struct letters *some, struct letters *others)
{
	size_t i = 0;
	qsort(some->codes, some->count, sizeof *some->codes, compare);
	qsort(others->codes, others->count, sizeof *others->codes, compare);
	while (i < some->count && i < others->count && some->codes[i] == others->codes[i])
		i++;
	if (i < some->count && (i == others->count || some->codes[i] < others->codes[i]))
		return some->codes[i];
	return i < others->count ? others->codes[i] : 0;
}
