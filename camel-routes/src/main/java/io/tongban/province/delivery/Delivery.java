package io.tongban.province.delivery;

import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceFacts;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.RefusalReason;
import io.tongban.province.dialect.Serials;
import io.tongban.province.profile.Capability;
import io.tongban.province.profile.Profiles;
import io.tongban.province.profile.ProvinceProfile;
import io.tongban.province.profile.TransactionKind;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The way out to all provinces: finds the version in force today, and inquires before it sends a second time. */
public final class Delivery implements ProvinceLink {
    private final Profiles profiles;
    private final Map<ProvinceProfile, Lane> lanes;
    private final Serials serials;
    private final Clock clock;
    private final AutoCloseable resources;

    /**
     * @param lanes one for each version in {@code profiles}
     * @param resources closed together with this
     */
    Delivery(
            Profiles profiles,
            Map<ProvinceProfile, Lane> lanes,
            Serials serials,
            Clock clock,
            AutoCloseable resources) {
        this.profiles = profiles;
        this.lanes = Map.copyOf(lanes);
        this.serials = serials;
        this.clock = clock.withZone(ProvinceProfile.ZONE);
        this.resources = resources;
    }

    @Override
    public ProvinceReply send(ProvinceCommand command) {
        return lane(inForce(command)).call(command);
    }

    @Override
    public ProvinceReply resume(ProvinceCommand command) {
        ProvinceProfile profile = inForce(command);
        Lane lane = lane(profile);
        if (!hasEffect(command)) {
            return lane.call(command);
        }
        if (profile.capability(TransactionKind.INQUIRE) != Capability.ONLINE) {
            // Sending again would be blind.
            return new ProvinceReply.Unknown(command.serial(), "not-inquirable");
        }
        ProvinceReply reply = lane.call(new ProvinceCommand.Inquire(command.province(), serials.next(), command));
        if (reply instanceof ProvinceReply.Refused refused && refused.reason() == RefusalReason.SERIAL_NOT_FOUND) {
            return lane.call(command);
        }
        return withSerial(reply, command.serial());
    }

    @Override
    public Optional<ProvinceFacts> facts(ProvinceCode province) {
        LocalDate today = LocalDate.now(clock);
        return profiles.nearest(province, today)
                .map(profile -> lane(profile).facts(profile.validity().covers(today)));
    }

    @Override
    public List<ProvinceFacts> provinces() {
        return profiles.provinces().stream()
                .flatMap(province -> facts(province).stream())
                .toList();
    }

    @Override
    public void close() {
        try {
            resources.close();
        } catch (Exception e) {
            throw new IllegalStateException("the routes did not stop", e);
        }
    }

    private ProvinceProfile inForce(ProvinceCommand command) {
        return profiles.inForce(command.province(), LocalDate.now(clock))
                .orElseThrow(() -> new IllegalArgumentException(
                        "no profile is in force today for province " + command.province()));
    }

    private Lane lane(ProvinceProfile profile) {
        Lane lane = lanes.get(profile);
        if (lane == null) {
            throw new IllegalStateException("no lane for " + profile.file());
        }
        return lane;
    }

    private static boolean hasEffect(ProvinceCommand command) {
        return command instanceof ProvinceCommand.Register || command instanceof ProvinceCommand.Withhold;
    }

    private static ProvinceReply withSerial(ProvinceReply reply, String serial) {
        if (reply instanceof ProvinceReply.Accepted accepted) {
            return new ProvinceReply.Accepted(serial, accepted.detail());
        }
        if (reply instanceof ProvinceReply.Refused refused) {
            return new ProvinceReply.Refused(serial, refused.reason(), refused.provinceCode(), refused.provinceText());
        }
        if (reply instanceof ProvinceReply.Pending pending) {
            return new ProvinceReply.Pending(serial, pending.askAgainAt());
        }
        return new ProvinceReply.Unknown(serial, ((ProvinceReply.Unknown) reply).cause());
    }
}
