/** What the house stands on: data source, clock, ids, JSON, cryptography. */
@org.jspecify.annotations.NullMarked
package io.tongban.gateway.platform.config;
