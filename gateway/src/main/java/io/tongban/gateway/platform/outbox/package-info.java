/** What has to be done outside after a commit: rows written with the change that caused them, leased and worked off. */
@org.jspecify.annotations.NullMarked
package io.tongban.gateway.platform.outbox;
