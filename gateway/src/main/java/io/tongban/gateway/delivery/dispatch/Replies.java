package io.tongban.gateway.delivery.dispatch;

import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceReply;
import io.tongban.province.RefusalReason;

/** Which replies settle a command. */
final class Replies {
    private Replies() {}

    /**
     * Accepted and Refused are final, if they are about this command. That an inquiry found no serial says that the
     * command has yet to arrive, so it is never taken for a refusal.
     */
    static boolean isFinal(ProvinceCommand command, ProvinceReply reply) {
        if (!reply.serial().equals(command.serial())) {
            return false;
        }
        if (reply instanceof ProvinceReply.Refused refused) {
            return refused.reason() != RefusalReason.SERIAL_NOT_FOUND;
        }
        return reply instanceof ProvinceReply.Accepted;
    }
}
