/* The editions of a summary: what each holds, in every language there is, and above all what the
 * discreet one never does. */
#include "catalogue_list.h"
#include "document.h"
#include "languages.h"
#include "reader.h"
#include "render.h"
#include "small_pack.h"
#include "suite.h"

#include "screener/interview.h"
#include "screener/pack_texts.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

static struct pack *pack;
static struct logic *logic;
static struct interview *interview;
static struct client_list *clients;
static struct catalogue_list catalogues;

static const struct moment moment = {.date = {2026, 11, 23}};

static void set_up(void)
{
	struct fault_list faults;
	setenv("LC_ALL", "C.UTF-8", 1);
	languages_start("en", SCREENER_CATALOGUES);
	fault_list_init(&faults);
	pack = reader_read_pack(SCREENER_RULES_SOURCE, &faults);
	ck_assert_ptr_nonnull(pack);
	clients = reader_read_clients(pack, SCREENER_RULES_SOURCE, moment.date, &faults);
	ck_assert_ptr_nonnull(clients);
	logic = logic_new(pack);
	interview = interview_new(pack, logic);
	catalogue_list_init(&catalogues);
	fault_list_destroy(&faults);
}

static void tear_down(void)
{
	catalogue_list_destroy(&catalogues);
	interview_free(interview);
	logic_free(logic);
	client_list_free(clients);
	pack_free(pack);
}

/* The edition of one client. */
static void write_edition(
	struct document *document, size_t client, enum edition edition, const char *client_language)
{
	struct summary summary;
	interview_load(interview, clients->items[client].answers);
	summary_init(&summary, interview, &moment);
	document_init_edition(document, &summary, edition, client_language);
	summary_destroy(&summary);
}

/* All its words, a paragraph a line. */
static void write_text(
	struct text *text, size_t client, enum edition edition, const char *client_language)
{
	struct document document;
	text_init(text);
	write_edition(&document, client, edition, client_language);
	for (size_t i = 0; i < document.count; i++) {
		const struct paragraph *paragraph = &document.paragraphs[i];
		text_format(
			text, "%s %s\n", paragraph->label ? paragraph->label : "", paragraph->text);
	}
	document_destroy(&document);
}

/* Stems of words that must not stand on a discreet paper, folded as search keys are: of
 * trafficking, of victims, of the shelter, of migration and return, and of what is asked. */
static const char *const forbidden[] = {" iom ", "traffick", "victim", "shelter", "migra", "police",
	"reprisal", "abuse", "exploit", "screening", "mensenhandel", "slachtoffer", "opvang",
	"terugkeer", "migratie", "politie", "uitbuiting", "ofiar", "handel ludzmi", "handlu ludzmi",
	"schronisk", "victime", "adapost", "trafic", "traffic", "traite", "hebergement", "жертв",
	"трафик", "подслон", "торгов", "приют", "притул", "постраждал", "потерпевш", "aldozat",
	"emberkereskedelem", "menedek", "kizsakmany", "victima", "trata de", "refugio", "albergue",
	"vitima", "abrigo", "magdur", "ticaret", "siginma", "nan nhan", "buon nguoi", "受害", "贩",
	"庇护", "viktim", "strehim", "trafikim", "biktima", "kanlungan", "dhibane", "ka ganacsi",
	"ضحية", "ضحايا", "الاتجار", "مأوى", "ماوى", "قربانی", "قاچاق", "پناهگاه", "ግዳይ", "መዕቆቢ"};

static const char *find_forbidden(const struct text *text)
{
	struct text key, word;
	const char *found = NULL;
	text_init(&key);
	text_init(&word);
	text_add(&key, " ");
	languages_add_key(&key, text->bytes);
	text_add(&key, " ");
	for (size_t i = 0; i < sizeof forbidden / sizeof forbidden[0] && !found; i++) {
		text_clear(&word);
		/* Blanks at its ends mean that it is a whole word. */
		bool whole = forbidden[i][0] == ' ';
		text_add(&word, whole ? " " : "");
		languages_add_key(&word, forbidden[i]);
		text_add(&word, whole ? " " : "");
		found = strstr(key.bytes, word.bytes) ? forbidden[i] : NULL;
	}
	text_destroy(&key);
	text_destroy(&word);
	return found;
}

