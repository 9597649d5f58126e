/** The gateway's and the partners' public keys. */
@org.jspecify.annotations.NullMarked
package io.tongban.api.keys;
