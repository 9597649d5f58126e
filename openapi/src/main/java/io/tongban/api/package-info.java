/** The contract of Tongban's partner API: what partner and gateway must agree on, byte for byte. */
@org.jspecify.annotations.NullMarked
package io.tongban.api;
