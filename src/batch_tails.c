#include "batch_tails.h"

#include "batch_csv.h"
#include "batch_json.h"

#include "screener/memory.h"

#include <stdlib.h>
#include <string.h>

enum {
	BYTES_LIMIT = 3 * 1024 * 1024,
	PLACES_LIMIT = 16 * 1024,
	REASON_ROOM = 4096, /* a tail with more than this is made each time */
	MARKS = 32, /* more than is written around an identifier, and its outcome */
	ROOM_LEAST = 128
};

/* The most that a tail without reasons needs. */
static size_t find_room(const struct pack *pack)
{
	size_t room = ROOM_LEAST;
	for (size_t i = 0; i < pack->path_count; i++)
		room += strlen(pack->paths[i].id) + MARKS;
	for (size_t i = 0; i < pack->notice_count; i++)
		room += strlen(pack->notices[i].id) + MARKS;
	return room;
}

void batch_tails_init(struct batch_tails *tails, struct batch_client *client,
	enum batch_format format, bool because)
{
	*tails = (struct batch_tails){.client = client, .format = format, .because = because};
	text_init(&tails->made);
	tails->words = because ? client->words : evaluator_result_words(client->evaluator);
	tails->room = find_room(client->pack) + (because ? REASON_ROOM : 0);
	tails->places = 1;
	while (tails->places < PLACES_LIMIT && tails->places * 2 * tails->room <= BYTES_LIMIT)
		tails->places *= 2;
	tails->known = memory_new(tails->places * tails->words, sizeof *tails->known);
	tails->lengths = memory_new(tails->places, sizeof *tails->lengths);
	tails->bytes = memory_new(tails->places, tails->room);
}

void batch_tails_destroy(struct batch_tails *tails)
{
	text_destroy(&tails->made);
	free(tails->known);
	free(tails->lengths);
	free(tails->bytes);
}

static const uint64_t *known_of_client(const struct batch_tails *tails)
{
	return tails->because ? tails->client->key : tails->client->result;
}

/* Multiplication by the golden ratio (Knuth, "The Art of Computer Programming", 6.4). */
static size_t find_place(const struct batch_tails *tails, const uint64_t known[])
{
	uint64_t hash = 0;
	for (size_t i = 0; i < tails->words; i++)
		hash = (hash ^ hash >> 32 ^ known[i]) * UINT64_C(0x9e3779b97f4a7c15);
	return (size_t)(hash >> 40) & (tails->places - 1);
}

bool batch_tails_find(const struct batch_tails *tails, struct batch_tail *tail)
{
	const uint64_t *known = known_of_client(tails);
	size_t place = find_place(tails, known);
	const uint64_t *kept = &tails->known[place * tails->words];
	for (size_t i = 0; i < tails->words; i++)
		if (kept[i] != known[i])
			return false;
	*tail = (struct batch_tail){&tails->bytes[place * tails->room], tails->lengths[place]};
	return tail->length != 0;
}

static const char *path_word(const struct batch_tails *tails, size_t path)
{
	const struct batch_client *client = tails->client;
	return outcome_word(evaluator_path(client->evaluator, client->result, path));
}

static bool is_shown(const struct batch_tails *tails, size_t notice)
{
	const struct batch_client *client = tails->client;
	return evaluator_notice(client->evaluator, client->result, notice) == OUTCOME_APPLIES;
}

/* The identifier of the next question; NULL where it is settled. */
static const char *next_id(const struct batch_tails *tails)
{
	const struct batch_client *client = tails->client;
	size_t next = evaluator_next(client->evaluator, client->result);
	return next == PACK_NO_QUESTION ? NULL : client->pack->questions[next].id;
}

static void make_csv_reasons(struct batch_tails *tails)
{
	const struct pack *pack = tails->client->pack;
	struct text *made = &tails->made;
	for (size_t i = 0; i < pack->path_count; i++) {
		text_add_bytes(made, ",", 1);
		size_t count = batch_client_because(tails->client, i);
		for (size_t j = 0; j < count; j++) {
			text_add(made, j ? "+" : "");
			text_add(made, pack->questions[tails->client->questions[j]].id);
		}
	}
}

