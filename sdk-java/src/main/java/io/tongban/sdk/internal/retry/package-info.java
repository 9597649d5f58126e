/** When and how often a call is tried again. Internal: free to change. */
@NullMarked
package io.tongban.sdk.internal.retry;

import org.jspecify.annotations.NullMarked;
