/* What `check` looks at in a pack that could be read. Each analysis adds to a list of findings. */
#ifndef CHECK_PACK_H
#define CHECK_PACK_H

#include "finding.h"
#include "reader.h"
#include "translations.h"

#include "screener/logic.h"
#include "screener/pack.h"
#include "screener/proof.h"

/* A pack while it is checked. */
struct checked {
	const struct pack *pack;
	struct proof *proof;
	struct outcomes *outcomes;
	struct finding_list *findings;
};

/* Each path and notice must say where it comes from. */
void check_pack_sources(const struct pack *pack, struct finding_list *findings);

/*
 * Each made-up client must come out as its author expects: paths, notices and the next question.
 * `file` is clients.yaml.
 */
void check_pack_clients(const struct pack *pack, const struct logic *logic,
	const struct client_list *clients, const struct pack_file *file,
	struct finding_list *findings);

/* Each outcome that a path has a condition for must be some client's, and each notice be shown to
 * some client; every client must have an answer; no path should be everybody's. */
void check_pack_reach(const struct checked *checked);

/* Each question, fact and group must make a difference to somebody. */
void check_pack_differences(const struct checked *checked);

/* Which paths have the same outcome for everybody, and which options no condition tells apart. */
void check_pack_alike(const struct checked *checked);

/* Which outcomes and notices no made-up client reaches, each with a client who does, unless the
 * client of a finding before it does. Nothing where there are no made-up clients. */
void check_pack_coverage(const struct checked *checked, const struct client_list *clients);

/* Which texts the catalogues of the pack do not have, and what they have that is no text of it. */
void check_pack_translations(
	const struct checked *checked, const struct translation_list *translations);

/* The file of the pack that a place is in. */
const struct pack_file *check_pack_file(const struct pack *pack, struct place place);

/* Adds a finding at a place in the pack; `format` is as printf's. */
void check_pack_add(const struct checked *checked, enum finding_kind kind, struct place place,
	const char *format, ...) __attribute__((format(printf, 4, 5)));

#endif
