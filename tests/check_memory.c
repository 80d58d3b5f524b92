/* Secret memory: it is what the hook gives, nothing of an interview's answers is anywhere else, and
 * when they are freed they are nowhere. */
#include "reader.h"
#include "sanitized.h"
#include "suite.h"

#include "screener/interview.h"
#include "screener/memory.h"
#include "screener/text.h"

#include <check.h>
#include <fcntl.h>
#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { POOL_SIZE = 1024 * 1024, CHUNK = 64 * 1024 };

/* Where secrets are while a test looks. */
static unsigned char *pool;
static size_t used;
static size_t sizes[1000];
static unsigned char *secrets[1000];
static size_t made, alive;

static void *make(size_t size)
{
	ck_assert_uint_eq(size % alignof(max_align_t), 0);
	ck_assert_uint_lt(made, sizeof sizes / sizeof *sizes);
	ck_assert_uint_le(used + size, POOL_SIZE);
	secrets[made] = pool + used;
	sizes[made++] = size;
	used += size;
	alive++;
	return memset(secrets[made - 1], 0xdb, size);
}

static void wipe_and_free(void *memory)
{
	for (size_t i = 0; i < made; i++) {
		if (!memory || secrets[i] != memory)
			continue;
		explicit_bzero(secrets[i], sizes[i]);
		secrets[i] = NULL;
		alive--;
		return;
	}
	ck_assert_ptr_null(memory);
}

static void *map(size_t size)
{
	void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	ck_assert_ptr_ne(memory, MAP_FAILED);
	return memory;
}

static void set_up(void)
{
	pool = map(POOL_SIZE);
	memory_keep_secrets(make, wipe_and_free);
}

START_TEST(test_secret_is_zeroed_and_given_back)
{
	unsigned char *secret = memory_secret_new(7, 11);
	for (size_t i = 0; i < 7 * 11; i++)
		ck_assert_uint_eq(secret[i], 0);
	ck_assert_uint_eq(alive, 1);
	memory_secret_free(secret);
	memory_secret_free(NULL);
	ck_assert_uint_eq(alive, 0);
}
END_TEST

START_TEST(test_secret_without_a_hook)
{
	unsigned char *secret = memory_secret_new(3, 5);
	for (size_t i = 0; i < 3 * 5; i++)
		ck_assert_uint_eq(secret[i], 0);
	ck_assert_uint_eq((uintptr_t)secret % alignof(max_align_t), 0);
	memset(secret, 1, 3 * 5);
	memory_secret_free(secret);
	memory_secret_free(NULL);
}
END_TEST

START_TEST(test_secret_text)
{
	struct text text;
	text_init_secret(&text);
	ck_assert_str_eq(text.bytes, "");
	for (int i = 0; i < 3000; i++)
		text_add(&text, "word");
	ck_assert_uint_eq(text.length, 12000);
	ck_assert_uint_eq(alive, 1);
	ck_assert(text.bytes >= (char *)pool && text.bytes < (char *)pool + POOL_SIZE);
	text_destroy(&text);
	ck_assert_uint_eq(alive, 0);
	text_add(&text, "again");
	ck_assert_uint_eq(alive, 1);
	text_destroy(&text);
	for (size_t i = 0; i < POOL_SIZE; i++)
		ck_assert_uint_eq(pool[i], 0);
}
END_TEST

/* Where an age from 97 to 101 lies in the memory; what it is compared with lies there mixed. */
struct found {
	size_t secret, elsewhere;
};

static bool is_sought(const unsigned char *bytes)
{
	static const unsigned char mixed[] = {
		97 ^ 0x5a, 0x5a, 0x5a, 0x5a, 101 ^ 0x5a, 0x5a, 0x5a, 0x5a};
	for (size_t i = 0; i < sizeof mixed; i++)
		if ((bytes[i] ^ 0x5a) != mixed[i])
			return false;
	return true;
}

