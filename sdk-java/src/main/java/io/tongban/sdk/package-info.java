/** The SDK's door: the client {@link io.tongban.sdk.Tongban}, one class a resource, receipts and webhooks. */
@NullMarked
package io.tongban.sdk;

import org.jspecify.annotations.NullMarked;
