/** Which insurances fit a worker, and why. */
@org.jspecify.annotations.NullMarked
package io.tongban.api.advice;
