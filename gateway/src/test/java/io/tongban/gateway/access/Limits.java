package io.tongban.gateway.access;

record Limits(int requestsPerMinute, int refusalsPerMinute) implements LimitsConfig {}
