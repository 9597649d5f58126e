/** Drives a province's profile against its endpoint, command by command and fault by fault, and reports what it saw. */
@org.jspecify.annotations.NullMarked
package io.tongban.province.conformance;
