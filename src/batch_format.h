/* What a batch can be read from and written to. */
#ifndef BATCH_FORMAT_H
#define BATCH_FORMAT_H

enum batch_format {
	BATCH_UNSET, /* reads CSV; writes what is read */
	BATCH_CSV,
	BATCH_JSONL,
	BATCH_FORMAT_COUNT
};

#endif
