package io.tongban.province.dialect.tcp;

import io.tongban.province.profile.Options.Option;
import io.tongban.province.profile.ProvinceProfile;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How both sides of a kept connection know that the other is still there. */
final class Heartbeat {
    static final String CONNECTION = "connection";
    static final String KEPT = "kept";
    private static final String TEXT = "[ -~]{1,64}";

    static final List<Option> OPTIONS = List.of(
            Option.usually(CONNECTION, "per-call", "per-call|kept", "per-call or kept"),
            Option.usually("heartbeat-every", "never", "never|[1-9][0-9]{0,3}s", "never or how often, such as 30s")
                    .where(CONNECTION, KEPT),
            Option.usually("heartbeat", "", TEXT, "what the frame of a heartbeat holds, if anything")
                    .where(CONNECTION, KEPT),
            Option.usually("heartbeat-answer", "", TEXT, "what the frame that answers a heartbeat holds, if anything")
                    .where(CONNECTION, KEPT));

    private final Optional<Duration> every;
    private final byte[] question;
    private final byte[] answer;

    Heartbeat(ProvinceProfile profile) {
        String often = profile.options().text("heartbeat-every");
        this.every = often.equals("never")
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds(Long.parseLong(often.substring(0, often.length() - 1))));
        this.question = profile.options().text("heartbeat").getBytes(profile.charset());
        this.answer = profile.options().text("heartbeat-answer").getBytes(profile.charset());
    }

    /** @throws IllegalArgumentException if its frames would hold less than a frame has to */
    void refuseShorterThan(int least, String file) {
        boolean used = every.isPresent() || question.length > 0 || answer.length > 0;
        if (used && Math.min(question.length, answer.length) < least) {
            throw new IllegalArgumentException(file + ": a heartbeat or its answer is shorter than the " + least
                    + " octets before the length; write both of " + least + " at least");
        }
    }

    /** How often we ask; empty for never. */
    Optional<Duration> every() {
        return every;
    }

    /** What a frame of it holds, ours or theirs; may be nothing. */
    byte[] question() {
        return question.clone();
    }

    /** What the frame holds that answers it. */
    byte[] answer() {
        return answer.clone();
    }

    boolean isQuestion(byte[] frame) {
        return Arrays.equals(frame, question);
    }

    boolean isAnswer(byte[] frame) {
        return Arrays.equals(frame, answer);
    }

    /** Where both look the same, nobody may answer what was not asked, or two sides would answer each other for ever. */
    boolean isAnswered() {
        return !Arrays.equals(question, answer);
    }
}
