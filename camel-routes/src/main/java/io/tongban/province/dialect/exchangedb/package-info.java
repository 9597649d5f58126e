/** The dialect exchangedb: a row is inserted into a table of the province's, and read again until it is answered. */
@org.jspecify.annotations.NullMarked
package io.tongban.province.dialect.exchangedb;
