#include "draft_private.h"

#include "gettext.h"
#include "summary.h"

#include "screener/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
	TRIES = 100, /* at a lock that another start holds while it looks */
	PAUSE_US = 1000,
};

static const struct draft_rules *rules_of(struct draft *draft)
{
	if (!draft->rules.digest[0])
		summary_digest(draft->rules.pack, draft->rules.digest);
	return &draft->rules;
}

/* Reads a draft with its answers. */
static enum draft_state read_draft(
	struct draft *draft, const char *stem, struct draft_contents *contents)
{
	struct text words;
	enum draft_state state;
	text_init_secret(&words);
	if (!draft_folder_read(&draft->folder, stem, &words, &state))
		state = DRAFT_DAMAGED;
	else if (state == DRAFT_GOOD)
		state = draft_parse(
			words.bytes, words.length, rules_of(draft), time(NULL), contents);
	text_destroy(&words);
	return state;
}

static void contents_init(const struct draft *draft, struct draft_contents *contents)
{
	*contents = (struct draft_contents){
		.answers = memory_secret_new(
			draft->rules.pack->question_count, sizeof(struct answer))};
}

static void contents_destroy(struct draft_contents *contents)
{
	memory_secret_free(contents->answers);
}

static void note(struct draft *draft, const char *stem)
{
	struct draft_contents contents;
	struct draft_found found = {.state = DRAFT_DAMAGED};
	contents_init(draft, &contents);
	snprintf(found.stem, sizeof found.stem, "%s", stem);
	found.state = read_draft(draft, stem, &contents);
	found.written = contents.written;
	found.answered = contents.answered;
	contents_destroy(&contents);
	draft->found = memory_grow(draft->found, draft->found_count + 1, sizeof *draft->found);
	draft->found[draft->found_count++] = found;
}

/* A draft whose lock is free, or missing, has lost its wizard. */
static void visit(void *context, const char *stem)
{
	struct draft *draft = context;
	int lock = draft_folder_lock(&draft->folder, stem, 0);
	draft->open += lock < 0 && errno == EWOULDBLOCK;
	if (lock < 0 && errno != ENOENT)
		return;
	if (draft_folder_tidy(&draft->folder, stem))
		note(draft, stem);
	if (lock >= 0)
		close(lock);
}

static int compare(const void *a, const void *b)
{
	const struct draft_found *one = a, *other = b;
	if ((one->state == DRAFT_GOOD) != (other->state == DRAFT_GOOD))
		return one->state == DRAFT_GOOD ? -1 : 1;
	if (one->written != other->written)
		return one->written > other->written ? -1 : 1;
	return strcmp(one->stem, other->stem);
}

void draft_look(struct draft *draft)
{
	draft->found_count = draft->offers = draft->open = 0;
	if (draft->folder.descriptor < 0)
		return;
	draft_folder_list(&draft->folder, visit, draft);
	if (draft->found_count)
		qsort(draft->found, draft->found_count, sizeof *draft->found, compare);
	while (draft->offers < draft->found_count &&
		draft->found[draft->offers].state == DRAFT_GOOD)
		draft->offers++;
}

struct draft *draft_new(const struct pack *pack)
{
	struct draft *draft = memory_new(1, sizeof *draft);
	draft->rules.pack = pack;
	draft->lock = -1;
	error_init(&draft->trouble);
	if (draft_folder_open(&draft->folder, &draft->trouble))
		draft_look(draft);
	return draft;
}

void draft_free(struct draft *draft)
{
	if (!draft)
		return;
	if (draft->lock >= 0)
		close(draft->lock);
	draft_folder_close(&draft->folder);
	free(draft->found);
	explicit_bzero(draft, sizeof *draft);
	free(draft);
}

size_t draft_offers(const struct draft *draft)
{
	return draft->offers;
}

size_t draft_offer_answers(const struct draft *draft, size_t offer)
{
	return draft->found[offer].answered;
}

/* A start that only looks lets go of a lock at once, and is waited for; a wizard that has it is
 * not. */
static int lock_offer(struct draft *draft, const char *stem)
{
	int lock = -1;
	for (int i = 0; i < TRIES; i++) {
		lock = draft_folder_lock(&draft->folder, stem, O_CREAT);
		if (lock >= 0 || errno != EWOULDBLOCK)
			break;
		usleep(PAUSE_US);
	}
	return lock;
}

