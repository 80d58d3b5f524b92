#include "diff_texts.h"

#include <stdbool.h>
#include <string.h>

enum { TEXT_LIMIT = 6, NO_CITATION = 0 };

/* Where a thing of each kind has its texts. Nothing has one at its beginning: there is its id. */
static const struct {
	size_t texts[TEXT_LIMIT]; /* offsets of the pointers, up to the first 0 */
	size_t citation;
} fields[DIFF_KIND_COUNT] = {
	[DIFF_QUESTION] = {{offsetof(struct question, ask), offsetof(struct question, why),
				   offsetof(struct question, help)},
		offsetof(struct question, citation)},
	[DIFF_OPTION] = {{offsetof(struct option, label)}, NO_CITATION},
	[DIFF_GROUP] = {{offsetof(struct group, title)}, offsetof(struct group, citation)},
	[DIFF_FACT] = {{offsetof(struct fact, title)}, NO_CITATION},
	[DIFF_SERVICE] = {{offsetof(struct service, title)}, NO_CITATION},
	[DIFF_PATH] = {{offsetof(struct path, title), offsetof(struct path, offers),
			       offsetof(struct path, depends_on), offsetof(struct path, next)},
		offsetof(struct path, citation)},
	[DIFF_NOTICE] = {{offsetof(struct notice, text)}, offsetof(struct notice, citation)},
};

static bool differ(const char *old, const char *new)
{
	if (!old || !new)
		return old != new;
	return strcmp(old, new) != 0;
}

static const char *text_at(const void *thing, size_t offset)
{
	return *(const char *const *)((const char *)thing + offset);
}

static bool citations_differ(const struct citation *old, const struct citation *new)
{
	return differ(old->source ? old->source->id : NULL, new->source ? new->source->id : NULL) ||
	       differ(old->at, new->at);
}

size_t diff_texts_count(enum diff_kind kind, const void *old, const void *new)
{
	size_t count = 0;
	for (size_t i = 0; i < TEXT_LIMIT && fields[kind].texts[i]; i++)
		count += differ(
			text_at(old, fields[kind].texts[i]), text_at(new, fields[kind].texts[i]));
	size_t citation = fields[kind].citation;
	if (citation)
		count += citations_differ(
			(const struct citation *)(const void *)((const char *)old + citation),
			(const struct citation *)(const void *)((const char *)new + citation));
	return count;
}

static size_t count_contact(const struct contact *old, const struct contact *new)
{
	size_t common = old->before_calling_count, longer = new->before_calling_count;
	size_t count = (size_t)differ(old->name, new->name) + differ(old->phone, new->phone) +
		       differ(old->website, new->website) + differ(old->discreet, new->discreet) +
		       differ(old->checked, new->checked);
	if (common > longer) {
		common = new->before_calling_count;
		longer = old->before_calling_count;
	}
	for (size_t i = 0; i < common; i++)
		count += differ(old->before_calling[i], new->before_calling[i]);
	return count + longer - common;
}

static const struct source *find_source(const struct pack *pack, const char *id)
{
	for (size_t i = 0; i < pack->source_count; i++)
		if (strcmp(pack->sources[i].id, id) == 0)
			return &pack->sources[i];
	return NULL;
}

static bool sources_differ(const struct source *old, const struct source *new)
{
	return differ(old->title, new->title) || differ(old->publisher, new->publisher) ||
	       differ(old->url, new->url) || differ(old->date, new->date);
}

/* A source counts as one text, there or not. */
static size_t count_sources(const struct pack *old, const struct pack *new)
{
	size_t count = 0, shared = 0;
	for (size_t i = 0; i < old->source_count; i++) {
		const struct source *other = find_source(new, old->sources[i].id);
		shared += other != NULL;
		count += !other || sources_differ(&old->sources[i], other);
	}
	return count + new->source_count - shared;
}

size_t diff_texts_count_pack(const struct pack *old, const struct pack *new)
{
	return (size_t)differ(old->id, new->id) + differ(old->title, new->title) +
	       differ(old->version, new->version) + differ(old->language, new->language) +
	       (date_compare(old->reviewed, new->reviewed) != 0) +
	       (date_compare(old->review_by, new->review_by) != 0) +
	       count_contact(&old->contact, &new->contact) + count_sources(old, new);
}
