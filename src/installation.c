#include "installation.h"

#include <limits.h>
#include <stdbool.h>
#include <string.h>
#include <unistd.h>

static bool runs_from_build_tree(void)
{
	char program[PATH_MAX];
	ssize_t length = readlink("/proc/self/exe", program, sizeof program - 1);
	if (length < 0)
		return false;
	program[length] = '\0';
	return strncmp(program, SCREENER_BUILD_TREE "/", sizeof SCREENER_BUILD_TREE) == 0;
}

const char *installation_rules(void)
{
	return runs_from_build_tree() ? SCREENER_RULES_SOURCE : SCREENER_RULES_INSTALLED;
}

const char *installation_catalogues(void)
{
	return runs_from_build_tree() ? SCREENER_BUILD_TREE "/locale" : SCREENER_LOCALE_INSTALLED;
}