static void load(struct interview *interview, const struct draft_contents *contents)
{
	interview_load(interview, contents->answers);
	if (contents->question != PACK_NO_QUESTION)
		interview_visit(interview, contents->question);
}

bool draft_go_on(struct draft *draft, size_t offer, struct interview *interview)
{
	struct draft_contents contents;
	const char *stem = draft->found[offer].stem;
	int lock = lock_offer(draft, stem);
	contents_init(draft, &contents);
	bool good = lock >= 0 && read_draft(draft, stem, &contents) == DRAFT_GOOD;
	if (good) {
		load(interview, &contents);
		memcpy(draft->stem, stem, sizeof draft->stem);
		draft->lock = lock;
		draft->written = true;
		draft->revision = interview_revision(interview);
		draft->offers = 0;
	} else if (lock >= 0) {
		draft_folder_tidy(&draft->folder, stem);
		close(lock);
	}
	contents_destroy(&contents);
	return good;
}

void draft_leave(struct draft *draft)
{
	draft->offers = 0;
}

void draft_erase(struct draft *draft)
{
	for (size_t i = 0; i < draft->offers; i++) {
		int lock = lock_offer(draft, draft->found[i].stem);
		if (lock < 0)
			continue;
		draft_folder_remove(&draft->folder, draft->found[i].stem);
		close(lock);
	}
	draft->offers = 0;
}

/* The name says nothing, not even when. */
static bool begin(struct draft *draft)
{
	for (int i = 0; i < TRIES && draft->lock < 0; i++) {
		snprintf(draft->stem, sizeof draft->stem, "%08x", (unsigned)randombytes_random());
		draft->lock = draft_folder_lock(&draft->folder, draft->stem, O_CREAT | O_EXCL);
		if (draft->lock < 0 && errno != EEXIST && errno != EWOULDBLOCK && errno != ESTALE)
			return false;
	}
	return draft->lock >= 0;
}

static bool write_draft(struct draft *draft, const struct draft_contents *contents)
{
	struct text words;
	text_init_secret(&words);
	draft_format(&words, rules_of(draft), contents);
	errno = EFBIG;
	bool written = words.length <= DRAFT_LIMIT && (draft->lock >= 0 || begin(draft)) &&
		       draft_folder_write(&draft->folder, draft->stem, &words);
	int reason = errno;
	text_destroy(&words);
	errno = reason;
	return written;
}

/* Where no answer is left there is nothing to go on with. */
static bool keep(struct draft *draft, const struct interview *interview)
{
	const struct pack *pack = draft->rules.pack;
	struct draft_contents contents;
	contents_init(draft, &contents);
	contents.written = time(NULL);
	contents.question = interview_question(interview);
	for (size_t i = 0; i < pack->question_count; i++) {
		contents.answers[i] = *interview_answer(interview, i);
		contents.answered += contents.answers[i].status != ANSWER_NOT_ASKED;
	}
	bool kept = true;
	if (contents.answered)
		draft->written |= kept = write_draft(draft, &contents);
	else if (draft->written)
		draft_folder_empty(&draft->folder, draft->stem);
	int reason = errno;
	contents_destroy(&contents);
	errno = reason;
	return kept;
}

bool draft_keep(struct draft *draft, const struct interview *interview)
{
	if (draft->folder.descriptor < 0 || draft->revision == interview_revision(interview))
		return true;
	draft->revision = interview_revision(interview);
	draft->failed = !keep(draft, interview);
	int reason = errno;
	if (!draft->failed || draft->told)
		return true;
	draft->told = true;
	error_init(&draft->trouble);
	return error_set(&draft->trouble, ERROR_FILE, _("%s cannot be written: %s"),
		draft->folder.path.bytes, strerror(reason));
}

bool draft_is_kept(const struct draft *draft)
{
	return draft->written && !draft->failed;
}

void draft_end(struct draft *draft)
{
	if (draft->lock < 0)
		return;
	draft_folder_remove(&draft->folder, draft->stem);
	close(draft->lock);
	draft->lock = -1;
	draft->written = false;
}
