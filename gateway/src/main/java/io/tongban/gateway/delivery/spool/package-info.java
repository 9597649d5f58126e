/** Where lines wait for the file that carries them to a province; their texts are encrypted. */
@org.jspecify.annotations.NullMarked
package io.tongban.gateway.delivery.spool;
