/** Whom TLS connections trust. Internal: free to change. */
@NullMarked
package io.tongban.sdk.internal.tls;

import org.jspecify.annotations.NullMarked;
