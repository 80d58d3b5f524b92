/* What another answer to a question would do to an interview, found before the answer is taken. */
#ifndef SCREENER_EFFECT_H
#define SCREENER_EFFECT_H

#include "screener/answers.h"
#include "screener/arena.h"
#include "screener/interview.h"
#include "screener/logic.h"

#include <stdbool.h>
#include <stddef.h>

/* Some questions, in the pack's order; never the one that is answered. */
struct effect_questions {
	size_t *items;
	size_t count;
};

/* A path whose outcome, or a notice whose showing, would be another. */
struct effect_shift {
	size_t index; /* of the path or notice */
	enum outcome before;
	enum outcome after;
};

struct effect_shifts {
	struct effect_shift *items; /* in the pack's order */
	size_t count;
};

/* Everything lives in the arena, and is wiped with it. */
struct effect {
	struct arena arena;
	size_t question;
	struct answer before; /* as it is kept now, parked or not */
	struct answer after;
	size_t next; /* what would be asked next, or PACK_NO_QUESTION: the screening is settled */
	struct effect_questions more; /* may have to be asked then, and not now */
	struct effect_questions fewer; /* may have to be asked now, and not then */
	struct effect_questions parked; /* the answer is in use now, and not then */
	struct effect_questions used_again; /* the answer is parked now, and in use then */
	struct effect_shifts paths;
	struct effect_shifts notices; /* as outcomes_notice has them */
};

/* Finds what `answer` to `question` would do, exactly as taking it would. Leaves the interview as
 * it is; borrows nothing afterwards. */
void effect_init(struct effect *effect, const struct interview *interview, size_t question,
	const struct answer *answer);
void effect_destroy(struct effect *effect);

/* Whether the notice, for certain, appears or goes; otherwise nobody sees that it moved. */
bool effect_notice_appears(const struct effect_shift *shift);
bool effect_notice_goes(const struct effect_shift *shift);

/* Whether nothing would change that anybody sees, but the answer itself. */
bool effect_is_nothing(const struct effect *effect);

#endif
