/** Starts the servers of one sandbox — PostgreSQL, Keycloak, provinces, gateway — and leaves none of them behind. */
@org.jspecify.annotations.NullMarked
package io.tongban.sandbox.launcher;
