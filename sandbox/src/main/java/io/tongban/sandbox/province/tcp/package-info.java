/** Speaks fixed-length frames over TCP, text in GBK padded by bytes. */
@org.jspecify.annotations.NullMarked
package io.tongban.sandbox.province.tcp;
