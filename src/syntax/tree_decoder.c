#include "syntax/tree_decoder.h"

#include <stdbool.h>
#include <stdlib.h>

#include "base/arena.h"

/* Scores are compared as integers, in steps of 1/1024. The root's are lowered by more than any sum
 * of others can make up, so that the best tree has one word below the root. */
enum { STEPS = 1024, SCORE_MAX = 1 << 20, ROOT_COST = 1 << 28 };

static const uint32_t NOTHING = UINT32_MAX;

static void choose_best(const float *scores, uint32_t count, uint32_t *heads) {
  for (uint32_t i = 0; i < count; i++) {
    const float *row = scores + (size_t)i * (count + 1);
    uint32_t best = i == 0 && count > 1 ? 2 : 0; /* any head but the word itself */
    for (uint32_t head = 0; head <= count; head++)
      if (head != i + 1 && row[head] > row[best]) best = head;
    heads[i] = best;
  }
}

/* Whether the heads make a tree with one word below the root. `mark` holds count values. */
static bool is_tree(const uint32_t *heads, uint32_t count, uint32_t *mark) {
  uint32_t roots = 0;
  for (uint32_t i = 0; i < count; i++) {
    mark[i] = 0;
    roots += heads[i] == 0;
  }
  for (uint32_t i = 0; i < count && roots == 1; i++) {
    uint32_t at = i;
    while (!mark[at]) {
      mark[at] = i + 1;
      if (heads[at] == 0) break;
      at = heads[at] - 1;
      if (mark[at] == i + 1) return false; /* came back to this round's path */
    }
  }
  return roots == 1;
}

/* Edmonds' algorithm as Tarjan arranged it for dense graphs, quadratic in the number of words.
 *
 * Vertices 1 to count are words, later ones are cycles drawn together. Each keeps the best score of
 * an edge from each word (and the root, 0) to any word inside, less what that replaces. */
typedef struct decoder {
  uint32_t count, vertices;
  int32_t *scores;     /* [vertex * (count + 1) + from] */
  uint32_t *targets;   /* the word that the edge enters */
  uint32_t *inside;    /* the cycle that a vertex was drawn into, or NOTHING */
  uint32_t *top;       /* of each word: the outermost vertex that holds it */
  uint32_t *from, *to; /* the chosen edge into a vertex */
  uint32_t *path;      /* vertices whose edges lead on one from another */
  uint32_t path_length;
  uint8_t *state; /* of each vertex: NEW, ON_PATH, DONE */
} decoder;

enum { NEW, ON_PATH, DONE };

static int32_t to_integer(float score) {
  float scaled = score * (float)STEPS;
  if (scaled > (float)SCORE_MAX) return SCORE_MAX;
  return scaled > -(float)SCORE_MAX ? (int32_t)scaled : -SCORE_MAX;
}

static size_t cell(const decoder *d, uint32_t vertex, uint32_t from) {
  return (size_t)vertex * (d->count + 1) + from;
}

static void set_up(decoder *d, const float *scores, uint32_t count) {
  size_t vertices = 2 * (size_t)count + 1, cells = vertices * (count + 1);
  *d = (decoder){.count = count, .vertices = count + 1};
  d->scores = ro_allocate(cells * sizeof *d->scores);
  d->targets = ro_allocate(cells * sizeof *d->targets);
  uint32_t *memory = ro_allocate(5 * vertices * sizeof *memory);
  d->inside = memory;
  d->top = memory + vertices;
  d->from = memory + 2 * vertices;
  d->to = memory + 3 * vertices;
  d->path = memory + 4 * vertices;
  d->state = ro_allocate(vertices);
  for (uint32_t v = 0; v < vertices; v++) {
    d->inside[v] = NOTHING;
    d->top[v] = v;
    d->state[v] = NEW;
  }
  for (uint32_t word = 1; word <= count; word++)
    for (uint32_t from = 0; from <= count; from++) {
      int32_t score = to_integer(scores[(size_t)(word - 1) * (count + 1) + from]);
      d->scores[cell(d, word, from)] = from ? score : score - ROOT_COST;
      d->targets[cell(d, word, from)] = word;
    }
  d->state[0] = DONE;
}

