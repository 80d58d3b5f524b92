#include "languages.h"

#include "screener/memory.h"

#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <unilbrk.h>
#include <uninorm.h>
#include <unistr.h>
#include <uniwidth.h>

/* Letters that the parts of a word have between which a line may end after a hyphen. */
enum { PART_LEAST = 4 };

/* Reads one character, which is never the NUL, and returns its bytes; what is no UTF-8 is one byte
 * long. */
static size_t read_character(const char *words, size_t length, ucs4_t *character)
{
	unsigned char first = (unsigned char)*words;
	if (first < 0x80) {
		*character = first;
		return 1;
	}
	int bytes = u8_mbtouc(character, (const uint8_t *)words, length);
	return bytes > 0 ? (size_t)bytes : 1;
}

/*
 * Letters that Unicode does not decompose, in ascending order, with what people type who have no
 * key for them. A blank: it separates words, as the apostrophe that is typed for it does.
 */
static const struct substitute {
	ucs4_t letter;
	const char *typed;
} substitutes[] = {
	{0x00DF, "ss"}, /* ß */
	{0x00E6, "ae"}, /* æ */
	{0x00F0, "d"}, /* ð */
	{0x00F8, "o"}, /* ø */
	{0x00FE, "th"}, /* þ */
	{0x0111, "d"}, /* đ */
	{0x0127, "h"}, /* ħ */
	{0x0131, "i"}, /* ı */
	{0x0138, "k"}, /* ĸ */
	{0x0142, "l"}, /* ł */
	{0x014B, "ng"}, /* ŋ */
	{0x0153, "oe"}, /* œ */
	{0x0167, "t"}, /* ŧ */
	{0x0180, "b"}, /* ƀ */
	{0x0253, "b"}, /* ɓ */
	{0x0257, "d"}, /* ɗ */
	{0x0259, "e"}, /* ə */
	{0x02BB, " "}, /* the okina */
	{0x02BC, " "}, /* the letter apostrophe */
	{0x03C2, "σ"}, /* the sigma that ends words */
	{0x0629, "ه"}, /* the ending that is written for it as well */
	{0x0640, ""}, /* the stroke that stretches Arabic words */
	{0x0649, "ي"}, /* the Arabic and the Persian keyboard have one each: */
	{0x06A9, "ك"}, /* one is taken for the other */
	{0x06CC, "ي"},
};

/* A key being made. */
struct folding {
	struct text *key;
	size_t start; /* where it begins in the text */
	bool gap; /* a blank is due before the next letter */
};

static void add_letters(struct folding *folding, const char *letters, size_t length)
{
	if (folding->gap && folding->key->length > folding->start)
		text_add_bytes(folding->key, " ", 1);
	folding->gap = false;
	text_add_bytes(folding->key, letters, length);
}

static int compare_substitute(const void *letter, const void *entry)
{
	ucs4_t a = *(const ucs4_t *)letter, b = ((const struct substitute *)entry)->letter;
	return (a > b) - (a < b);
}

/* Adds a character that decomposes no further. */
static void add_simple(struct folding *folding, ucs4_t character)
{
	char bytes[6];
	ucs4_t lower = uc_tolower(character);
	const struct substitute *found =
		bsearch(&lower, substitutes, sizeof substitutes / sizeof substitutes[0],
			sizeof substitutes[0], compare_substitute);
	if (found && *found->typed != ' ') {
		add_letters(folding, found->typed, strlen(found->typed));
		return;
	}
	/* Accents combine in some class other than 0; a mark of class 0 is a vowel. */
	if (uc_combining_class(lower) != UC_CCC_NR)
		return;
	if (found || !uc_is_general_category_withtable(
			     lower, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_M | UC_CATEGORY_MASK_N)) {
		folding->gap = true;
		return;
	}
	int length = u8_uctomb((uint8_t *)bytes, lower, sizeof bytes);
	add_letters(folding, bytes, length > 0 ? (size_t)length : 0);
}

/* One step of decomposition at a time, which is what Unicode's table holds. */
static void add_character(struct folding *folding, ucs4_t character)
{
	ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];
	int tag;
	int count = uc_decomposition(character, &tag, parts);
	if (count <= 0)
		add_simple(folding, character);
	for (int i = 0; i < count; i++)
		add_character(folding, parts[i]);
}

