package io.tongban.gateway.province;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.tongban.gateway.outbox.LaneBacklog;
import io.tongban.gateway.outbox.Outbox;
import io.tongban.province.ProvinceCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** How many commands wait for each province; counted at most every few seconds, however often it is asked for. */
@ApplicationScoped
public class Waiting {
    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final String ALL = "all";

    private final LoadingCache<String, Map<String, Long>> lanes;

    @Inject
    public Waiting(Outbox outbox, Jdbi jdbi) {
        this.lanes = Caffeine.newBuilder()
                .expireAfterWrite(FRESH)
                .build(all -> jdbi.withHandle(outbox::backlog).stream()
                        .collect(toUnmodifiableMap(LaneBacklog::lane, LaneBacklog::rows)));
    }

    long at(ProvinceCode province) {
        return lanes.get(ALL).getOrDefault("province:" + province, 0L);
    }
}
