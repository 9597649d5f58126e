package io.tongban.api;

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
    public static final String AGENCY_ADMIN = "agency:admin";

    private Scopes() {}
}
