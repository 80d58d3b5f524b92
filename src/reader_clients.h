/* The made-up clients of clients.yaml. */
#ifndef READER_CLIENTS_H
#define READER_CLIENTS_H

#include "reader_answers.h"

struct client_list;
struct node;

/* Reads the clients into the list, whose arena the reading keeps things in; faults are added. */
void clients_read(
	struct client_reading *reading, const struct node *root, struct client_list *clients);

#endif
