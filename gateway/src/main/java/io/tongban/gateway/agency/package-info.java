/** What only the agency does: partners, keys, audit. */
@org.jspecify.annotations.NullMarked
package io.tongban.gateway.agency;
