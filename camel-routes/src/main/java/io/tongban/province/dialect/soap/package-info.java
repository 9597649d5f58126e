/** The dialect soap: one String operation of SOAP 1.1 that carries XML as text, behind a sign-in that expires. */
@org.jspecify.annotations.NullMarked
package io.tongban.province.dialect.soap;
