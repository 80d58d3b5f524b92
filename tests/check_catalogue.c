/* Catalogues of translations: those of iso-codes, and damaged ones. */
#include "catalogue.h"
#include "folder.h"
#include "suite.h"

#include <check.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

START_TEST(test_catalogue_find)
{
	struct catalogue catalogue;
	ck_assert(catalogue_read(&catalogue, SCREENER_ISO_LOCALES "/nl/LC_MESSAGES/iso_3166-1.mo"));
	ck_assert_pstr_eq(catalogue_find(&catalogue, "Romania"), "Roemenië");
	ck_assert_pstr_eq(catalogue_find(&catalogue, "Afghanistan"), "Afghanistan");
	ck_assert_pstr_eq(catalogue_find(&catalogue, "Zimbabwe"), "Zimbabwe");
	ck_assert_ptr_null(catalogue_find(&catalogue, "Romani"));
	ck_assert_ptr_null(catalogue_find(&catalogue, "Zzz"));
	catalogue_destroy(&catalogue);
}
END_TEST

/* A catalogue of one text, "a" as "b", which the tests then damage. */
struct file {
	uint32_t header[7];
	uint32_t original[2];
	uint32_t translation[2];
	char texts[4];
};

static const struct file sound = {
	{0x950412DE, 0, 1, 28, 36, 0, 44}, {1, 44}, {1, 46}, {'a', '\0', 'b', '\0'}};

static bool read_written(const void *bytes, size_t length, struct catalogue *catalogue)
{
	folder_begin();
	folder_write("test.mo", bytes, length);
	bool opened = catalogue_read(catalogue, "test.mo");
	folder_end();
	return opened;
}

START_TEST(test_catalogue_cut)
{
	struct catalogue catalogue;
	for (size_t length = 0; length <= sizeof sound; length++) {
		if (!read_written(&sound, length, &catalogue))
			continue;
		ck_assert_uint_eq(length, sizeof sound);
		ck_assert_pstr_eq(catalogue_find(&catalogue, "a"), "b");
		catalogue_destroy(&catalogue);
	}
}
END_TEST

/* Each byte of the head made another: whatever is found is inside the file. */
START_TEST(test_catalogue_damaged)
{
	static const unsigned char values[] = {0x00, 0x01, 0x7F, 0xFF};
	struct catalogue catalogue;
	for (size_t i = 0; i < offsetof(struct file, texts) * sizeof values; i++) {
		struct file file = sound;
		memcpy((char *)&file + i / sizeof values, &values[i % sizeof values], 1);
		if (!read_written(&file, sizeof file, &catalogue))
			continue;
		const char *found = catalogue_find(&catalogue, "a");
		ck_assert(!found || strlen(found) < sizeof file.texts);
		catalogue_destroy(&catalogue);
	}
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("catalogue");
	TCase *tcase = tcase_create("catalogue");
	tcase_add_test(tcase, test_catalogue_find);
	tcase_add_test(tcase, test_catalogue_cut);
	tcase_add_test(tcase, test_catalogue_damaged);
	suite_add_tcase(suite, tcase);
	return suite_run(suite);
}
