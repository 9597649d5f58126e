package io.tongban.province.delivery;

import io.tongban.province.CallLog;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceFacts;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.RefusalReason;
import io.tongban.province.Turn;
import io.tongban.province.dialect.Serials;
import io.tongban.province.profile.Profiles;
import io.tongban.province.profile.ProvinceProfile;
import io.tongban.province.profile.TransactionKind;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The way out to all provinces: sends by the version in force today, and inquires, where it was sent first, before it
 * sends a second time.
 */
public final class Delivery implements ProvinceLink {
    private static final String VERSION_ENDED = "version-ended";

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
    public ProvinceReply send(ProvinceCommand command, CallLog log) {
        return lane(inForceToday(command)).call(command, log);
    }

    @Override
    public Turn turn(ProvinceCode province) {
        return new Turn(Integer.MAX_VALUE, null);
    }

    @Override
    public Optional<String> reload() {
        return Optional.empty();
    }

    @Override
    public ProvinceReply resume(ProvinceCommand command, Instant firstSent, CallLog log) {
        if (!hasEffect(command)) {
            return send(command, log);
        }
        return inForce(command, LocalDate.ofInstant(firstSent, ProvinceProfile.ZONE))
                .map(profile -> resume(command, profile, log))
                .orElseGet(() -> unknown(command, VERSION_ENDED));
    }

    private ProvinceReply resume(ProvinceCommand command, ProvinceProfile sentUnder, CallLog log) {
        if (!sentUnder.capability(TransactionKind.INQUIRE).sent()) {
            // Sending again would be blind.
            return unknown(command, "not-inquirable");
        }
        Lane lane = lane(sentUnder);
        ProvinceReply reply = inquire(lane, command, log);
        if (!neverArrived(reply)) {
            return reply;
        }
        if (!sentUnder.validity().covers(LocalDate.now(clock))) {
            // Today's version may be another system: what the old one finds later would be booked in both.
            return unknown(command, VERSION_ENDED);
        }
        ProvinceReply second = lane.call(command, log);
        return second instanceof ProvinceReply.Refused ? believed(second, inquire(lane, command, log)) : second;
    }

    /** The first request may have been on its way and booked in between; the second is then refused because of it. */
    private static ProvinceReply believed(ProvinceReply refusal, ProvinceReply inquired) {
        return neverArrived(inquired) ? refusal : inquired;
    }

    private ProvinceReply inquire(Lane lane, ProvinceCommand command, CallLog log) {
        ProvinceReply reply = lane.call(new ProvinceCommand.Inquire(command.province(), serials.next(), command), log);
        return withSerial(reply, command.serial());
    }

    private static boolean neverArrived(ProvinceReply inquired) {
        return inquired instanceof ProvinceReply.Refused refused && refused.reason() == RefusalReason.SERIAL_NOT_FOUND;
    }

    @Override
    public Optional<ProvinceFacts> facts(ProvinceCode province) {
        LocalDate today = LocalDate.now(clock);
        return profiles.nearest(province, today)
                .map(profile -> lane(profile).facts(profile.validity().covers(today), clock.instant()));
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

    private Optional<ProvinceProfile> inForce(ProvinceCommand command, LocalDate day) {
        return profiles.inForce(command.province(), day);
    }

    private ProvinceProfile inForceToday(ProvinceCommand command) {
        return inForce(command, LocalDate.now(clock))
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

    private static ProvinceReply unknown(ProvinceCommand command, String cause) {
        return new ProvinceReply.Unknown(command.serial(), cause);
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
