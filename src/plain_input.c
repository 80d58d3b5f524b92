#include "plain_input.h"

#include "languages.h"

#include <errno.h>
#include <iconv.h>
#include <langinfo.h>
#include <poll.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>
#include <unistr.h>

void plain_input_init(struct plain_input *input, int descriptor)
{
	*input = (struct plain_input){.descriptor = descriptor};
}

void plain_input_destroy(struct plain_input *input)
{
	explicit_bzero(input, sizeof *input);
}

/* Reads more once everything is taken. Returns as read() does. */
static ssize_t fill(struct plain_input *input)
{
	ssize_t count;
	while ((count = read(input->descriptor, input->bytes, sizeof input->bytes)) < 0) {
		struct pollfd wait = {input->descriptor, POLLIN, 0};
		if (errno == EAGAIN)
			poll(&wait, 1, -1);
		else if (errno != EINTR)
			return -1;
	}
	input->taken = 0;
	input->length = (size_t)count;
	return count;
}

/* Adds to the line what is there of it. Returns whether its end was there too. */
static bool take(struct plain_input *input, struct text *line, bool *fits)
{
	const char *start = input->bytes + input->taken;
	const char *end = memchr(start, '\n', input->length - input->taken);
	size_t length = end ? (size_t)(end - start) : input->length - input->taken;
	*fits &= line->length + length <= PLAIN_LINE_LIMIT;
	if (*fits)
		text_add_bytes(line, start, length);
	input->taken += length + (end ? 1 : 0);
	return end;
}

static enum line_result read_line(struct plain_input *input, struct text *line)
{
	bool fits = true, begun = false;
	for (;;) {
		ssize_t count = input->taken < input->length ? 1 : fill(input);
		if (count < 0)
			return LINE_FAILED;
		if (count == 0 && !begun)
			return LINE_END;
		begun = true;
		if (count == 0 || take(input, line, &fits))
			return fits ? LINE_READ : LINE_UNUSABLE;
	}
}

/* From the locale's encoding. Returns false, with the line as it was, where it is not in that. */
static bool convert(struct text *line)
{
	/* No encoding needs more than four bytes of UTF-8 for one of its own. */
	char decoded[PLAIN_LINE_LIMIT * 4];
	char *from = line->bytes, *to = decoded;
	size_t left = line->length, room = sizeof decoded;
	iconv_t converter = iconv_open("UTF-8", nl_langinfo(CODESET));
	if (converter == (iconv_t)-1)
		return false;
	bool done = iconv(converter, &from, &left, &to, &room) != (size_t)-1;
	iconv_close(converter);
	if (done) {
		text_clear(line);
		text_add_bytes(line, decoded, sizeof decoded - room);
	}
	explicit_bzero(decoded, sizeof decoded);
	return done;
}

/* Makes the line UTF-8. A script may be run without a locale, and still have UTF-8 to say. */
static bool decode(struct text *line)
{
	if (!languages_is_utf8() && convert(line))
		return true;
	return !u8_check((const uint8_t *)line->bytes, line->length);
}

static bool is_blank(char byte)
{
	return byte == ' ' || byte == '\t' || byte == '\r';
}

static void trim(struct text *line)
{
	size_t start = 0, end = line->length;
	while (end > 0 && is_blank(line->bytes[end - 1]))
		end--;
	while (start < end && is_blank(line->bytes[start]))
		start++;
	if (start)
		memmove(line->bytes, line->bytes + start, end - start);
	text_cut(line, end - start);
}

/* Control characters are never part of an answer, and must not come back in a message. */
static bool has_control(const struct text *line)
{
	for (size_t i = 0; i < line->length; i++) {
		unsigned char byte = (unsigned char)line->bytes[i];
		if ((byte < ' ' && byte != '\t') || byte == 0x7f)
			return true;
	}
	return false;
}

enum line_result plain_input_read(struct plain_input *input, struct text *line)
{
	text_clear(line);
	enum line_result result = read_line(input, line);
	if (result != LINE_READ)
		return result;
	trim(line);
	return decode(line) && !has_control(line) ? LINE_READ : LINE_UNUSABLE;
}
