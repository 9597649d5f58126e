/** What insurance would cost a person, computed by the rules. */
@org.jspecify.annotations.NullMarked
package io.tongban.api.quote;
