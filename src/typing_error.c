#include "typing_error.h"

#include <stdint.h>
#include <string.h>

static bool is_inside(char byte)
{
	return ((unsigned char)byte & 0xC0) == 0x80;
}

size_t typing_letters(const char *words, size_t length)
{
	size_t letters = 0;
	for (size_t i = 0; i < length; i++)
		letters += !is_inside(words[i]);
	return letters;
}

/* The bytes of the first character, 0 where there is none. */
static size_t measure(const char *words, size_t length)
{
	size_t bytes = length > 0;
	while (bytes && bytes < length && is_inside(words[bytes]))
		bytes++;
	return bytes;
}

/* What is still to be compared of what was typed and of the word. */
struct rest {
	const char *typed;
	size_t length;
	const char *word;
	size_t word_length;
	bool whole; /* the word must end where what was typed ends */
};

/* Whether the rest fits without these many bytes of each. */
static bool fits_without(const struct rest *rest, size_t typed, size_t word)
{
	size_t length = rest->length - typed, word_length = rest->word_length - word;
	if (rest->whole ? length != word_length : length > word_length)
		return false;
	return memcmp(rest->typed + typed, rest->word + word, length) == 0;
}

/* Whether the first two characters of each are the same ones, in the other order. */
static bool is_swapped(const struct rest *rest, size_t first, size_t second)
{
	if (!second || first + second > rest->word_length)
		return false;
	return memcmp(rest->typed, rest->word + second, first) == 0 &&
	       memcmp(rest->typed + first, rest->word, second) == 0;
}

/* The error can only be where the two first differ: after what they have in common. */
static bool has_one_error(struct rest rest)
{
	size_t same = 0;
	while (same < rest.length && same < rest.word_length && rest.typed[same] == rest.word[same])
		same++;
	while (same > 0 && ((same < rest.length && is_inside(rest.typed[same])) ||
				   (same < rest.word_length && is_inside(rest.word[same]))))
		same--;
	rest.typed += same, rest.length -= same;
	rest.word += same, rest.word_length -= same;
	size_t typed = measure(rest.typed, rest.length);
	size_t word = measure(rest.word, rest.word_length);
	size_t next = measure(rest.typed + typed, rest.length - typed);
	if (typed && word && fits_without(&rest, typed, word))
		return true;
	if ((word && fits_without(&rest, 0, word)) || (typed && fits_without(&rest, typed, 0)))
		return true;
	return is_swapped(&rest, typed, next) && fits_without(&rest, typed + next, typed + next);
}

bool typing_error_in_word(const char *typed, size_t length, const char *word)
{
	return has_one_error((struct rest){typed, length, word, strlen(word), true});
}

bool typing_error_in_beginning(const char *typed, size_t length, const char *word)
{
	if (strncmp(typed, word, length) == 0)
		return true;
	return has_one_error((struct rest){typed, length, word, strlen(word), false});
}

/* Fewer letters, doubled or not, would be the beginning of too many words. */
enum { SINGLE_LEAST = 4 };

/* Returns how much of the word is what was typed, if doubled letters are as good as single ones;
 * SIZE_MAX where not all that was typed is in it. */
static size_t match_singly(const char *typed, size_t length, const char *word)
{
	size_t i = 0, at = 0, single = 0;
	for (; i < length; single++) {
		char letter = typed[i];
		if (word[at] != letter)
			return SIZE_MAX;
		while (i < length && typed[i] == letter)
			i++;
		while (word[at] == letter)
			at++;
	}
	return single < SINGLE_LEAST ? SIZE_MAX : at;
}

bool typing_doubles_in_word(const char *typed, size_t length, const char *word)
{
	return match_singly(typed, length, word) == strlen(word);
}

bool typing_doubles_in_beginning(const char *typed, size_t length, const char *word)
{
	return match_singly(typed, length, word) != SIZE_MAX;
}
