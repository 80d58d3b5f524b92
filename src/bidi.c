#include "bidi.h"

#include <fribidi/fribidi.h>
#include <string.h>
#include <unistr.h>

/* Characters below this are never from right to left, nor is any byte of UTF-8 before this one. */
enum { FIRST_RIGHT = 0x0590, FIRST_BYTE = 0xD6 };

/* A line in the making: what fribidi knows of each character. */
struct line {
	FriBidiCharType types[BIDI_LIMIT];
	FriBidiBracketType brackets[BIDI_LIMIT];
	FriBidiLevel levels[BIDI_LIMIT];
	FriBidiArabicProp joining[BIDI_LIMIT];
	FriBidiStrIndex map[BIDI_LIMIT];
	FriBidiParType direction;
};

bool bidi_runs_left(uint32_t character)
{
	return character >= FIRST_RIGHT && FRIBIDI_IS_RTL(fribidi_get_bidi_type(character)) &&
	       FRIBIDI_IS_STRONG(fribidi_get_bidi_type(character));
}

static bool may_run_left(const char *words, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if ((unsigned char)words[i] >= FIRST_BYTE)
			return true;
	return false;
}

/* The letters of a text, weighed: 1 for each from right to left, -1 for each other. */
struct balance {
	long sum;
	int first;
	size_t depth; /* of the words that stand apart, in which we are */
};

static void weigh(struct balance *balance, FriBidiCharType type)
{
	if (type == FRIBIDI_TYPE_PDI) {
		balance->depth -= balance->depth > 0;
	} else if (FRIBIDI_IS_ISOLATE(type)) {
		balance->depth++;
	} else if (balance->depth == 0 && FRIBIDI_IS_LETTER(type)) {
		int weight = FRIBIDI_IS_RTL(type) ? 1 : -1;
		balance->sum += weight;
		if (balance->first == 0)
			balance->first = weight;
	}
}

static bool is_to_right(const struct balance *balance)
{
	return balance->sum > 0 || (balance->sum == 0 && balance->first > 0);
}

bool bidi_is_right(const char *words, size_t length)
{
	struct balance balance = {0};
	const uint8_t *bytes = (const uint8_t *)words;
	if (!may_run_left(words, length))
		return false;
	while (length > 0) {
		ucs4_t character;
		size_t count = (size_t)u8_mbtouc(&character, bytes, length);
		weigh(&balance, fribidi_get_bidi_type(character));
		bytes += count;
		length -= count;
	}
	return is_to_right(&balance);
}

/* Words that stand apart from what is before `rest` have a direction of their own, found as that of
 * a text. Returns the isolate that says so. */
static FriBidiCharType resolve(const FriBidiCharType *rest, size_t count)
{
	struct balance balance = {0};
	for (size_t i = 0; i < count; i++) {
		if (rest[i] == FRIBIDI_TYPE_PDI && balance.depth == 0)
			break;
		weigh(&balance, rest[i]);
	}
	return is_to_right(&balance) ? FRIBIDI_TYPE_RLI : FRIBIDI_TYPE_LRI;
}

static bool is_digit(const FriBidiChar *characters, FriBidiStrIndex i, FriBidiStrIndex count)
{
	return i < count && characters[i] >= '0' && characters[i] <= '9';
}

/* The number at `i` ends where this returns: digits, with signs between them as in dates and
 * ranges, and blanks as in telephone numbers, which begin with 0 or +. */
static FriBidiStrIndex end_number(
	const FriBidiChar *characters, FriBidiStrIndex i, FriBidiStrIndex count)
{
	bool telephone = characters[i] == '0' || characters[i] == '+';
	for (i++; i < count; i++) {
		bool between = is_digit(characters, i + 1, count) && characters[i] < 0x80 &&
			       strchr(telephone ? "-/.:, " : "-/.:,", (int)characters[i]);
		if (!between && !is_digit(characters, i, count))
			break;
	}
	return i;
}

/* By Unicode's rules the parts of 2026-11-23 would change places after an Arabic word, and nobody
 * would reach the number 088-7464466. So their signs are taken for digits, as the algorithm's rule
 * HL3 lets programs do. */
static void join_numbers(struct line *line, const FriBidiChar *characters, FriBidiStrIndex count)
{
	for (FriBidiStrIndex i = 0; i < count; i++) {
		bool sign = characters[i] == '+' && is_digit(characters, i + 1, count);
		if (!sign && !is_digit(characters, i, count))
			continue;
		FriBidiStrIndex end = end_number(characters, i, count);
		for (; i < end; i++)
			line->types[i] = FRIBIDI_TYPE_EN;
	}
}

/* Returns whether there are levels: fribidi needs memory for that. */
static bool find_levels(struct line *line, const FriBidiChar *characters, FriBidiStrIndex count)
{
	fribidi_get_bidi_types(characters, count, line->types);
	for (FriBidiStrIndex i = 0; i < count; i++)
		if (line->types[i] == FRIBIDI_TYPE_FSI)
			line->types[i] = resolve(line->types + i + 1, (size_t)(count - i - 1));
	join_numbers(line, characters, count);
	fribidi_get_bracket_types(characters, count, line->types, line->brackets);
	return fribidi_get_par_embedding_levels_ex(
		       line->types, line->brackets, count, &line->direction, line->levels) != 0;
}

/* Mirrors brackets, and joins letters. */
static void shape(struct line *line, FriBidiChar *characters, FriBidiStrIndex count, bool shapes)
{
	if (!shapes) {
		fribidi_shape(FRIBIDI_FLAG_SHAPE_MIRRORING, line->levels, count, NULL, characters);
		return;
	}
	fribidi_get_joining_types(characters, count, line->joining);
	fribidi_join_arabic(line->types, count, line->levels, line->joining);
	fribidi_shape(FRIBIDI_FLAG_SHAPE_MIRRORING | FRIBIDI_FLAGS_ARABIC, line->levels, count,
		line->joining, characters);
}

/* Nothing of a line stays in memory: it may be an answer. */
void bidi_arrange(uint32_t characters[], size_t count, bool right, bool shapes, size_t places[])
{
	struct line line;
	FriBidiStrIndex size = (FriBidiStrIndex)count;
	for (size_t i = 0; i < count; i++)
		places[i] = i;
	if (count == 0 || count > BIDI_LIMIT)
		return;
	line.direction = right ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
	if (find_levels(&line, characters, size)) {
		shape(&line, characters, size, shapes);
		for (FriBidiStrIndex i = 0; i < size; i++)
			line.map[i] = i;
		if (fribidi_reorder_line(FRIBIDI_FLAG_REORDER_NSM, line.types, size, 0,
			    line.direction, line.levels, characters, line.map))
			for (size_t i = 0; i < count; i++)
				places[i] = (size_t)line.map[i];
	}
	explicit_bzero(&line, sizeof line);
}
