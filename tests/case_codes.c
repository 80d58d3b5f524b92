#include "case_codes.h"

#include <check.h>
#include <stdio.h>
#include <string.h>

const char case_codes_alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const char case_codes_digest[] = "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0";

size_t case_codes_write(const struct pack *pack, struct date date, const struct answer answers[],
	char bare[], size_t size)
{
	struct text text;
	size_t length = 0;
	text_init(&text);
	case_code_write(pack, case_codes_digest, date, answers, &text);
	for (size_t i = 0; i < text.length; i++)
		if (text.bytes[i] != '-' && length + 1 < size)
			bare[length++] = text.bytes[i];
	bare[length] = '\0';
	text_destroy(&text);
	return length;
}

enum case_code_fault case_codes_read(struct case_code *code, const char *words)
{
	return case_code_read(code, case_codes_digest, words, strlen(words));
}

void case_codes_check_answers(
	const struct case_code *code, const struct pack *pack, const struct answer answers[])
{
	for (size_t i = 0; i < pack->question_count; i++) {
		ck_assert(answer_equal(&pack->questions[i], &code->answers[i], &answers[i]));
		ck_assert(!code->left_out[i]);
	}
}

void case_codes_check_round_trip(
	const struct pack *pack, struct date date, const struct answer answers[], const char *bare)
{
	struct case_code code;
	case_code_init(&code, pack);
	ck_assert_int_eq(case_codes_read(&code, bare), CASE_CODE_FINE);
	ck_assert_int_eq(code.rules, CASE_CODE_SAME_RULES);
	ck_assert_int_eq(date_compare(code.date, date), 0);
	case_codes_check_answers(&code, pack, answers);
	case_code_destroy(&code);
}

void case_codes_fill(struct random *random, const struct pack *pack, struct answer answers[])
{
	unsigned asked = random_below(random, 6);
	for (size_t i = 0; i < pack->question_count; i++) {
		const struct question *question = &pack->questions[i];
		unsigned count = (unsigned)question->option_count, from, to;
		answers[i] = answer_of_status(ANSWER_NOT_ASKED);
		if (random_below(random, 5) >= asked)
			continue;
		answers[i].status =
			(enum answer_status)(1 + random_below(random, ANSWER_STATUS_COUNT - 1));
		if (answers[i].status != ANSWER_GIVEN && random_below(random, 3))
			answers[i].status = ANSWER_GIVEN;
		if (answers[i].status != ANSWER_GIVEN)
			continue;
		switch (question->type) {
		case QUESTION_COUNTRY:
			answers[i] = answer_of_country(random_below(random, COUNTRY_COUNT));
			break;
		case QUESTION_AGE:
			from = random_below(random, PACK_AGE_LIMIT + 1);
			to = from + random_below(random, 2) *
					    random_below(random, PACK_AGE_LIMIT + 1 - from);
			answers[i] = answer_of_years(from, to);
			break;
		case QUESTION_CHOICES:
			answers[i].options = 0;
			for (unsigned j = 0; j < count; j++)
				answers[i].options |= (uint64_t)random_below(random, 2) << j;
			break;
		default:
			answers[i] = answer_of_option(random_below(random, count));
		}
	}
}

void case_codes_name(struct small_pack *small, const char *id)
{
	static char names[SMALL_PACK_LIMIT][8];
	small->pack.id = id;
	for (size_t i = 0; i < SMALL_PACK_LIMIT; i++) {
		snprintf(names[i], sizeof names[i], "n%zu", i);
		small->questions[i].id = names[i];
		if (i < PACK_OPTION_LIMIT)
			small->options[i].id = names[i];
	}
}
