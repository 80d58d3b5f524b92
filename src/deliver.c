#include "deliver.h"

#include "languages.h"
#include "output.h"
#include "render.h"
#include "summary.h"

/* JSON is UTF-8 whatever the locale is (RFC 8259). */
static void render(
	const struct delivery *delivery, const struct summary *summary, struct text *rendered)
{
	struct text text;
	if (delivery->format == FORMAT_JSON) {
		render_json(summary, rendered);
		return;
	}
	text_init(&text);
	render_text(summary, delivery->width ? delivery->width : DELIVERY_WIDTH, &text);
	languages_add_encoded(rendered, text.bytes);
	text_destroy(&text);
}

bool deliver_summary(
	const struct interview *interview, const struct delivery *delivery, struct error *error)
{
	struct summary summary;
	struct text rendered;
	text_init(&rendered);
	summary_init(&summary, interview, &delivery->moment);
	render(delivery, &summary, &rendered);
	summary_destroy(&summary);
	bool written =
		delivery->file
			? output_write_file(delivery->file, rendered.bytes, rendered.length, error)
			: output_write_standard(rendered.bytes, rendered.length, error);
	text_destroy(&rendered);
	return written;
}