/* The search itself, on what must be found. */
START_TEST(test_find_forbidden)
{
	static const char *const words[] = {
		"An IOM paper", "Slachtoffers", "ЖЕРТВА", "Opfer und VÍCTIMAS", "受害者"};
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
		const struct text text = {.bytes = (char *)words[i], .length = strlen(words[i])};
		ck_assert_msg(find_forbidden(&text), "not found in %s", words[i]);
	}
	const struct text harmless = {.bytes = (char *)"An axiom", .length = 8};
	ck_assert_ptr_null(find_forbidden(&harmless));
}
END_TEST

/* Texts of the pack that the discreet edition may not have; those that it may. */
struct texts {
	const char *document;
	const char *language;
};

static bool is_allowed(const char *words)
{
	return pack->contact.discreet && strcmp(words, pack->contact.discreet) == 0;
}

/* In the pack's words and in the client's. Words of a few letters stand in others. */
static void look_for(const struct pack_text *text, void *context)
{
	const struct texts *texts = context;
	const char *shown = languages_pack_text(pack, text->words);
	if (strlen(text->words) < 5 || is_allowed(text->words))
		return;
	ck_assert_msg(!strstr(texts->document, text->words), "%s: has \"%s\"", texts->language,
		text->words);
	if (strlen(shown) >= 5)
		ck_assert_msg(
			!strstr(texts->document, shown), "%s: has \"%s\"", texts->language, shown);
}

/* Which client it is makes no difference to it: so no answer can be read from it. */
START_TEST(test_discreet_is_the_same_for_every_client)
{
	for (size_t i = 0; i < catalogues.count; i++) {
		struct text first, other;
		write_text(&first, 0, EDITION_DISCREET, catalogues.languages[i]);
		for (size_t client = 1; client < clients->count; client++) {
			write_text(&other, client, EDITION_DISCREET, catalogues.languages[i]);
			ck_assert_str_eq(other.bytes, first.bytes);
			text_destroy(&other);
		}
		text_destroy(&first);
	}
	ck_assert_uint_ge(clients->count, 40);
}
END_TEST

START_TEST(test_discreet_has_no_forbidden_word)
{
	for (size_t i = 0; i < catalogues.count; i++) {
		struct text text;
		write_text(&text, 0, EDITION_DISCREET, catalogues.languages[i]);
		const char *found = find_forbidden(&text);
		ck_assert_msg(!found, "%s: %s in\n%s", catalogues.languages[i], found, text.bytes);
		text_destroy(&text);
	}
}
END_TEST

START_TEST(test_discreet_has_no_text_of_the_pack)
{
	for (size_t i = 0; i < catalogues.count; i++) {
		struct text text;
		write_text(&text, 0, EDITION_DISCREET, catalogues.languages[i]);
		const struct texts texts = {text.bytes, catalogues.languages[i]};
		languages_speak(catalogues.languages[i]);
		pack_visit_texts(pack, look_for, (void *)&texts);
		ck_assert_ptr_nonnull(strstr(text.bytes, pack->contact.phone));
		ck_assert_ptr_nonnull(
			strstr(text.bytes, languages_pack_text(pack, pack->contact.discreet)));
		languages_speak("en");
		text_destroy(&text);
	}
}
END_TEST

/* A pack that says it everywhere, and has nothing to say instead of the name. */
START_TEST(test_discreet_of_any_pack)
{
	static const char *const before_calling[] = {"POISON"};
	struct small_pack small;
	struct summary summary;
	struct document document;
	struct text text;
	small_pack_init(&small);
	size_t question = small_pack_ask(&small, QUESTION_YES_NO, 2);
	small_pack_path(&small, on_options(question, YES));
	small_pack_notice(&small, on_options(question, NO));
	small.questions[0].id = small.options[0].id = small.options[1].id = "id";
	small.pack.version = "1";
	small.questions[0].ask = small.paths[0].title = small.paths[0].next = "POISON";
	small.notices[0].text = small.pack.title = small.pack.id = "POISON";
	small.pack.contact = (struct contact){.name = "POISON",
		.phone = "0800-1",
		.website = "POISON",
		.before_calling = before_calling,
		.before_calling_count = 1};
	struct logic *own = logic_new(&small.pack);
	struct interview *asked = interview_new(&small.pack, own);
	summary_init(&summary, asked, &moment);
	document_init_edition(&document, &summary, EDITION_DISCREET, NULL);
	text_init(&text);
	render_text(&document, 72, &text);
	ck_assert_ptr_null(strstr(text.bytes, "POISON"));
	ck_assert_ptr_nonnull(strstr(text.bytes, "0800-1"));
	document_destroy(&document);
	document_init_edition(&document, &summary, EDITION_CLIENT, NULL);
	text_clear(&text);
	render_text(&document, 72, &text);
	ck_assert_ptr_nonnull(strstr(text.bytes, "POISON"));
	text_destroy(&text);
	document_destroy(&document);
	summary_destroy(&summary);
	interview_free(asked);
	logic_free(own);
}
END_TEST

