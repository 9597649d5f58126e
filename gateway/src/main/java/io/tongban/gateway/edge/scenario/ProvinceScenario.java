package io.tongban.gateway.edge.scenario;

import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can go wrong at a province, which plays it for the one order that a request makes. */
enum ProvinceScenario {
    LOST_REPLY(
            Operations.ORDERS,
            "The province does what it is asked, and its first answer is lost; the gateway asks after it by its serial.",
            "省级系统已处理，但首次应答丢失；网关按流水号查询结果。"),
    REFUSED_PERSON_UNKNOWN(
            Operations.WITHHOLD, "The province says that it does not know the person, and refuses.", "省级系统以“查无此人”拒绝。"),
    IN_PROCESS_ONE_DAY(
            Operations.ORDERS,
            "The province says for a day that it is in process, and then what came of it. Not where results come by file or by row.",
            "省级系统一天内均答“处理中”，之后给出结果。以文件或前置库交换的省份不支持。"),
    REVERSED_LATER(
            Operations.WITHHOLD,
            "The province confirms, and takes it back some seconds later. Only where a province says so by itself: queue and file.",
            "省级系统先确认，数秒后冲正。仅支持能主动通知的省份（消息队列、文件）。"),
    PROVINCE_CLOSED(
            Operations.ORDERS,
            "The province hangs up twice, and nothing is done; the gateway tries again until it is.",
            "省级系统连续两次断开且未处理；网关自动重试直至完成。");

    private static final String KEY = ProvinceScenario.class.getName();

    private final String operations;
    private final String text;
    private final String textZh;

    ProvinceScenario(String operations, String text, String textZh) {
        this.operations = operations;
        this.text = text;
        this.textZh = textZh;
    }

    /** Requests that make an order to a province, as method and path. */
    private static final class Operations {
        static final String WITHHOLD = "POST /v1/withholdings";
        static final String ORDERS = WITHHOLD + ",POST /v1/workers";
    }

    static Optional<ProvinceScenario> named(String name) {
        return Arrays.stream(values())
                .filter(each -> each.wireName().equals(name))
                .findFirst();
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    List<String> operations() {
        return List.of(operations.split(",", -1));
    }

    String text() {
        return text;
    }

    String textZh() {
        return textZh;
    }

    /** For the order that this request makes. */
    void keepIn(RoutingContext context) {
        context.put(KEY, this);
    }

    static Optional<ProvinceScenario> in(RoutingContext context) {
        return Optional.ofNullable(context.get(KEY));
    }
}
