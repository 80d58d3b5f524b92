/*
 * growth [PROGRAM]: how time and memory grow with a rule pack. Makes packs of the shape of a real
 * one, from 10 questions and 10 paths to 300 and 1,000, and two that blow up; prints for each what
 * it takes to read it, to build its diagrams and to find the next question, and what `check` takes
 * as a whole process.
 */
#include "logic_private.h"
#include "reader.h"

#include "screener/interview.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { CLIENTS = 20, STEP_LIMIT = 2000, WINDOW = 13, NAME_LIMIT = 200 };

struct shape {
	const char *name;
	unsigned questions;
	unsigned paths;
	void (*write_rules)(FILE *file, const struct shape *shape);
};

static unsigned below(unsigned limit)
{
	/* Park and Miller, "Random number generators: good ones are hard to find" (1988). */
	static uint64_t seed = 1;
	seed = seed * 16807 % 2147483647;
	return (unsigned)(seed % limit);
}

static double now(void)
{
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec * 1e3 + (double)time.tv_nsec * 1e-6;
}

static _Noreturn void fail(const char *what)
{
	fprintf(stderr, "growth: this failed: %s\n", what);
	exit(EXIT_FAILURE);
}

/* As in the pack iom-nl. */
static const struct {
	const char *type;
	const char *options;
} kinds[WINDOW] = {
	{"country", NULL},
	{"age", NULL},
	{"yes-no", NULL},
	{"yes-no", NULL},
	{"choice", "[{id: a, label: A}, {id: b, label: B}, {id: c, label: C}]"},
	{"yes-no", NULL},
	{"yes-no", NULL},
	{"choice", "[{id: a, label: A}, {id: b, label: B}, {id: c, label: C}]"},
	{"yes-no", NULL},
	{"choices", "[{id: a, label: A}, {id: b, label: B}, {id: c, label: C}]"},
	{"yes-no", NULL},
	{"choices", "[{id: a, label: A}, {id: b, label: B}]"},
	{"yes-no", NULL},
};

static void write_card(FILE *file)
{
	fputs("id: growth\nformat: 1\ntitle: Growth\nversion: \"1\"\nlanguage: en\n"
	      "reviewed: 2026-01-01\nreview-by: 2099-01-01\ncontact: {name: Nobody}\n"
	      "sources:\n  - {id: page, title: Page}\n"
	      "services:\n  - {id: support, title: Support}\n",
		file);
}

static void write_groups(FILE *file)
{
	fputs("groups:\n  - {id: east, title: East, source: page, countries: [BG, CZ, HU, PL, RO]}\n"
	      "  - {id: south, title: South, source: page, countries: [BR, GH, NG, PE, VN]}\n",
		file);
}

static void write_questions(FILE *file, const struct shape *shape, bool all_yes_no)
{
	fputs("questions:\n", file);
	for (unsigned i = 0; i < shape->questions; i++) {
		unsigned kind = all_yes_no ? 2 : i % WINDOW;
		fprintf(file, "  - id: q%u\n    type: %s\n    ask: Question %u?\n", i,
			kinds[kind].type, i);
		fprintf(file, "    why: It counts.\n    source: page\n");
		if (kinds[kind].options)
			fprintf(file, "    options: %s\n", kinds[kind].options);
	}
}

/* A condition on a question near `near`, or now and then on any question at all. */
static void write_atom(FILE *file, const struct shape *shape, unsigned near)
{
	static const char *const values[WINDOW][2] = {{"{in: east}", "{in: [east, south]}"},
		{"{under: 18}", "{from: 18}"}, {"yes", "no"}, {"yes", "no"}, {"a", "[a, b]"},
		{"yes", "no"}, {"yes", "no"}, {"b", "[b, c]"}, {"yes", "no"}, {"a", "[b, c]"},
		{"yes", "no"}, {"a", "b"}, {"yes", "no"}};
	unsigned first = near > WINDOW / 2 ? near - WINDOW / 2 : 0;
	if (first + WINDOW > shape->questions)
		first = shape->questions > WINDOW ? shape->questions - WINDOW : 0;
	unsigned width = shape->questions < WINDOW ? shape->questions : WINDOW;
	unsigned question = below(20) ? first + below(width) : below(shape->questions);
	fprintf(file, "{q%u: %s}", question, values[question % WINDOW][below(2)]);
}

static void write_atoms(FILE *file, const struct shape *shape, unsigned near, unsigned count)
{
	for (unsigned i = 0; i < count; i++) {
		fputs(i ? ", " : "", file);
		write_atom(file, shape, near);
	}
}

