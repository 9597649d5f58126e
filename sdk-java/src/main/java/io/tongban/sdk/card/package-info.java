/** The social security card at a counter: the role of a reader, its driver, and a simulated one for tests. */
@NullMarked
package io.tongban.sdk.card;

import org.jspecify.annotations.NullMarked;
