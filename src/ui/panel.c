#include "panel.h"

#include "gettext.h"
#include "languages.h"
#include "mentions.h"
#include "speakers.h"
#include "wording.h"

#include "screener/memory.h"

#include <stdlib.h>
#include <string.h>

enum {
	WHOLE_LEAST = 110, /* columns of the screen from which on there is a panel */
	WHOLE_LEAST_BOTH = 150, /* the same where two languages stand side by side */
	QUESTION_LEAST = 66, /* columns that the question keeps */
	QUESTION_LEAST_BOTH = 100,
	WIDEST = 46,
	BETWEEN = 3, /* columns between question and panel, with the line in the middle */
	ROOMY = 20, /* rows from which on the first one is empty, as beside it */
	MARK = 2, /* columns before a title */
};

/* In the order of importance. */
static const enum outcome order[] = {OUTCOME_APPLIES, OUTCOME_POSSIBLE, OUTCOME_OPEN, OUTCOME_NO};

enum { GROUPS = sizeof order / sizeof order[0] };

/* How much is shown, from all to the least. */
static const struct manner {
	bool wraps; /* titles, which otherwise are cut */
	bool gaps; /* between outcomes */
	size_t listed; /* of how many outcomes all paths are; of the others only those changed */
} manners[] = {{true, true, GROUPS}, {true, false, GROUPS}, {false, true, GROUPS},
	{false, false, GROUPS}, {false, false, GROUPS - 1}, {false, false, GROUPS - 2}};

/* What is painted where. */
struct flow {
	const struct panel *panel;
	const struct outcomes *outcomes;
	const struct manner *manner;
	struct area area;
	int row; /* the next one, from the top of the area */
	int painted; /* rows from the first one on that are painted, and not only counted */
};

static bool is_sensitive(const struct pack *pack, const struct mentions *mentions, size_t path)
{
	for (size_t i = 0; i < pack->question_count; i++)
		if (pack->questions[i].sensitive &&
			mentions_has(mentions, pack->fact_count + path, i))
			return true;
	return false;
}

void panel_init(struct panel *panel, const struct pack *pack)
{
	struct mentions mentions;
	*panel = (struct panel){.pack = pack};
	panel->listed = memory_new(pack->path_count, sizeof *panel->listed);
	mentions_init(&mentions, pack);
	for (size_t i = 0; i < pack->path_count; i++) {
		panel->listed[i] = !is_sensitive(pack, &mentions, i);
		panel->unlisted += !panel->listed[i];
	}
	mentions_destroy(&mentions);
}

void panel_destroy(struct panel *panel)
{
	if (panel->before)
		explicit_bzero(panel->before, panel->pack->path_count * sizeof *panel->before);
	free(panel->before);
	free(panel->listed);
	panel->before = NULL;
	panel->listed = NULL;
}

void panel_remember(struct panel *panel, const struct outcomes *outcomes)
{
	if (!panel->before)
		panel->before = memory_new(panel->pack->path_count, sizeof *panel->before);
	for (size_t i = 0; i < panel->pack->path_count; i++)
		panel->before[i] = outcomes_path(outcomes, i);
}

static bool is_changed(const struct flow *flow, size_t path)
{
	const enum outcome *before = flow->panel->before;
	return before && flow->panel->listed[path] &&
	       before[path] != outcomes_path(flow->outcomes, path);
}

static size_t count_changed(const struct flow *flow)
{
	size_t changed = 0;
	for (size_t i = 0; i < flow->panel->pack->path_count; i++)
		changed += is_changed(flow, i);
	return changed;
}

static size_t count_paths(const struct flow *flow, enum outcome outcome)
{
	size_t paths = 0;
	for (size_t i = 0; i < flow->panel->pack->path_count; i++)
		paths += flow->panel->listed[i] && outcomes_path(flow->outcomes, i) == outcome;
	return paths;
}

/* Adds words, in one row or as many as they need. */
static void add(
	struct flow *flow, int indent, bool wraps, enum theme_style style, const char *words)
{
	struct area inner = flow->area;
	inner.left += indent;
	inner.columns -= indent;
	int rows = wraps ? paint_measure(words, inner.columns) : 1;
	if (flow->row < flow->painted)
		paint_paragraph(&inner, flow->area.top + flow->row, rows, style, words);
	flow->row += rows;
}

