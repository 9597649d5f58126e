package io.tongban.gateway.contribution.quote;

import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/** The pension's grades as a table of DMN, in the engine of Apache KIE: all grades of a division by one call. */
final class DecisionTable {
    static final List<String> DIVISIONS = List.of("440103", "441900", "110101", "510104", "430104");

    private final DMNRuntime runtime;
    private final DMNModel model;

    private DecisionTable(DMNRuntime runtime) {
        this.runtime = runtime;
        this.model = runtime.getModels().get(0);
    }

    /** What a grade costs a month, whole fen. */
    record Grade(String grade, long fen) {}

    static DecisionTable open() {
        InputStream table = Objects.requireNonNull(DecisionTable.class.getResourceAsStream("pension.dmn"));
        Resource resource = ResourceFactory.newInputStreamResource(table);
        resource.setSourcePath("pension.dmn");
        return new DecisionTable(DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(resource))
                .getOrElseThrow(IllegalStateException::new));
    }

    /** As the engine gives it. */
    DMNResult evaluated(String division) {
        DMNContext context = runtime.newContext();
        context.set("division", division);
        return runtime.evaluateAll(model, context);
    }

    /** In the order of what they cost. */
    List<Grade> grades(String division) {
        DMNResult result = evaluated(division);
        if (result.hasErrors()) {
            throw new IllegalStateException(result.getMessages().toString());
        }
        List<Grade> grades = new ArrayList<>();
        for (Object each : (List<?>)
                Objects.requireNonNull(result.getDecisionResultByName("quote").getResult())) {
            Map<?, ?> row = (Map<?, ?>) each;
            grades.add(new Grade(
                    String.valueOf(row.get("grade")),
                    ((BigDecimal) Objects.requireNonNull(row.get("fen"))).longValueExact()));
        }
        grades.sort(Comparator.comparingLong(Grade::fen));
        return grades;
    }
}
