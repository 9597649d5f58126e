package io.tongban.sdk.fake;

import io.tongban.api.province.ProvinceState;
import io.tongban.sdk.fake.Outcome.Kind;
import io.tongban.sdk.fake.Outcome.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Takes each subject through its outcome, one course at a time: what the test settles itself ends what was scripted. */
final class Course {
    private final FakeClock clock;
    private final Provinces provinces;
    private final Tasks tasks;
    private final Map<String, Object> underWay = new HashMap<>();
    private final Map<String, List<Runnable>> paused = new HashMap<>();

    Course(FakeClock clock, Provinces provinces, Tasks tasks) {
        this.clock = clock;
        this.provinces = provinces;
        this.tasks = tasks;
    }

    /** In place of what was under way for it. */
    void run(String province, Subject subject, Outcome outcome) {
        Object course = new Object();
        underWay.put(subject.id(), course);
        next(province, subject, outcome.steps().iterator(), course);
    }

    private void next(String province, Subject subject, Iterator<Step> steps, Object course) {
        if (steps.hasNext()) {
            Step step = steps.next();
            clock.plan(step.after(), () -> step(province, subject, step, steps, course));
        }
    }

    private void step(String province, Subject subject, Step step, Iterator<Step> steps, Object course) {
        if (underWay.get(subject.id()) != course) {
            return;
        }
        if (provinces.state(province) == ProvinceState.PAUSED) {
            paused.computeIfAbsent(province, none -> new ArrayList<>())
                    .add(() -> step(province, subject, step, steps, course));
            return;
        }
        boolean changed = subject.apply(step);
        if (changed && step.kind() == Kind.AWAITING_REVIEW) {
            tasks.open(subject);
        } else if (changed) {
            tasks.answered(subject);
        }
        next(province, subject, steps, course);
    }

    /** The province runs again. */
    void resume(String province) {
        paused.getOrDefault(province, List.of()).forEach(each -> clock.plan(Duration.ZERO, each));
        paused.remove(province);
    }
}
