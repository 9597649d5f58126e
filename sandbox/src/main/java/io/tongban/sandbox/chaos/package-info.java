/** Twenty thousand withholdings through every fault at once, and the gateway killed in between: do the books agree? */
@org.jspecify.annotations.NullMarked
package io.tongban.sandbox.chaos;
