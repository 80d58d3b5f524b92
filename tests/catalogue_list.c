#include "catalogue_list.h"

#include "screener/memory.h"

#include <check.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void add(struct catalogue_list *list, const char *language)
{
	list->languages = memory_grow(list->languages, list->count + 1, sizeof *list->languages);
	list->languages[list->count] = strdup(language);
	ck_assert_ptr_nonnull(list->languages[list->count++]);
}

void catalogue_list_init(struct catalogue_list *list)
{
	struct dirent **folders;
	char path[4096];
	*list = (struct catalogue_list){0};
	add(list, "en");
	int count = scandir(SCREENER_CATALOGUES, &folders, NULL, alphasort);
	ck_assert_int_gt(count, 0);
	for (int i = 0; i < count; i++) {
		snprintf(path, sizeof path, "%s/%s/LC_MESSAGES/iom-screener.mo",
			SCREENER_CATALOGUES, folders[i]->d_name);
		if (access(path, R_OK) == 0)
			add(list, folders[i]->d_name);
		free(folders[i]);
	}
	free(folders);
	ck_assert_uint_gt(list->count, 1);
}

void catalogue_list_destroy(struct catalogue_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		free(list->languages[i]);
	free(list->languages);
}
