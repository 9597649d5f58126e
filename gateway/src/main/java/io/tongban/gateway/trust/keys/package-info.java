/** The gateway's own signing keys, and their rotation. */
@org.jspecify.annotations.NullMarked
package io.tongban.gateway.trust.keys;
