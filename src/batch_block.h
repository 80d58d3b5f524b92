/* Many bytes at once: which of them mean something in CSV or in a string of JSON. */
#ifndef BATCH_BLOCK_H
#define BATCH_BLOCK_H

#include <stddef.h>
#include <stdint.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum { BLOCK_BYTES = 64 };

/* Bit i: byte i is a comma; is a line feed, a carriage return or a quotation mark; is not ASCII. */
struct block {
	uint64_t commas;
	uint64_t stops;
	uint64_t high;
};

#ifdef __SSE2__

static inline uint64_t block_mask(__m128i bytes)
{
	return (unsigned)_mm_movemask_epi8(bytes);
}

static inline struct block block_read(const char *bytes)
{
	struct block block = {0, 0, 0};
	const __m128i comma = _mm_set1_epi8(','), quote = _mm_set1_epi8('"');
	const __m128i line_feed = _mm_set1_epi8('\n'), carriage_return = _mm_set1_epi8('\r');
	for (unsigned i = 0; i < BLOCK_BYTES; i += 16) {
		__m128i some = _mm_loadu_si128((const __m128i *)(const void *)(bytes + i));
		__m128i ends = _mm_or_si128(
			_mm_cmpeq_epi8(some, line_feed), _mm_cmpeq_epi8(some, carriage_return));
		__m128i stops = _mm_or_si128(ends, _mm_cmpeq_epi8(some, quote));
		block.commas |= block_mask(_mm_cmpeq_epi8(some, comma)) << i;
		block.stops |= block_mask(stops) << i;
		block.high |= block_mask(some) << i;
	}
	return block;
}

/* Of sixteen bytes, those that a JSON string has only with an escape, and its end. */
static inline unsigned block_find_special(const char *bytes)
{
	__m128i some = _mm_loadu_si128((const __m128i *)(const void *)bytes);
	__m128i marks = _mm_or_si128(_mm_cmpeq_epi8(some, _mm_set1_epi8('"')),
		_mm_cmpeq_epi8(some, _mm_set1_epi8('\\')));
	__m128i controls = _mm_cmpeq_epi8(_mm_min_epu8(some, _mm_set1_epi8(0x1f)), some);
	return (unsigned)_mm_movemask_epi8(_mm_or_si128(marks, controls));
}

#else

static inline unsigned block_find_special(const char *bytes)
{
	unsigned found = 0;
	for (unsigned i = 0; i < 16; i++) {
		unsigned char byte = (unsigned char)bytes[i];
		found |= (unsigned)(byte == '"' || byte == '\\' || byte < 0x20) << i;
	}
	return found;
}

static inline struct block block_read(const char *bytes)
{
	struct block block = {0, 0, 0};
	for (unsigned i = 0; i < BLOCK_BYTES; i++) {
		char byte = bytes[i];
		uint64_t stop = byte == '\n' || byte == '\r' || byte == '"';
		block.commas |= (uint64_t)(byte == ',') << i;
		block.stops |= stop << i;
		block.high |= (uint64_t)((unsigned char)byte >> 7) << i;
	}
	return block;
}

#endif

#endif
