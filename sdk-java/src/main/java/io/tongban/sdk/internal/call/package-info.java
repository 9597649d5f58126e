/** One call from its description to its outcome: sign, send, verify, read, try again. Internal. */
@NullMarked
package io.tongban.sdk.internal.call;

import org.jspecify.annotations.NullMarked;
