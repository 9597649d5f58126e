package io.tongban.gateway.contribution.worker;

/**
 * A worker for other rooms: that the partner has it, and which person it is.
 *
 * @param personId the same for all partners; never shown to one
 */
public record KnownWorker(String id, String clientId, String personId) {}
