package io.tongban.province.delivery;

import io.tongban.province.CallCapacity;
import io.tongban.province.CallLog;
import io.tongban.province.Capability;
import io.tongban.province.InsuranceKind;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceFacts;
import io.tongban.province.ProvinceReply;
import io.tongban.province.RefusalReason;
import io.tongban.province.TransactionKind;
import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.Answer;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.dialect.DialectReply;
import io.tongban.province.dialect.LastHeard;
import io.tongban.province.dialect.NotCarried;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.Hours;
import io.tongban.province.profile.ProvinceProfile;
import io.tongban.province.profile.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One version of one province, ready to be called: its route, its settlement, and its share of the callers. */
final class ProvinceChannel {
    private static final Logger LOG = LoggerFactory.getLogger(ProvinceChannel.class);

    private final ChannelRoute route;
    private final ProvinceProfile profile;
    private final CallTelemetry telemetry;
    private final Gate gate;
    private final AnswerInterpreter settlement;
    /** Made once: each request that names the province asks for these. */
    private final ProvinceFacts.TextCarrier names;

    private final Map<TransactionKind, Capability> capabilities;
    private final ReferenceCount usage = new ReferenceCount();

    ProvinceChannel(ChannelRoute route, ProvinceProfile profile, CallTelemetry telemetry, Gate gate) {
        this.route = route;
        this.profile = profile;
        this.telemetry = telemetry;
        this.gate = gate;
        this.settlement = new AnswerInterpreter(profile);
        this.names = route.dialect().names(profile);
        this.capabilities = capabilities(profile);
    }

    ChannelRoute route() {
        return route;
    }

    ProvinceProfile profile() {
        return profile;
    }

    Gate gate() {
        return gate;
    }

    ReferenceCount usage() {
        return usage;
    }

    /** Three calls, of four exchanges each in dialects with a sign-in, and the wait for each. */
    Duration longestUse() {
        Duration call = profile.timeouts().together().multipliedBy(4);
        return profile.limits().waitForCall().plus(call).multipliedBy(3);
    }

    boolean inForce(LocalDate day) {
        return profile.validity().covers(day);
    }

    boolean sends(TransactionKind kind) {
        return profile.capability(kind).sent();
    }

    boolean repeats(TransactionKind kind) {
        return profile.find(kind).filter(Transaction::repeatable).isPresent();
    }

    CallCapacity turn(Instant now) {
        Hours hours = profile.hours();
        return hours.openAt(now) ? gate.turn(now) : new CallCapacity(0, hours.opening(now));
    }

    ProvinceFacts facts(LocalDate today, Instant now) {
        Hours hours = profile.hours();
        return new ProvinceFacts(
                profile.code(),
                profile.nameZh(),
                profile.nameEn(),
                profile.dialect(),
                inForce(today),
                profile.insurances(),
                names,
                capabilities,
                new ProvinceFacts.Hours(hours.openAt(now), hours.nextChange(now).orElse(null)),
                hours.expected(now, profile.patience().typical()),
                gate.health(),
                new ProvinceFacts.Bounds(
                        profile.limits().queue(), profile.patience().giveUpAfter()));
    }

    private static Map<TransactionKind, Capability> capabilities(ProvinceProfile profile) {
        return Stream.of(TransactionKind.values())
                .filter(kind -> kind != TransactionKind.SIGN_IN)
                .collect(Collectors.toUnmodifiableMap(Function.identity(), profile::capability));
    }

    ProvinceReply call(ProvinceCommand command, CallLog log) {
        TransactionKind kind = TransactionKind.of(command);
        if (!sends(kind)) {
            return notSent(command, UnknownCause.NOT_OFFERED, kind.word());
        }
        InsuranceKind insurance = insuranceOf(command);
        if (insurance != null && !profile.insurances().contains(insurance)) {
            return notSent(command, UnknownCause.NOT_OFFERED, insurance.value());
        }
        ProvinceReply reply = gate.pass(
                () -> telemetry.observe(kind, log, () -> heard(command, log)), cause -> turnedAway(command, cause));
        if (reply instanceof ProvinceReply.Unknown unknown && unknown.cause() != UnknownCause.CIRCUIT_OPEN) {
            LOG.warn(
                    "province {}: {} {} is unknown: {}",
                    profile.code(),
                    kind.word(),
                    unknown.serial(),
                    unknown.cause().word());
        }
        return reply;
    }

    private static @Nullable InsuranceKind insuranceOf(ProvinceCommand command) {
        if (command instanceof ProvinceCommand.Withhold withhold) {
            return withhold.insurance();
        }
        return command instanceof ProvinceCommand.ChangeInsurance change ? change.insurance() : null;
    }

    private ProvinceReply turnedAway(ProvinceCommand command, UnknownCause cause) {
        telemetry.turnedAway(cause);
        return unknown(command, cause);
    }

    private Exchanged heard(ProvinceCommand command, CallLog log) {
        try {
            Exchanged exchanged = exchange(command);
            if (exchanged.reply() instanceof ProvinceReply.Unknown unknown
                    && unknown.cause() == UnknownCause.UNREADABLE) {
                LastHeard.octets().ifPresent(log::unreadable);
            }
            return exchanged;
        } finally {
            LastHeard.forget();
        }
    }

    private Exchanged exchange(ProvinceCommand command) {
        try {
            Exchange exchange = route.send(command);
            if (exchange.getException() != null) {
                return failed(command, exchange.getException());
            }
            return new Exchanged(
                    exchange.getMessage().getBody() instanceof DialectReply reply
                            ? settled(command, reply)
                            : unknown(command, UnknownCause.FAILED));
        } catch (RuntimeException e) {
            // Whatever it is: the command may have been sent, and only an inquiry can tell.
            return failed(command, e);
        }
    }

    private ProvinceReply settled(ProvinceCommand command, DialectReply reply) {
        if (reply instanceof Answer answer) {
            return settlement.settle(command, answer);
        }
        if (reply instanceof DialectReply.NotYet notYet) {
            return new ProvinceReply.Pending(command.serial(), notYet.askAgainAt());
        }
        // Only an inquiry asks for this; to a reversal it does not say that it will not arrive later.
        return command instanceof ProvinceCommand.Inquire
                ? new ProvinceReply.Refused(command.serial(), RefusalReason.SERIAL_NOT_FOUND, "never-arrived", "")
                : unknown(command, UnknownCause.CODE_UNEXPECTED);
    }

    private static Exchanged failed(ProvinceCommand command, Exception failure) {
        if (failure instanceof NotCarried notCarried) {
            return new Exchanged(notSent(
                    command, UnknownCause.NOT_CARRIED, notCarried.field().word()));
        }
        return new Exchanged(
                unknown(command, CallFailed.causeOf(failure)),
                CallFailed.placeOf(failure).map(Field::word).orElse(null));
    }

    /** An inquiry that was not asked says nothing of what it is about: a refusal would say that nothing was booked. */
    private static ProvinceReply notSent(ProvinceCommand command, UnknownCause cause, String what) {
        if (command instanceof ProvinceCommand.Inquire || command instanceof ProvinceCommand.Reverse) {
            return unknown(command, cause);
        }
        return new ProvinceReply.Refused(command.serial(), RefusalReason.OTHER, cause.word(), what);
    }

    private static ProvinceReply unknown(ProvinceCommand command, UnknownCause cause) {
        return new ProvinceReply.Unknown(command.serial(), cause);
    }
}
