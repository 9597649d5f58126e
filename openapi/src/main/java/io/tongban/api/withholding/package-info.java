/** Withholdings and their receipts. */
@org.jspecify.annotations.NullMarked
package io.tongban.api.withholding;
