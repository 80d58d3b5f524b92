/* How many texts differ between two packs: what people read, and no rule depends on. */
#ifndef DIFF_TEXTS_H
#define DIFF_TEXTS_H

#include "diff_structure.h"

#include "screener/pack.h"

#include <stddef.h>

/* Of two things of this kind, which is not DIFF_KIND_COUNT. Where something is taken from counts as
 * one text. */
size_t diff_texts_count(enum diff_kind kind, const void *old, const void *new);

/* Of the packs themselves: titles, dates, contact and sources. */
size_t diff_texts_count_pack(const struct pack *old, const struct pack *new);

#endif
