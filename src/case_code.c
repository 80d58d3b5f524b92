#include "screener/case_code.h"

#include "case_code_private.h"

#include "screener/memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum {
	SYMBOL_BITS = 5,
	FORMAT = 10, /* as a symbol: A */
	FORMAT_FIRST_LETTER = 10,
	RULES_BITS = 16,
	RULES_DIGITS = RULES_BITS / 4, /* hexadecimal */
	DAYS_BITS = 15, /* from the beginning of 2020 on, nearly ninety years */
	FAR_DAYS_BITS = 22, /* from the beginning of the year 1000 on */
	HEADER_BITS =
		SYMBOL_BITS + CASE_CODE_ID_BITS + RULES_BITS + CASE_CODE_QUESTIONS_BITS + DAYS_BITS,
	HEADER_LENGTH = (HEADER_BITS + SYMBOL_BITS - 1) / SYMBOL_BITS,
	LENGTH_LEAST = HEADER_LENGTH + CASE_CODE_CHECK_SIZE,
	HEADER_DIGITS = 8, /* at most */
};

/* A day that is not within DAYS_BITS of the first. */
#define DAYS_FAR ((UINT32_C(1) << DAYS_BITS) - 1)

static const struct date first_day = {2020, 1, 1}, first_far_day = {1000, 1, 1};

static uint64_t radix_of(int bits)
{
	return UINT64_C(1) << bits;
}

/* The first bits of the SHA-256. */
static uint32_t shorten(const char *digest)
{
	char digits[RULES_DIGITS + 1];
	size_t length = strnlen(digest, RULES_DIGITS);
	memcpy(digits, digest, length);
	digits[length] = '\0';
	return (uint32_t)strtoul(digits, NULL, 16);
}

void case_code_init(struct case_code *code, const struct pack *pack)
{
	*code = (struct case_code){
		.pack = pack,
		.answers = memory_secret_new(pack->question_count, sizeof *code->answers),
		.left_out = memory_new(pack->question_count, sizeof *code->left_out),
	};
}

void case_code_destroy(struct case_code *code)
{
	memory_secret_free(code->answers);
	free(code->left_out);
	explicit_bzero(code, sizeof *code);
}

static void write_date(struct case_digits *digits, struct date date)
{
	int days = date_to_days(date) - date_to_days(first_day);
	bool near = days >= 0 && days < (int)DAYS_FAR;
	case_digits_add(digits, radix_of(DAYS_BITS), near ? (uint64_t)days : DAYS_FAR);
	if (!near)
		case_digits_add(digits, radix_of(FAR_DAYS_BITS),
			(uint64_t)(date_to_days(date) - date_to_days(first_far_day)));
}

/* Returns false where it would not have been written so. */
static bool read_date(struct case_number *number, struct date *date)
{
	uint32_t days = case_number_take(number, radix_of(DAYS_BITS));
	if (days != DAYS_FAR) {
		*date = date_of_days(date_to_days(first_day) + (int)days);
		return true;
	}
	days = case_number_take(number, radix_of(FAR_DAYS_BITS));
	*date = date_of_days(date_to_days(first_far_day) + (int)days);
	int from_first = date_to_days(*date) - date_to_days(first_day);
	return date_exists(*date) && (from_first < 0 || from_first >= (int)DAYS_FAR);
}

static void write_header(
	struct case_digits *digits, const struct pack *pack, const char *digest, struct date date)
{
	struct case_layout layout;
	case_layout_init(&layout, pack);
	case_digits_add(digits, radix_of(SYMBOL_BITS), FORMAT);
	case_digits_add(digits, radix_of(CASE_CODE_ID_BITS), case_layout_id(pack));
	case_digits_add(digits, radix_of(RULES_BITS), shorten(digest));
	case_digits_add(
		digits, radix_of(CASE_CODE_QUESTIONS_BITS), case_layout_fingerprint(&layout));
	write_date(digits, date);
	case_layout_destroy(&layout);
}

/* The digits as symbols, with the check symbols after them. */
static void make_symbols(const struct case_digits *digits, struct case_symbols *symbols)
{
	struct case_number number;
	case_number_init(&number, digits->count);
	for (size_t i = digits->count; i-- > 0;)
		case_number_push(&number, digits->items[i].radix, digits->items[i].value);
	size_t length = case_number_length(&number);
	if (length < HEADER_LENGTH)
		length = HEADER_LENGTH;
	case_symbols_init(symbols, length + CASE_CODE_CHECK_SIZE);
	symbols->count = length + CASE_CODE_CHECK_SIZE;
	for (size_t i = 0; i < length; i++)
		symbols->items[i] = case_number_symbol(&number, i);
	case_check_set(symbols);
	case_number_destroy(&number);
}