/* What a sensitive question asks, and so what was answered to it, is on no client's paper. */
START_TEST(test_client_has_no_sensitive_question)
{
	size_t sensitive = 0;
	for (size_t client = 0; client < clients->count; client++) {
		struct text text;
		write_text(&text, client, EDITION_CLIENT, NULL);
		for (size_t i = 0; i < pack->question_count; i++) {
			const struct question *question = &pack->questions[i];
			bool there = strstr(text.bytes, question->ask);
			ck_assert_msg(there != question->sensitive, "%s: %s",
				clients->items[client].name, question->ask);
			sensitive += question->sensitive;
		}
		text_destroy(&text);
	}
	ck_assert_uint_gt(sensitive, 0);
}
END_TEST

static size_t find_client(const char *beginning)
{
	for (size_t i = 0; i < clients->count; i++)
		if (strncmp(clients->items[i].name, beginning, strlen(beginning)) == 0)
			return i;
	ck_abort_msg("no client \"%s...\"", beginning);
}

/* Half a reason is not given out as the whole one. */
START_TEST(test_client_says_what_it_leaves_out)
{
	struct text text, staff;
	size_t client = find_client("Presumed victim from Romania");
	write_text(&text, client, EDITION_CLIENT, NULL);
	write_text(&staff, client, EDITION_STAFF, NULL);
	static const char *const said[] = {"One answer is not shown on this paper."};
	ck_assert_ptr_nonnull(strstr(text.bytes, said[0]));
	ck_assert_ptr_null(strstr(staff.bytes, said[0]));
	text_destroy(&text);
	text_destroy(&staff);
}
END_TEST

/* What the paths tell anyhow may be said again, but no more: that somebody fears reprisals stands
 * in a notice alone. */
START_TEST(test_client_has_no_notice_that_gives_an_answer_away)
{
	struct text text, staff;
	size_t client = find_client("Minor victim from Albania, alone");
	const char *hidden = NULL, *shown = NULL;
	for (size_t i = 0; i < pack->notice_count; i++) {
		const struct notice *notice = &pack->notices[i];
		hidden = strcmp(notice->id, "reprisals") == 0 ? notice->text : hidden;
		shown = strcmp(notice->id, "careful-preparation") == 0 ? notice->text : shown;
	}
	write_text(&text, client, EDITION_CLIENT, NULL);
	write_text(&staff, client, EDITION_STAFF, NULL);
	ck_assert(hidden && shown);
	ck_assert_ptr_nonnull(strstr(staff.bytes, hidden));
	ck_assert_ptr_nonnull(strstr(staff.bytes, shown));
	ck_assert_ptr_null(strstr(text.bytes, hidden));
	ck_assert_ptr_nonnull(strstr(text.bytes, shown));
	text_destroy(&text);
	text_destroy(&staff);
}
END_TEST

static const char *const only_staff[] = {
	"SHA-256", "Program:", "iom-page", "Sources", "Receipt", "Case code"};

START_TEST(test_client_has_a_short_receipt)
{
	struct text text, staff;
	write_text(&text, 0, EDITION_CLIENT, NULL);
	write_text(&staff, 0, EDITION_STAFF, NULL);
	for (size_t i = 0; i < sizeof only_staff / sizeof only_staff[0]; i++) {
		ck_assert_ptr_nonnull(strstr(staff.bytes, only_staff[i]));
		ck_assert_msg(!strstr(text.bytes, only_staff[i]), "%s", only_staff[i]);
	}
	ck_assert_ptr_nonnull(strstr(text.bytes, pack->version));
	text_destroy(&text);
	text_destroy(&staff);
}
END_TEST

/* The header of the catalogues decides; English needs no translation. */
START_TEST(test_review_is_said_to_clients)
{
	static const enum edition editions[] = {EDITION_CLIENT, EDITION_DISCREET, EDITION_STAFF};
	for (size_t i = 0; i < catalogues.count; i++) {
		const char *language = catalogues.languages[i];
		languages_speak(language);
		const char *words =
			_("This translation has not yet been reviewed by a native speaker.");
		bool reviewed = languages_reviewed(pack);
		languages_speak("en");
		ck_assert(reviewed || strcmp(language, "en") != 0);
		for (size_t j = 0; j < 3; j++) {
			struct text text;
			write_text(&text, 0, editions[j], language);
			bool said = strstr(text.bytes, words);
			ck_assert_int_eq(said, !reviewed && editions[j] != EDITION_STAFF);
			text_destroy(&text);
		}
	}
}
END_TEST

