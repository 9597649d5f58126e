package io.tongban.province.dialect.exchangedb;

import io.tongban.province.ProvinceCommand;
import io.tongban.province.dialect.CommandFields;
import io.tongban.province.profile.ProvinceProfile;
import java.time.Clock;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Route;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.RoutePolicySupport;

/** The way of a command to a province that speaks exchangedb: write a row, and read it until it is answered. */
final class ExchangeDbRoute extends RouteBuilder {
    private final String id;
    private final ExchangeDatabase database;
    private final CommandFields commands;
    private final RowWriter writer;
    private final RowExchange rows;

    ExchangeDbRoute(ProvinceProfile profile, String id, ExchangeDatabase database, Clock clock) {
        this.id = id;
        this.database = database;
        this.commands = new CommandFields(profile, clock);
        this.writer = new RowWriter(profile);
        this.rows = new RowExchange(database, profile);
    }

    @Override
    public void configure() {
        // Camel's own error handler would log what it handles; failures belong to the caller.
        errorHandler(noErrorHandler());
        from("direct:" + id)
                .routeId(id)
                .routePolicy(new ClosesWithTheRoute())
                .process(this::write)
                .process(this::exchange);
    }

    private void write(Exchange exchange) throws InvalidPayloadException {
        ProvinceCommand command = exchange.getMessage().getMandatoryBody(ProvinceCommand.class);
        exchange.getMessage().setBody(writer.write(command, commands.of(command)));
    }

    private void exchange(Exchange exchange) throws InvalidPayloadException {
        exchange.getMessage().setBody(rows.exchange(exchange.getMessage().getMandatoryBody(ExchangeRequest.class)));
    }

    private final class ClosesWithTheRoute extends RoutePolicySupport {
        @Override
        public void onRemove(Route route) {
            database.close();
        }
    }
}
