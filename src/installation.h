/* Where the program's own files are: in the source tree when it runs from the build tree, else
 * beside the folder that it was installed in. */
#ifndef INSTALLATION_H
#define INSTALLATION_H

#include <limits.h>

struct installation {
	char rules[PATH_MAX]; /* the folder of the pack that is used where none is named */
	char catalogues[PATH_MAX]; /* the folder of the catalogues, as bindtextdomain takes it */
	char paper[PATH_MAX]; /* the helper program that makes PDF */
};

void installation_find(struct installation *installation);

#endif
