package io.tongban.province.dialect.file;

import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceSpool;
import io.tongban.province.TransactionKind;
import io.tongban.province.dialect.CommandFields;
import io.tongban.province.dialect.DialectReply;
import io.tongban.province.profile.ProvinceProfile;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.builder.RouteBuilder;

/** The way of a command to a province that speaks file: into the spool; and the file transfer, which runs by a timer. */
final class FileRoute extends RouteBuilder {
    private static final long FIRST_TICK_MILLIS = 1000;

    private final ProvinceProfile profile;
    private final String id;
    private final ProvinceSpool spool;
    private final Clock clock;
    private final CommandFields commands;
    private final RowWriter rows;
    private final PollSchedule schedule;
    private final FileTransfer transfer;
    private final DayFiles days;

    FileRoute(ProvinceProfile profile, String id, FileContext context) {
        this.profile = profile;
        this.id = id;
        this.spool = context.spool();
        this.clock = context.clock();
        this.commands = new CommandFields(profile, clock);
        this.rows = new RowWriter(profile);
        this.schedule = PollSchedule.of(profile.options());
        context.door().require(profile);
        this.transfer = new FileTransfer(profile, context, schedule);
        this.days = new DayFiles(profile, context.door());
    }

    @Override
    public void configure() {
        // Camel's own error handler would log what it handles; failures belong to the caller.
        errorHandler(noErrorHandler());
        from("direct:" + id).routeId(id).process(this::answer);
        long tick = schedule.tick().toMillis();
        // A timer of its own name has a thread of its own, and fires again only after the round before has ended.
        from("timer:" + id + "-transfer?delay=" + Math.min(tick, FIRST_TICK_MILLIS) + "&period=" + tick)
                .routeId(id + "-transfer")
                .process(exchange -> transfer.round());
    }

    private void answer(Exchange exchange) throws InvalidPayloadException {
        ProvinceCommand command = exchange.getMessage().getMandatoryBody(ProvinceCommand.class);
        if (command instanceof ProvinceCommand.DayQuery query) {
            exchange.getMessage().setBody(days.read(query));
            return;
        }
        exchange.getMessage()
                .setBody(command instanceof ProvinceCommand.Inquire inquire ? find(inquire) : put(command));
    }

    private DialectReply find(ProvinceCommand.Inquire inquire) {
        return spool.find(profile.code(), inquire.about().serial()).isPresent()
                ? new DialectReply.NotYet(expected())
                : new DialectReply.NeverArrived();
    }

    private DialectReply put(ProvinceCommand command) {
        TransactionKind kind = TransactionKind.of(command);
        String text = rows.row(kind, commands.of(command));
        spool.put(new ProvinceSpool.Line(profile.code(), command.serial(), kind.word(), text));
        return new DialectReply.NotYet(expected());
    }

    /** A file has to be cut, and its reply seen, before there can be an answer. */
    private Instant expected() {
        Duration first = schedule.cutEvery().plus(schedule.lookEvery().multipliedBy(2));
        return profile.hours().expected(clock.instant(), first);
    }
}
