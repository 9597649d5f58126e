package io.tongban.api;

import java.util.Set;

/** OAuth 2.0 scopes: what a partner may do. */
public final class Scopes {
    public static final String WORKERS_WRITE = "workers:write";
    public static final String WORKERS_READ = "workers:read";
    public static final String MANDATES_WRITE = "mandates:write";
    public static final String MANDATES_READ = "mandates:read";
    public static final String CONTRIBUTIONS_WITHHOLD = "contributions:withhold";
    public static final String CONTRIBUTIONS_READ = "contributions:read";
    public static final String STATUS_READ = "status:read";
    public static final String WEBHOOKS_MANAGE = "webhooks:manage";
    /** A bank's own operators, and its days. */
    public static final String COUNTERS_MANAGE = "counters:manage";

    public static final String AGENCY_ADMIN = "agency:admin";

    /** All of them. A realm may give others beside, which say nothing about this API. */
    public static final Set<String> ALL = Set.of(
            WORKERS_WRITE,
            WORKERS_READ,
            MANDATES_WRITE,
            MANDATES_READ,
            CONTRIBUTIONS_WITHHOLD,
            CONTRIBUTIONS_READ,
            STATUS_READ,
            WEBHOOKS_MANAGE,
            COUNTERS_MANAGE,
            AGENCY_ADMIN);

    private Scopes() {}
}