static void search(
	int memory, uintptr_t start, uintptr_t end, unsigned char *chunk, struct found *found)
{
	if (start == (uintptr_t)chunk)
		return;
	for (uintptr_t at = start; at < end; at += CHUNK) {
		size_t length = end - at < CHUNK ? end - at : CHUNK;
		if (pread(memory, chunk, length, (off_t)at) != (ssize_t)length)
			continue;
		for (size_t i = 0; i + 8 <= length; i += 4) {
			bool inside =
				at + i >= (uintptr_t)pool && at + i < (uintptr_t)pool + POOL_SIZE;
			if (is_sought(chunk + i))
				*(inside ? &found->secret : &found->elsewhere) += 1;
		}
		explicit_bzero(chunk, length);
	}
}

static struct found search_memory(void)
{
	/* By itself in its mapping, so that it does not find its own reading. */
	unsigned char *room = map(CHUNK * 3), *chunk = room + CHUNK;
	struct found found = {0};
	char line[500], access[8];
	unsigned long start, end;
	ck_assert_int_eq(mprotect(room, CHUNK, PROT_NONE), 0);
	ck_assert_int_eq(mprotect(chunk + CHUNK, CHUNK, PROT_NONE), 0);
	int memory = open("/proc/self/mem", O_RDONLY);
	FILE *maps = fopen("/proc/self/maps", "r");
	ck_assert_int_ge(memory, 0);
	ck_assert_ptr_nonnull(maps);
	while (fgets(line, sizeof line, maps))
		if (sscanf(line, "%lx-%lx %7s", &start, &end, access) == 3 && access[1] == 'w')
			search(memory, start, end, chunk, &found);
	fclose(maps);
	close(memory);
	munmap(room, CHUNK * 3);
	return found;
}

/* Answers as a screen does, and leaves no answer of its own. */
static void take(struct interview *interview, const struct pack *pack, const char *id)
{
	size_t question;
	ck_assert(pack_find_question(pack, id, &question));
	interview_visit(interview, question);
	struct answer answer = {.status = ANSWER_GIVEN};
	answer.years.from = 97;
	answer.years.to = 101;
	interview_take(interview, &answer);
	explicit_bzero(&answer, sizeof answer);
}

/* Copies in registers that were saved on the stack are not the interview's. */
static void clear_stack(void)
{
	unsigned char below[64 * 1024];
	explicit_bzero(below, sizeof below);
}

START_TEST(test_answers_are_nowhere_else)
{
	struct fault_list faults;
	fault_list_init(&faults);
	struct pack *pack = reader_read_pack(SCREENER_RULES_SOURCE, &faults);
	struct logic *logic = logic_new(pack);
	struct interview *interview = interview_new(pack, logic);
	clear_stack();
	ck_assert_uint_eq(search_memory().secret, 0);
	take(interview, pack, "age");
	clear_stack();
	struct found found = search_memory();
	ck_assert_uint_gt(found.secret, 0);
	ck_assert_uint_eq(found.elsewhere, 0);
	interview_free(interview);
	clear_stack();
	found = search_memory();
	ck_assert_uint_eq(found.secret, 0);
	ck_assert_uint_eq(found.elsewhere, 0);
	ck_assert_uint_eq(alive, 0);
	logic_free(logic);
	pack_free(pack);
	fault_list_destroy(&faults);
}
END_TEST

static Suite *memory_suite(void)
{
	Suite *suite = suite_create("memory");
	TCase *hooked = tcase_create("hooked");
	tcase_add_checked_fixture(hooked, set_up, NULL);
	tcase_add_test(hooked, test_secret_is_zeroed_and_given_back);
	tcase_add_test(hooked, test_secret_text);
	if (!SANITIZED)
		tcase_add_test(hooked, test_answers_are_nowhere_else);
	suite_add_tcase(suite, hooked);
	TCase *heap = tcase_create("heap");
	tcase_add_test(heap, test_secret_without_a_hook);
	suite_add_tcase(suite, heap);
	return suite;
}

int main(void)
{
	return suite_run(memory_suite());
}
