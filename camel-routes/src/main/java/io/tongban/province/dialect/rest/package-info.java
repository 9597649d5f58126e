/** The dialect rest: signed JSON over HTTP. */
@org.jspecify.annotations.NullMarked
package io.tongban.province.dialect.rest;
