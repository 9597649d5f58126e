/** Reads and writes the contract's records. */
@NullMarked
package io.tongban.sdk.internal.json;

import org.jspecify.annotations.NullMarked;
