#include "summary.h"

#include "screener/case_code.h"
#include "screener/memory.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

/* A summary being made. */
struct maker {
	struct summary *summary;
	struct outcomes *outcomes;
	size_t *questions; /* room for every question */
};

/* Keeps the first `count` of the questions found. */
static const size_t *keep(struct maker *maker, size_t count)
{
	size_t *kept = arena_new(&maker->summary->arena, count, sizeof *kept);
	if (count)
		memcpy(kept, maker->questions, count * sizeof *kept);
	return kept;
}

static void find_changes(struct maker *maker, struct summary_path *path)
{
	size_t count = outcomes_changes(maker->outcomes, path->path, NULL, 0);
	struct change *changes = arena_new(&maker->summary->arena, count, sizeof *changes);
	if (count)
		outcomes_changes(maker->outcomes, path->path, changes, count);
	path->changes = changes;
	path->change_count = count;
}

static void describe_path(struct maker *maker, size_t index)
{
	struct summary_path *path = &maker->summary->paths[index];
	path->path = index;
	path->outcome = outcomes_path(maker->outcomes, index);
	path->because_count = outcomes_because(maker->outcomes, index, maker->questions);
	path->because = keep(maker, path->because_count);
	path->settled_by_count = outcomes_settled_by(maker->outcomes, index, maker->questions);
	path->settled_by = keep(maker, path->settled_by_count);
	if (path->outcome == OUTCOME_NO || path->outcome == OUTCOME_POSSIBLE)
		find_changes(maker, path);
}

static void describe_paths(struct maker *maker)
{
	struct summary *summary = maker->summary;
	size_t count = summary->pack->path_count;
	summary->paths = arena_new(&summary->arena, count, sizeof *summary->paths);
	for (size_t i = 0; i < count; i++)
		describe_path(maker, i);
}

static void describe_notices(struct maker *maker)
{
	struct summary *summary = maker->summary;
	size_t count = summary->pack->notice_count;
	summary->notices = arena_new(&summary->arena, count, sizeof *summary->notices);
	for (size_t i = 0; i < count; i++) {
		if (outcomes_notice(maker->outcomes, i) != OUTCOME_APPLIES)
			continue;
		struct summary_notice *notice = &summary->notices[summary->notice_count++];
		notice->notice = i;
		notice->because_count =
			outcomes_notice_because(maker->outcomes, i, maker->questions);
		notice->because = keep(maker, notice->because_count);
	}
}

static void describe_questions(struct maker *maker, const struct interview *interview)
{
	struct summary *summary = maker->summary;
	size_t count = summary->pack->question_count;
	bool *parked = arena_new(&summary->arena, count, sizeof *parked);
	bool *matters = arena_new(&summary->arena, count, sizeof *matters);
	for (size_t i = 0; i < count; i++) {
		parked[i] = interview_is_parked(interview, i);
		matters[i] = outcomes_matters(maker->outcomes, i);
	}
	summary->parked = parked;
	summary->matters = matters;
	summary->next = outcomes_next(maker->outcomes);
	summary->left = outcomes_left(maker->outcomes);
	summary->not_exact = !outcomes_are_exact(maker->outcomes);
}

void summary_digest(const struct pack *pack, char digest[65])
{
	unsigned char bytes[crypto_hash_sha256_BYTES];
	crypto_hash_sha256_state state;
	crypto_hash_sha256_init(&state);
	for (size_t i = 0; i < pack->file_count; i++)
		crypto_hash_sha256_update(
			&state, (const unsigned char *)pack->files[i].text, pack->files[i].length);
	crypto_hash_sha256_final(&state, bytes);
	sodium_bin2hex(digest, 65, bytes, sizeof bytes);
}

static const char *make_case_code(struct summary *summary)
{
	const struct receipt *receipt = &summary->receipt;
	struct text text;
	text_init_secret(&text);
	case_code_write(
		summary->pack, receipt->pack_digest, receipt->date, summary->answers, &text);
	const char *code = arena_copy(&summary->arena, text.bytes, text.length);
	text_destroy(&text);
	return code;
}

static void write_receipt(struct summary *summary, const struct moment *moment)
{
	struct receipt *receipt = &summary->receipt;
	receipt->program_version = SCREENER_VERSION;
	receipt->date = moment->date;
	memcpy(receipt->time, moment->time, sizeof receipt->time);
	receipt->past_review = pack_is_past_review(summary->pack, moment->date);
	summary_digest(summary->pack, receipt->pack_digest);
	receipt->case_code = make_case_code(summary);
}

void summary_init(
	struct summary *summary, const struct interview *interview, const struct moment *moment)
{
	const struct pack *pack = interview_pack(interview);
	struct maker maker = {
		.summary = summary,
		.outcomes = interview_outcomes(interview),
		.questions = memory_new(pack->question_count, sizeof *maker.questions),
	};
	*summary = (struct summary){.pack = pack, .answers = interview_answers(interview)};
	arena_init(&summary->arena);
	describe_questions(&maker, interview);
	describe_paths(&maker);
	describe_notices(&maker);
	write_receipt(summary, moment);
	free(maker.questions);
}

void summary_destroy(struct summary *summary)
{
	arena_destroy(&summary->arena);
}
