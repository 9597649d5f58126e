/** How often a client tries again. */
@NullMarked
package io.tongban.sdk.retry;

import org.jspecify.annotations.NullMarked;
