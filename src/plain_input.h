/* Lines from a descriptor, of any length and with any bytes in them, as clean UTF-8. */
#ifndef PLAIN_INPUT_H
#define PLAIN_INPUT_H

#include "screener/text.h"

#include <stddef.h>

enum line_result {
	LINE_READ,
	LINE_UNUSABLE, /* too long, or not text in the locale's encoding; the rest of it is passed
			*/
	LINE_END,
	LINE_FAILED /* errno says why */
};

enum { PLAIN_LINE_LIMIT = 4096 /* bytes of a line that is taken */ };

struct plain_input {
	int descriptor;
	size_t taken;
	size_t length;
	char bytes[PLAIN_LINE_LIMIT];
};

void plain_input_init(struct plain_input *input, int descriptor);

/* Wipes what was read. */
void plain_input_destroy(struct plain_input *input);

/* Makes `line` the next line, without its end and the blanks around it. */
enum line_result plain_input_read(struct plain_input *input, struct text *line);

#endif
