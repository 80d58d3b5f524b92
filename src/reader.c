#include "reader.h"

#include "gettext.h"
#include "reader_clients.h"
#include "reader_fault.h"
#include "reader_fields.h"
#include "reader_files.h"
#include "reader_pack.h"
#include "reader_tree.h"

#include "screener/arena.h"
#include "screener/memory.h"

#include <stdlib.h>
#include <string.h>

/* The files of a pack, in the order in which each needs only those before it. */
static const struct source_file {
	const char *name;
	enum file_kind kind;
	void (*read)(struct pack_reading *reading, const struct node *root);
} source_files[] = {
	{"pack.yaml", FILE_NEEDED, pack_read_card},
	{"countries.yaml", FILE_OPTIONAL, pack_read_countries},
	{"questions.yaml", FILE_NEEDED, pack_read_questions},
	{"paths.yaml", FILE_NEEDED, pack_read_paths},
};

enum { SOURCE_FILE_COUNT = sizeof source_files / sizeof source_files[0] };

/* The path of a file of the pack, kept. */
static const char *keep_path(struct arena *arena, const char *folder, const char *name)
{
	struct text path;
	text_init(&path);
	files_add_path(&path, folder, name);
	const char *kept = arena_copy(arena, path.bytes, path.length);
	text_destroy(&path);
	return kept;
}

/* Adds a file to those of the pack; what was read of it is kept. */
static const struct pack_file *keep_file(
	struct pack *pack, const char *name, const char *path, const struct text *bytes)
{
	struct pack_file *file = &pack->files[pack->file_count++];
	file->name = name;
	file->path = path;
	file->text = arena_copy(&pack->arena, bytes->bytes, bytes->length);
	file->length = bytes->length;
	return file;
}

static void read_source(
	struct pack_reading *reading, const struct source_file *source, const char *folder)
{
	struct arena scratch;
	struct text bytes;
	bool missing = false;
	const struct node *root = NULL;
	struct pack *pack = reading->pack;
	const char *path = keep_path(&pack->arena, folder, source->name);
	arena_init(&scratch);
	text_init(&bytes);
	reading->reading.scratch = &scratch;
	reading_begin(&reading->reading, path, NULL, 0);
	if (files_read(&reading->reading, source->kind, &bytes, &missing)) {
		const struct pack_file *file = keep_file(pack, source->name, path, &bytes);
		reading_begin(&reading->reading, path, file->text, file->length);
		root = tree_read(&reading->reading);
	}
	if (!missing)
		source->read(reading, root);
	reading_end(&reading->reading);
	text_destroy(&bytes);
	arena_destroy(&scratch);
}

struct pack *reader_read_pack(const char *folder, struct fault_list *faults)
{
	size_t before = faults->count;
	struct pack_reading reading = {.pack = pack_new()};
	struct pack *pack = reading.pack;
	reading.reading.keep = &pack->arena;
	reading.reading.faults = faults;
	reading.reading.limit = before + FAULT_LIMIT;
	reading_begin(&reading.reading, folder, NULL, 0);
	pack->files = arena_new(&pack->arena, SOURCE_FILE_COUNT, sizeof *pack->files);
	bool found = files_is_folder(&reading.reading, folder);
	for (size_t i = 0; found && i < SOURCE_FILE_COUNT && !reading.reading.full; i++)
		read_source(&reading, &source_files[i], folder);
	names_destroy(&reading.names);
	if (faults->count == before)
		return pack;
	pack_free(pack);
	return NULL;
}

/* What is read with a pack at hand: answers, and clients. */
struct entry {
	struct client_reading reading;
	struct arena scratch;
	struct text bytes;
};

static void begin(struct entry *entry, const struct pack *pack, const char *file, struct date today,
	struct fault_list *faults)
{
	*entry = (struct entry){.reading = {.pack = pack, .today = today}};
	struct reading *reading = &entry->reading.reading;
	arena_init(&entry->scratch);
	text_init(&entry->bytes);
	reading->scratch = &entry->scratch;
	reading->keep = &entry->scratch;
	reading->faults = faults;
	reading->limit = faults->count + FAULT_LIMIT;
	reading_begin(reading, file, NULL, 0);
	answers_begin(&entry->reading);
}

/* Returns the tree of the file, or NULL with a fault, or because an optional one is missing. */
static const struct node *read_tree(struct entry *entry, enum file_kind kind)
{
	struct reading *reading = &entry->reading.reading;
	bool missing;
	if (!files_read(reading, kind, &entry->bytes, &missing))
		return NULL;
	reading_begin(reading, reading->file, entry->bytes.bytes, entry->bytes.length);
	return tree_read(reading);
}

/* Returns whether there was no fault. */
static bool end(struct entry *entry)
{
	struct reading *reading = &entry->reading.reading;
	reading_end(reading);
	names_destroy(&entry->reading.names);
	text_destroy(&entry->bytes);
	arena_destroy(&entry->scratch);
	return reading->faults->count + FAULT_LIMIT == reading->limit;
}

bool reader_read_answers(const struct pack *pack, const char *file, struct date today,
	struct answer answers[], struct fault_list *faults)
{
	struct entry entry;
	size_t size = pack->question_count * sizeof *answers;
	struct answer *read = memory_new(pack->question_count, sizeof *read);
	begin(&entry, pack, file, today, faults);
	const struct node *root = read_tree(&entry, FILE_STREAM);
	if (root && fields_is_mapping(&entry.reading.reading, root))
		answers_read(&entry.reading, root, read);
	bool fine = end(&entry);
	if (fine)
		memcpy(answers, read, size);
	explicit_bzero(read, size);
	free(read);
	return fine;
}

struct client_list *reader_read_clients(
	const struct pack *pack, const char *folder, struct date today, struct fault_list *faults)
{
	struct entry entry;
	struct client_list *clients = memory_new(1, sizeof *clients);
	arena_init(&clients->arena);
	const char *path = keep_path(&clients->arena, folder, "clients.yaml");
	begin(&entry, pack, path, today, faults);
	entry.reading.reading.keep = &clients->arena;
	const struct node *root = read_tree(&entry, FILE_OPTIONAL);
	if (root)
		clients_read(&entry.reading, root, clients);
	if (end(&entry))
		return clients;
	client_list_free(clients);
	return NULL;
}

void client_list_free(struct client_list *clients)
{
	if (!clients)
		return;
	arena_destroy(&clients->arena);
	free(clients);
}