/* In lower case, or NUL for what is neither a letter nor a digit. */
static char fold_ascii(char character)
{
	if (character >= 'A' && character <= 'Z')
		return (char)(character - 'A' + 'a');
	bool kept =
		(character >= 'a' && character <= 'z') || (character >= '0' && character <= '9');
	return kept ? character : '\0';
}

/* Adds the letters that the words begin with, as far as they are ASCII; returns how many. */
static size_t add_ascii(struct folding *folding, const char *words)
{
	char run[64];
	size_t length = 0;
	while (length < sizeof run && (run[length] = fold_ascii(words[length])))
		length++;
	if (length)
		add_letters(folding, run, length);
	return length;
}

void languages_add_key(struct text *key, const char *words)
{
	struct folding folding = {.key = key, .start = key->length};
	const char *end = words + strlen(words);
	while (words < end) {
		ucs4_t character;
		words += add_ascii(&folding, words);
		if (words == end)
			break;
		size_t length = read_character(words, (size_t)(end - words), &character);
		if (length > 1)
			add_character(&folding, character);
		else if (!fold_ascii(*words))
			folding.gap = true;
		else
			continue;
		words += length;
	}
}

size_t languages_width(const char *text)
{
	size_t width = 0;
	for (; *text; text++) {
		unsigned char byte = (unsigned char)*text;
		if (byte >= 0x80)
			return width +
			       (size_t)u8_width((const uint8_t *)text, strlen(text), "UTF-8");
		width += byte >= ' ' && byte != 0x7F;
	}
	return width;
}

/* Returns `end` without the blanks before it. */
static size_t trim(const char *words, size_t end)
{
	while (end > 0 && words[end - 1] == ' ')
		end--;
	return end;
}

/*
 * Walks to the first character that no longer fits in `width` columns, to a newline or to the end.
 * Blanks fit always, as those at the end of a line are not shown. Returns where it is, and in
 * `*character` its length (0 at the end).
 */
static size_t walk(const char *words, size_t length, size_t width, size_t *character)
{
	size_t at = 0, columns = 0;
	*character = 0;
	while (at < length && words[at] != '\n') {
		ucs4_t code;
		size_t bytes = read_character(words + at, length - at, &code);
		int wide = uc_width(code, "UTF-8");
		if (wide > 0)
			columns += (size_t)wide;
		*character = bytes;
		/* The first one is taken even where it is wider than the line: every line ends. */
		if (columns > width && wide > 0 && code != ' ' && at > 0)
			return at;
		at += bytes;
	}
	*character = at < length ? 1 : 0;
	return at;
}

/* How many letters stand between `at` and the end of the part of a word there, looking by `step` of
 * 1 or -1 bytes; a part ends at a blank, a hyphen or a bracket. */
static size_t count_letters(const char *words, size_t length, size_t at, int step)
{
	size_t letters = 0;
	for (size_t i = at; i < length && !strchr(" \n-()/,.;:", words[i]); i += (size_t)step)
		letters += ((unsigned char)words[i] & 0xC0) != 0x80;
	return letters;
}

/* Whether a hyphen stands before `at` that holds a short part to its word: "ex-" or "-ama" alone at
 * the end or the beginning of a line is read as something else. */
static bool is_held(const char *words, size_t length, size_t at)
{
	if (at < 2 || words[at - 1] != '-')
		return false;
	return count_letters(words, length, at - 2, -1) < PART_LEAST ||
	       count_letters(words, length, at, 1) < PART_LEAST;
}

/* The last place up to `at` where Unicode allows a break before the character there, and no hyphen
 * forbids it; 0 where there is none. */
static size_t find_break(const char *words, size_t length, size_t at, size_t character)
{
	char *breaks = memory_new(at + character, 1);
	u8_possible_linebreaks((const uint8_t *)words, at + character, "UTF-8", breaks);
	while (at > 0 && (breaks[at] != UC_BREAK_POSSIBLE || is_held(words, length, at)))
		at--;
	free(breaks);
	return at;
}

void languages_break(const char *words, size_t width, size_t *shown, size_t *next)
{
	size_t character;
	size_t length = strlen(words);
	size_t at = walk(words, length, width, &character);
	if (at == length || words[at] == '\n') {
		*shown = trim(words, at);
		*next = at + character;
		return;
	}
	size_t place = find_break(words, length, at, character);
	/* A word longer than the line, with nothing but blanks before it at most. */
	if (trim(words, place) == 0)
		place = at;
	*shown = trim(words, place);
	*next = place;
}
