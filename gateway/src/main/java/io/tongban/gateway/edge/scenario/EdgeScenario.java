package io.tongban.gateway.edge.scenario;

import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can go wrong between a partner and the gateway. */
enum EdgeScenario {
    RATE_LIMITED(
            1,
            "Refused once with rate-limited and Retry-After; nothing happens. Then the usual.",
            "先拒绝一次（rate-limited，带Retry-After），不产生任何效果；之后正常。"),
    UNAVAILABLE_THEN_OK(
            2,
            "Refused twice with unavailable and Retry-After; nothing happens. Then the usual.",
            "先拒绝两次（unavailable，带Retry-After），不产生任何效果；之后正常。"),
    LOST_ANSWER(
            1,
            "The request is done, and its answer is lost: the connection, or the stream, is cut. The same again answers.",
            "请求已处理，但应答丢失（连接或流被切断）；以相同幂等键重发可得应答。"),
    BAD_ANSWER_SIGNATURE(
            1,
            "The request is done, and the signature of its answer does not hold. The same again is signed well.",
            "请求已处理，但应答签名无效；以相同幂等键重发，签名正确。");

    private static final String KEY = EdgeScenario.class.getName();

    private final int times;
    private final String text;
    private final String textZh;

    EdgeScenario(int times, String text, String textZh) {
        this.times = times;
        this.text = text;
        this.textZh = textZh;
    }

    static Optional<EdgeScenario> named(String name) {
        return Arrays.stream(values())
                .filter(each -> each.wireName().equals(name))
                .findFirst();
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    int times() {
        return times;
    }

    String text() {
        return text;
    }

    String textZh() {
        return textZh;
    }

    /** As what this exchange meets. */
    void keepIn(RoutingContext context) {
        context.put(KEY, this);
    }

    boolean isIn(RoutingContext context) {
        return equals(context.get(KEY));
    }

    static Optional<EdgeScenario> in(RoutingContext context) {
        return Optional.ofNullable(context.get(KEY));
    }
}
