#include "tongue.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* An object that is written anew, under its old number. */
struct revised {
	unsigned number;
	size_t offset;
};

/* The update while it is made. */
struct update {
	GByteArray *pdf;
	size_t length; /* of what cairo has made */
	GArray *revised;
};

static void add(GByteArray *pdf, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void add(GByteArray *pdf, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	char *words = g_strdup_vprintf(format, arguments);
	va_end(arguments);
	g_byte_array_append(pdf, (const guint8 *)words, (guint)strlen(words));
	g_free(words);
}

static const char *find(const struct update *update, size_t from, const char *words)
{
	const char *bytes = (const char *)update->pdf->data;
	return memmem(bytes + from, update->length - from, words, strlen(words));
}

/* The number of the object whose dictionary begins at `at`: the line before it is "N 0 obj". */
static bool find_object(const struct update *update, size_t at, unsigned *number)
{
	const char *bytes = (const char *)update->pdf->data;
	size_t line = at > 0 ? at - 1 : 0;
	while (line > 0 && bytes[line - 1] != '\n')
		line--;
	return sscanf(bytes + line, "%u 0 obj", number) == 1;
}

/* Writes the dictionary that begins at `at` anew, with `more` in it. */
static bool revise(struct update *update, size_t at, const char *more)
{
	struct revised revised = {.offset = update->pdf->len};
	const char *start = (const char *)update->pdf->data + at + strlen("<< ");
	const char *stop = find(update, at, ">>\nendobj");
	if (!stop || !find_object(update, at, &revised.number))
		return false;
	/* What is appended may move the file in memory. */
	char *dictionary = g_strndup(start, (gsize)(stop - start));
	g_array_append_val(update->revised, revised);
	add(update->pdf, "%u 0 obj\n<< %s   %s\n>>\nendobj\n", revised.number, dictionary, more);
	g_free(dictionary);
	return true;
}

/* Writes all objects anew whose dictionaries begin so; returns how many these are, or -1. */
static int revise_all(struct update *update, const char *beginning, const char *more)
{
	int count = 0;
	size_t from = 0;
	const char *found;
	while ((found = find(update, from, beginning)) != NULL) {
		size_t at = (size_t)(found - (const char *)update->pdf->data);
		if (!revise(update, at, more))
			return -1;
		from = at + strlen(beginning);
		count++;
	}
	return count;
}

/* The number behind the last of these words. */
static bool find_number(const struct update *update, const char *words, unsigned *number)
{
	const char *last = NULL, *found;
	size_t from = 0;
	while ((found = find(update, from, words)) != NULL) {
		last = found + strlen(words);
		from = (size_t)(last - (const char *)update->pdf->data);
	}
	return last && sscanf(last, "%u", number) == 1;
}

static bool end(struct update *update)
{
	unsigned size, root, start, info;
	if (!find_number(update, "\ntrailer\n<< /Size ", &size) ||
		!find_number(update, "   /Root ", &root) ||
		!find_number(update, "   /Info ", &info) ||
		!find_number(update, "\nstartxref\n", &start))
		return false;
	size_t table = update->pdf->len;
	add(update->pdf, "xref\n");
	for (guint i = 0; i < update->revised->len; i++) {
		const struct revised *revised = &g_array_index(update->revised, struct revised, i);
		add(update->pdf, "%u 1\n%010zu 00000 n \n", revised->number, revised->offset);
	}
	add(update->pdf,
		"trailer\n<< /Size %u\n   /Root %u 0 R\n   /Info %u 0 R\n   /Prev %u\n>>\n"
		"startxref\n%zu\n%%%%EOF\n",
		size, root, info, start, table);
	return true;
}

/* In a string of PDF some characters would end it. */
static bool is_plain(const char *language)
{
	return strspn(language,
		       "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") ==
	       strlen(language);
}

static bool tell(struct update *update, const char *language, const char *second_language)
{
	bool told;
	char *catalogue = g_strdup_printf("/Lang (%s)\n   /MarkInfo << /Marked true >>\n"
					  "   /ViewerPreferences << /DisplayDocTitle true >>",
		language);
	char *second = g_strdup_printf("/Lang (%s)", second_language ? second_language : "");
	told = revise_all(update, "<< /Type /Catalog\n", catalogue) == 1;
	if (told && second_language)
		told = revise_all(update, "<< /Type /StructElem\n   /S /Div\n", second) > 0;
	g_free(catalogue);
	g_free(second);
	return told && end(update);
}

bool tongue_tell(GByteArray *pdf, const char *language, const char *second_language)
{
	struct update update = {.pdf = pdf,
		.length = pdf->len,
		.revised = g_array_new(FALSE, FALSE, sizeof(struct revised))};
	bool told = is_plain(language) && (!second_language || is_plain(second_language)) &&
		    tell(&update, language, second_language);
	if (!told)
		g_byte_array_set_size(pdf, (guint)update.length);
	g_array_free(update.revised, TRUE);
	return told;
}
