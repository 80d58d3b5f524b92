/* A pack as a list of everything that is in it, so that two can be compared as texts. */
#ifndef TESTS_PACK_LISTING_H
#define TESTS_PACK_LISTING_H

#include "screener/pack.h"
#include "screener/text.h"

void pack_listing_add(struct text *text, const struct pack *pack);

#endif
