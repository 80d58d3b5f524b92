/* What libyaml says of a text that is not YAML, in words that help. */
#ifndef READER_SYNTAX_H
#define READER_SYNTAX_H

#include <stdbool.h>
#include <yaml.h>

struct node;
struct reading;

/*
 * Adds the fault that ended the parser. `open` is the innermost list or mapping in brackets that is
 * not closed yet, or NULL.
 */
void syntax_say(struct reading *reading, const yaml_parser_t *parser, const struct node *open);

/*
 * Refuses a directive, a line that begins with "%", where a document may begin at the mark. Returns
 * whether there was one. libyaml must not see it: many of them take it a time that grows with their
 * square.
 */
bool syntax_refuse_directive(struct reading *reading, const yaml_mark_t *mark);

#endif
