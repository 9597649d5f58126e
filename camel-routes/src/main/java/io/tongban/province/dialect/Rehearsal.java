package io.tongban.province.dialect;

import io.tongban.province.ProvinceCommand;
import java.util.List;
import java.util.Optional;

/**
 * What the route of a profile would send and how it would read what comes back, through the route's own codecs and
 * without any connection.
 */
public interface Rehearsal {
    /**
     * What would go out for the command.
     *
     * @throws NotCarried if the request cannot hold a value
     */
    Specimen request(ProvinceCommand command);

    /** What would go out before all commands; empty where there is no sign-in, or none of this dialect's own. */
    default Optional<Specimen> signIn() {
        return Optional.empty();
    }

    /**
     * Reads an answer to the command, of a file to all commands in it; nothing if it is not answered yet, or the file
     * refused as a whole.
     *
     * @param octets as they come from the far side
     * @throws CallFailed with a word for why it says nothing
     */
    List<Answer> answers(byte[] octets, ProvinceCommand command);
}
