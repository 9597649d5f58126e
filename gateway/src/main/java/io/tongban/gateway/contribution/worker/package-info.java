/** Partners' workers: registered under a checked citizen number, each seen by its partner alone. */
@org.jspecify.annotations.NullMarked
package io.tongban.gateway.contribution.worker;