/* For every four questions a fact on two or three of them. */
static void write_facts(FILE *file, const struct shape *shape)
{
	fputs("facts:\n", file);
	for (unsigned i = 0; i < shape->questions / 4; i++) {
		fprintf(file, "  - id: f%u\n    title: Fact %u\n    when: {%s: [", i, i,
			below(2) ? "any" : "all");
		write_atoms(file, shape, i * 4, 2 + below(2));
		fputs("]}\n", file);
	}
}

static void write_condition(
	FILE *file, const struct shape *shape, const char *key, unsigned near, unsigned atoms)
{
	unsigned facts = shape->questions / 4, fact = near / 4;
	fprintf(file, "    %s: {all: [{fact: f%u}, ", key, fact < facts ? fact : facts - 1);
	write_atoms(file, shape, near, atoms);
	fputs("]}\n", file);
}

static void write_path_head(FILE *file, unsigned path)
{
	fprintf(file, "  - id: p%u\n    service: support\n    title: Path %u\n", path, path);
	fprintf(file, "    offers: Something.\n    source: page P%u\n", path);
}

/* Paths of three to five conditions, near their place among the questions, half of them with
 * `possible`; and a notice for every two. */
static void write_rules_like_real(FILE *file, const struct shape *shape)
{
	write_facts(file, shape);
	fputs("paths:\n", file);
	for (unsigned i = 0; i < shape->paths; i++) {
		unsigned near = i * shape->questions / shape->paths;
		write_path_head(file, i);
		write_condition(file, shape, "applies", near, 2 + below(3));
		if (below(2))
			write_condition(file, shape, "possible", near, 1 + below(2));
	}
	fputs("notices:\n", file);
	for (unsigned i = 0; i < shape->paths / 2; i++) {
		fprintf(file, "  - id: n%u\n    text: Notice %u.\n    source: page\n", i, i);
		write_condition(file, shape, "when", i * 2 * shape->questions / shape->paths, 2);
	}
}

/* Each path: whether a question of the first half has the answer of its partner in the second. In
 * this order as many cases are to be told apart as the first half has ways to be answered. */
static void write_rules_blowing_up(FILE *file, const struct shape *shape)
{
	unsigned half = shape->questions / 2;
	fputs("paths:\n", file);
	for (unsigned i = 0; i < shape->paths; i++) {
		write_path_head(file, i);
		fputs("    applies:\n      any:\n", file);
		for (unsigned j = 0; j < half; j++) {
			unsigned other = half + (i + j) % half;
			fprintf(file, "        - {q%u: yes, q%u: yes}\n", j, other);
			fprintf(file, "        - {q%u: no, q%u: no}\n", j, other);
		}
	}
	write_path_head(file, shape->paths);
	fputs("    applies: {q0: yes}\n    possible: {q1: yes}\n", file);
}

static FILE *open_file(const char *folder, const char *name)
{
	char path[NAME_LIMIT];
	snprintf(path, sizeof path, "%s/%s", folder, name);
	FILE *file = fopen(path, "w");
	if (!file)
		fail(path);
	return file;
}

static void close_file(FILE *file)
{
	if (fclose(file) != 0)
		fail("writing a pack");
}

static void write_pack(const char *folder, const struct shape *shape)
{
	bool real = shape->write_rules == write_rules_like_real;
	FILE *file = open_file(folder, "pack.yaml");
	write_card(file);
	close_file(file);
	file = open_file(folder, "countries.yaml");
	write_groups(file);
	close_file(file);
	file = open_file(folder, "questions.yaml");
	write_questions(file, shape, !real);
	close_file(file);
	file = open_file(folder, "paths.yaml");
	shape->write_rules(file, shape);
	close_file(file);
}

static struct answer draw_answer(const struct question *question)
{
	static const unsigned years[] = {12, 17, 18, 40};
	if (question->type == QUESTION_COUNTRY)
		return answer_of_country(below(COUNTRY_COUNT));
	if (question->type == QUESTION_AGE) {
		unsigned age = years[below(4)];
		return answer_of_years(age, age);
	}
	return answer_of_option(below((unsigned)question->option_count));
}

static int compare(const void *a, const void *b)
{
	const double *one = a, *other = b;
	return (*one > *other) - (*one < *other);
}

/* Prints the median and the longest time from an answer to the next question, in interviews of a
 * few clients. */
