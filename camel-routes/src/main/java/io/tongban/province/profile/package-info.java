/** A province as data: what its profile file says, read strictly and checked before the first call. */
@org.jspecify.annotations.NullMarked
package io.tongban.province.profile;
