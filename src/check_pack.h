/* What `check` looks at in a pack that could be read. Each analysis adds to a list of findings. */
#ifndef CHECK_PACK_H
#define CHECK_PACK_H

#include "finding.h"
#include "reader.h"

#include "screener/logic.h"
#include "screener/pack.h"

/* Each path and notice must say where it comes from. */
void check_pack_sources(const struct pack *pack, struct finding_list *findings);

/*
 * Each made-up client must come out as its author expects: paths, notices and the next question.
 * `file` is clients.yaml, or NULL where there is none.
 */
void check_pack_clients(const struct pack *pack, const struct logic *logic,
	const struct client_list *clients, const struct pack_file *file,
	struct finding_list *findings);

#endif
