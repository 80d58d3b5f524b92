#include "installation.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The folder that the program is in, without a slash at the end; "" where that cannot be told. */
static void find_own_folder(char folder[PATH_MAX])
{
	ssize_t length = readlink("/proc/self/exe", folder, PATH_MAX - 1);
	folder[length > 0 ? length : 0] = '\0';
	char *slash = strrchr(folder, '/');
	if (slash)
		*slash = '\0';
}

/* Joins two parts of a path; one that is too long for any file becomes "". */
static void join(char path[PATH_MAX], const char *folder, const char *rest)
{
	int length = snprintf(path, PATH_MAX, "%s%s", folder, rest);
	if (length < 0 || length >= PATH_MAX)
		path[0] = '\0';
}

/* In the build tree, and where somebody has put it there, it is beside the program. */
static void find_paper(char path[PATH_MAX], const char *folder)
{
	join(path, folder, "/iom-screener-paper");
	if (access(path, X_OK) != 0 && strcmp(folder, SCREENER_BUILD_TREE) != 0)
		join(path, folder, "/" SCREENER_PAPER_INSTALLED);
}

void installation_find(struct installation *installation)
{
	char folder[PATH_MAX], path[PATH_MAX];
	find_own_folder(folder);
	find_paper(installation->paper, folder);
	if (strcmp(folder, SCREENER_BUILD_TREE) == 0) {
		join(installation->rules, SCREENER_RULES_SOURCE, "");
		join(installation->catalogues, SCREENER_BUILD_TREE, "/locale");
		return;
	}
	join(path, folder, "/" SCREENER_RULES_INSTALLED);
	/* Without the ".." in it, as it is named in messages; where there is nothing, that is said
	 * later. */
	if (!realpath(path, installation->rules))
		join(installation->rules, path, "");
	join(installation->catalogues, folder, "/" SCREENER_LOCALE_INSTALLED);
}
