/** Contributions withheld under mandates: accepted once, sent, settled, listed and receipted. */
@org.jspecify.annotations.NullMarked
package io.tongban.gateway.contribution.withholding;
