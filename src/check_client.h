/* A made-up client as text. */
#ifndef CHECK_CLIENT_H
#define CHECK_CLIENT_H

#include "screener/answers.h"
#include "screener/logic.h"
#include "screener/pack.h"
#include "screener/text.h"

/*
 * Adds the client, who has answered everything, as an item of clients.yaml, indented as there and
 * ready to be pasted. It expects what the pack decides now, for which `outcomes` is used.
 */
void check_client_add(struct text *text, const struct pack *pack, struct outcomes *outcomes,
	const char *name, const struct answer answers[]);

#endif
