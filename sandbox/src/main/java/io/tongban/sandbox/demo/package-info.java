/** What a newcomer is shown: two platforms insure their workers, and both books are compared to the fen. */
@org.jspecify.annotations.NullMarked
package io.tongban.sandbox.demo;
