/* What the parts of the draft share. */
#ifndef DRAFT_PRIVATE_H
#define DRAFT_PRIVATE_H

#include "draft.h"
#include "draft_folder.h"
#include "draft_format.h"

#include "screener/error.h"

/* The draft of another screening. */
struct draft_found {
	char stem[DRAFT_STEM_SIZE];
	enum draft_state state;
	time_t written; /* of a good one, as the next is */
	size_t answered;
};

struct draft {
	struct draft_rules rules; /* the digest is made when it is needed */
	struct draft_folder folder;
	struct error trouble; /* why no draft can be kept */
	struct draft_found *found; /* the good ones, the latest first; then the others */
	size_t found_count;
	size_t open; /* how many others still have their wizard */
	size_t offers; /* how many of them are good, and not chosen from yet */
	char stem[DRAFT_STEM_SIZE]; /* of this screening's own draft */
	int lock; /* on it; -1: there is none yet */
	bool written; /* it is there, */
	size_t revision; /* and holds the interview of this revision */
	bool failed; /* the last writing did */
	bool told; /* that a writing failed */
};

#endif
