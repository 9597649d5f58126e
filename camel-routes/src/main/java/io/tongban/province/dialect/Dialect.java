package io.tongban.province.dialect;

import io.tongban.province.ProvinceFacts.TextCarrier;
import io.tongban.province.profile.DialectNeeds;
import io.tongban.province.profile.ProvinceProfile;
import java.util.Optional;
import org.apache.camel.RoutesBuilder;

/** One of the ways in which provinces really talk. Which province talks how is a matter of profiles. */
public interface Dialect extends AutoCloseable {
    DialectNeeds needs();

    /**
     * The route of one version of a province. It takes a {@link io.tongban.province.ProvinceCommand} as body and
     * returns a {@link DialectReply}, on the caller's thread and within the profile's time-outs; what goes wrong is an
     * exception on the exchange, {@link NotCarried} only if nothing was sent. No exception may carry a text of the far
     * side: Camel writes exceptions to its debug log.
     *
     * <p>When a profile changes while Tongban runs, its new route starts before the old one is removed: for a moment,
     * or as long as calls need to end, both run. Beans that a route binds have names that begin with its id and a
     * hyphen, and go with it.
     *
     * @param id of the route, and name of the direct endpoint that it starts from; never given twice
     */
    RoutesBuilder route(ProvinceProfile profile, String id);

    /** The route of this id was stopped and removed: let go of what was for it alone. */
    default void removed(ProvinceProfile profile, String id) {}

    /**
     * What stands in the way of every call: looks before the first one, with one sign-in at most.
     *
     * @return in words for whoever wrote the profile; empty if the way is free as far as can be seen
     */
    default Optional<String> obstacle(ProvinceProfile profile) {
        return Reach.obstacle(profile);
    }

    /** How its requests look and its answers are read, for whoever writes the profile. Connects to nothing. */
    Rehearsal rehearsal(ProvinceProfile profile);

    /** Whether a name reaches the province whole. */
    TextCarrier names(ProvinceProfile profile);

    @Override
    void close();
}
