#include "reading_page.h"

const struct page_question page_questions[READING_QUESTION_COUNT] = {
	[ORIGIN] = {3, {NULL}},
	[AGE] = {2, {NULL}},
	[UNACCOMPANIED] = {2, {"no", "yes"}},
	[ARRIVED_UNACCOMPANIED] = {2, {"no", "yes"}},
	[RETURN_WISH] = {3, {"yes", "undecided", "no"}},
	[TRAVEL_DOCUMENTS] = {2, {"no", "yes"}},
	[HEALTH] = {2, {"no", "yes"}},
	[VICTIM] = {3, {"presumed", "identified", "no"}},
	[EXTRA_SUPPORT_WISH] = {2, {"no", "yes"}},
	[SUPPORT_NEEDS] = {8, {"guidance", "shelter", "reintegration"}},
	[REPRISALS_FEAR] = {2, {"no", "yes"}},
	[ORGANISATIONS] = {4, {"police", "care"}},
	[FAMILY_WISH] = {2, {"no", "yes"}},
};

const char *const reading_questions[READING_QUESTION_COUNT] = {
	[ORIGIN] = "origin",
	[AGE] = "age",
	[UNACCOMPANIED] = "unaccompanied",
	[ARRIVED_UNACCOMPANIED] = "arrived-unaccompanied",
	[RETURN_WISH] = "return-wish",
	[TRAVEL_DOCUMENTS] = "travel-documents",
	[HEALTH] = "health",
	[VICTIM] = "victim",
	[EXTRA_SUPPORT_WISH] = "extra-support-wish",
	[SUPPORT_NEEDS] = "support-needs",
	[REPRISALS_FEAR] = "reprisals-fear",
	[ORGANISATIONS] = "organisations",
	[FAMILY_WISH] = "family-wish",
};

/*
 * P3 names the thirteen. "Non-western" is read as Statistics Netherlands used the word until 2022:
 * Africa, Latin America and the Caribbean, Asia without Indonesia and Japan, and Turkey.
 */
const char *const reading_countries[READING_COUNTRY_GROUP_COUNT] = {
	/* clang-format off */
	[ORIGIN_EU] = "BG CY CZ EE HR HU LT LV MT PL RO SI SK ",
	[ORIGIN_NON_WESTERN] =
		"AE AF AG AI AO AR AW BB BD BF BH BI BJ BL BN BO BQ BR BS BT BW BZ CD CF CG CI "
		"CL CM CN CO CR CU CV CW DJ DM DO DZ EC EG EH ER ET FK GA GD GF GH GM GN GP GQ "
		"GT GW GY HK HN HT IL IN IO IQ IR JM JO KE KG KH KM KN KP KR KW KY KZ LA LB LC "
		"LK LR LS LY MA MF MG ML MM MN MO MQ MR MS MU MV MW MX MY MZ NA NE NG NI NP OM "
		"PA PE PH PK PR PS PY QA RE RW SA SC SD SG SH SL SN SO SR SS ST SV SX SY SZ TC "
		"TD TG TH TJ TL TM TN TR TT TW TZ UG UY UZ VC VE VG VI VN YE YT ZA ZM ZW ",
	[ORIGIN_OTHER] =
		"AD AL AM AQ AS AT AU AX AZ BA BE BM BV BY CA CC CH CK CX DE DK ES FI FJ FM FO "
		"FR GB GE GG GI GL GR GS GU HM ID IE IM IS IT JE JP KI LI LU MC MD ME MH MK MP "
		"NC NF NL NO NR NU NZ PF PG PM PN PT PW RS RU SB SE SJ SM TF TK TO TV UA UM US "
		"VA VU WF WS XK ",
	/* clang-format on */
};

/* What the page says. A person is an answer to every question, in their order. */

static bool considers_return(const unsigned *person)
{
	return person[RETURN_WISH] != RETURN_NO;
}

/* P3: a suspicion is enough. */
static bool is_victim(const unsigned *person)
{
	return person[VICTIM] != VICTIM_NO;
}

/* P3: a focus, not a border. Who is outside it asks IOM, and is never told "no" for it. */
static bool in_focus(const unsigned *person)
{
	return person[ORIGIN] != ORIGIN_OTHER;
}

static enum outcome applies_if(bool condition)
{
	return condition ? OUTCOME_APPLIES : OUTCOME_NO;
}

/* What takes place only with a return: certain for who wishes it, possible for who may yet. */
static enum outcome with_return(const unsigned *person)
{
	switch (person[RETURN_WISH]) {
	case RETURN_YES:
		return OUTCOME_APPLIES;
	case RETURN_UNDECIDED:
		return OUTCOME_POSSIBLE;
	default:
		return OUTCOME_NO;
	}
}

/* P2. */
static enum outcome return_advice(const unsigned *person)
{
	return applies_if(considers_return(person));
}

