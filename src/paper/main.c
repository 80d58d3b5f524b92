/* Makes PDF: reads a document in JSON from standard input, writes A4 pages to standard output. Run
 * by iom-screener, and by nobody else. */
#include "copy.h"
#include "fonts.h"
#include "pages.h"
#include "paper_status.h"
#include "setting.h"
#include "tongue.h"

#include <cairo-pdf.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

/* What a crash leaves behind would hold the answers. */
static void keep_no_dump(void)
{
	const struct rlimit none = {0};
	setrlimit(RLIMIT_CORE, &none);
	prctl(PR_SET_DUMPABLE, 0);
}

static cairo_status_t collect(void *closure, const unsigned char *bytes, unsigned length)
{
	g_byte_array_append(closure, bytes, length);
	return CAIRO_STATUS_SUCCESS;
}

/* The largest type with which it needs no more pages than with the smallest. */
static void choose_size(
	struct setting *setting, const struct copy *copy, const struct voice voices[2])
{
	static const double sizes[] = {9, 11, 10.5, 10, 9.5, 9};
	int fewest = 0;
	for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		setting_init(setting, copy, voices, sizes[i]);
		int count = pages_count(setting);
		if (i > 0 && count <= fewest)
			return;
		fewest = i > 0 ? fewest : count;
		if (i + 1 < sizeof sizes / sizeof sizes[0])
			setting_destroy(setting);
	}
}

static enum paper_status draw(const struct copy *copy, cairo_t *cairo)
{
	struct setting setting;
	struct missing missing;
	const char *second = copy->second_language ? copy->second_language : copy->language;
	struct voice voices[2];
	voice_init(&voices[0], cairo, copy->language);
	voice_init(&voices[1], cairo, second);
	choose_size(&setting, copy, voices);
	bool unknown = fonts_miss(&setting, &missing);
	if (unknown)
		fonts_say(&missing);
	else
		pages_draw(&setting, cairo);
	setting_destroy(&setting);
	voice_destroy(&voices[0]);
	voice_destroy(&voices[1]);
	return unknown ? PAPER_NO_FONT : PAPER_DONE;
}

static bool write_out(const GByteArray *pdf)
{
	return fwrite(pdf->data, 1, pdf->len, stdout) == pdf->len && fflush(stdout) == 0;
}

/* The title is all that the file says of itself: no author, no date. */
static enum paper_status make(const struct copy *copy)
{
	GByteArray *pdf = g_byte_array_new();
	cairo_surface_t *surface =
		cairo_pdf_surface_create_for_stream(collect, pdf, PAGE_WIDTH, PAGE_HEIGHT);
	cairo_t *cairo = cairo_create(surface);
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, copy_title(copy));
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, NULL);
	enum paper_status status = draw(copy, cairo);
	cairo_destroy(cairo);
	cairo_surface_finish(surface);
	bool whole = cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS;
	cairo_surface_destroy(surface);
	if (status == PAPER_DONE &&
		!(whole && tongue_tell(pdf, copy->language, copy->second_language) &&
			write_out(pdf)))
		status = PAPER_FAILED;
	g_byte_array_unref(pdf);
	return status;
}

int main(void)
{
	struct copy copy;
	enum paper_status status = PAPER_FAILED;
	keep_no_dump();
	if (copy_read(&copy)) {
		status = fonts_are_there(&copy) ? make(&copy) : PAPER_NO_FONT;
		copy_destroy(&copy);
	}
	fflush(stdout);
	/* What the libraries keep until the end need not be looked for by anybody. */
	_exit((int)status);
}
