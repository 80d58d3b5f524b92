#include "preview.h"

#include "document_parts.h"
#include "languages.h"
#include "wording.h"

/* U+00A0, which the screen shows as any blank. */
#define NO_BREAK "\302\240"

/* A preview being written. */
struct preview {
	struct writer writer;
	const struct interview *interview;
	const struct pack *pack;
	const struct effect *effect;
};

/* Makes room for one more sentence in the paragraph being made. */
static struct text *next_sentence(struct preview *preview)
{
	struct text *words = &preview->writer.words;
	if (words->length > 0)
		text_add(words, " ");
	return words;
}

/* More, fewer, or some in place of others: all of them are told. */
static void count_questions(struct preview *preview)
{
	unsigned long more = preview->effect->more.count, fewer = preview->effect->fewer.count;
	struct text *words = next_sentence(preview);
	if (!more && !fewer)
		text_add(words, _("No other questions."));
	else if (!fewer)
		text_format(words,
			ngettext("At most %lu more question.", "At most %lu more questions.", more),
			more);
	else if (!more)
		text_format(words, ngettext("%lu question fewer.", "%lu questions fewer.", fewer),
			fewer);
	else {
		text_format(words,
			ngettext("At most %lu new question.", "At most %lu new questions.", more),
			more);
		text_format(next_sentence(preview),
			ngettext("%lu question is not asked any more.",
				"%lu questions are not asked any more.", fewer),
			fewer);
	}
}

static void count_outcomes(struct preview *preview)
{
	unsigned long count = preview->effect->paths.count;
	struct text *words = next_sentence(preview);
	if (count)
		text_format(words, ngettext("%lu outcome changes.", "%lu outcomes change.", count),
			count);
	else
		text_add(words, _("No outcome changes."));
}

static void count_answers(struct preview *preview)
{
	unsigned long parked = preview->effect->parked.count;
	unsigned long used_again = preview->effect->used_again.count;
	if (parked)
		text_format(next_sentence(preview),
			ngettext("%lu answer is not used any more.",
				"%lu answers are not used any more.", parked),
			parked);
	if (used_again)
		text_format(next_sentence(preview),
			ngettext("%lu answer is used again.", "%lu answers are used again.",
				used_again),
			used_again);
}

static void count_notices(struct preview *preview)
{
	const struct effect_shifts *notices = &preview->effect->notices;
	unsigned long count = 0;
	for (size_t i = 0; i < notices->count; i++)
		count += effect_notice_appears(&notices->items[i]) ||
			 effect_notice_goes(&notices->items[i]);
	if (count)
		text_format(next_sentence(preview),
			ngettext("%lu notice appears or goes.", "%lu notices appear or go.", count),
			count);
}

static void add(struct preview *preview, enum paragraph_style style)
{
	document_add(&preview->writer, style, NULL, preview->writer.words.bytes);
	text_clear(&preview->writer.words);
}

static void write_change(struct preview *preview)
{
	const struct effect *effect = preview->effect;
	const struct question *question = &preview->pack->questions[effect->question];
	struct text before, after;
	text_init(&before);
	text_init(&after);
	wording_add_answer(&before, preview->pack, question, &effect->before);
	wording_add_answer(&after, preview->pack, question, &effect->after);
	text_add(&preview->writer.words, languages_pack_text(preview->pack, question->ask));
	add(preview, PARAGRAPH_TITLE);
	text_format(&preview->writer.words,
		/* TRANSLATORS: an answer as it is, and as it would be. */
		languages_is_utf8() ? _("%s → %s") : _("%s => %s"), before.bytes, after.bytes);
	add(preview, PARAGRAPH_PLAIN);
	text_destroy(&before);
	text_destroy(&after);
}

