/** Speaks signed JSON over HTTP, with a clock and keys of its own. */
@org.jspecify.annotations.NullMarked
package io.tongban.sandbox.province.rest;
