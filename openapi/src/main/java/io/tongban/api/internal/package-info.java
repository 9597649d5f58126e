/** What the contract's own types and the SDK share. Internal: not for partners, and free to change. */
@org.jspecify.annotations.NullMarked
package io.tongban.api.internal;
