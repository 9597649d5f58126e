/** The dialect tcp: frames of fixed-width fields, one connection a call. */
@org.jspecify.annotations.NullMarked
package io.tongban.province.dialect.tcp;
