#include "check_client.h"
#include "check_pack.h"
#include "languages.h"

#include "screener/memory.h"

#include <stdlib.h>

/* What clients reach: for each path, then each notice, its outcomes as bits. */
struct coverage {
	const struct checked *checked;
	unsigned char *tried; /* by the made-up clients of clients.yaml */
	unsigned char *shown; /* by those, or by the clients of findings */
	struct answer *answers;
};

static void note_client(
	const struct checked *checked, const struct answer answers[], unsigned char reached[])
{
	const struct pack *pack = checked->pack;
	outcomes_find(checked->outcomes, answers);
	for (size_t i = 0; i < pack->path_count; i++)
		reached[i] |= (unsigned char)(1U << outcomes_path(checked->outcomes, i));
	for (size_t i = 0; i < pack->notice_count; i++)
		reached[pack->path_count + i] |=
			(unsigned char)(1U << outcomes_notice(checked->outcomes, i));
}

/* Gives the finding added last the client whose answers are found, unless one before shows it. */
static void add_client(
	struct coverage *coverage, size_t root, enum outcome outcome, const char *name)
{
	const struct checked *checked = coverage->checked;
	struct text client;
	if (coverage->shown[root] >> outcome & 1)
		return;
	text_init(&client);
	check_client_add(&client, checked->pack, checked->outcomes, name, coverage->answers);
	finding_list_add_client(checked->findings, text_take(&client));
	note_client(checked, coverage->answers, coverage->shown);
}

/* TRANSLATORS: names of made-up clients, without quotation marks; each has a path's name in it */
static const char *const client_names[OUTCOME_OPEN] = {
	[OUTCOME_NO] = N_("Client for whom path %s does not apply"),
	[OUTCOME_POSSIBLE] = N_("Client for whom path %s is possible"),
	[OUTCOME_APPLIES] = N_("Client for whom path %s applies"),
};

static void cover_path(struct coverage *coverage, size_t path, enum outcome outcome)
{
	const struct checked *checked = coverage->checked;
	const struct path *covered = &checked->pack->paths[path];
	if (coverage->tried[path] >> outcome & 1 ||
		!proof_path_client(checked->proof, path, outcome, coverage->answers))
		return;
	check_pack_add(checked, FINDING_OUTCOME_UNTRIED, covered->place,
		/* TRANSLATORS: applies, possible or no, which stays as it is; a path's name */
		_("no made-up client reaches \"%s\" of path \"%s\""), outcome_word(outcome),
		covered->id);
	struct text name;
	text_init(&name);
	text_format(&name, _(client_names[outcome]), covered->id);
	add_client(coverage, path, outcome, name.bytes);
	text_destroy(&name);
}

static void cover_notice(struct coverage *coverage, size_t notice)
{
	const struct checked *checked = coverage->checked;
	const struct notice *covered = &checked->pack->notices[notice];
	size_t root = checked->pack->path_count + notice;
	if (coverage->tried[root] >> OUTCOME_APPLIES & 1 ||
		!proof_notice_client(checked->proof, notice, true, coverage->answers))
		return;
	check_pack_add(checked, FINDING_NOTICE_UNTRIED, covered->place,
		_("no made-up client is shown notice \"%s\""), covered->id);
	struct text name;
	text_init(&name);
	/* TRANSLATORS: the name of a made-up client, without quotation marks: a notice's name */
	text_format(&name, _("Client who is shown notice %s"), covered->id);
	add_client(coverage, root, OUTCOME_APPLIES, name.bytes);
	text_destroy(&name);
}

static void cover(struct coverage *coverage)
{
	const struct pack *pack = coverage->checked->pack;
	for (size_t i = 0; i < pack->path_count; i++) {
		cover_path(coverage, i, OUTCOME_APPLIES);
		cover_path(coverage, i, OUTCOME_POSSIBLE);
		cover_path(coverage, i, OUTCOME_NO);
	}
	for (size_t i = 0; i < pack->notice_count; i++)
		cover_notice(coverage, i);
}

void check_pack_coverage(const struct checked *checked, const struct client_list *clients)
{
	const struct pack *pack = checked->pack;
	size_t roots = pack->path_count + pack->notice_count;
	if (!clients->count)
		return;
	struct coverage coverage = {.checked = checked};
	coverage.tried = memory_new(roots, 1);
	coverage.shown = memory_new(roots, 1);
	coverage.answers = memory_new(pack->question_count, sizeof *coverage.answers);
	for (size_t i = 0; i < clients->count; i++) {
		note_client(checked, clients->items[i].answers, coverage.tried);
		note_client(checked, clients->items[i].answers, coverage.shown);
	}
	cover(&coverage);
	free(coverage.tried);
	free(coverage.shown);
	free(coverage.answers);
}
