#include "records/learned/addressee_model.h"

#include <string.h>

#include "base/file.h"
#include "statements/weights.h"

/* The file:
 *   "ROWHOM1\0"
 *   width, features
 *   rows of every feature's table
 *   the tables; then floats, each matrix with a row for every input: bias; hidden layer, bias;
 * score, bias
 */
enum { LARGEST_WIDTH = 128 };

struct addressee_model {
  uint32_t width;
  feature_table tables[SIDE_FEATURES];
  const float *bias, *hidden_weights, *hidden_bias;
  const float *score_weights, *score_bias; /* rows of RO_NETWORK_LANES, the score in front */
};

static bool take_header(weights_cursor *cursor, addressee_model *model) {
  if (!weights_magic(cursor, "ROWHOM1")) return false;
  uint32_t width = weights_number(cursor), features = weights_number(cursor);
  bool fits = cursor->at && width > 0 && width <= LARGEST_WIDTH && features == SIDE_FEATURES;
  fits = fits && weights_rows_fit(cursor, side_feature_rows, SIDE_FEATURES);
  model->width = width;
  return fits;
}

static void take_weights(weights_cursor *cursor, ro_arena *arena, addressee_model *model) {
  size_t width = model->width;
  weights_tables(cursor, arena, model->tables, side_feature_rows, SIDE_FEATURES, width);
  model->bias = weights_floats(cursor, arena, width);
  model->hidden_weights = weights_floats(cursor, arena, width * width);
  model->hidden_bias = weights_floats(cursor, arena, width);
  model->score_weights = weights_wide_rows(cursor, arena, width, 1);
  model->score_bias = weights_wide_rows(cursor, arena, 1, 1);
}

ro_status addressee_model_load(const addressee_model **out, ro_arena *arena, const char *path,
                               ro_error *error) {
  *out = NULL;
  ro_mapped_file file;
  ro_status status = ro_mapped_file_open(&file, path, error);
  if (status != RO_OK) return status;
  addressee_model *model = ro_arena_alloc(arena, sizeof *model);
  weights_cursor cursor = {file.bytes, file.bytes + file.size};
  bool fits = take_header(&cursor, model);
  if (fits) take_weights(&cursor, arena, model);
  fits = fits && cursor.at == cursor.end;
  ro_mapped_file_close(&file);
  if (!fits)
    return ro_fail(error, RO_ERROR_FORMAT, path, 0, "is no model of addressees of this version");
  *out = model;
  return RO_OK;
}

float addressee_model_score(const addressee_model *model, const side_question *question,
                            uint32_t side) {
  uint32_t width = model->width;
  uint16_t features[SIDE_FEATURES];
  float row[LARGEST_WIDTH], hidden[LARGEST_WIDTH], score[RO_NETWORK_LANES];
  side_features_fill(question, side, features);
  memcpy(row, model->bias, width * sizeof *row);
  weights_add_tables(row, width, model->tables, features, SIDE_FEATURES);
  ro_network_rectify(row, width);
  memcpy(hidden, model->hidden_bias, width * sizeof *hidden);
  ro_network_add_product((ro_rows){hidden, 1, width}, (ro_rows){row, 1, width},
                         model->hidden_weights);
  ro_network_rectify(hidden, width);
  memcpy(score, model->score_bias, sizeof score);
  ro_network_add_product((ro_rows){score, 1, RO_NETWORK_LANES}, (ro_rows){hidden, 1, width},
                         model->score_weights);
  return score[0];
}
