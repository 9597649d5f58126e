/** What a person is covered for, as it follows from months paid and the rules; nothing but its arguments goes into it. */
@org.jspecify.annotations.NullMarked
package io.tongban.gateway.contribution.cover;
