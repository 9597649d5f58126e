/** The partner's private key in its three formats, and the gateway's public keys. */
@NullMarked
package io.tongban.sdk.key;

import org.jspecify.annotations.NullMarked;
