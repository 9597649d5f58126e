/** What a worker is covered for by the rules, day by day. */
@org.jspecify.annotations.NullMarked
package io.tongban.api.cover;
