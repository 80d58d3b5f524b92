/* Many wizards at once: all are alive while each is typed into in turn, and every one ends with its
 * own client's summary. And what none of them does while nobody types. */
#include "screening.h"
#include "terminal_screen.h"
#include "wizard.h"

#include <check.h>
#include <string.h>

enum { WIZARDS = 50 };

START_TEST(test_crowd)
{
	struct terminal *terminals[WIZARDS];
	struct screenings screenings;
	struct terminal_options options = {.capture_output = true};
	screenings_read(&screenings, SCREENER_RULES_SOURCE);
	for (size_t i = 0; i < WIZARDS; i++)
		terminals[i] = wizard_launch(&options);
	bool typed = true;
	for (size_t key = 0; typed; key++) {
		typed = false;
		for (size_t i = 0; i < WIZARDS; i++) {
			const struct text *keys = &screenings.items[i % screenings.count].keys;
			char press[] = {key < keys->length ? keys->bytes[key] : '\0', '\0'};
			typed |= press[0] != '\0';
			terminal_type(terminals[i], press);
			terminal_output(terminals[i]);
		}
	}
	for (size_t i = 0; i < WIZARDS; i++) {
		wizard_check_end(terminals[i], 0);
		ck_assert_str_eq(terminal_output(terminals[i]),
			screenings.items[i % screenings.count].summary);
		terminal_free(terminals[i]);
	}
	screenings_destroy(&screenings);
}
END_TEST

/* Screens on which a wizard may be left alone, one after the other. */
static const char *const screens[] = {"", "<Enter>", "ro", "<Enter>", "24", "<Enter>", "<F1>",
	"<F1><F4>", "<F4><F5>", "<Enter>", "<F3><F5><F10>", "<F3><F9>"};

/* Nothing wakes it but the moment at which the screen hides by itself. */
START_TEST(test_nothing_wakes)
{
	enum { MINUTES = 4 * 60 * 1000 };
	struct terminal *terminal = wizard_launch(NULL);
	wizard_check_shows(terminal, "Enter Start");
	for (size_t i = 0; i < sizeof screens / sizeof *screens; i++) {
		wizard_keys(terminal, screens[i]);
		ck_assert_msg(terminal_sleeps_for(terminal, MINUTES), "%s", screens[i]);
	}
	/* Hidden, it has nothing to hide. */
	ck_assert(terminal_sleeps_for(terminal, -1));
	terminal_free(terminal);
}
END_TEST

static void add_crowd(TCase *tcase)
{
	tcase_add_test(tcase, test_nothing_wakes);
	tcase_add_test(tcase, test_crowd);
}

int main(void)
{
	static const struct wizard_case cases[] = {{"crowd", add_crowd}};
	return wizard_run_suite("wizard_crowd", cases, sizeof cases / sizeof *cases);
}