static void make_csv(struct batch_tails *tails)
{
	const struct pack *pack = tails->client->pack;
	struct text *made = &tails->made;
	size_t joined = 0;
	const char *next = next_id(tails);
	for (size_t i = 0; i < pack->path_count; i++) {
		text_add_bytes(made, ",", 1);
		text_add(made, path_word(tails, i));
	}
	text_add_bytes(made, ",", 1);
	for (size_t i = 0; i < pack->notice_count; i++) {
		if (!is_shown(tails, i))
			continue;
		text_add(made, joined++ ? "+" : "");
		text_add(made, pack->notices[i].id);
	}
	text_add_bytes(made, ",", 1);
	text_add(made, next ? next : "");
	text_add_bytes(made, ",", 1); /* no error */
	if (tails->because)
		make_csv_reasons(tails);
}

/* Identifiers need no escapes in JSON. */
static void add_id(struct text *made, size_t *count, const char *id)
{
	text_add(made, (*count)++ ? ",\"" : "\"");
	text_add(made, id);
	text_add_bytes(made, "\"", 1);
}

static void make_json_reasons(struct batch_tails *tails)
{
	const struct pack *pack = tails->client->pack;
	struct text *made = &tails->made;
	size_t paths = 0;
	text_add(made, ",\"because\":{");
	for (size_t i = 0; i < pack->path_count; i++) {
		size_t joined = 0, count = batch_client_because(tails->client, i);
		add_id(made, &paths, pack->paths[i].id);
		text_add(made, ":[");
		for (size_t j = 0; j < count; j++)
			add_id(made, &joined, pack->questions[tails->client->questions[j]].id);
		text_add(made, "]");
	}
	text_add(made, "}");
}

static void make_json(struct batch_tails *tails)
{
	const struct pack *pack = tails->client->pack;
	struct text *made = &tails->made;
	size_t paths = 0, notices = 0, none = 0;
	const char *next = next_id(tails);
	text_add(made, "\"outcome\":{");
	for (size_t i = 0; i < pack->path_count; i++) {
		add_id(made, &paths, pack->paths[i].id);
		text_add(made, ":\"");
		text_add(made, path_word(tails, i));
		text_add(made, "\"");
	}
	text_add(made, "},\"notices\":[");
	for (size_t i = 0; i < pack->notice_count; i++)
		if (is_shown(tails, i))
			add_id(made, &notices, pack->notices[i].id);
	text_add(made, "],\"next\":");
	if (next)
		add_id(made, &none, next);
	else
		text_add(made, "null");
	text_add(made, ",\"error\":null");
	if (tails->because)
		make_json_reasons(tails);
	text_add(made, "}");
}

static void keep(struct batch_tails *tails)
{
	const uint64_t *known = known_of_client(tails);
	size_t place = find_place(tails, known);
	if (tails->made.length > tails->room)
		return;
	memcpy(&tails->known[place * tails->words], known, tails->words * sizeof *known);
	memcpy(&tails->bytes[place * tails->room], tails->made.bytes, tails->made.length);
	tails->lengths[place] = (uint32_t)tails->made.length;
}

void batch_tails_make(struct batch_tails *tails, struct batch_tail *tail)
{
	text_cut(&tails->made, 0);
	if (tails->because)
		batch_client_explain(tails->client);
	if (tails->format == BATCH_CSV)
		make_csv(tails);
	else
		make_json(tails);
	keep(tails);
	*tail = (struct batch_tail){tails->made.bytes, tails->made.length};
}

void batch_tails_refuse(struct batch_tails *tails, struct batch_tail *tail)
{
	const struct text *fault = &tails->client->fault;
	size_t path_count = tails->client->pack->path_count;
	struct text *made = &tails->made;
	text_cut(made, 0);
	if (tails->format == BATCH_CSV) {
		/* The paths, notices, next and before the error. */
		text_add_repeated(made, ',', path_count + 3);
		csv_add_text(made, fault->bytes, fault->length);
		text_add_repeated(made, ',', tails->because ? path_count : 0);
	} else {
		text_add(made, "\"outcome\":{},\"notices\":[],\"next\":null,\"error\":");
		json_add_string(made, fault->bytes, fault->length);
		text_add(made, tails->because ? ",\"because\":{}}" : "}");
	}
	*tail = (struct batch_tail){made->bytes, made->length};
}
