package io.tongban.gateway.trust.access;

record Limits(int requestsPerMinute, int refusalsPerMinute) implements LimitsConfig {}