void case_code_write(const struct pack *pack, const char *digest, struct date date,
	const struct answer answers[], struct text *text)
{
	struct case_symbols symbols[2];
	struct case_digits digits;
	size_t most = HEADER_DIGITS + pack->question_count * CASE_CODE_DIGITS_LIMIT;
	digits.items = memory_secret_new(most, sizeof *digits.items);
	for (unsigned sparse = 0; sparse < 2; sparse++) {
		digits.count = 0;
		write_header(&digits, pack, digest, date);
		case_digits_add(&digits, 2, sparse);
		case_answers_write(&digits, answers, pack, sparse);
		make_symbols(&digits, &symbols[sparse]);
	}
	case_symbols_write(&symbols[symbols[1].count < symbols[0].count], text);
	case_symbols_destroy(&symbols[0]);
	case_symbols_destroy(&symbols[1]);
	memory_secret_free(digits.items);
}

static enum case_code_fault read_answers(
	struct case_code *code, struct case_number *number, const struct case_layout *layout)
{
	bool sparse = case_number_take(number, 2);
	memset(code->answers, 0, code->pack->question_count * sizeof *code->answers);
	memset(code->left_out, 0, code->pack->question_count * sizeof *code->left_out);
	case_answers_read(number, layout, sparse, code);
	return case_number_is_zero(number) ? CASE_CODE_FINE : CASE_CODE_CHECK;
}

static enum case_code_fault read_rules(
	struct case_code *code, struct case_number *number, const char *digest)
{
	struct case_layout layout;
	enum case_code_fault fault = CASE_CODE_OTHER_QUESTIONS;
	bool same = case_number_take(number, radix_of(RULES_BITS)) == shorten(digest);
	uint32_t fingerprint = case_number_take(number, radix_of(CASE_CODE_QUESTIONS_BITS));
	case_layout_init(&layout, code->pack);
	code->rules = CASE_CODE_GROWN_RULES;
	if (case_layout_fingerprint(&layout) == fingerprint)
		code->rules = same ? CASE_CODE_SAME_RULES : CASE_CODE_CHANGED_RULES;
	if (!read_date(number, &code->date))
		fault = CASE_CODE_CHECK;
	else if (case_layout_find(&layout, fingerprint))
		fault = read_answers(code, number, &layout);
	case_layout_destroy(&layout);
	return fault;
}

static enum case_code_fault read_number(
	struct case_code *code, struct case_number *number, const char *digest)
{
	uint32_t format = case_number_take(number, radix_of(SYMBOL_BITS));
	if (format < FORMAT_FIRST_LETTER)
		return CASE_CODE_CHECK;
	if (format != FORMAT)
		return CASE_CODE_NEWER;
	if (case_number_take(number, radix_of(CASE_CODE_ID_BITS)) != case_layout_id(code->pack))
		return CASE_CODE_OTHER_PACK;
	return read_rules(code, number, digest);
}

static enum case_code_fault read_body(
	struct case_code *code, const struct case_symbols *symbols, const char *digest)
{
	struct case_number number;
	size_t length = symbols->count - CASE_CODE_CHECK_SIZE;
	/* Nothing is written in more symbols than it takes. */
	if (length > HEADER_LENGTH && symbols->items[length - 1] == 0)
		return CASE_CODE_CHECK;
	case_number_init(&number, length * SYMBOL_BITS / 32 + 1);
	for (size_t i = 0; i < length; i++)
		case_number_set_symbol(&number, i, symbols->items[i]);
	enum case_code_fault fault = read_number(code, &number, digest);
	case_number_destroy(&number);
	return fault;
}

static enum case_code_fault read_symbols(struct case_code *code, const struct case_symbols *symbols,
	const struct case_group *odd, const char *digest)
{
	size_t group = 0;
	if (symbols->count == 0)
		return CASE_CODE_EMPTY;
	if (symbols->count >= LENGTH_LEAST && case_check_fits(symbols, &group))
		return read_body(code, symbols, digest);
	if (odd->number) {
		case_symbols_quote(symbols, odd->number, odd->length, code);
		return CASE_CODE_GROUP;
	}
	if (symbols->count < LENGTH_LEAST)
		return CASE_CODE_SHORT;
	if (group)
		case_symbols_quote(symbols, group, CASE_CODE_GROUP_SIZE, code);
	return CASE_CODE_CHECK;
}

enum case_code_fault case_code_read(
	struct case_code *code, const char *digest, const char *words, size_t length)
{
	struct case_symbols symbols;
	struct case_group odd;
	case_symbols_init(&symbols, length);
	code->group = 0;
	code->excerpt[0] = '\0';
	enum case_code_fault fault = case_symbols_read(&symbols, words, length, code, &odd);
	if (!fault)
		fault = read_symbols(code, &symbols, &odd, digest);
	case_symbols_destroy(&symbols);
	return fault;
}
