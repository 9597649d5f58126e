/** Personal data at rest: encrypted under named keys, found again by a keyed hash, shown masked. */
@org.jspecify.annotations.NullMarked
package io.tongban.gateway.platform.pii;
