#include "reader_syntax.h"

#include "gettext.h"
#include "reader_fault.h"
#include "reader_tree.h"

#include "screener/memory.h"

#include <stdint.h>
#include <string.h>

static const char anchor_words[] =
	N_("anchors (\"&\") and aliases (\"*\") are not used in these files: write out what is "
	   "meant; a text that begins with \"&\" or \"*\" needs quotes");
static const char tag_words[] = N_("tags (\"!\") are not used in these files: delete this one; a "
				   "text that begins with \"!\" needs quotes");
static const char directive_words[] =
	N_("lines that begin with \"%\" are not used in these files: delete this line");
static const char quotation_words[] =
	N_("this quotation mark is never closed: put the same mark at the end of the text");
static const char block_words[] = N_("the text after \">\" or \"|\" begins on the next line; a "
				     "text that itself begins with \">\" or \"|\" needs quotes");
static const char tab_words[] =
	N_("a tab cannot indent a line: put blanks in its place, as many as the lines beside it "
	   "have");

/* Which of the two places that libyaml gives is where a person would look. */
enum where {
	AT_PROBLEM, /* where it gave up */
	AT_CONTEXT, /* where what it could not finish begins */
	AT_PROBLEM_SINCE /* at the problem, and the words tell the line of the context */
};

/* libyaml 0.2.5's words for a problem, or for what it was doing, and ours. */
static const struct problem {
	const char *yaml;
	enum where where;
	const char *words;
} problems[] = {
	{"while scanning a tag", AT_CONTEXT, tag_words},
	{"while parsing a tag", AT_CONTEXT, tag_words},
	{"found undefined tag handle", AT_PROBLEM, tag_words},
	{"while scanning a directive", AT_CONTEXT, directive_words},
	{"while scanning a %YAML directive", AT_CONTEXT, directive_words},
	{"while scanning a %TAG directive", AT_CONTEXT, directive_words},
	{"while parsing a %TAG directive", AT_CONTEXT, directive_words},
	{"while scanning an anchor", AT_CONTEXT, anchor_words},
	{"while scanning an alias", AT_CONTEXT, anchor_words},
	{"found a tab character that violates indentation", AT_PROBLEM, tab_words},
	{"found a tab character where an indentation space is expected", AT_PROBLEM, tab_words},
	{"found unexpected end of stream", AT_CONTEXT, quotation_words},
	{"found unexpected document indicator", AT_CONTEXT, quotation_words},
	{"found an indentation indicator equal to 0", AT_CONTEXT, block_words},
	{"did not find expected comment or line break", AT_CONTEXT, block_words},
	{"could not find expected ':'", AT_CONTEXT,
		N_("there is no \":\" after this: a key is written \"key: value\", and a text of "
		   "several lines stands further to the right than its key")},
	{"mapping values are not allowed in this context", AT_PROBLEM,
		N_("a \":\" cannot stand here: a text with \": \" in it needs quotes, and a key "
		   "needs a line of its own and a blank after its \":\"")},
	{"found unexpected ':'", AT_PROBLEM,
		N_("a \":\" cannot stand here: a text with \":\" in it needs quotes")},
	{"mapping keys are not allowed in this context", AT_PROBLEM,
		N_("a \"?\" by itself needs quotes")},
	{"block sequence entries are not allowed in this context", AT_PROBLEM,
		N_("an item of a list (\"- \") cannot begin here: put it on a line of its own; a "
		   "\"-\" by itself needs quotes")},
	{"found character that cannot start any token", AT_PROBLEM,
		N_("a text that begins with this character needs quotes")},
	{"found unknown escape character", AT_PROBLEM,
		N_("in double quotes a \"\\\" begins an escape, and there is none like this: write "
		   "\"\\\\\", or use single quotes")},
	{"did not find expected hexdecimal number", AT_PROBLEM,
		N_("the escape before this needs more digits (0 to 9, A to F): better write the "
		   "character itself")},
	{"found invalid Unicode character escape code", AT_PROBLEM,
		N_("this escape is no character: write the character itself")},
	{"did not find expected <document start>", AT_PROBLEM,
		N_("this does not belong to what stands above it: check how far this line and "
		   "those above it are indented")},
	{"did not find expected node content", AT_PROBLEM,
		N_("something is missing before this; a text that begins with \",\", \"?\", \"]\" "
		   "or \"}\" needs quotes")},
	{"did not find expected '-' indicator", AT_PROBLEM,
		N_("this does not belong to the list above it: check how far it is indented, and "
		   "whether it needs a \"- \"")},
	{"did not find expected key", AT_PROBLEM,
		N_("this does not fit what stands before it: check how far the lines are indented, "
		   "and whether quotation marks are closed where the text ends")},
	{"did not find expected ',' or ']'", AT_PROBLEM_SINCE,
		N_("a \",\" or \"]\" is missing before this: the list began with the \"[\" on line "
		   "%u")},
	{"did not find expected ',' or '}'", AT_PROBLEM_SINCE,
		N_("a \",\" or \"}\" is missing before this: the mapping began with the \"{\" on "
		   "line %u")},
};

