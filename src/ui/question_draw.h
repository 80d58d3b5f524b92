/* Draws a question: as much of its text as there is room for, the field, the lines. */
#ifndef UI_QUESTION_DRAW_H
#define UI_QUESTION_DRAW_H

#include "paint.h"
#include "question.h"

#include <stddef.h>

/* What is said about the interview around the question. */
struct question_place {
	size_t number; /* of the question, from 1 */
	size_t after; /* how many after it are answered already, as it was gone back to */
	size_t left; /* how many may still be asked */
	bool past_review; /* the pack's rules should have been reviewed before today */
	bool not_exact; /* a question may be asked that changes nothing, and it is said here */
};

/* Remembers in the view where the lines are: see question_lines.h. */
void question_draw(
	struct question_view *view, const struct area *area, const struct question_place *place);

#endif
