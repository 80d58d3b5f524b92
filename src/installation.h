/* Where the program's own files are: the tree's own when it runs from the build tree, else the
 * installed ones. */
#ifndef INSTALLATION_H
#define INSTALLATION_H

/* The folder of the pack that is used where none is named. */
const char *installation_rules(void);

/* The folder of the compiled catalogues, as bindtextdomain takes it. */
const char *installation_catalogues(void);

#endif
