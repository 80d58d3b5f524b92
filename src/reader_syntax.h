/* What libyaml says of a text that is not YAML, in words that help. */
#ifndef READER_SYNTAX_H
#define READER_SYNTAX_H

#include <yaml.h>

struct node;
struct reading;

/*
 * Adds the fault that ended the parser. `open` is the innermost list or mapping in brackets that is
 * not closed yet, or NULL.
 */
void syntax_say(struct reading *reading, const yaml_parser_t *parser, const struct node *open);

#endif
