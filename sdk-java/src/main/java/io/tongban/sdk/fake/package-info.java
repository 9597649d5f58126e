/** A gateway in the JVM for partners' unit tests; see {@link io.tongban.sdk.fake.TongbanFake}. */
@NullMarked
package io.tongban.sdk.fake;

import org.jspecify.annotations.NullMarked;
