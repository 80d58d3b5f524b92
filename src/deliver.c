#include "deliver.h"

#include "languages.h"
#include "output.h"
#include "render.h"
#include "render_pdf.h"
#include "summary.h"

static bool render_words(const struct delivery *delivery, const struct document *document,
	struct text *rendered, struct error *error)
{
	struct text text;
	if (delivery->format == FORMAT_PDF)
		return render_pdf(document, rendered, error);
	text_init(&text);
	render_text(document, delivery->width ? delivery->width : DELIVERY_WIDTH, &text);
	languages_add_encoded(rendered, text.bytes);
	text_destroy(&text);
	return true;
}

bool deliver_render(const struct interview *interview, const struct delivery *delivery,
	struct text *rendered, struct error *error)
{
	struct summary summary;
	struct document document;
	bool made = true;
	summary_init(&summary, interview, &delivery->moment);
	if (delivery->format == FORMAT_JSON) {
		/* JSON is UTF-8 whatever the locale is (RFC 8259). */
		render_json(&summary, delivery->client_language, rendered);
	} else {
		document_init_edition(
			&document, &summary, delivery->edition, delivery->client_language);
		made = render_words(delivery, &document, rendered, error);
		document_destroy(&document);
	}
	summary_destroy(&summary);
	return made;
}

bool deliver_summary(
	const struct interview *interview, const struct delivery *delivery, struct error *error)
{
	struct text rendered;
	text_init(&rendered);
	bool written = deliver_render(interview, delivery, &rendered, error);
	if (written)
		written = delivery->file
				  ? output_write_file(
					    delivery->file, rendered.bytes, rendered.length, error)
				  : output_write_standard(rendered.bytes, rendered.length, error);
	text_destroy(&rendered);
	return written;
}
