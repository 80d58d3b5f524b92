/* The pictures that README shows, in data/pictures: they are what the wizard shows now. The build's
 * target `pictures` draws them anew. */
#include "terminal_screen.h"
#include "terminal_svg.h"
#include "wizard.h"

#include <check.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistr.h>

/* A picture: who is being asked, up to which question or "result", and what is typed then. */
static const struct {
	const char *name;
	const char *title;
	const struct wizard_answer *client; /* NULL: at the start screen */
	const char *place;
	const char *keys;
	int rows, columns;
	const char *client_language; /* NULL: none */
} pictures[] = {
	{"start", "The wizard's first screen", NULL, NULL, "", 24, 80, NULL},
	{"country", "Looking for a country in another language: roemenie finds Romania",
		wizard_romania, "origin", "roemenie", 24, 80, NULL},
	{"question", "A question in a large window, and the outcome so far", wizard_romania,
		"travel-documents", "<Down>", 40, 120, NULL},
	{"answers", "All answers, to check and to change them", wizard_romania, "result", "<F4>",
		24, 80, NULL},
	{"change", "What another answer would change, before it is taken", wizard_romania, "result",
		"<F4><Home><Down><Down><Down><Enter>3<Enter>", 24, 80, NULL},
	{"outcome", "The outcome", wizard_romania, "result", "", 24, 80, NULL},
	{"two-languages", "A question in English and in Romanian side by side", wizard_romania,
		"travel-documents", "<Down>", 30, 120, "ro"},
	{"details", "What one kind of support is, why it may apply, and the next step",
		wizard_romania, "result", "<Down><Down><Down><Enter>", 24, 80, NULL},
};

/* Checks that the elements are closed in the order in which they were opened, and that between
 * them no byte stands that XML would take for markup; enough of XML for what the writer writes. */
static void check_elements(const char *at)
{
	const char *open[8];
	size_t depth = 0;
	while ((at = strpbrk(at, "<&")) != NULL) {
		size_t name = strcspn(at + 1, " />"), end = strcspn(at, ">");
		if (*at == '&') {
			ck_assert_msg(strcspn(at, ";") <= 5, "no entity: %.20s", at);
			at++;
			continue;
		}
		ck_assert_msg(at[end] == '>' && !memchr(at + 1, '<', end - 1), "%.40s", at);
		if (at[1] == '/') {
			ck_assert_uint_gt(depth, 0);
			ck_assert_int_eq(strncmp(at + 2, open[--depth], end - 2), 0);
		} else if (at[end - 1] != '/') {
			ck_assert_uint_lt(depth, sizeof open / sizeof *open);
			ck_assert_uint_gt(name, 0);
			open[depth++] = at + 1;
		}
		at += end + 1;
	}
	ck_assert_uint_eq(depth, 0);
}

enum { PICTURES = sizeof pictures / sizeof *pictures };

/* It needs nothing else, says what it shows, and can be read by any reader of XML. */
static void check_svg(struct terminal *terminal, const char *title)
{
	static const char beginning[] = "<svg xmlns=\"http://www.w3.org/2000/svg\" ";
	char *svg = terminal_svg(terminal, title);
	ck_assert_int_eq(strncmp(svg, beginning, strlen(beginning)), 0);
	ck_assert_ptr_null(strstr(svg + strlen(beginning), "://"));
	ck_assert_ptr_nonnull(strstr(svg, "<title id=\"title\">"));
	ck_assert_ptr_nonnull(strstr(svg, "<desc id=\"screen\">"));
	ck_assert_ptr_null(u8_check((const uint8_t *)svg, strlen(svg)));
	check_elements(svg);
	free(svg);
}

START_TEST(test_picture)
{
	const char *const arguments[] = {pictures[_i].client_language ? "--client-language" : NULL,
		pictures[_i].client_language, NULL};
	struct terminal_options options = {
		.arguments = arguments, .rows = pictures[_i].rows, .columns = pictures[_i].columns};
	struct terminal *terminal =
		pictures[_i].client ? wizard_start(&options) : wizard_launch(&options);
	if (pictures[_i].client)
		wizard_walk(terminal, pictures[_i].client, pictures[_i].place, NULL);
	else
		wizard_check_shows(terminal, "F10 Stop");
	wizard_keys(terminal, pictures[_i].keys);
	ck_assert(terminal_expect_picture(terminal, pictures[_i].name, pictures[_i].title));
	check_svg(terminal, pictures[_i].title);
	terminal_free(terminal);
}
END_TEST

START_TEST(test_picture_of_markup)
{
	static const char command[] = "printf '<b> & \\033[1;4;7;31m\"q\"\\033[m  gap'; cat";
	const char *const arguments[] = {"sh", "-c", command, NULL};
	struct terminal_options options = {.arguments = arguments, .rows = 2, .columns = 40};
	struct terminal *terminal = terminal_start(&options);
	wizard_check_shows(terminal, "gap");
	char *svg = terminal_svg(terminal, "<&>");
	ck_assert_ptr_nonnull(strstr(svg, ">&lt;&amp;&gt;</title>"));
	ck_assert_ptr_nonnull(strstr(svg, "x=\"14\" y=\"29\" textLength=\"45\" "
					  "fill=\"#e9e4d8\">&lt;b&gt; &amp;</text>"));
	ck_assert_ptr_nonnull(strstr(svg, "x=\"68\" y=\"14\" width=\"27\" height=\"20\" "
					  "fill=\"#cd0000\"/>"));
	ck_assert_ptr_nonnull(strstr(svg, "fill=\"#1b1d22\" font-weight=\"bold\">&quot;q&quot;<"));
	ck_assert_ptr_nonnull(strstr(svg, "x=\"113\" y=\"29\" textLength=\"27\""));
	free(svg);
	check_svg(terminal, "<&>");
	terminal_free(terminal);
}
END_TEST

static void add_pictures(TCase *tcase)
{
	tcase_add_loop_test(tcase, test_picture, 0, PICTURES);
	tcase_add_test(tcase, test_picture_of_markup);
}

int main(void)
{
	static const struct wizard_case cases[] = {{"pictures", add_pictures}};
	return wizard_run_suite("wizard_pictures", cases, sizeof cases / sizeof *cases);
}
