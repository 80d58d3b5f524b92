#include "list.h"

#include "press.h"

void list_start(struct list *list, size_t count, size_t chosen)
{
	list->count = count;
	list->chosen = chosen < count ? chosen : LIST_NONE;
	list->top = 0;
}

static void go_down(struct list *list, size_t by)
{
	if (!list->count || !by)
		return;
	size_t last = list->count - 1;
	if (list->chosen == LIST_NONE)
		list->chosen = by - 1 < last ? by - 1 : last;
	else
		list->chosen = by < last - list->chosen ? list->chosen + by : last;
}

static void go_up(struct list *list, size_t by)
{
	if (list->chosen == LIST_NONE)
		return;
	if (list->chosen == 0 && list->may_be_none)
		list->chosen = LIST_NONE;
	else
		list->chosen = by < list->chosen ? list->chosen - by : 0;
}

static const struct {
	int key;
	void (*go)(struct list *list, size_t by);
	enum { ONE, PAGE, ALL } by;
} moves[] = {
	{PRESS_UP, go_up, ONE},
	{PRESS_DOWN, go_down, ONE},
	{PRESS_WHEEL_UP, go_up, ONE},
	{PRESS_WHEEL_DOWN, go_down, ONE},
	{PRESS_PAGE_UP, go_up, PAGE},
	{PRESS_PAGE_DOWN, go_down, PAGE},
	{PRESS_HOME, go_up, ALL},
	{PRESS_END, go_down, ALL},
};

bool list_press(struct list *list, int key, size_t page)
{
	for (size_t i = 0; i < sizeof moves / sizeof moves[0]; i++) {
		if (moves[i].key == key) {
			const size_t by[] = {
				[ONE] = 1, [PAGE] = page ? page : 1, [ALL] = list->count};
			moves[i].go(list, by[moves[i].by]);
			return true;
		}
	}
	return false;
}

void list_scroll(struct list *list, size_t lines, size_t line, size_t rows)
{
	if (line < lines && line < list->top)
		list->top = line;
	if (line < lines && rows && line - list->top >= rows)
		list->top = line - rows + 1;
	size_t last_top = lines > rows ? lines - rows : 0;
	if (list->top > last_top)
		list->top = last_top;
}
