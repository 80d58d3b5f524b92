#include "limit_rules.h"

#include "screener/country.h"

/* The countries of both groups of the pack. */
static const char in_group[] =
	"BGCYCZEEHRHULTLVMTPLROSISKAEAFAGAIAMAOARAWAZBBBDBFBHBIBJBLBNBOBQBRBSBTBVBWBZCDCFCGCICLCM"
	"CNCOCRCUCVCWDJDMDODZECEGEHERETFKGAGDGEGFGHGMGNGPGQGSGTGWGYHKHNHTILINIOIQIRJMJOKEKGKHKMKN"
	"KPKRKWKYKZLALBLCLKLRLSLYMAMFMGMLMMMNMOMQMRMSMUMVMWMXMYMZNANENGNINPOMPAPEPHPKPRPSPYQARERW"
	"SASCSDSGSHSLSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTLTMTNTRTTTWTZUGUYUZVCVEVGVIVNYEYTZAZMZW";

unsigned char limit_in_group[LIMIT_CODES];

void limit_begin(void)
{
	for (const char *code = in_group; *code; code += 2)
		limit_in_group[limit_code(code)] = 1;
}

/* SplitMix64 (Steele, Lea and Flood, 2014). */
static uint64_t draw(uint64_t state)
{
	uint64_t z = state * UINT64_C(0x9e3779b97f4a7c15);
	z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
	return z ^ z >> 31;
}

struct limit_client limit_draw_client(uint64_t number)
{
	uint64_t bits = draw(number * 2 + 1), more = draw(number * 2 + 2);
	const char *code = country_code((unsigned)(more % COUNTRY_COUNT));
	/* Half of them are no victims. */
	static const unsigned char victims[] = {0, 0, 1, 2};
	struct limit_client client = {.origin = {code[0], code[1]}};
	client.age = (unsigned char)((more >> 32) % 91);
	client.victim = victims[bits >> 62];
	for (int i = 0; i < LIMIT_FLAG_COUNT; i++)
		client.flags[i] = bits >> i & 1;
	return client;
}
