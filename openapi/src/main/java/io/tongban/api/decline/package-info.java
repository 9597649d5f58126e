/** Why workers do not want to be insured, and how many of them. */
@org.jspecify.annotations.NullMarked
package io.tongban.api.decline;
