package io.tongban.province.delivery;

import io.tongban.province.CallLog;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceReply;
import io.tongban.province.RefusalReason;
import io.tongban.province.TransactionKind;
import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.Serials;

/** Carries on a command that may have been sent before: asks, takes back, or sends again; never blind. */
final class Resumption {
    private final Serials serials;

    Resumption(Serials serials) {
        this.serials = serials;
    }

    /**
     * @param channel of the version that the command was first sent under
     * @param inForce whether that is still the version of today
     */
    ProvinceReply resume(ProvinceChannel channel, ProvinceCommand command, boolean inForce, CallLog log) {
        if (channel.sends(TransactionKind.INQUIRE)) {
            return inquireAndSend(channel, command, inForce, log);
        }
        if (command instanceof ProvinceCommand.Withhold && channel.sends(TransactionKind.REVERSE)) {
            return takeBack(channel, command, log);
        }
        if (channel.repeats(TransactionKind.of(command))) {
            return inForce ? channel.call(command, log) : unknown(command, UnknownCause.VERSION_ENDED);
        }
        // Sending again would be blind.
        return unknown(command, UnknownCause.NOT_INQUIRABLE);
    }

    private ProvinceReply inquireAndSend(
            ProvinceChannel channel, ProvinceCommand command, boolean inForce, CallLog log) {
        ProvinceReply reply = inquire(channel, command, log);
        if (!neverArrived(reply)) {
            return reply;
        }
        if (!inForce) {
            // Today's version may be another system: what the old one finds later would be booked in both.
            return unknown(command, UnknownCause.VERSION_ENDED);
        }
        ProvinceReply second = channel.call(command, log);
        return second instanceof ProvinceReply.Refused ? believed(second, inquire(channel, command, log)) : second;
    }

    /** The first request may have been on its way and booked in between; the second is then refused because of it. */
    private static ProvinceReply believed(ProvinceReply refusal, ProvinceReply inquired) {
        return neverArrived(inquired) ? refusal : inquired;
    }

    private ProvinceReply inquire(ProvinceChannel channel, ProvinceCommand command, CallLog log) {
        ProvinceReply reply =
                channel.call(new ProvinceCommand.Inquire(command.province(), serials.next(), command), log);
        return withSerial(reply, command.serial());
    }

    /**
     * Where no one can be asked, it is taken back. A province that says that there was nothing to take back has noted
     * the serial and refuses it, should it still arrive; so both end the command.
     */
    private ProvinceReply takeBack(ProvinceChannel channel, ProvinceCommand command, CallLog log) {
        ProvinceReply reply =
                channel.call(new ProvinceCommand.Reverse(command.province(), serials.next(), command), log);
        if (reply instanceof ProvinceReply.Refused refused
                && (refused.reason() == RefusalReason.REVERSED || neverArrived(refused))) {
            return new ProvinceReply.Refused(
                    command.serial(), RefusalReason.REVERSED, refused.provinceCode(), refused.provinceText());
        }
        return unknown(
                command, reply instanceof ProvinceReply.Unknown unknown ? unknown.cause() : UnknownCause.NOT_REVERSED);
    }

    private static boolean neverArrived(ProvinceReply inquired) {
        return inquired instanceof ProvinceReply.Refused refused && !refused.refusesCommand();
    }

    static ProvinceReply unknown(ProvinceCommand command, UnknownCause cause) {
        return new ProvinceReply.Unknown(command.serial(), cause);
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
