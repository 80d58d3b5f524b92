#include "commands.h"

#include "reader.h"

#include "screener/text.h"

#include <stdio.h>

void say_error(const struct error *error)
{
	fprintf(stderr, "iom-screener: %s\n", error->text);
}

struct pack *load_pack(const char *folder)
{
	struct fault_list faults;
	fault_list_init(&faults);
	struct pack *pack = reader_read_pack(folder, &faults);
	if (!pack) {
		struct text text;
		text_init(&text);
		fault_list_write(&faults, &text);
		fputs(text.bytes, stderr);
		text_destroy(&text);
	}
	fault_list_destroy(&faults);
	return pack;
}

struct logic *load_logic(const struct pack *pack)
{
	struct error error;
	error_init(&error);
	struct logic *logic = logic_new(pack, &error);
	if (!logic)
		say_error(&error);
	return logic;
}