static void write_counts(struct preview *preview, const char *after)
{
	if (effect_is_nothing(preview->effect)) {
		text_add(&preview->writer.words,
			_("Nothing else changes: no other questions, and the same outcome."));
	} else {
		count_questions(preview);
		count_outcomes(preview);
		count_answers(preview);
		count_notices(preview);
	}
	if (after)
		text_format(&preview->writer.words, "\n%s", after);
	add(preview, PARAGRAPH_PLAIN);
}

/* Adds words that a line never breaks between: two outcomes are read at one look. */
static void add_together(struct text *text, const char *words)
{
	for (; *words; words++)
		if (*words == ' ')
			text_add(text, NO_BREAK);
		else
			text_add_bytes(text, words, 1);
}

static void add_shift(struct preview *preview, const struct effect_shift *shift)
{
	const char *title = preview->pack->paths[shift->index].title;
	struct text words, outcomes;
	text_init(&words);
	text_init(&outcomes);
	/* TRANSLATORS: an outcome as it is, and as it would be. */
	text_format(&words, languages_is_utf8() ? _("%s → %s") : _("%s => %s"),
		wording_outcome(shift->before), wording_outcome(shift->after));
	add_together(&outcomes, words.bytes);
	/* TRANSLATORS: some support, and how its outcome changes. */
	text_format(&preview->writer.words, _("%s: %s"), languages_pack_text(preview->pack, title),
		outcomes.bytes);
	add(preview, PARAGRAPH_ITEM);
	text_destroy(&words);
	text_destroy(&outcomes);
}

static void write_outcomes(struct preview *preview)
{
	const struct effect_shifts *paths = &preview->effect->paths;
	if (paths->count)
		document_add(&preview->writer, PARAGRAPH_HEADING, NULL, _("Outcomes that change"));
	for (size_t i = 0; i < paths->count; i++)
		add_shift(preview, &paths->items[i]);
}

static void write_answers(
	struct preview *preview, const struct effect_questions *questions, const char *heading)
{
	if (questions->count)
		document_add(&preview->writer, PARAGRAPH_HEADING, NULL, heading);
	for (size_t i = 0; i < questions->count; i++) {
		const struct question *question = &preview->pack->questions[questions->items[i]];
		struct text answer;
		text_init(&answer);
		wording_add_answer(&answer, preview->pack, question,
			interview_answer(preview->interview, questions->items[i]));
		/* TRANSLATORS: a question and the answer to it. */
		text_format(&preview->writer.words, _("%s – %s"),
			languages_pack_text(preview->pack, question->ask), answer.bytes);
		add(preview, PARAGRAPH_ITEM);
		text_destroy(&answer);
	}
}

static void write_notices(struct preview *preview,
	bool (*belongs)(const struct effect_shift *shift), const char *heading)
{
	const struct effect_shifts *notices = &preview->effect->notices;
	bool begun = false;
	for (size_t i = 0; i < notices->count; i++) {
		const struct notice *notice = &preview->pack->notices[notices->items[i].index];
		if (!belongs(&notices->items[i]))
			continue;
		if (!begun)
			document_add(&preview->writer, PARAGRAPH_HEADING, NULL, heading);
		begun = true;
		text_add(&preview->writer.words, languages_pack_text(preview->pack, notice->text));
		add(preview, PARAGRAPH_ITEM);
	}
}

void preview_init(struct document *document, const struct interview *interview,
	const struct effect *effect, const char *after)
{
	struct preview preview = {
		.writer = {.document = document, .outcome = OUTCOME_COUNT},
		.interview = interview,
		.pack = interview_pack(interview),
		.effect = effect,
	};
	*document = (struct document){0};
	arena_init(&document->arena);
	text_init(&preview.writer.words);
	write_change(&preview);
	write_counts(&preview, after);
	write_outcomes(&preview);
	write_answers(&preview, &effect->parked, _("Answers that are not used any more"));
	write_answers(&preview, &effect->used_again, _("Answers that are used again"));
	write_notices(&preview, effect_notice_appears, _("Notices that appear"));
	write_notices(&preview, effect_notice_goes, _("Notices that go"));
	text_destroy(&preview.writer.words);
}
