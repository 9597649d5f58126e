/** What can go wrong with a call, one class for each phase in which it went wrong. */
@NullMarked
package io.tongban.sdk.error;

import org.jspecify.annotations.NullMarked;
