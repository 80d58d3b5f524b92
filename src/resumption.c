#include "resumption.h"

#include "document_parts.h"
#include "languages.h"

#include <string.h>

/* TRANSLATORS: a case code is some thirty letters and digits in groups of four, printed on the
 * summary. */
static const char *const faults[CASE_CODE_FAULT_COUNT] = {
	[CASE_CODE_EMPTY] = N_("Type the case code that is printed on the summary."),
	[CASE_CODE_SHORT] = N_("This is not the whole case code: some characters are missing."),
	[CASE_CODE_CHECK] = N_("Something is not as it was printed. Compare each group with the "
			       "paper."),
	[CASE_CODE_NEWER] =
		N_("This case code is of a newer version of this program. Go on with it "
		   "there."),
	[CASE_CODE_OTHER_PACK] = N_("This case code is of other rules. Start with the rules that "
				    "are named on the paper: --rules and their folder."),
	[CASE_CODE_OTHER_QUESTIONS] =
		N_("The questions have changed since this case code was made, so its answers could "
		   "come back wrong. Start with the rules that are named on the paper: --rules and "
		   "their folder."),
};

static void add_character(struct text *words, const struct case_code *code)
{
	if (strcmp(code->excerpt, "U") == 0 || strcmp(code->excerpt, "u") == 0)
		text_format(
			words, _("Group %zu: no case code has a U. It may be a V."), code->group);
	else
		/* TRANSLATORS: %s is one character. */
		text_format(words,
			_("Group %zu: no case code has the character %s. Compare it with the "
			  "paper."),
			code->group, code->excerpt);
}

void resumption_add_fault(
	struct text *words, const struct case_code *code, enum case_code_fault fault)
{
	if (fault == CASE_CODE_CHARACTER)
		add_character(words, code);
	else if (fault == CASE_CODE_GROUP)
		/* TRANSLATORS: %s is the group of letters and digits. */
		text_format(words,
			_("Group %zu, %s, has not got four characters. Compare it with the "
			  "paper."),
			code->group, code->excerpt);
	else if (fault == CASE_CODE_CHECK && code->group)
		/* TRANSLATORS: %s is the group of letters and digits. */
		text_format(words,
			_("Something is not as it was printed, most likely in group %zu, %s. "
			  "Compare it with the paper."),
			code->group, code->excerpt);
	else
		text_add(words, _(faults[fault]));
}

static void add(struct writer *writer, enum paragraph_style style)
{
	document_add(writer, style, NULL, writer->words.bytes);
	text_clear(&writer->words);
}

static void write_title(struct writer *writer, const struct case_code *code)
{
	char day[16];
	document_write_date(code->date, day);
	/* TRANSLATORS: %s is a day. */
	text_format(&writer->words, _("Screening of %s"), day);
	add(writer, PARAGRAPH_TITLE);
}

static void write_count(struct writer *writer, const struct case_code *code)
{
	unsigned long answers = 0;
	for (size_t i = 0; i < code->pack->question_count; i++)
		answers += code->answers[i].status != ANSWER_NOT_ASKED;
	text_format(&writer->words,
		ngettext("%lu answer comes back.", "%lu answers come back.", answers), answers);
	add(writer, PARAGRAPH_PLAIN);
}

static void write_rules(struct writer *writer, const struct case_code *code)
{
	static const char *const sentences[CASE_CODE_RULES_COUNT] = {
		[CASE_CODE_CHANGED_RULES] =
			N_("The rules have changed since, but not the questions: every answer "
			   "comes back. The outcome may be another one."),
		[CASE_CODE_GROWN_RULES] = N_("The rules have changed since, and there is more to "
					     "ask. The outcome may be another one."),
	};
	if (sentences[code->rules])
		document_add(writer, PARAGRAPH_WARNING, NULL, _(sentences[code->rules]));
}

static bool has_age(const struct case_code *code)
{
	for (size_t i = 0; i < code->pack->question_count; i++)
		if (code->pack->questions[i].type == QUESTION_AGE &&
			code->answers[i].status == ANSWER_GIVEN)
			return true;
	return false;
}

static void write_day(struct writer *writer, const struct case_code *code, struct date today)
{
	char day[16];
	int order = date_compare(code->date, today);
	if (order > 0)
		document_add(writer, PARAGRAPH_WARNING, NULL,
			_("That day is still to come. Check the date of this machine."));
	if (order < 0 && has_age(code))
		document_add(writer, PARAGRAPH_WARNING, NULL,
			_("The age is as it was on that day: a birthday may have passed since."));
	if (order == 0)
		return;
	document_write_date(today, day);
	/* TRANSLATORS: %s is a day, today. */
	text_format(&writer->words, _("The summary will have the date of %s."), day);
	add(writer, PARAGRAPH_PLAIN);
}

static void write_left_out(struct writer *writer, const struct case_code *code)
{
	bool begun = false;
	for (size_t i = 0; i < code->pack->question_count; i++) {
		if (!code->left_out[i])
			continue;
		if (!begun)
			document_add(writer, PARAGRAPH_HEADING, NULL,
				_("Not answered any more, because there are other answers to "
				  "choose from now"));
		begun = true;
		document_add(writer, PARAGRAPH_ITEM, NULL,
			languages_pack_text(code->pack, code->pack->questions[i].ask));
	}
}

void resumption_init(struct document *document, const struct case_code *code, struct date today)
{
	struct writer writer = {.document = document, .outcome = OUTCOME_COUNT};
	*document = (struct document){0};
	arena_init(&document->arena);
	text_init(&writer.words);
	write_title(&writer, code);
	write_count(&writer, code);
	write_rules(&writer, code);
	write_day(&writer, code, today);
	write_left_out(&writer, code);
	text_destroy(&writer.words);
}
