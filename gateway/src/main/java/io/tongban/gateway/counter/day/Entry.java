package io.tongban.gateway.counter.day;

/**
 * A row of the books of the bank.
 *
 * @param means CASH or CARD
 */
public record Entry(
        String reference, Operation operation, String means, String point, String operator, long amountFen) {
    public enum Operation {
        TAKEN,
        CANCELLED,
        CONFIRMED,
        RETURNED;

        /** Whether the till knows of it: what becomes of a payment at the province, the bank's books do not know. */
        public boolean isOfTheTill() {
            return this == TAKEN || this == CANCELLED;
        }
    }
}
