/** The rules that contributions are computed by, each with its source. */
@org.jspecify.annotations.NullMarked
package io.tongban.api.policy;
