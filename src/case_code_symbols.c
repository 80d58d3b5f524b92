/* The characters of the case code: Crockford's base 32. */
#include "case_code_private.h"

#include "screener/memory.h"

#include <string.h>

static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

void case_symbols_init(struct case_symbols *symbols, size_t capacity)
{
	*symbols = (struct case_symbols){.items = memory_secret_new(capacity, 1)};
}

void case_symbols_destroy(struct case_symbols *symbols)
{
	memory_secret_free(symbols->items);
}

void case_symbols_write(const struct case_symbols *symbols, struct text *text)
{
	for (size_t i = 0; i < symbols->count; i++) {
		if (i > 0 && i % CASE_CODE_GROUP_SIZE == 0)
			text_add(text, "-");
		text_add_bytes(text, &alphabet[symbols->items[i]], 1);
	}
}

/* What stands between groups, or comes along when text is copied: blanks, hyphens and dashes of all
 * kinds, and the marks that keep text from left to right. Returns how many bytes it has, or 0. */
static size_t measure_gap(const char *words, size_t left)
{
	static const char *const gaps[] = {"\302\240", "\302\255", "\342\210\222"};
	const unsigned char *bytes = (const unsigned char *)words;
	if (strchr(" \t-", words[0]) && words[0])
		return 1;
	/* U+2000 to U+2015: blanks and dashes; U+2028 to U+202F and U+2066 to U+2069: directions.
	 */
	if (left >= 3 && bytes[0] == 0xe2 && bytes[1] == 0x80 &&
		(bytes[2] <= 0x95 || (bytes[2] >= 0xa8 && bytes[2] <= 0xaf)))
		return 3;
	if (left >= 3 && bytes[0] == 0xe2 && bytes[1] == 0x81 && bytes[2] >= 0xa6 &&
		bytes[2] <= 0xa9)
		return 3;
	for (size_t i = 0; i < sizeof gaps / sizeof gaps[0]; i++)
		if (left >= strlen(gaps[i]) && memcmp(words, gaps[i], strlen(gaps[i])) == 0)
			return strlen(gaps[i]);
	return 0;
}

enum { UNKNOWN = 32 };

/* The number of a character, kindly. */
static unsigned char find_symbol(char character)
{
	if (character >= 'a' && character <= 'z')
		character = (char)(character - 'a' + 'A');
	if (character == 'O')
		return 0;
	if (character == 'I' || character == 'L')
		return 1;
	const char *found = character ? strchr(alphabet, character) : NULL;
	return found ? (unsigned char)(found - alphabet) : UNKNOWN;
}

/* How many bytes a character of UTF-8 has. */
static size_t measure_character(const char *words, size_t left)
{
	size_t length = 1;
	while (length < left && length < 4 && ((unsigned char)words[length] & 0xc0) == 0x80)
		length++;
	return length;
}

static void quote(struct case_code *code, const char *words, size_t left)
{
	size_t length = measure_character(words, left);
	memcpy(code->excerpt, words, length);
	code->excerpt[length] = '\0';
}

/* How the groups were typed: only where there are gaps do they say something. The last one may be
 * shorter than the others. */
struct typed_groups {
	size_t count; /* of those that another one follows */
	size_t length; /* of the one that is being typed */
	bool ended; /* a gap was typed after it */
	size_t odd_count; /* of those with more or less than four characters */
	size_t odd; /* the last of these, */
	size_t odd_length;
};

static void take_into_group(struct typed_groups *groups)
{
	if (groups->ended) {
		groups->count++;
		if (groups->length != CASE_CODE_GROUP_SIZE) {
			groups->odd = groups->count;
			groups->odd_length = groups->length;
			groups->odd_count++;
		}
		groups->length = 0;
		groups->ended = false;
	}
	groups->length++;
}

static enum case_code_fault take(
	struct case_symbols *symbols, const char *words, size_t left, struct case_code *code)
{
	unsigned char symbol = find_symbol(words[0]);
	if (symbol == UNKNOWN) {
		code->group = symbols->count / CASE_CODE_GROUP_SIZE + 1;
		quote(code, words, left);
		return CASE_CODE_CHARACTER;
	}
	symbols->items[symbols->count++] = symbol;
	return CASE_CODE_FINE;
}

enum case_code_fault case_symbols_read(struct case_symbols *symbols, const char *words,
	size_t length, struct case_code *code, struct case_group *odd)
{
	struct typed_groups groups = {0};
	enum case_code_fault fault = CASE_CODE_FINE;
	size_t gap;
	for (size_t i = 0; i < length && !fault; i += gap ? gap : 1) {
		gap = measure_gap(words + i, length - i);
		if (!gap) {
			take_into_group(&groups);
			fault = take(symbols, words + i, length - i, code);
		} else if (groups.length) {
			groups.ended = true;
		}
	}
	*odd = (struct case_group){0};
	if (groups.odd_count == 1)
		*odd = (struct case_group){groups.odd, groups.odd_length};
	return fault;
}

void case_symbols_quote(
	const struct case_symbols *symbols, size_t group, size_t length, struct case_code *code)
{
	size_t start = (group - 1) * CASE_CODE_GROUP_SIZE, count = 0;
	while (count < length && count + 1 < CASE_CODE_EXCERPT_SIZE &&
		start + count < symbols->count) {
		code->excerpt[count] = alphabet[symbols->items[start + count]];
		count++;
	}
	code->excerpt[count] = '\0';
	code->group = group;
}

void case_code_add_groups(const char *words, size_t length, struct text *text)
{
	size_t count = 0, step;
	for (size_t i = 0; i < length; i += step) {
		unsigned char symbol = find_symbol(words[i]);
		step = measure_gap(words + i, length - i);
		if (step)
			continue;
		step = measure_character(words + i, length - i);
		if (count > 0 && count % CASE_CODE_GROUP_SIZE == 0)
			text_add(text, "-");
		text_add_bytes(text, symbol == UNKNOWN ? "?" : &alphabet[symbol], 1);
		count++;
	}
}
