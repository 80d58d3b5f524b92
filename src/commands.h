/* The commands, one function each, and what they share. */
#ifndef COMMANDS_H
#define COMMANDS_H

#include "language_list.h"
#include "options.h"
#include "say.h"

#include "screener/pack.h"

/* Each runs one command to its end and says what is wrong on standard error. */
enum exit_status run_wizard(const struct options *options);
enum exit_status run_summary(const struct options *options);
enum exit_status run_batch(const struct options *options);
enum exit_status run_check(const struct options *options);
enum exit_status run_diff(const struct options *options);

/*
 * Reads a pack, or says all its faults on standard error and returns NULL. Returns owned.
 */
struct pack *load_pack(const char *folder);

/* Finds the language with the code that --client-language has; NULL is none, and `found` is left
 * alone. Returns false where there are no texts in it, and says in which there are. */
bool find_client_language(const char *code, const struct pack *pack, struct language *found);

#endif
