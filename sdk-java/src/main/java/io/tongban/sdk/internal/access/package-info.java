/** What must be at hand before a call can leave: an access token and the gateway's keys. Internal. */
@NullMarked
package io.tongban.sdk.internal.access;

import org.jspecify.annotations.NullMarked;
