package io.tongban.gateway.delivery.province;

import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceFacts.Health;
import io.tongban.province.ProvinceLink;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether commands may go to a province now: by its hours and its health, and by the agency. Asked again once a second
 * at most.
 */
@ApplicationScoped
public class ProvinceAvailability {
    private static final Logger LOG = LoggerFactory.getLogger(ProvinceAvailability.class);
    private static final Duration FRESH = Duration.ofSeconds(1);

    /**
     * For a province of which no version is in force any more: nothing new is sent to it, but what was sent has to be
     * inquired where it was sent, or handed to a person.
     */
    private static final int ONE_BY_ONE = 1;

    private final ProvinceLink link;
    private final ProvinceControls controls;
    private final Clock clock;
    private final Map<ProvinceCode, Known> known = new ConcurrentHashMap<>();

    ProvinceAvailability(ProvinceLink link, ProvinceControls controls, Clock clock) {
        this.link = link;
        this.controls = controls;
        this.clock = clock;
    }

    private record Known(int places, Instant at) {
        boolean isFresh(Instant now) {
            return !now.isBefore(at) && now.isBefore(at.plus(FRESH));
        }
    }

    /** Whether anything is sent to the province now; if not, what is accepted waits. */
    public boolean isOpen(ProvinceCode province) {
        return places(province) > 0;
    }

    /** How many calls may be made at once; never throws. */
    public int places(ProvinceCode province) {
        // The agency's word holds at once on the node that it was given to.
        return allowed(province) ? placesThere(province) : 0;
    }

    private int placesThere(ProvinceCode province) {
        Instant now = clock.instant();
        Known last = known.get(province);
        if (last != null && last.isFresh(now)) {
            return last.places();
        }
        int places = byLink(province);
        known.put(province, new Known(places, now));
        return places;
    }

    /** Where the agency's word cannot be read, nothing is sent: it may have been no. */
    private boolean allowed(ProvinceCode province) {
        try {
            return controls.state(province) != OperatorState.PAUSED;
        } catch (RuntimeException e) {
            LOG.warn(
                    "Nothing is sent to province {} now: its state cannot be read ({})",
                    province,
                    e.getClass().getSimpleName());
            return false;
        }
    }

    /** Where the link cannot say, the call itself will. */
    private int byLink(ProvinceCode province) {
        try {
            int places = link.turn(province).places();
            return places == 0 && hasEnded(province) ? ONE_BY_ONE : places;
        } catch (RuntimeException e) {
            return Integer.MAX_VALUE;
        }
    }

    /** What waits for a province that is off waits until it is on again: no person could do more. */
    private boolean hasEnded(ProvinceCode province) {
        return link.facts(province)
                .filter(facts -> facts.open() || facts.health() == Health.OFF)
                .isEmpty();
    }
}
