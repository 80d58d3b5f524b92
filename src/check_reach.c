#include "check_client.h"
#include "check_pack.h"
#include "languages.h"

#include "screener/memory.h"

#include <stdlib.h>

static void check_applies(const struct checked *checked, size_t path)
{
	const struct path *checks = &checked->pack->paths[path];
	struct place place = checks->applies.place;
	if (proof_path_reaches(checked->proof, path, OUTCOME_APPLIES) == PROOF_FALSE)
		check_pack_add(checked, FINDING_APPLIES_UNREACHABLE, place,
			_("path \"%s\" never applies: there is no client for whom this condition "
			  "holds"),
			checks->id);
	else if (proof_path_reaches(checked->proof, path, OUTCOME_POSSIBLE) == PROOF_FALSE &&
		 proof_path_reaches(checked->proof, path, OUTCOME_NO) == PROOF_FALSE)
		check_pack_add(checked, FINDING_ALWAYS_APPLIES, place,
			_("path \"%s\" applies to everybody, whatever is answered"), checks->id);
}

static void check_possible(const struct checked *checked, size_t path)
{
	const struct path *checks = &checked->pack->paths[path];
	if (!checks->possible ||
		proof_path_reaches(checked->proof, path, OUTCOME_POSSIBLE) != PROOF_FALSE)
		return;
	const char *format =
		_("path \"%s\" is never just possible: where this condition holds, the "
		  "one of `applies` does too");
	if (proof_possible_holds(checked->proof, path) == PROOF_FALSE)
		format = _("path \"%s\" is never possible: there is no client for whom this "
			   "condition holds");
	check_pack_add(
		checked, FINDING_POSSIBLE_UNREACHABLE, checks->possible->place, format, checks->id);
}

static void check_path(const struct checked *checked, size_t path)
{
	const struct path *checks = &checked->pack->paths[path];
	if (proof_path_reaches(checked->proof, path, OUTCOME_APPLIES) == PROOF_UNKNOWN) {
		check_pack_add(checked, FINDING_NOT_PROVED, checks->place,
			_("path \"%s\": its conditions tell apart too many cases for anything to be "
			  "proved about it"),
			checks->id);
		return;
	}
	check_applies(checked, path);
	check_possible(checked, path);
}

static void check_notice(const struct checked *checked, size_t notice)
{
	const struct notice *checks = &checked->pack->notices[notice];
	enum proof_truth shown = proof_notice_reaches(checked->proof, notice, true);
	if (shown == PROOF_UNKNOWN)
		check_pack_add(checked, FINDING_NOT_PROVED, checks->place,
			_("notice \"%s\": its condition tells apart too many cases for anything to "
			  "be proved about it"),
			checks->id);
	else if (shown == PROOF_FALSE)
		check_pack_add(checked, FINDING_NOTICE_UNREACHABLE, checks->when.place,
			_("notice \"%s\" is never shown: there is no client for whom this condition "
			  "holds"),
			checks->id);
}

/* The file that the paths are in, or would be: no line of it is at fault. */
static struct place place_of_paths(const struct pack *pack)
{
	return (struct place){.file = pack->files[pack->file_count - 1].path};
}

static void add_dead_end(const struct checked *checked, const struct answer answers[])
{
	struct text client;
	text_init(&client);
	check_pack_add(checked, FINDING_DEAD_END, place_of_paths(checked->pack),
		_("there are clients to whom no path and no notice says anything (a dead end)"));
	check_client_add(&client, checked->pack, checked->outcomes,
		/* TRANSLATORS: the name of a made-up client */
		_("Client to whom nothing is said"), answers);
	finding_list_add_client(checked->findings, text_take(&client));
}

static void check_dead_end(const struct checked *checked)
{
	struct answer *answers = memory_new(checked->pack->question_count, sizeof *answers);
	enum proof_truth truth = proof_dead_end(checked->proof, answers);
	if (truth == PROOF_TRUE)
		add_dead_end(checked, answers);
	else if (truth == PROOF_UNKNOWN)
		check_pack_add(checked, FINDING_NOT_PROVED, place_of_paths(checked->pack),
			_("whether a path or a notice says something to every client is not "
			  "proved: there are too many cases"));
	free(answers);
}

void check_pack_reach(const struct checked *checked)
{
	for (size_t i = 0; i < checked->pack->path_count; i++)
		check_path(checked, i);
	for (size_t i = 0; i < checked->pack->notice_count; i++)
		check_notice(checked, i);
	check_dead_end(checked);
}
