#include "summary_save.h"

#include "languages.h"
#include "output.h"
#include "render.h"
#include "summary.h"

enum { WIDTH = 72 };

bool summary_save(const struct interview *interview, const struct moment *moment, const char *path,
	struct error *error)
{
	struct summary summary;
	struct text text, encoded;
	text_init(&text);
	text_init(&encoded);
	summary_init(&summary, interview, moment);
	render_text(&summary, WIDTH, &text);
	summary_destroy(&summary);
	languages_add_encoded(&encoded, text.bytes);
	bool written = path ? output_write_file(path, encoded.bytes, encoded.length, error)
			    : output_write_standard(encoded.bytes, encoded.length, error);
	text_destroy(&text);
	text_destroy(&encoded);
	return written;
}
