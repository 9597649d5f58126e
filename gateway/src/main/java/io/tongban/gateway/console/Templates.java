package io.tongban.gateway.console;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The pages, each a file of its name in {@code templates/console}. What is put into them is escaped by Qute. */
@CheckedTemplate(basePath = "console")
final class Templates {
    private Templates() {}

    static native TemplateInstance receipt(ReceiptView receipt);

    static native TemplateInstance receiptCheck(Notice notice);

    static native TemplateInstance desk(Desk desk, Notice notice);

    static native TemplateInstance served(Served served);

    static native TemplateInstance payment(PaymentView payment);

    static native TemplateInstance day(DayView day);

    static native TemplateInstance points(PointsView points);

    static native TemplateInstance problem(Notice notice);
}
