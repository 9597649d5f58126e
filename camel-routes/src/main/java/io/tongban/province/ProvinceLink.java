package io.tongban.province;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The way out to all provinces. Safe to share between threads. A call runs on the caller's thread and ends within a
 * bound that the profile sets: the wait for its turn, and then connect and reply time-out for each exchange (one; in a
 * dialect with a sign-in at most four, and two more where its clock has to be corrected). What goes wrong on the way is a {@link ProvinceReply.Unknown}, never an
 * exception.
 */
public interface ProvinceLink extends AutoCloseable {
    /**
     * Sends a command for the first time.
     *
     * @throws IllegalArgumentException if no profile is in force for the command's province
     */
    default ProvinceReply send(ProvinceCommand command) {
        return send(command, CallLog.NONE);
    }

    /** As {@link #send(ProvinceCommand)}, and tells of each exchange. */
    ProvinceReply send(ProvinceCommand command, CallLog log);

    /**
     * Carries on a command that may have been sent before (a crash, or a reply of Unknown or Pending): inquires by its
     * serial where it was first sent, and sends it, under the same serial, only when the province says that it never
     * arrived. At most three calls.
     *
     * <p>A version of the profile that has ended is still inquired; but what never arrived there is not sent to the
     * version of today, which may be another system: it stays Unknown ({@code version-ended}), for a person to look at.
     *
     * <p>A province that takes no inquiries but reversals is asked to take a withholding back, with a fresh serial on
     * each try. Once it has, or says that there is nothing to take back, the reply is a final
     * {@link RefusalReason#REVERSED}. So do not resume what a person should look at first, such as a booking of another
     * amount. A registration is sent again where the profile says that the province repeats its answer. Where nothing
     * of this can be done, the reply is Unknown ({@code not-inquirable}).
     *
     * @param firstSent when the command was first sent, or about to be; its day in Shanghai names the version
     * @throws IllegalArgumentException if the command is a mere question, which is asked again without an inquiry, and
     *     no profile is in force for its province
     */
    default ProvinceReply resume(ProvinceCommand command, Instant firstSent) {
        return resume(command, firstSent, CallLog.NONE);
    }

    /** As {@link #resume(ProvinceCommand, Instant)}, and tells of each exchange. */
    ProvinceReply resume(ProvinceCommand command, Instant firstSent, CallLog log);

    /** Whether it makes sense to call the province now. Calls nobody; a call that is made all the same is made. */
    CallCapacity turn(ProvinceCode province);

    /**
     * Reads the profiles again. What is right is in force at once, by its dates; calls that run end as they began. If
     * anything is wrong, all stays as it was.
     *
     * @return what is wrong, with file, line and what to write instead; empty if nothing is
     */
    Optional<String> reload();

    /**
     * What can be known of a province without calling it; empty if there is no profile, now or at any time. A shipped
     * province of which no property is set is {@link ProvinceFacts.Health#OFF}.
     */
    Optional<ProvinceFacts> facts(ProvinceCode province);

    /** All provinces with a profile, by code. */
    List<ProvinceFacts> provinces();

    @Override
    void close();
}
