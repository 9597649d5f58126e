/** Where a partner wants to be told, and what it is told. */
@org.jspecify.annotations.NullMarked
package io.tongban.api.webhook;
