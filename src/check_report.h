/* What `check` found, as text for people or as JSON for editors and CI. */
#ifndef CHECK_REPORT_H
#define CHECK_REPORT_H

#include "finding.h"
#include "reader.h"
#include "translations.h"

#include "screener/pack.h"
#include "screener/proof.h"
#include "screener/text.h"

struct check_report {
	const char *folder;
	const struct pack *pack; /* NULL where it has faults */
	const struct client_list *clients; /* NULL where they have */
	const struct finding_list *findings;
	const struct translation_list *translations; /* NULL where the pack has faults */
	const struct proof_numbers *numbers; /* NULL where the pack has faults */
};

/* Adds the findings, then what comes of them in one sentence, then the numbers. */
void check_report_text(const struct check_report *report, struct text *text);

/* Adds {pack, version, findings, numbers, translations}. */
void check_report_json(const struct check_report *report, struct text *text);

#endif
