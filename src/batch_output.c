#include "batch_output.h"

#include "languages.h"

#include "screener/memory.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { BLOCK = 128 * 1024 };

void batch_output_init(struct batch_output *output, int descriptor, struct error *error)
{
	*output = (struct batch_output){.descriptor = descriptor,
		.bytes = memory_new(BLOCK, 1),
		.room = BLOCK,
		.error = error};
}

void batch_output_destroy(struct batch_output *output)
{
	explicit_bzero(output->bytes, BLOCK);
	free(output->bytes);
}

static bool fail(struct batch_output *output)
{
	output->failed = true;
	return error_set(output->error, ERROR_FILE, _("standard output cannot be written: %s"),
		strerror(errno));
}

static bool write_all(struct batch_output *output, const char *bytes, size_t length)
{
	if (output->failed)
		return false;
	while (length) {
		ssize_t count = write(output->descriptor, bytes, length);
		struct pollfd wait = {output->descriptor, POLLOUT, 0};
		if (count > 0) {
			bytes += count;
			length -= (size_t)count;
		} else if (count < 0 && errno == EAGAIN) {
			poll(&wait, 1, -1);
		} else if (count == 0 || errno != EINTR) {
			return fail(output);
		}
	}
	return true;
}

bool batch_output_flush(struct batch_output *output)
{
	bool written = write_all(output, output->bytes, output->length);
	output->length = 0;
	return written;
}

void batch_output_pass(struct batch_output *output, const char *bytes, size_t length)
{
	batch_output_flush(output);
	if (length >= output->room)
		write_all(output, bytes, length);
	else
		batch_output_add(output, bytes, length);
}

void batch_output_add_byte(struct batch_output *output, char byte)
{
	if (output->length == BLOCK)
		batch_output_flush(output);
	output->bytes[output->length++] = byte;
}

/* Some file systems say only when a file is closed that it does not fit. Closing a copy asks them,
 * and leaves standard output open for the rest of the program. */
bool batch_output_finish(struct batch_output *output)
{
	if (!batch_output_flush(output))
		return false;
	int copy = dup(output->descriptor);
	if (copy >= 0 && close(copy) != 0)
		return fail(output);
	return true;
}
