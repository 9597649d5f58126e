/** What all dialects share: their role, the pieces of a request, the pieces of an answer, and how a call fails. */
@org.jspecify.annotations.NullMarked
package io.tongban.province.dialect;
