/* The languages that there are catalogues of the program in, for the tests that go over all. */
#ifndef TESTS_CATALOGUE_LIST_H
#define TESTS_CATALOGUE_LIST_H

#include <stddef.h>

struct catalogue_list {
	char **languages; /* "en", in which everything is written, and then by their codes */
	size_t count;
};

void catalogue_list_init(struct catalogue_list *list);
void catalogue_list_destroy(struct catalogue_list *list);

#endif
