#include "commands.h"

#include "reader.h"
#include "say.h"

struct pack *load_pack(const char *folder)
{
	struct fault_list faults;
	fault_list_init(&faults);
	struct pack *pack = reader_read_pack(folder, &faults);
	if (!pack)
		say_faults(&faults);
	fault_list_destroy(&faults);
	return pack;
}
