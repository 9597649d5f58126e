/** The dialect soap: XML documents by HTTP POST, in the envelopes of SOAP or in none, behind a sign-in or without. */
@org.jspecify.annotations.NullMarked
package io.tongban.province.dialect.soap;
