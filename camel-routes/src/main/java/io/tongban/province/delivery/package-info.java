/** Carries a command to its province's route and says what became of it; the same for all dialects. */
@org.jspecify.annotations.NullMarked
package io.tongban.province.delivery;
