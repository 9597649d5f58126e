/** Who acts, and for whom: two things that one client id used to be. */
@org.jspecify.annotations.NullMarked
package io.tongban.gateway.platform.principal;