/* Each paragraph of the staff edition has the client's beside it, and that is what the document in
 * the client's language alone says. */
START_TEST(test_staff_has_both_languages)
{
	for (size_t i = 0; i < catalogues.count; i++) {
		struct document both, own, client;
		const char *language = catalogues.languages[i];
		bool same = strcmp(language, "en") == 0;
		write_edition(&both, 3, EDITION_STAFF, language);
		write_edition(&own, 3, EDITION_STAFF, NULL);
		languages_speak(language);
		write_edition(&client, 3, EDITION_STAFF, NULL);
		languages_speak("en");
		ck_assert_uint_eq(both.count, own.count);
		ck_assert_uint_eq(both.count, client.count);
		ck_assert_str_eq(both.language, "en");
		ck_assert_str_eq(both.second_language, same ? "" : language);
		for (size_t j = 0; j < both.count; j++) {
			const struct paragraph *paragraph = &both.paragraphs[j];
			ck_assert_str_eq(paragraph->text, own.paragraphs[j].text);
			bool alone =
				same || paragraph->style == PARAGRAPH_SMALL ||
				(paragraph->style == PARAGRAPH_PLAIN &&
					strcmp(paragraph->text, client.paragraphs[j].text) == 0);
			ck_assert_int_eq(paragraph->second == NULL, alone);
			if (!alone)
				ck_assert_str_eq(paragraph->second, client.paragraphs[j].text);
		}
		document_destroy(&both);
		document_destroy(&own);
		document_destroy(&client);
	}
}
END_TEST

/* Which language the program speaks is as before. */
START_TEST(test_language_is_as_it_was)
{
	struct text text;
	for (int edition = 0; edition < EDITION_COUNT; edition++) {
		write_text(&text, 0, (enum edition)edition, "nl");
		text_destroy(&text);
		ck_assert_str_eq(languages_spoken(), "en");
		ck_assert_str_eq(_("Answers"), "Answers");
	}
}
END_TEST

/* Beneath each other, but nothing twice, and both within the width. */
START_TEST(test_render_text_in_both_languages)
{
	struct document document;
	struct text text;
	text_init(&text);
	write_edition(&document, 3, EDITION_STAFF, "nl");
	render_text(&document, (size_t)_i, &text);
	ck_assert(strncmp(text.bytes, "Support by IOM", 14) == 0);
	ck_assert_ptr_nonnull(strstr(text.bytes, "Ondersteuning"));
	const char *phone = strstr(text.bytes, pack->contact.phone);
	ck_assert_ptr_nonnull(phone);
	phone = strstr(phone + 1, pack->contact.phone);
	ck_assert_ptr_nonnull(phone);
	for (char *line = strtok(text.bytes, "\n"); line; line = strtok(NULL, "\n"))
		ck_assert_uint_le(languages_width(line), (size_t)_i);
	document_destroy(&document);
	text_destroy(&text);
}
END_TEST

static Suite *editions_suite(void)
{
	Suite *suite = suite_create("editions");
	TCase *tests = tcase_create("editions");
	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_add_test(tests, test_find_forbidden);
	tcase_add_test(tests, test_discreet_is_the_same_for_every_client);
	tcase_add_test(tests, test_discreet_has_no_forbidden_word);
	tcase_add_test(tests, test_discreet_has_no_text_of_the_pack);
	tcase_add_test(tests, test_discreet_of_any_pack);
	tcase_add_test(tests, test_client_has_no_sensitive_question);
	tcase_add_test(tests, test_client_says_what_it_leaves_out);
	tcase_add_test(tests, test_client_has_no_notice_that_gives_an_answer_away);
	tcase_add_test(tests, test_client_has_a_short_receipt);
	tcase_add_test(tests, test_review_is_said_to_clients);
	tcase_add_test(tests, test_staff_has_both_languages);
	tcase_add_test(tests, test_language_is_as_it_was);
	tcase_add_loop_test(tests, test_render_text_in_both_languages, 20, 101);
	suite_add_tcase(suite, tests);
	return suite;
}

int main(void)
{
	return suite_run(editions_suite());
}
