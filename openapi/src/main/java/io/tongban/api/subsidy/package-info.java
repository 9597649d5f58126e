/** What platforms refund of contributions, and the proof that a month was paid. */
@org.jspecify.annotations.NullMarked
package io.tongban.api.subsidy;
