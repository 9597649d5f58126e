/** Carries accepted work to the provinces and settles it by what they answer. */
@org.jspecify.annotations.NullMarked
package io.tongban.gateway.delivery.dispatch;
