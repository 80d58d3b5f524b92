/* What the helper program that makes PDF ends with. */
#ifndef PAPER_STATUS_H
#define PAPER_STATUS_H

enum paper_status {
	PAPER_DONE = 0, /* its output is the PDF */
	PAPER_FAILED = 2,
	PAPER_NO_FONT = 3, /* its output is one line: language, script, Debian package */
};

#endif
