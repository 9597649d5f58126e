/** In what circumstances a bank asks: at which counter, by whom, and for what. */
@org.jspecify.annotations.NullMarked
package io.tongban.api.counter;
