#include "check_pack.h"
#include "languages.h"

/* A path that is the same for everybody has been said to be so. */
static bool varies(const struct checked *checked, size_t path)
{
	unsigned outcomes = 0;
	for (int outcome = OUTCOME_NO; outcome <= OUTCOME_APPLIES; outcome++)
		outcomes += proof_path_reaches(checked->proof, path, (enum outcome)outcome) ==
			    PROOF_TRUE;
	return outcomes > 1;
}

static void check_path(const struct checked *checked, size_t path)
{
	const struct path *paths = checked->pack->paths;
	for (size_t i = 0; i < path; i++) {
		if (proof_paths_equal(checked->proof, i, path) != PROOF_TRUE)
			continue;
		check_pack_add(checked, FINDING_SAME_OUTCOME, paths[path].place,
			_("path \"%s\" has the same outcome as path \"%s\" for everybody"),
			paths[path].id, paths[i].id);
		return;
	}
}

static void add_options(const struct checked *checked, size_t question, uint64_t options)
{
	const struct question *asked = &checked->pack->questions[question];
	size_t first = (size_t)__builtin_ctzll(options);
	struct text ids;
	text_init(&ids);
	for (size_t i = first; i < asked->option_count; i++)
		if (options >> i & 1)
			text_format(&ids, "%s%s", i == first ? "" : ", ", asked->options[i].id);
	check_pack_add(checked, FINDING_OPTIONS_ALIKE, asked->options[first].place,
		/* TRANSLATORS: a question's name; the names of two of its options or more */
		_("question \"%s\": no condition tells these options apart: %s"), asked->id,
		ids.bytes);
	text_destroy(&ids);
}

static void check_options(const struct checked *checked, size_t question)
{
	const struct question *asked = &checked->pack->questions[question];
	uint64_t seen = 0;
	for (size_t i = 0; i < asked->option_count; i++) {
		if (seen >> i & 1)
			continue;
		uint64_t options = proof_options_alike(checked->pack, question, i);
		if (options & (options - 1))
			add_options(checked, question, options);
		seen |= options;
	}
}

void check_pack_alike(const struct checked *checked)
{
	for (size_t i = 0; i < checked->pack->path_count; i++)
		if (varies(checked, i))
			check_path(checked, i);
	for (size_t i = 0; i < checked->pack->question_count; i++)
		if (proof_question_matters(checked->proof, i) != PROOF_FALSE)
			check_options(checked, i);
}
