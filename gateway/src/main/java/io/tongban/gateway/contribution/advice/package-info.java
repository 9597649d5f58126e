/** Which insurances fit a person by the rules; nothing but its arguments goes into it. */
@org.jspecify.annotations.NullMarked
package io.tongban.gateway.contribution.advice;
