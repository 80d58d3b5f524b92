#include "plain_private.h"

#include "deliver.h"
#include "languages.h"
#include "speakers.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>

enum { WIDTH_USUAL = 72, WIDTH_LEAST = 20, WIDTH_MOST = 1000 };

size_t plain_choose_width(int descriptor)
{
	struct winsize size;
	const char *columns = getenv("COLUMNS");
	long width = columns ? strtol(columns, NULL, 10) : 0;
	if (width >= WIDTH_LEAST && width <= WIDTH_MOST)
		return (size_t)width;
	if (ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col >= WIDTH_LEAST &&
		size.ws_col < WIDTH_USUAL)
		return size.ws_col;
	return WIDTH_USUAL;
}

/* A blank that no line breaks at is read as any other, also by what searches a script's output. */
static void part_words(struct text *words)
{
	static const char no_break[] = "\302\240";
	char *found = words->bytes;
	while ((found = strstr(found, no_break))) {
		*found = ' ';
		memmove(found + 1, found + 2, strlen(found + 2) + 1);
		words->length--;
	}
}

/* Whatever cannot be written to standard error is lost; for standard output plain_read looks. */
static void put(struct plain *plain, const struct text *words)
{
	struct text encoded;
	text_init(&encoded);
	languages_add_encoded(&encoded, words->bytes);
	fputs(encoded.bytes, plain->talk);
	text_destroy(&encoded);
}

static void add_wrapped(struct text *lines, const char *words, size_t width)
{
	while (*words) {
		size_t shown, next;
		languages_break(words, width, &shown, &next);
		text_add_bytes(lines, words, shown);
		text_add(lines, "\n");
		words += next;
	}
}

void plain_say(struct plain *plain, const char *format, ...)
{
	struct text words, lines;
	va_list arguments, again;
	text_init(&words);
	text_init(&lines);
	va_start(arguments, format);
	va_copy(again, arguments);
	int length = vsnprintf(NULL, 0, format, arguments);
	va_end(arguments);
	if (length > 0) {
		text_add_repeated(&words, ' ', (size_t)length);
		vsnprintf(words.bytes, (size_t)length + 1, format, again);
	}
	va_end(again);
	add_wrapped(&lines, words.bytes, plain->width);
	part_words(&lines);
	put(plain, &lines);
	text_destroy(&words);
	text_destroy(&lines);
}

void plain_say_blank(struct plain *plain, size_t count)
{
	struct text lines;
	text_init(&lines);
	text_add_repeated(&lines, '\n', count);
	put(plain, &lines);
	text_destroy(&lines);
}

void plain_say_in_each(struct plain *plain, bool apart,
	void (*say)(struct plain *plain, const void *subject), const void *subject)
{
	enum speaker shown[SPEAKER_COUNT];
	size_t count = speakers_shown(shown);
	for (size_t i = 0; i < count; i++) {
		if (i > 0 && apart)
			plain_say_blank(plain, 1);
		speakers_turn(shown[i]);
		say(plain, subject);
	}
	speakers_turn(SPEAKER_STAFF);
}

bool plain_listen(struct plain *plain, enum line_result *result)
{
	if (fflush(plain->talk) != 0 && plain->talk == stdout)
		return error_set(&plain->error, ERROR_FILE,
			_("standard output cannot be written: %s"), strerror(errno));
	*result = plain_input_read(&plain->input, &plain->line);
	if (*result == LINE_FAILED)
		return error_set(&plain->error, ERROR_FILE, _("standard input cannot be read: %s"),
			strerror(errno));
	if (*result == LINE_END)
		return error_set(&plain->error, ERROR_TERMINAL, "%s",
			plain->draft && draft_is_kept(plain->draft)
				? _("the screening is not finished, but the input ended: the next "
				    "start offers to go on with it")
				: _("the screening is not finished, but the input ended: nothing "
				    "is kept"));
	return true;
}

bool plain_read(struct plain *plain, enum plain_course *course)
{
	enum line_result result = LINE_END;
	*course = PLAIN_FAILED;
	if (plain->typed)
		fputs("> ", plain->talk);
	if (!plain_listen(plain, &result))
		return false;
	if (result == LINE_READ)
		return true;
	plain_say(plain, _("This line is too long, or is not text. Type a short answer, or "
			   "\"help\"."));
	*course = PLAIN_READ;
	return false;
}

bool plain_matches(const char *typed, const char *word)
{
	struct text one, other;
	text_init(&one);
	text_init(&other);
	languages_add_key(&one, typed);
	languages_add_key(&other, word);
	bool same = one.length && strcmp(one.bytes, other.bytes) == 0;
	text_destroy(&one);
	text_destroy(&other);
	return same;
}

bool plain_is_word(const char *typed, const char *word)
{
	bool is = plain_matches(typed, word);
	for (int i = 0; !is && i < SPEAKER_COUNT; i++) {
		speakers_turn((enum speaker)i);
		is = plain_matches(typed, _(word));
	}
	speakers_turn(SPEAKER_STAFF);
	return is;
}

bool plain_write_summary(struct plain *plain, const char *file, struct error *error)
{
	const struct delivery delivery = {.client_language = speakers_client(),
		.width = plain->width,
		.file = file,
		.moment = plain->options->moment};
	return deliver_summary(plain->interview, &delivery, error);
}
