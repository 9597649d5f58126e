/** For the partner's own tests: signs webhooks as the gateway does, with a key of the test's. */
@NullMarked
package io.tongban.sdk.testing;

import org.jspecify.annotations.NullMarked;
