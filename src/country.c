#include "screener/country.h"

#include <stdlib.h>
#include <string.h>

/*
 * ISO 3166-1:2020 as Debian's iso-codes 4.15 has it, and XK, which that standard leaves to its
 * users and which the European Union uses for Kosovo.
 */
static const char codes[COUNTRY_COUNT][3] = {
	/* clang-format off */
	"AD", "AE", "AF", "AG", "AI", "AL", "AM", "AO", "AQ", "AR", "AS", "AT", "AU", "AW",
	"AX", "AZ", "BA", "BB", "BD", "BE", "BF", "BG", "BH", "BI", "BJ", "BL", "BM", "BN",
	"BO", "BQ", "BR", "BS", "BT", "BV", "BW", "BY", "BZ", "CA", "CC", "CD", "CF", "CG",
	"CH", "CI", "CK", "CL", "CM", "CN", "CO", "CR", "CU", "CV", "CW", "CX", "CY", "CZ",
	"DE", "DJ", "DK", "DM", "DO", "DZ", "EC", "EE", "EG", "EH", "ER", "ES", "ET", "FI",
	"FJ", "FK", "FM", "FO", "FR", "GA", "GB", "GD", "GE", "GF", "GG", "GH", "GI", "GL",
	"GM", "GN", "GP", "GQ", "GR", "GS", "GT", "GU", "GW", "GY", "HK", "HM", "HN", "HR",
	"HT", "HU", "ID", "IE", "IL", "IM", "IN", "IO", "IQ", "IR", "IS", "IT", "JE", "JM",
	"JO", "JP", "KE", "KG", "KH", "KI", "KM", "KN", "KP", "KR", "KW", "KY", "KZ", "LA",
	"LB", "LC", "LI", "LK", "LR", "LS", "LT", "LU", "LV", "LY", "MA", "MC", "MD", "ME",
	"MF", "MG", "MH", "MK", "ML", "MM", "MN", "MO", "MP", "MQ", "MR", "MS", "MT", "MU",
	"MV", "MW", "MX", "MY", "MZ", "NA", "NC", "NE", "NF", "NG", "NI", "NL", "NO", "NP",
	"NR", "NU", "NZ", "OM", "PA", "PE", "PF", "PG", "PH", "PK", "PL", "PM", "PN", "PR",
	"PS", "PT", "PW", "PY", "QA", "RE", "RO", "RS", "RU", "RW", "SA", "SB", "SC", "SD",
	"SE", "SG", "SH", "SI", "SJ", "SK", "SL", "SM", "SN", "SO", "SR", "SS", "ST", "SV",
	"SX", "SY", "SZ", "TC", "TD", "TF", "TG", "TH", "TJ", "TK", "TL", "TM", "TN", "TO",
	"TR", "TT", "TV", "TW", "TZ", "UA", "UG", "UM", "US", "UY", "UZ", "VA", "VC", "VE",
	"VG", "VI", "VN", "VU", "WF", "WS", "XK", "YE", "YT", "ZA", "ZM", "ZW",
	/* clang-format on */
};

static int compare_code(const void *code, const void *entry)
{
	return memcmp(code, entry, 2);
}

bool country_find(const char *code, size_t length, unsigned *country)
{
	if (length != 2)
		return false;
	const char(*found)[3] = bsearch(code, codes, COUNTRY_COUNT, sizeof codes[0], compare_code);
	if (!found)
		return false;
	*country = (unsigned)(found - codes);
	return true;
}

const char *country_code(unsigned country)
{
	return codes[country];
}

void country_set_add(struct country_set *set, unsigned country)
{
	set->words[country / 64] |= UINT64_C(1) << country % 64;
}

void country_set_join(struct country_set *set, const struct country_set *other)
{
	for (size_t i = 0; i < sizeof set->words / sizeof set->words[0]; i++)
		set->words[i] |= other->words[i];
}

bool country_set_has(const struct country_set *set, unsigned country)
{
	return set->words[country / 64] >> country % 64 & 1;
}
