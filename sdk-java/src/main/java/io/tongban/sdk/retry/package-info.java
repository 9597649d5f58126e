/** When and how often a call is tried again. */
@NullMarked
package io.tongban.sdk.retry;

import org.jspecify.annotations.NullMarked;