static const struct problem anything = {
	.where = AT_PROBLEM, .words = N_("what stands here is not YAML")};

static const struct problem *find(const char *yaml)
{
	for (size_t i = 0; yaml && i < sizeof problems / sizeof problems[0]; i++)
		if (strcmp(problems[i].yaml, yaml) == 0)
			return &problems[i];
	return NULL;
}

/* What libyaml was doing says more than what it missed, where we know both. */
static const struct problem *choose(const yaml_parser_t *parser)
{
	const struct problem *problem = find(parser->context);
	if (!problem)
		problem = find(parser->problem);
	return problem ? problem : &anything;
}

/* Where a mark is, which counts characters. */
static const char *find_mark(const struct reading *reading, const yaml_mark_t *mark)
{
	const char *end = reading->text + reading->length;
	size_t index = 0;
	for (const char *at = reading->text; at < end; at++) {
		bool begins = ((unsigned char)*at & 0xC0) != 0x80;
		if (begins && index++ == mark->index)
			return at;
	}
	return end;
}

static void say(struct reading *reading, const yaml_mark_t *mark, const char *words)
{
	fault_at(reading, (unsigned)mark->line + 1, (unsigned)mark->column + 1, "%s", words);
}

void syntax_say(struct reading *reading, const yaml_parser_t *parser, const struct node *open)
{
	/* Ends the program as every lack of memory does. */
	if (parser->error == YAML_MEMORY_ERROR)
		(void)memory_new(SIZE_MAX, 1);
	const struct problem *problem = choose(parser);
	const yaml_mark_t *mark =
		problem->where == AT_CONTEXT ? &parser->context_mark : &parser->problem_mark;
	const char *at = find_mark(reading, mark);
	bool over = at == reading->text + reading->length;
	if (!over && *at == '\t')
		say(reading, mark, _(tab_words));
	else if ((!over || !open) && problem->where == AT_PROBLEM_SINCE)
		fault_at(reading, (unsigned)mark->line + 1, (unsigned)mark->column + 1,
			_(problem->words), (unsigned)parser->context_mark.line + 1);
	else if (!over || !open)
		say(reading, mark, _(problem->words));
	else if (open->type == NODE_LIST)
		fault_in(
			reading, open, _("this \"[\" is never closed: put a \"]\" after the list"));
	else
		fault_in(reading, open,
			_("this \"{\" is never closed: put a \"}\" after the last value"));
}

bool syntax_refuse_directive(struct reading *reading, const yaml_mark_t *mark)
{
	const char *at = find_mark(reading, mark), *end = reading->text + reading->length;
	unsigned line = (unsigned)mark->line + 1;
	/* Comments and empty lines may stand before it. */
	while (at < end && strchr(" \t\r\n#", *at)) {
		if (*at == '#')
			while (at + 1 < end && at[1] != '\n' && at[1] != '\r')
				at++;
		line += *at == '\n' || (*at == '\r' && (at + 1 == end || at[1] != '\n'));
		at++;
	}
	if (at == end || *at != '%')
		return false;
	bool begins = at == reading->text || at[-1] == '\n' || at[-1] == '\r';
	if (begins)
		fault_at(reading, line, 1, "%s", _(directive_words));
	return begins;
}
