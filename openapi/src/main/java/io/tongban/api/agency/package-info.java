/** What only the agency does: partners, provinces, tasks, keys, audit. */
@org.jspecify.annotations.NullMarked
package io.tongban.api.agency;
