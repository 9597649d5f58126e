package io.tongban.gateway.certification;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Writes a report for people, as one file that needs nothing beside itself. What is put into it is escaped by Qute. */
@ApplicationScoped
class ReportPage {
    private final Template template;

    @Inject
    ReportPage(@Location("certification/report") Template template) {
        this.template = template;
    }

    String write(Report report) {
        return template.data("report", ReportView.of(report)).render();
    }
}