/* P2, P3. */
static enum outcome reintegration_victim(const unsigned *person)
{
	if (!is_victim(person) || !considers_return(person))
		return OUTCOME_NO;
	if (person[RETURN_WISH] == RETURN_UNDECIDED || !in_focus(person))
		return OUTCOME_POSSIBLE;
	return OUTCOME_APPLIES;
}

/* P1: amv. */
static enum outcome guidance_minor(const unsigned *person)
{
	return applies_if(person[AGE] == AGE_UNDER_18 && person[UNACCOMPANIED] == ANSWER_YES &&
			  considers_return(person));
}

/* P1: ex-ama. */
static enum outcome guidance_former_minor(const unsigned *person)
{
	return applies_if(person[AGE] == AGE_FROM_18 &&
			  person[ARRIVED_UNACCOMPANIED] == ANSWER_YES && considers_return(person));
}

/* P1. */
static enum outcome guidance_health(const unsigned *person)
{
	return applies_if(person[HEALTH] == ANSWER_YES && considers_return(person));
}

/* P1, P3. */
static enum outcome guidance_victim(const unsigned *person)
{
	if (!is_victim(person) || !considers_return(person))
		return OUTCOME_NO;
	return in_focus(person) ? OUTCOME_APPLIES : OUTCOME_POSSIBLE;
}

/* P4: only for a victim who wishes it, and for what that victim asks for. */
static enum outcome mediation(const unsigned *person, unsigned need)
{
	if (person[EXTRA_SUPPORT_WISH] != ANSWER_YES || !(person[SUPPORT_NEEDS] & need))
		return OUTCOME_NO;
	return guidance_victim(person);
}

static enum outcome mediation_guidance(const unsigned *person)
{
	return mediation(person, NEEDS_GUIDANCE);
}

static enum outcome mediation_shelter(const unsigned *person)
{
	return mediation(person, NEEDS_SHELTER);
}

static enum outcome mediation_reintegration(const unsigned *person)
{
	return mediation(person, NEEDS_REINTEGRATION);
}

/* P2. */
static enum outcome travel_documents_help(const unsigned *person)
{
	return person[TRAVEL_DOCUMENTS] == ANSWER_NO ? with_return(person) : OUTCOME_NO;
}

/* P6. */
static enum outcome family_reunification(const unsigned *person)
{
	return applies_if(person[FAMILY_WISH] == ANSWER_YES);
}

/* P3, as are the three that follow. */
static bool careful_preparation(const unsigned *person)
{
	return is_victim(person) && considers_return(person);
}

static bool involve_police(const unsigned *person)
{
	return careful_preparation(person) && (person[ORGANISATIONS] & WITH_POLICE);
}

static bool involve_care(const unsigned *person)
{
	return careful_preparation(person) && (person[ORGANISATIONS] & WITH_CARE);
}

static bool reprisals(const unsigned *person)
{
	return careful_preparation(person) && person[REPRISALS_FEAR] == ANSWER_YES;
}

static bool outside_focus(const unsigned *person)
{
	return careful_preparation(person) && !in_focus(person);
}

/* P4. */
static bool own_wish(const unsigned *person)
{
	return careful_preparation(person) && person[EXTRA_SUPPORT_WISH] == ANSWER_NO;
}

/* P1: return is voluntary. */
static bool not_now(const unsigned *person)
{
	return person[RETURN_WISH] == RETURN_NO;
}

const char *const reading_paths[READING_PATH_COUNT] = {
	"return-advice",
	"reintegration",
	"reintegration-victim",
	"guidance-minor",
	"guidance-former-minor",
	"guidance-health",
	"guidance-victim",
	"mediation-guidance",
	"mediation-shelter",
	"mediation-reintegration",
	"return-travel",
	"travel-documents-help",
	"family-reunification",
};

static enum outcome (*const path_rules[READING_PATH_COUNT])(const unsigned *person) = {
	return_advice,
	with_return, /* reintegration, P1 */
	reintegration_victim,
	guidance_minor,
	guidance_former_minor,
	guidance_health,
	guidance_victim,
	mediation_guidance,
	mediation_shelter,
	mediation_reintegration,
	with_return, /* return-travel, P2 */
	travel_documents_help,
	family_reunification,
};

const char *const reading_notices[READING_NOTICE_COUNT] = {
	"careful-preparation",
	"involve-police",
	"involve-care",
	"reprisals",
	"outside-focus",
	"own-wish",
	"not-now",
};

static bool (*const notice_rules[READING_NOTICE_COUNT])(const unsigned *person) = {
	careful_preparation,
	involve_police,
	involve_care,
	reprisals,
	outside_focus,
	own_wish,
	not_now,
};

enum outcome page_outcome(size_t path, const unsigned *person)
{
	return path_rules[path](person);
}

bool page_shows(size_t notice, const unsigned *person)
{
	return notice_rules[notice](person);
}
