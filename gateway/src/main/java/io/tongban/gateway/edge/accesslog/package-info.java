/** What came in and how it was answered, for operators: one line an exchange, and what a guard has to know at once. */
@org.jspecify.annotations.NullMarked
package io.tongban.gateway.edge.accesslog;
