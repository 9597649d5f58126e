/** Speaks SOAP 1.1 with XML in CDATA and a sign-in that expires. */
@org.jspecify.annotations.NullMarked
package io.tongban.sandbox.province.soap;
