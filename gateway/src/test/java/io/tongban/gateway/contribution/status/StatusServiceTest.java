package io.tongban.gateway.contribution.status;

import static io.tongban.gateway.testing.House.KUAIDA;
import static io.tongban.gateway.testing.House.MEITU;
import static io.tongban.gateway.testing.Problems.assertProblem;
import static io.tongban.gateway.testing.ScriptedProvinces.MEDICAL;
import static io.tongban.gateway.testing.ScriptedProvinces.PENSION;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.status.StatusService.Line;
import io.tongban.gateway.contribution.withholding.WithholdingFixture;
import io.tongban.gateway.contribution.worker.WorkerFixture;
import io.tongban.gateway.testing.House;
import io.tongban.gateway.testing.Numbers;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceDetail;
import io.tongban.province.ProvinceDetail.Cover;
import io.tongban.province.ProvinceReply;
import io.tongban.province.RefusalReason;
import io.tongban.province.UnknownCause;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class StatusServiceTest {
    private final House house = new House();
    private final WithholdingFixture meitu = WithholdingFixture.of(house, MEITU, 1);
    private final StatusService statuses = house.get(StatusService.class);

    @Test
    void asksTheProvinceForThePersonItKnows() {
        AtomicReference<ProvinceCommand> asked = new AtomicReference<>();
        house.provinces.reply(command -> {
            asked.set(command);
            return covers(command);
        });
        List<Line> lines = statuses.read(House.program(MEITU), meitu.workerId());
        assertThat(lines).extracting(Line::insurance).containsExactly(PENSION, MEDICAL);
        assertThat(lines.get(0).known())
                .isEqualTo(new Covers.Known(Covers.State.PAYING, YearMonth.of(2026, 10), true, House.NOW));
        assertThat(lines.get(1).known().state()).isEqualTo(Covers.State.NONE);
        assertThat(asked.get()).isInstanceOfSatisfying(ProvinceCommand.QueryStatus.class, query -> {
            assertThat(query.person().citizenNumber()).isEqualTo(Numbers.citizen(1));
            assertThat(query.personNumber()).startsWith("P");
        });
        assertThat(lines.toString()).doesNotContain(Numbers.citizen(1), "李秀英");
        assertThat(house.audited()).endsWith("worker.status-read");
    }

    @Test
    void fallsBackToWhatItKnowsWhenTheProvinceCannotSay() {
        meitu.settle(meitu.accepted("wh-9", YearMonth.of(2026, 9)), WithholdingFixture.yes());
        house.clock.advance(Duration.ofMinutes(1));
        meitu.settle(meitu.accepted("wh-10", YearMonth.of(2026, 10)), WithholdingFixture.yes());
        meitu.accepted("wh-11", YearMonth.of(2026, 11));
        List<Line> lines = statuses.read(House.program(MEITU), meitu.workerId());
        assertThat(lines.get(0).known())
                .isEqualTo(new Covers.Known(
                        Covers.State.PAYING, YearMonth.of(2026, 10), false, House.NOW.plusSeconds(60)));
        assertThat(lines.get(0).last()).hasSize(3);
        assertThat(lines.get(1).known()).isEqualTo(new Covers.Known(Covers.State.NONE, null, false, House.NOW));
    }

    @Test
    void doesNotWaitForAProvinceThatHangs() throws Exception {
        WorkerFixture.settle(house, enrolmentInSichuan());
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        house.provinces.reply(command -> {
            if (command.province().value().equals("44")) {
                return covers(command);
            }
            try {
                never.await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return new ProvinceReply.Unknown(command.serial(), UnknownCause.TIMEOUT);
        });
        List<Line> lines = statuses.read(House.program(MEITU), meitu.workerId());
        assertThat(lines)
                .extracting(line -> line.province() + " " + line.known().byProvince())
                .containsExactly("44 true", "44 true", "51 false", "51 false");
        interrupted.await();
    }

    @Test
    void showsTheLastFiveWithholdingsOfEachInsuranceNewestFirst() {
        List<String> newestFirst = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            String id = meitu.accepted("wh-" + i, YearMonth.of(2026, 10));
            newestFirst.add(0, id);
            meitu.settle(id, new ProvinceReply.Refused("S", RefusalReason.OTHER, "X", ""));
            house.clock.advance(Duration.ofSeconds(1));
        }
        List<Line> lines = statuses.read(House.program(MEITU), meitu.workerId());
        assertThat(lines.get(0).last()).extracting(each -> each.id()).isEqualTo(newestFirst.subList(0, 5));
        assertThat(lines.get(1).last()).isEmpty();
    }

    @Test
    void saysNothingBeforeAProvinceHasEnrolledTheWorker() {
        String pending = WorkerFixture.registered(house, MEITU, 2, "44");
        assertThat(statuses.read(House.program(MEITU), pending)).isEmpty();
    }

    @Test
    void tellsNothingOfAnotherPartnersWorker() {
        assertProblem(ProblemType.WORKER_NOT_FOUND, null, () -> statuses.read(House.program(KUAIDA), meitu.workerId()));
    }

    private String enrolmentInSichuan() {
        WorkerFixture.registered(house, MEITU, 1, "51");
        return house.jdbi.withHandle(handle -> handle.createQuery("SELECT id FROM enrolment WHERE province = '51'")
                .mapTo(String.class)
                .one());
    }

    private static ProvinceReply covers(ProvinceCommand command) {
        Cover pension = new Cover(PENSION, ProvinceDetail.CoverState.PAYING, YearMonth.of(2026, 10));
        return new ProvinceReply.Accepted(command.serial(), new ProvinceDetail.Covers(List.of(pension)));
    }
}
