#include "batch_input.h"

#include "languages.h"

#include "screener/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
	BLOCK = 128 * 1024,
	/* Behind everything, so that a word at a time may be read to the last byte. */
	MARGIN = 64,
	/* A quotation mark that nobody closes would otherwise take the whole input into memory. */
	RECORD_LIMIT = 64 * 1024 * 1024,
};

bool batch_input_init(struct batch_input *input, const char *name, struct error *error)
{
	bool standard = !name || strcmp(name, "-") == 0;
	int descriptor = standard ? STDIN_FILENO : open(name, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	if (descriptor < 0)
		return error_set(error, ERROR_FILE, _("cannot open %s: %s"), name, strerror(errno));
	*input = (struct batch_input){
		.descriptor = descriptor,
		.name = standard ? _("standard input") : name,
		.bytes = memory_new(BLOCK + MARGIN, 1),
		.capacity = BLOCK,
	};
	return true;
}

void batch_input_destroy(struct batch_input *input)
{
	explicit_bzero(input->bytes, input->capacity);
	free(input->bytes);
	if (input->descriptor != STDIN_FILENO)
		close(input->descriptor);
}

/* Leaves room for at least half a block behind what was not taken. */
static bool make_room(struct batch_input *input, struct error *error)
{
	size_t kept = input->length - input->taken;
	if (kept > RECORD_LIMIT)
		return error_set(error, ERROR_LIMIT,
			_("%s has a row of more than %d MB: is a quotation mark not closed, or a "
			  "line not ended?"),
			input->name, RECORD_LIMIT / 1024 / 1024);
	if (input->capacity - kept >= BLOCK / 2) {
		memmove(input->bytes, input->bytes + input->taken, kept);
	} else {
		char *bytes = memory_new(input->capacity * 2 + MARGIN, 1);
		memcpy(bytes, input->bytes + input->taken, kept);
		explicit_bzero(input->bytes, input->capacity);
		free(input->bytes);
		input->bytes = bytes;
		input->capacity *= 2;
	}
	input->taken = 0;
	input->length = kept;
	return true;
}

/* Lets what is done be seen before the program sleeps. */
static void announce_wait(struct batch_input *input)
{
	struct pollfd wait = {input->descriptor, POLLIN, 0};
	if (input->before_waiting && poll(&wait, 1, 0) == 0)
		input->before_waiting(input->context);
}

bool batch_input_fill(struct batch_input *input, struct error *error)
{
	if (!make_room(input, error))
		return false;
	announce_wait(input);
	ssize_t count;
	while ((count = read(input->descriptor, input->bytes + input->length,
			input->capacity - input->length)) < 0) {
		struct pollfd wait = {input->descriptor, POLLIN, 0};
		if (errno == EAGAIN)
			poll(&wait, 1, -1);
		else if (errno != EINTR)
			return error_set(error, ERROR_FILE, _("cannot read %s: %s"), input->name,
				strerror(errno));
	}
	input->ended = count == 0;
	input->length += (size_t)count;
	return true;
}

bool batch_input_skip_mark(struct batch_input *input, struct error *error)
{
	static const char mark[] = {'\xef', '\xbb', '\xbf'};
	while (input->length < sizeof mark && !input->ended &&
		memcmp(input->bytes, mark, input->length) == 0) {
		if (!batch_input_fill(input, error))
			return false;
	}
	if (input->length >= sizeof mark && memcmp(input->bytes, mark, sizeof mark) == 0)
		input->taken = sizeof mark;
	return true;
}
