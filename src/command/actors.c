#include <string.h>

#include "command/counting.h"
#include "command/tally.h"

static void count_actors(ro_tally *tally, const ro_annotation *annotation) {
  size_t count;
  const ro_actor_mention *mentions = ro_annotation_actors(annotation, &count);
  for (size_t i = 0; i < count; i++)
    if (mentions[i].actor)
      ro_tally_add(tally, mentions[i].actor, strlen(mentions[i].actor), mentions[i].code);
}

/* Whether a mention that has an actor with an entry covers the token. */
static bool is_known(const ro_annotation *annotation, size_t token) {
  size_t count;
  const ro_actor_mention *mentions = ro_annotation_actors(annotation, &count);
  for (size_t i = 0; i < count && mentions[i].first_token <= token; i++)
    if (mentions[i].actor && mentions[i].type != RO_ACTOR_BODY &&
        token - mentions[i].first_token < mentions[i].token_count)
      return true;
  return false;
}

static bool is_name(const ro_token *token) {
  return token->name_tag == RO_NAME_TAG_PERSON || token->name_tag == RO_NAME_TAG_ORGANIZATION;
}

/* The end of the name that begins at the token, without words behind its last proper noun. Words
 * between proper nouns belong to it ("University of Wisconsin"). */
static size_t end_of_name(const ro_token *tokens, size_t count, size_t first) {
  size_t end = first + 1;
  for (size_t i = end; i < count && tokens[i].name_tag == tokens[first].name_tag &&
                       !tokens[i].name_begins && tokens[i].sentence == tokens[first].sentence;
       i++)
    if (tokens[i].upos == RO_UPOS_PROPN) end = i + 1;
  return end;
}

/* Runs of words that the tagger takes for a person or a body. */
static void count_unknown(ro_tally *tally, const ro_annotation *annotation) {
  size_t count, size;
  const ro_token *tokens = ro_annotation_tokens(annotation, &count);
  const char *text = ro_annotation_text(annotation, &size);
  for (size_t i = 0, end; i < count; i = end) {
    end = i + 1;
    if (!is_name(&tokens[i]) || tokens[i].upos != RO_UPOS_PROPN) continue;
    end = end_of_name(tokens, count, i);
    bool known = false;
    for (size_t token = i; token < end && !known; token++)
      known = is_known(annotation, token);
    if (!known)
      ro_tally_add(tally, text + tokens[i].span.start,
                   tokens[end - 1].span.end - tokens[i].span.start,
                   tokens[i].name_tag == RO_NAME_TAG_PERSON ? "person" : "organization");
  }
}

static int run(int argc, char **argv) {
  ro_count_options options;
  int wrong = ro_count_options_read(&options, &ro_command_actors, RO_OPTION_ACTORS, argc, argv);
  if (wrong >= 0) return wrong;
  return options.unknown
             ? ro_count_reports(&options, RO_LAYERS_NAMES, count_unknown, "count\tname\tkind")
             : ro_count_reports(&options, RO_LAYERS_NAMES, count_actors, "count\tactor\tcode");
}

const ro_command ro_command_actors = {
    .name = "actors",
    .summary = "count the actors of reports, or the names that the dictionary lacks",
    .help = "Usage: readout actors [OPTION]... REPORT...\n"
            "       readout actors --check FILE\n"
            "\n"
            "Counts the actors that the reports name, each with each of its codes, the commonest\n"
            "first. docs/names.md tells how a file of your own actors is written.\n"
            "\n"
            "  --unknown         instead the names of persons and bodies that have no entry\n"
            "  --check FILE      only read a file of actors and tell the first wrong "
            "line\n" RO_OWN_FILE_HELP
            "  --published DATE  the date of reports that carry none (YYYY-MM-DD)\n"
            "  --help            this text\n"
            "\n"
            "Examples:\n"
            "  readout actors --unknown reports.jsonl\n"
            "  readout actors --check own-actors.tsv\n",
    .run = run,
};
