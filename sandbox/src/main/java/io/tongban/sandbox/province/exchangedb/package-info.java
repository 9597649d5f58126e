/** Opens a front-end database to the caller, and works off the rows that are inserted there. */
@org.jspecify.annotations.NullMarked
package io.tongban.sandbox.province.exchangedb;
