#include "commands.h"

#include "languages.h"
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

bool find_client_language(const char *code, const struct pack *pack, struct language *found)
{
	struct language_list list;
	struct error error;
	error_init(&error);
	if (!code)
		return true;
	language_list_init(&list, languages_catalogues());
	const struct language *language = language_list_find(&list, code);
	if (language) {
		*found = *language;
		language_review(found, pack, languages_catalogues());
	} else if (!language_list_refuse(&list, code, &error)) {
		say_error(&error);
	}
	language_list_destroy(&list);
	return language;
}