static void tear_down(decoder *d) {
  free(d->scores);
  free(d->targets);
  free(d->inside);
  free(d->state);
}

/* Chooses the best edge into a vertex from outside it and returns the vertex it comes from. */
static uint32_t choose_edge(decoder *d, uint32_t vertex) {
  uint32_t best = NOTHING;
  for (uint32_t from = 0; from <= d->count; from++) {
    if (d->top[from] == vertex) continue;
    if (best == NOTHING || d->scores[cell(d, vertex, from)] > d->scores[cell(d, vertex, best)])
      best = from;
  }
  d->from[vertex] = best;
  d->to[vertex] = d->targets[cell(d, vertex, best)];
  return d->top[best];
}

/* Takes the edges into one vertex of the cycle into account for the edges into the whole cycle. */
static void draw_in(decoder *d, uint32_t cycle, uint32_t vertex, bool is_first) {
  int32_t replaced = d->scores[cell(d, vertex, d->from[vertex])];
  for (uint32_t from = 0; from <= d->count; from++) {
    int32_t score = d->scores[cell(d, vertex, from)] - replaced;
    if (!is_first && score <= d->scores[cell(d, cycle, from)]) continue;
    d->scores[cell(d, cycle, from)] = score;
    d->targets[cell(d, cycle, from)] = d->targets[cell(d, vertex, from)];
  }
  d->inside[vertex] = cycle;
}

/* Draws the end of the path, from `first` on, together into one vertex. */
static uint32_t contract(decoder *d, uint32_t first) {
  uint32_t cycle = d->vertices++, vertex;
  bool is_first = true;
  do {
    vertex = d->path[--d->path_length];
    draw_in(d, cycle, vertex, is_first);
    is_first = false;
  } while (vertex != first);
  for (uint32_t word = 1; word <= d->count; word++)
    if (d->inside[d->top[word]] == cycle) d->top[word] = cycle;
  return cycle;
}

/* Follows chosen edges backwards from a vertex until they lead to the root. */
static void grow_path(decoder *d, uint32_t vertex) {
  d->path_length = 0;
  while (d->state[vertex] != DONE) {
    if (d->state[vertex] == ON_PATH) vertex = contract(d, vertex);
    d->state[vertex] = ON_PATH;
    d->path[d->path_length++] = vertex;
    vertex = choose_edge(d, vertex);
  }
  while (d->path_length)
    d->state[d->path[--d->path_length]] = DONE;
}

/* An edge into a cycle replaces the edge of the vertex in it that holds the entered word. */
static void expand(decoder *d, uint32_t *heads) {
  for (uint32_t cycle = d->vertices - 1; cycle > d->count; cycle--) {
    uint32_t vertex = d->to[cycle];
    while (d->inside[vertex] != cycle)
      vertex = d->inside[vertex];
    d->from[vertex] = d->from[cycle];
    d->to[vertex] = d->to[cycle];
  }
  for (uint32_t word = 1; word <= d->count; word++)
    heads[word - 1] = d->from[word];
}

static void find_best_tree(const float *scores, uint32_t count, uint32_t *heads) {
  decoder d;
  set_up(&d, scores, count);
  for (uint32_t word = 1; word <= count; word++)
    if (d.state[d.top[word]] == NEW) grow_path(&d, d.top[word]);
  expand(&d, heads);
  tear_down(&d);
}

void ro_decode_tree(const float *scores, uint32_t count, uint32_t *heads) {
  uint32_t *mark = ro_allocate(count * sizeof *mark);
  choose_best(scores, count, heads);
  if (!is_tree(heads, count, mark)) find_best_tree(scores, count, heads);
  free(mark);
}
