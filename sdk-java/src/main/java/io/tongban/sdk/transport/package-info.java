/** How bytes leave and come back: a small role, and its default over java.net.http. */
@NullMarked
package io.tongban.sdk.transport;

import org.jspecify.annotations.NullMarked;