static void add_path(struct flow *flow, size_t path)
{
	const char *title =
		languages_pack_text(flow->panel->pack, flow->panel->pack->paths[path].title);
	bool changed = is_changed(flow, path);
	if (flow->row < flow->painted && changed)
		paint_text(flow->area.top + flow->row, flow->area.left, MARK, THEME_CHANGED, "*");
	add(flow, MARK, flow->manner->wraps, changed ? THEME_STRONG : THEME_PLAIN, title);
}

static void add_group(struct flow *flow, size_t group)
{
	enum outcome outcome = order[group];
	size_t count = count_paths(flow, outcome);
	struct text heading;
	if (count == 0)
		return;
	flow->row += flow->manner->gaps;
	text_init(&heading);
	/* TRANSLATORS: an outcome, and how many kinds of support have it. */
	text_format(&heading, _("%s: %zu"), wording_outcome(outcome), count);
	add(flow, 0, false, theme_of_outcome(outcome), heading.bytes);
	text_destroy(&heading);
	for (size_t i = 0; i < flow->panel->pack->path_count; i++)
		if (flow->panel->listed[i] && outcomes_path(flow->outcomes, i) == outcome &&
			(group < flow->manner->listed || is_changed(flow, i)))
			add_path(flow, i);
}

/* Says what the marks mean. Before the first answer there is nothing to say. */
static void add_legend(struct flow *flow)
{
	if (!flow->panel->before)
		flow->row++;
	else if (count_changed(flow) > 0)
		/* TRANSLATORS: the * stands before each kind of support that this is said of. */
		add(flow, 0, false, THEME_CHANGED, _("* changed by the last answer"));
	else
		add(flow, 0, false, THEME_QUIET, _("The last answer changed nothing here."));
}

/* TRANSLATORS: shown where a list is too long for the screen. */
static const char more[] = N_("F5: more");

/* How many kinds of support are not said here. */
static void add_unlisted(struct flow *flow)
{
	unsigned long count = flow->panel->unlisted;
	struct text words;
	if (count == 0)
		return;
	flow->row += flow->manner->gaps;
	text_init(&words);
	text_format(&words,
		/* TRANSLATORS: kinds of support that are not named on this part of the screen. */
		ngettext(
			"%lu more is not shown here: F5", "%lu more are not shown here: F5", count),
		count);
	add(flow, 0, flow->manner->wraps, THEME_KEY, words.bytes);
	text_destroy(&words);
}

/* Returns how many rows it takes. */
static int run(struct flow *flow)
{
	flow->row = 0;
	add(flow, 0, false, THEME_STRONG, _("Outcome so far"));
	add_legend(flow);
	for (size_t i = 0; i < GROUPS; i++)
		add_group(flow, i);
	add_unlisted(flow);
	if (flow->manner->listed < GROUPS)
		add(flow, 0, false, THEME_KEY, _(more));
	return flow->row;
}

/* Where even the least is too much, what is last gives way to where it is to be found. */
static void paint_flow(struct flow *flow)
{
	size_t last = sizeof manners / sizeof manners[0] - 1, chosen = 0;
	int rows = flow->area.rows;
	flow->manner = &manners[0];
	while (run(flow) > rows && chosen < last)
		flow->manner = &manners[++chosen];
	bool fits = flow->row <= rows;
	flow->painted = fits ? rows : rows - 1;
	run(flow);
	if (!fits)
		paint_text(flow->area.top + rows - 1, flow->area.left, flow->area.columns,
			THEME_KEY, _(more));
}

struct area panel_draw(
	const struct panel *panel, const struct outcomes *outcomes, const struct area *area)
{
	struct area whole = paint_screen(), inset = paint_inset(whole), left = *area;
	struct flow flow = {.panel = panel, .outcomes = outcomes, .area = *area};
	bool both = speakers_view() == SPEAKERS_BOTH;
	if (whole.columns < (both ? WHOLE_LEAST_BOTH : WHOLE_LEAST) ||
		speakers_view() == SPEAKERS_CLIENT)
		return left;
	int columns = inset.columns - (both ? QUESTION_LEAST_BOTH : QUESTION_LEAST) - BETWEEN;
	flow.area.columns = columns < WIDEST ? columns : WIDEST;
	columns = inset.columns - flow.area.columns - BETWEEN;
	left.columns = columns < area->columns ? columns : area->columns;
	flow.area.left = left.left + left.columns + BETWEEN;
	paint_upright(area->top, flow.area.left - BETWEEN / 2 - 1, area->rows);
	flow.area.top += area->rows >= ROOMY;
	flow.area.rows -= area->rows >= ROOMY;
	paint_flow(&flow);
	return left;
}
