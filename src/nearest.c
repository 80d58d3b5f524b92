#include "nearest.h"

#include <string.h>

/* No identifier and no key is longer; longer words have no nearest. */
enum { WORD_LIMIT = 48 };

static unsigned char lower(char byte)
{
	return (unsigned char)(byte >= 'A' && byte <= 'Z' ? byte - 'A' + 'a' : byte);
}

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/*
 * The edits that make one word of the other: a byte more, less or changed, or two neighbours
 * swapped (Damerau-Levenshtein in its restricted form: nothing is edited twice). Case does not
 * count.
 */
static size_t measure(const char *a, size_t a_length, const char *b, size_t b_length)
{
	size_t rows[3][WORD_LIMIT + 1];
	size_t *before = rows[0], *last = rows[1], *row = rows[2];
	for (size_t j = 0; j <= b_length; j++)
		last[j] = j;
	for (size_t i = 1; i <= a_length; i++) {
		row[0] = i;
		for (size_t j = 1; j <= b_length; j++) {
			unsigned char x = lower(a[i - 1]), y = lower(b[j - 1]);
			row[j] = least(least(last[j], row[j - 1]) + 1, last[j - 1] + (x != y));
			if (i > 1 && j > 1 && x == lower(b[j - 2]) && lower(a[i - 2]) == y)
				row[j] = least(row[j], before[j - 2] + 1);
		}
		size_t *oldest = before;
		before = last;
		last = row;
		row = oldest;
	}
	return last[b_length];
}

void nearest_start(struct nearest *nearest, const char *word)
{
	size_t length = strlen(word);
	*nearest = (struct nearest){.word = word, .length = length, .distance = length / 3 + 1};
}

void nearest_try(struct nearest *nearest, const char *candidate)
{
	size_t length = strlen(candidate);
	if (nearest->length > WORD_LIMIT || length > WORD_LIMIT)
		return;
	size_t apart =
		length > nearest->length ? length - nearest->length : nearest->length - length;
	if (apart >= nearest->distance)
		return;
	size_t distance = measure(nearest->word, nearest->length, candidate, length);
	if (distance < nearest->distance) {
		nearest->distance = distance;
		nearest->found = candidate;
	}
}
