/** Tries a profile without any network: what it would send, byte for byte, and how it would read an answer. */
@org.jspecify.annotations.NullMarked
package io.tongban.province.workbench;
