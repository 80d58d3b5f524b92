/* The editions of a summary: for whom it is written down. */
#ifndef EDITION_H
#define EDITION_H

enum edition {
	EDITION_STAFF, /* for the client's file: everything, in one language or in two */
	EDITION_CLIENT, /* for the client: without the answers to sensitive questions */
	EDITION_DISCREET, /* for a client to whom the paper itself could be a danger */
	EDITION_COUNT
};

#endif
