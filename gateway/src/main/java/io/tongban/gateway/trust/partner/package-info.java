/** The partner register: who they are, in which state, and with which keys they sign. */
@org.jspecify.annotations.NullMarked
package io.tongban.gateway.trust.partner;
