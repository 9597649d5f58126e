/** The dialect tcp: frames of fixed fields, tags or XML, over one connection a call or one for all. */
@org.jspecify.annotations.NullMarked
package io.tongban.province.dialect.tcp;
