/** What insurance would cost: computed by the policies, without any store, and without effect. */
@org.jspecify.annotations.NullMarked
package io.tongban.gateway.contribution.quote;