static void measure_interviews(const struct pack *pack, const struct logic *logic)
{
	static double steps[STEP_LIMIT];
	size_t count = 0, question;
	for (int i = 0; i < CLIENTS; i++) {
		struct interview *interview = interview_new(pack, logic);
		while (count < STEP_LIMIT &&
			(question = interview_question(interview)) != PACK_NO_QUESTION) {
			struct answer answer = draw_answer(&pack->questions[question]);
			double start = now();
			interview_take(interview, &answer);
			steps[count++] = now() - start;
		}
		interview_free(interview);
	}
	qsort(steps, count, sizeof *steps, compare);
	printf(" %9.3f %9.3f", count ? steps[count / 2] : 0, count ? steps[count - 1] : 0);
}

/* Reads, builds and asks in a process of its own, so that its memory is nobody else's. */
static void measure_pack(const char *folder, const struct shape *shape)
{
	struct fault_list faults;
	struct rusage usage;
	fault_list_init(&faults);
	double start = now();
	struct pack *pack = reader_read_pack(folder, &faults);
	if (!pack)
		fail(faults.count ? faults.items[0].message : folder);
	double read = now();
	struct logic *logic = logic_new(pack);
	double built = now();
	printf("%-12s %5u %5zu %8.2f %8.2f", shape->name, shape->questions, pack->path_count,
		read - start, built - read);
	printf(" %8zu %8zu", diagram_store_size(logic->store), logic->outgrown_count);
	measure_interviews(pack, logic);
	getrusage(RUSAGE_SELF, &usage);
	printf(" %6.1f", (double)usage.ru_maxrss / 1024);
	logic_free(logic);
	pack_free(pack);
	fault_list_destroy(&faults);
}

static _Noreturn void be_check(const char *program, const char *folder)
{
	int nowhere = open("/dev/null", O_WRONLY);
	dup2(nowhere, STDOUT_FILENO);
	dup2(nowhere, STDERR_FILENO);
	execl(program, program, "check", folder, (char *)NULL);
	_exit(127);
}

static void wait_for(pid_t process, const char *what, struct rusage *usage)
{
	int status;
	if (process < 0 || wait4(process, &status, 0, usage) < 0 || !WIFEXITED(status) ||
		WEXITSTATUS(status) > 1)
		fail(what);
}

static void measure(const char *folder, const struct shape *shape, const char *program)
{
	struct rusage usage;
	write_pack(folder, shape);
	fflush(stdout);
	pid_t process = fork();
	if (process == 0) {
		measure_pack(folder, shape);
		fflush(stdout);
		_exit(EXIT_SUCCESS);
	}
	wait_for(process, shape->name, &usage);
	if (program) {
		double start = now();
		process = fork();
		if (process == 0)
			be_check(program, folder);
		wait_for(process, "check", &usage);
		printf(" %9.2f %6.1f", now() - start, (double)usage.ru_maxrss / 1024);
	}
	puts("");
}

static void remove_pack(const char *folder)
{
	static const char *const names[] = {
		"pack.yaml", "countries.yaml", "questions.yaml", "paths.yaml"};
	char path[NAME_LIMIT];
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		snprintf(path, sizeof path, "%s/%s", folder, names[i]);
		unlink(path);
	}
	rmdir(folder);
}

static const struct shape shapes[] = {
	{"like iom-nl", 10, 10, write_rules_like_real},
	{"like iom-nl", 30, 30, write_rules_like_real},
	{"like iom-nl", 30, 100, write_rules_like_real},
	{"like iom-nl", 100, 100, write_rules_like_real},
	{"like iom-nl", 100, 300, write_rules_like_real},
	{"like iom-nl", 100, 1000, write_rules_like_real},
	{"like iom-nl", 300, 300, write_rules_like_real},
	{"like iom-nl", 300, 1000, write_rules_like_real},
	{"blows up", 60, 1, write_rules_blowing_up},
	{"blows up", 60, 100, write_rules_blowing_up},
};

int main(int count, char *arguments[])
{
	char folder[] = "/tmp/screener-growth-XXXXXX";
	if (!mkdtemp(folder))
		fail(folder);
	printf("%-12s %5s %5s %8s %8s %8s %8s %9s %9s %6s %9s %6s\n", "pack", "asks", "paths",
		"read ms", "build ms", "nodes", "unproved", "next ms", "longest", "MiB", "check ms",
		"MiB");
	for (size_t i = 0; i < sizeof shapes / sizeof shapes[0]; i++)
		measure(folder, &shapes[i], count > 1 ? arguments[1] : NULL);
	remove_pack(folder);
	return EXIT_SUCCESS;
}
